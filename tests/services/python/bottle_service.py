"""Bottle on waitress, one of two processes behind nginx; PyJWT, SQLite with a primary key through sqlite3."""
import json
import os
import re
import sqlite3
import sys
import uuid

import bottle
import jwt
import waitress
from bottle import abort, request

PUBLIC_KEY = os.environ["SF_PUBLIC_KEY"]
ORG_ID = os.environ["SF_ORG_ID"]
CONTEXT = os.environ["SF_AUTHORIZATION_CONTEXT"]
CHANNELS = os.environ["CHANNEL_ADDRESS_IDENTIFIER"].split(",")
DATA = os.environ["DATA_DIR"]
FAULT = os.environ["FAULT"]

GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

app = bottle.Bottle()
memory = {}


def connect():
    return sqlite3.connect(f"{DATA}/conversations.db", timeout=30, isolation_level=None)


def conversation_of(channel, subject):
    if FAULT == "memory-of-process":
        # Fault: a cache that was enough as long as there was one process.
        return memory.setdefault((channel, subject), uuid.uuid4().hex)
    database = connect()
    try:
        values = (channel, subject, uuid.uuid4().hex)
        database.execute("INSERT INTO conversation VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values)
        query = "SELECT identifier FROM conversation WHERE channel = ? AND subject = ?"
        return database.execute(query, (channel, subject)).fetchone()[0]
    finally:
        database.close()


def check_headers():
    scheme, _, token = request.get_header("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        abort(401, "A bearer token is needed.")
    try:
        options = {"require": ["exp"], "verify_aud": False}
        claims = jwt.decode(token.strip(), PUBLIC_KEY, algorithms=["RS256"], options=options)
    except jwt.InvalidTokenError:
        abort(401, "The token is not valid.")
    org_id = request.get_header("OrgId", "")
    if not re.fullmatch("[A-Za-z0-9]{15}", org_id):
        abort(400, "OrgId has 15 letters or digits.")
    if org_id != ORG_ID or org_id != claims.get("org_id"):
        abort(403, "The token is of another org.")
    if request.get_header("AuthorizationContext") != CONTEXT:
        abort(403, "The context is of another app.")
    if not GUID.fullmatch(request.get_header("RequestId", "")):
        abort(400, "RequestId is no GUID.")


def read_form():
    media_type, semicolon, parameters = request.environ.get("CONTENT_TYPE", "").partition(";")
    # The reader of forms compares the media type letter by letter; its case means nothing.
    media_type = media_type.strip().lower()
    request.environ["CONTENT_TYPE"] = media_type + semicolon + parameters
    if media_type != "multipart/form-data":
        abort(415, "The body has to be a form.")
    try:
        if "json" in request.forms:
            return json.loads(request.forms["json"])
        return {**request.forms, "participants": json.loads(request.forms["participants"])}
    except (ValueError, KeyError):
        abort(400, "The form cannot be read.")


def check_participant(entry):
    if not isinstance(entry, dict) or not isinstance(entry.get("subject"), str) or entry["subject"] == "":
        abort(400, "A participant has no subject.")
    for member, word in [("role", "EndUser"), ("appType", "custom")]:
        if entry.get(member) != word:
            abort(400, f"{member} is {entry.get(member)} instead of {word}.")


@app.post("/api/v1/conversation")
def establish():
    check_headers()
    body = read_form()
    if not isinstance(body, dict):
        abort(400, "The form holds no object.")
    channel, participants = body.get("channelAddressIdentifier"), body.get("participants")
    if not isinstance(channel, str) or channel == "":
        abort(400, "The channel is missing.")
    if not isinstance(participants, list) or not participants:
        abort(400, "There is no list of participants.")
    for entry in participants:
        check_participant(entry)
    if channel not in CHANNELS:
        abort(404, "There is no such channel.")
    subject = participants[0]["subject"]
    if any("\ud800" <= character <= "\udfff" for character in subject):
        abort(400, "The subject holds half a character.")
    return {"conversationIdentifier": conversation_of(channel, subject)}


if FAULT == "raw-error-page":
    # Fault: an own page, in which the message is not escaped.
    app.default_error_handler = lambda error: bottle.template(
        "<!DOCTYPE html><title>{{e.status}}</title><h1>{{e.status}}</h1><p>{{!e.body}}</p>", e=error
    )

# Fault: SQLite knows no type STRING, and takes texts that look like numbers for numbers.
text = "STRING" if FAULT == "column-type-string" else "TEXT"
with connect() as database:
    database.execute("PRAGMA journal_mode = WAL")
    database.execute(
        "CREATE TABLE IF NOT EXISTS conversation "
        f"(channel TEXT, subject {text}, identifier TEXT, PRIMARY KEY (channel, subject))"
    )
server = waitress.create_server(app, unix_socket=sys.argv[1], threads=4)
print("listening", flush=True)
server.run()
