"""aiohttp, PyJWT, conversations in a dictionary."""
import asyncio
import json
import os
import re
import uuid

import jwt
from aiohttp import web

PUBLIC_KEY = os.environ["SF_PUBLIC_KEY"]
ORG_ID = os.environ["SF_ORG_ID"]
CONTEXT = os.environ["SF_AUTHORIZATION_CONTEXT"]
CHANNELS = os.environ["CHANNEL_ADDRESS_IDENTIFIER"].split(",")
FAULT = os.environ["FAULT"]

GUID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)

conversations = {}


async def conversation_of(channel, subject):
    if FAULT == "numbers-as-numbers" and subject.isdigit():
        # Fault: customer numbers are numbers.
        subject = str(int(subject))
    key = (channel, subject)
    if key not in conversations:
        if FAULT == "awaits-in-between":
            # Fault: another task may come in while this one waits; as with any store that is awaited.
            await asyncio.sleep(0)
        conversations[key] = str(uuid.uuid4())
    return conversations[key]


@web.middleware
async def strip_headers(request, handler):
    """aiohttp leaves blanks behind header values. Fault: nobody noticed."""
    if FAULT == "blanks-kept":
        return await handler(request)
    return await handler(request.clone(headers={name: value.strip(" \t") for name, value in request.headers.items()}))


@web.middleware
async def authenticate(request, handler):
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise web.HTTPUnauthorized(text="A bearer token is needed.")
    try:
        options = {"require": ["exp"], "verify_aud": False}
        request["claims"] = jwt.decode(token.strip(), PUBLIC_KEY, algorithms=["RS256"], options=options)
    except jwt.InvalidTokenError:
        raise web.HTTPUnauthorized(text="The token is not valid.")
    return await handler(request)


def check_headers(request):
    org_id = request.headers.get("OrgId", "")
    if FAULT == "org-by-prefix":
        # Fault: meant to take the form with 18 characters, takes every beginning as well.
        if not org_id or not (ORG_ID.startswith(org_id) or org_id.startswith(ORG_ID)):
            raise web.HTTPForbidden(text="The token is of another org.")
    else:
        if not re.fullmatch("[A-Za-z0-9]{15}", org_id):
            raise web.HTTPBadRequest(text="OrgId has 15 letters or digits.")
        if org_id != ORG_ID or org_id != request["claims"].get("org_id"):
            raise web.HTTPForbidden(text="The token is of another org.")
    if request.headers.get("AuthorizationContext") != CONTEXT:
        raise web.HTTPForbidden(text="The context is of another app.")
    if not GUID.fullmatch(request.headers.get("RequestId", "")):
        raise web.HTTPBadRequest(text="RequestId is no GUID.")


async def read_form(request):
    # Not request.post(): it compares the media type letter by letter, and its case means nothing.
    if not request.content_type.lower() == "multipart/form-data":
        raise web.HTTPUnsupportedMediaType()
    form = {}
    try:
        async for part in await request.multipart():
            form[part.name] = await part.text()
        if "json" in form:
            return json.loads(form["json"])
        return {**form, "participants": json.loads(form["participants"])}
    except (ValueError, KeyError, AssertionError):
        raise web.HTTPBadRequest(text="The form cannot be read.")


def is_participant(entry):
    match entry:
        case {"subject": str(subject), "role": "EndUser", "appType": "custom"} if subject:
            return True
    return False


routes = web.RouteTableDef()


@routes.post("/api/v1/conversation")
async def establish(request):
    check_headers(request)
    match await read_form(request):
        case {"channelAddressIdentifier": str(channel), "participants": [first, *_] as participants} if channel:
            if not all(map(is_participant, participants)):
                raise web.HTTPBadRequest(text="A participant is not valid.")
        case _:
            raise web.HTTPBadRequest(text="The channel or the participants are missing.")
    if channel not in CHANNELS:
        raise web.HTTPNotFound(text="There is no such channel.")
    return web.json_response({"conversationIdentifier": await conversation_of(channel, first["subject"])}, status=202)


async def main():
    app = web.Application(middlewares=[strip_headers, authenticate])
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"listening on {runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
