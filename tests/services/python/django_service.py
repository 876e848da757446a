"""Django on gunicorn with two workers, PyJWT, the ORM over SQLite with a unique key. Editions 61.0 and 65.0."""
import json
import os
import re
import uuid

import django
import jwt
from django.conf import settings

FAULT = os.environ["FAULT"]

settings.configure(
    # Fault: as on the developer's desk, with a page that tells all of an error.
    DEBUG=FAULT == "debug",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="django_service",
    SECRET_KEY=uuid.uuid4().hex,
    INSTALLED_APPS=[],
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.path.join(os.environ["DATA_DIR"], "conversations.db"),
            "OPTIONS": {"timeout": 30},
        }
    },
    MIDDLEWARE=["django_service.plain_headers", "django.middleware.common.CommonMiddleware"],
    LOGGING_CONFIG=None,
)
django.setup()

from django.core.exceptions import BadRequest, PermissionDenied
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST

PUBLIC_KEY = os.environ["SF_PUBLIC_KEY"]
ORG_ID = os.environ["SF_ORG_ID"]
CONTEXT = os.environ["SF_AUTHORIZATION_CONTEXT"]
CHANNELS = os.environ["CHANNEL_ADDRESS_IDENTIFIER"].split(",")
EDITION = os.environ["EDITION"]

ORG_FORM = re.compile(r"[A-Za-z0-9]{15}")
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class Conversation(models.Model):
    channel = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)
    identifier = models.UUIDField(default=uuid.uuid4)

    class Meta:
        app_label = "django_service"
        unique_together = ["channel", "subject"]


def plain_headers(get_response):
    """gunicorn leaves blanks behind header values, and Django compares the media type letter by letter."""

    def middleware(request):
        for name, value in request.META.items():
            if name.startswith("HTTP_"):
                request.META[name] = value.strip(" \t")
        # Fault (media-type-by-letter): left as it comes.
        if FAULT == "media-type-by-letter":
            return get_response(request)
        media_type, semicolon, parameters = request.META.get("CONTENT_TYPE", "").partition(";")
        request.META["CONTENT_TYPE"] = media_type.strip().lower() + semicolon + parameters.rstrip()
        request._set_content_type_params(request.META)
        return get_response(request)

    return middleware


def claims_of(authorization):
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        return None
    try:
        return jwt.decode(
            token.strip(), PUBLIC_KEY, algorithms=["RS256"], options={"require": ["exp"], "verify_aud": False}
        )
    except jwt.InvalidTokenError:
        return None


def parse(text):
    # Fault (debug): an error of the parser becomes Django's own page.
    if FAULT == "debug":
        return json.loads(text)
    try:
        return json.loads(text)
    except ValueError:
        raise BadRequest("That is no JSON.")


def read_body(request):
    if EDITION == "65.0":
        return parse(request.body)
    if "json" in request.POST:
        return parse(request.POST["json"])
    return {
        "channelAddressIdentifier": request.POST.get("channelAddressIdentifier"),
        "participants": parse(request.POST.get("participants", "")),
    }


def is_participant(entry):
    if not isinstance(entry, dict):
        return False
    subject = entry.get("subject")
    if not isinstance(subject, str) or not 0 < len(subject) <= 255 or "\0" in subject:
        return False
    return entry.get("role") == "EndUser" and entry.get("appType") == "custom"


@require_POST
def establish(request):
    claims = claims_of(request.headers.get("Authorization", ""))
    if claims is None:
        return HttpResponse("The token is not valid.", status=401, content_type="text/plain")
    org_id = request.headers.get("OrgId", "")
    if not ORG_FORM.fullmatch(org_id):
        raise BadRequest("OrgId")
    if org_id != ORG_ID or org_id != claims.get("org_id"):
        raise PermissionDenied("OrgId")
    if request.headers.get("AuthorizationContext") != CONTEXT:
        raise PermissionDenied("AuthorizationContext")
    if not GUID.fullmatch(request.headers.get("RequestId", "")):
        raise BadRequest("RequestId")
    if request.content_type != ("application/json" if EDITION == "65.0" else "multipart/form-data"):
        return HttpResponse(status=415)
    body = read_body(request)
    if not isinstance(body, dict):
        raise BadRequest("body")
    channel, participants = body.get("channelAddressIdentifier"), body.get("participants")
    if not isinstance(channel, str) or channel == "":
        raise BadRequest("channelAddressIdentifier")
    if not isinstance(participants, list) or not participants or not all(map(is_participant, participants)):
        raise BadRequest("participants")
    if channel not in CHANNELS:
        raise Http404("channelAddressIdentifier")
    subject = participants[0]["subject"]
    try:
        subject.encode()
    except UnicodeEncodeError:
        raise BadRequest("subject")
    return JsonResponse({"conversationIdentifier": str(conversation_of(channel, subject).identifier)}, status=201)


def conversation_of(channel, subject):
    if FAULT == "iexact":
        # Fault: people type their names in any case.
        found = Conversation.objects.filter(channel=channel, subject__iexact=subject).first()
        if found is not None:
            return found
    if FAULT == "cut-to-191":
        # Fault: what an index of MySQL held with four bytes for each character.
        subject = subject[:191]
    conversation, _ = Conversation.objects.get_or_create(channel=channel, subject=subject)
    return conversation


urlpatterns = [path("api/v1/conversation", establish)]

application = get_wsgi_application()


def create_table():
    with connection.schema_editor() as editor:
        editor.create_model(Conversation)
    connection.cursor().execute("PRAGMA journal_mode = WAL")
    connection.close()
