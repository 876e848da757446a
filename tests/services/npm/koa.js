/** Koa 3 with @koa/router, @koa/multer and koa-jwt; conversations in maps of this process. */
import { randomUUID } from 'node:crypto';
import multer from '@koa/multer';
import Router from '@koa/router';
import Koa from 'koa';
import jwt from 'koa-jwt';

const { SF_PUBLIC_KEY, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT, CHANNEL_ADDRESS_IDENTIFIER, FAULT } = process.env;

const channels = CHANNEL_ADDRESS_IDENTIFIER.split(',');
const conversations = new Map();

function conversationOf(channel, subject) {
  // Fault: the key of a cache, in which a colon of the channel or of the subject may stand for the one between them.
  const key = FAULT === 'key-joined' ? `${channel}:${subject}` : JSON.stringify([channel, subject]);
  const known = conversations.get(key);
  if (known !== undefined) return known;
  const identifier = randomUUID();
  conversations.set(key, identifier);
  return identifier;
}

const app = new Koa();
app.silent = true;

/** Every refusal as problem+json. */
app.use(async (ctx, next) => {
  try {
    await next();
    if (ctx.status === 404 && ctx.body == null) ctx.throw(404);
  } catch (error) {
    // Errors of the reader of forms have no status.
    const status = error.status ?? 400;
    ctx.status = status;
    ctx.body = { status, title: error.expose === false ? 'Refused' : error.message };
    ctx.type = 'application/problem+json';
  }
});

const verify = jwt({ secret: SF_PUBLIC_KEY, algorithms: ['RS256'] });

app.use(async (ctx, next) => {
  if (FAULT === 'token-of-connection') {
    // Fault: the token is looked at once for each connection.
    const { socket } = ctx.req;
    if (socket.user === undefined) {
      await verify(ctx, async () => undefined);
      socket.user = ctx.state.user;
    }
    ctx.state.user = socket.user;
    return next();
  }
  return verify(ctx, next);
});

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

async function checkHeaders(ctx, next) {
  const orgId = ctx.get('OrgId');
  ctx.assert(/^[A-Za-z0-9]{15}$/.test(orgId), 400, 'OrgId has 15 letters or digits.');
  ctx.assert(orgId === SF_ORG_ID && orgId === ctx.state.user.org_id, 403, 'The token is of another org.');
  ctx.assert(typeof ctx.state.user.exp === 'number', 401, 'The token never ends.');
  ctx.assert(ctx.get('AuthorizationContext') === SF_AUTHORIZATION_CONTEXT, 403, 'Wrong context.');
  ctx.assert(guid.test(ctx.get('RequestId')), 400, 'RequestId is no GUID.');
  ctx.assert(ctx.is('multipart/form-data'), 415, 'The body has to be a form.');
  return next();
}

function parse(ctx, text) {
  try {
    return JSON.parse(text);
  } catch {
    return ctx.throw(400, 'That is no JSON.');
  }
}

const router = new Router({ prefix: '/api/v1' });

router.post('/conversation', checkHeaders, multer().none(), (ctx) => {
  const form = ctx.request.body ?? {};
  const { channelAddressIdentifier: channel, participants } =
    form.json === undefined ? { ...form, participants: parse(ctx, form.participants) } : (parse(ctx, form.json) ?? {});
  ctx.assert(typeof channel === 'string' && channel !== '', 400, 'The channel is missing.');
  ctx.assert(Array.isArray(participants) && participants.length > 0, 400, 'No list of participants.');
  for (const entry of participants) {
    ctx.assert(typeof entry?.subject === 'string' && entry.subject.length > 0, 400, 'A subject is missing.');
    if (FAULT === 'error-in-200' && entry.role !== 'EndUser') {
      // Fault: an error is told where it is found, and nobody sets the status.
      ctx.body = { success: false, error: 'The role is EndUser.' };
      return;
    }
    ctx.assert(entry.role === 'EndUser', 400, 'The role is EndUser.');
    ctx.assert(entry.appType === 'custom', 400, 'The app type is custom.');
  }
  ctx.assert(channels.includes(channel), 404, 'There is no such channel.');
  ctx.body = { conversationIdentifier: conversationOf(channel, participants[0].subject), success: true };
});

app.use(router.routes()).use(router.allowedMethods({ throw: true }));
const server = app.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
