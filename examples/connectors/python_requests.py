#!/usr/bin/env python3
"""A small connector: hands the messages that came in on a channel to the org.

Python 3.9 or newer with requests; PyJWT and cryptography renew the token.
Debian: python3-requests python3-jwt python3-cryptography.
"""
import json
import os
import random
import sys
import time
import uuid
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import jwt
import requests

MOST_ATTEMPTS = 5
LONGEST_WAIT = 60  # seconds
TIMEOUT = 30  # seconds

# A connector of yours takes these from its channel.
MESSAGES = [
    ("ada@example.org", "Good morning"),
    ("+49 151 2345678", "Is anybody there?"),
    ("ada@example.org", "My order has not come"),
    ('李小龍 "Bruce"', "你好"),
    ("+49 151 2345678", "Thanks"),
]


def setting(name):
    value = os.environ.get(name)
    if not value:
        sys.exit(f"{name} is not set")
    return value


class Connector:
    def __init__(self):
        self.base = setting("SF_SCRT_INSTANCE_URL").rstrip("/") + "/api"
        self.channel = setting("CHANNEL_ADDRESS_IDENTIFIER").split(",")[0]
        self.session = requests.Session()
        self.session.headers["OrgId"] = setting("SF_ORG_ID")
        self.session.headers["AuthorizationContext"] = setting("SF_AUTHORIZATION_CONTEXT")
        self.can_renew = bool(os.environ.get("SF_CONSUMER_KEY") and os.environ.get("SF_PRIVATE_KEY"))
        self.token = os.environ.get("SF_ACCESS_TOKEN") or fetch_token()

    def establish_conversation(self, subject, channel=None):
        participants = [{"subject": subject, "role": "EndUser", "appType": "custom"}]
        # Tuples with no file name in front make requests write multipart/form-data without files.
        answer = self.post("/v1/conversation", {
            "channelAddressIdentifier": (None, channel or self.channel),
            "participants": (None, json.dumps(participants)),
        }).json()
        identifier = answer.get("conversationIdentifier") if isinstance(answer, dict) else None
        if not isinstance(identifier, str) or not identifier:
            raise RuntimeError("the answer has no conversationIdentifier")
        return identifier

    def send_message(self, identifier, subject, text):
        entry = {
            "conversationIdentifier": identifier,
            "to": self.channel,
            "from": {"id": subject, "role": "EndUser"},
            # The id stays the same when the message is sent again, so that it counts once.
            "interactions": [{"id": str(uuid.uuid4()), "timestamp": int(time.time() * 1000),
                              "interactionType": "EntryInteraction", "payload": {"text": text}}],
        }
        self.post("/v1/interactions", {"json": (None, json.dumps(entry), "application/json")})

    def post(self, path, parts):
        """Sends a form until it is taken: waits when told to, renews the token once, never repeats what was refused."""
        may_renew = self.can_renew
        for attempt in range(1, MOST_ATTEMPTS + 1):
            retry_after = None
            try:
                headers = {
                    "Authorization": f"Bearer {self.token}",
                    "RequestId": str(uuid.uuid4()),  # a new one each time, also when the same form is sent again
                }
                response = self.session.post(self.base + path, files=parts, headers=headers, timeout=TIMEOUT)
                if response.ok:
                    return response
                problem = f"answered {response.status_code}: {response.text[:200]}"
                if response.status_code == 401 and may_renew:
                    may_renew = False
                    self.token = fetch_token()
                    continue
                if response.status_code < 500 and response.status_code not in (408, 429):
                    raise RuntimeError(f"{path} {problem}")
                retry_after = response.headers.get("Retry-After")
            except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError) as error:
                problem = str(error)  # perhaps in the middle of the answer: asking again is safe
            wait = wait_before(attempt, retry_after)
            if wait > LONGEST_WAIT:
                break
            if attempt < MOST_ATTEMPTS:
                time.sleep(wait)
        raise RuntimeError(f"{path} {problem}")


def wait_before(attempt, retry_after):
    """Seconds: 0.5, 1, 2 ... with some chance, and at least what Retry-After asks for (seconds or a date)."""
    back_off = 0.5 * 2 ** (attempt - 1) * random.uniform(1, 1.25)
    try:
        if retry_after is None:
            return back_off
        asked = int(retry_after) if retry_after.isdigit() else parsedate_to_datetime(retry_after).timestamp() - time.time()
        return max(asked, back_off)
    except (TypeError, ValueError):
        return back_off


def fetch_token():
    """A new access token by the OAuth 2.0 JWT bearer flow."""
    claims = {
        "iss": setting("SF_CONSUMER_KEY"),
        "sub": setting("SF_SUBJECT"),
        "aud": setting("SF_AUDIENCE"),
        "exp": int(time.time()) + 180,
    }
    assertion = jwt.encode(claims, setting("SF_PRIVATE_KEY").replace("\\n", "\n"), algorithm="RS256")
    endpoint = setting("SF_AUTH_ENDPOINT")
    if urlsplit(endpoint).path in ("", "/"):
        endpoint = endpoint.rstrip("/") + "/services/oauth2/token"
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": assertion}
    response = requests.post(endpoint, data=form, timeout=TIMEOUT)
    if not response.ok:
        raise RuntimeError(f"the token endpoint answered {response.status_code}")
    return response.json()["access_token"]


def main():
    connector = Connector()
    if sys.argv[1:] == ["--driver"]:
        # Under `gate --driver-stdio` people are made up there, and no messages are sent.
        from driver import answer_questions
        answer_questions("python-requests", connector.establish_conversation)
        return 0
    failed = False
    for subject, text in MESSAGES:
        try:
            identifier = connector.establish_conversation(subject)
            connector.send_message(identifier, subject, text)
            print(f"{subject}: {identifier}")
        except (RuntimeError, requests.RequestException) as error:
            print(f"{subject}: {error}", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
