"""Flask on waitress, PyJWT, SQLite with a unique key through sqlite3. Editions 61.0 and 65.0."""
import json
import os
import re
import sqlite3
import uuid

import jwt
from flask import Flask, g, jsonify, request
from waitress import create_server
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, NotFound, Unauthorized, UnsupportedMediaType

PUBLIC_KEY = os.environ["SF_PUBLIC_KEY"]
ORG_ID = os.environ["SF_ORG_ID"]
CONTEXT = os.environ["SF_AUTHORIZATION_CONTEXT"]
CHANNELS = os.environ["CHANNEL_ADDRESS_IDENTIFIER"].split(",")
DATABASE = os.path.join(os.environ["DATA_DIR"], "conversations.db")
EDITION = os.environ["EDITION"]
FAULT = os.environ["FAULT"]

GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

app = Flask(__name__)


def database():
    if "database" not in g:
        g.database = sqlite3.connect(DATABASE, timeout=30, isolation_level=None)
    return g.database


@app.teardown_appcontext
def close_database(_error):
    if "database" in g:
        g.pop("database").close()


def create_table():
    unique = "" if FAULT == "no-unique-key" else ", UNIQUE (channel, subject)"
    with app.app_context():
        database().execute("PRAGMA journal_mode = WAL")
        database().execute(f"CREATE TABLE conversation (channel TEXT, subject TEXT, identifier TEXT{unique})")


def find(channel, subject):
    row = database().execute(
        "SELECT identifier FROM conversation WHERE channel = ? AND subject = ? ORDER BY rowid DESC", (channel, subject)
    ).fetchone()
    return None if row is None else row[0]


def conversation_of(channel, subject):
    # Fault (no-unique-key): the table does not keep two calls from inserting the same pair.
    known = find(channel, subject)
    if known is not None:
        return known
    database().execute("INSERT OR IGNORE INTO conversation VALUES (?, ?, ?)", (channel, subject, str(uuid.uuid4())))
    return find(channel, subject)


@app.errorhandler(HTTPException)
def refuse(error):
    return jsonify(code=error.code, message=error.description), error.code


def claims_of(authorization):
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise Unauthorized("A bearer token is needed.")
    try:
        if FAULT == "signature-not-verified":
            # Fault: left over from the day when the key was not there yet. PyJWT then leaves out the expiry as well.
            return jwt.decode(token, options={"verify_signature": False})
        return jwt.decode(
            token.strip(), PUBLIC_KEY, algorithms=["RS256"], options={"require": ["exp"], "verify_aud": False}
        )
    except jwt.InvalidTokenError:
        raise Unauthorized("The token is not valid.")


def check_headers():
    claims = claims_of(request.headers.get("Authorization", ""))
    org_id = request.headers.get("OrgId", "")
    if not re.fullmatch("[A-Za-z0-9]{15}", org_id):
        raise BadRequest("OrgId has 15 letters or digits.")
    if org_id != ORG_ID or org_id != claims.get("org_id"):
        raise Forbidden("The token is of another org.")
    if request.headers.get("AuthorizationContext") != CONTEXT:
        raise Forbidden("The context is of another app.")
    if not GUID.fullmatch(request.headers.get("RequestId", "")):
        raise BadRequest("RequestId is no GUID.")


def parse(text):
    try:
        return json.loads(text)
    except ValueError:
        # Fault: nobody caught it.
        if FAULT == "unguarded-json":
            raise
        raise BadRequest("That is no JSON.")


def read_form():
    # Werkzeug trips over a boundary without a value. Fault: nobody noticed.
    boundary = request.mimetype_params.get("boundary") or FAULT == "boundary-not-checked"
    if request.mimetype != "multipart/form-data" or not boundary:
        raise UnsupportedMediaType("The body has to be a form.")
    if "json" in request.form:
        return parse(request.form["json"])
    return {
        "channelAddressIdentifier": request.form.get("channelAddressIdentifier"),
        "participants": parse(request.form.get("participants", "")),
    }


def read_json():
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("The body has to be JSON.")
    return request.get_json()


def is_participant(entry):
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("subject"), str)
        and entry["subject"] != ""
        and entry.get("role") == "EndUser"
        and entry.get("appType") == "custom"
    )


@app.post("/api/v1/conversation")
def establish():
    check_headers()
    body = read_json() if EDITION == "65.0" else read_form()
    if not isinstance(body, dict):
        raise BadRequest("The body is no object.")
    channel, participants = body.get("channelAddressIdentifier"), body.get("participants")
    if not isinstance(channel, str) or channel == "":
        raise BadRequest("The channel is missing.")
    if not isinstance(participants, list) or not participants or not all(map(is_participant, participants)):
        raise BadRequest("The participants are not valid.")
    if channel not in CHANNELS:
        raise NotFound("There is no such channel.")
    subject = participants[0]["subject"]
    try:
        subject.encode()
    except UnicodeEncodeError:
        raise BadRequest("The subject holds half a character.")
    return jsonify(conversationIdentifier=conversation_of(channel, subject))


create_table()
server = create_server(app, host="127.0.0.1", port=0, threads=8)
print(f"listening on {server.effective_port}", flush=True)
server.run()
