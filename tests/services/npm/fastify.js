/** Fastify 5 with its plugins for forms and tokens, its JSON schemas, and Redis as the store. Editions 61.0 and 65.0. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import jwt from '@fastify/jwt';
import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import { Redis } from 'ioredis';

const { SF_PUBLIC_KEY, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT, CHANNEL_ADDRESS_IDENTIFIER, REDIS_SOCKET, EDITION, FAULT } =
  process.env;
const channels = CHANNEL_ADDRESS_IDENTIFIER.split(',');
const redis = new Redis(REDIS_SOCKET);

const headersSchema = {
  type: 'object',
  required: ['orgid', 'authorizationcontext', 'requestid'],
  properties: {
    orgid: { type: 'string', pattern: '^[A-Za-z0-9]{15}$' },
    authorizationcontext: { type: 'string', const: SF_AUTHORIZATION_CONTEXT },
    requestid: { type: 'string', pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' },
  },
};

const bodySchema = {
  type: 'object',
  required: ['channelAddressIdentifier', 'participants'],
  properties: {
    channelAddressIdentifier: { type: 'string', minLength: 1 },
    participants: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['subject', 'role', 'appType'],
        properties: {
          subject: { type: 'string', minLength: 1, maxLength: 255 },
          role: { const: 'EndUser' },
          appType: { const: 'custom' },
        },
      },
    },
  },
};

// Fault: the default of Fastify, which turns a number into text, and one entry into a list.
const coerceTypes = FAULT === 'coerces-types' ? 'array' : false;
const app = Fastify({ logger: false, ajv: { customOptions: { coerceTypes } } });

await app.register(jwt, {
  secret: { public: SF_PUBLIC_KEY },
  verify: { algorithms: ['RS256'], requiredClaims: ['exp'] },
});

if (EDITION === '65.0') {
  app.removeContentTypeParser('text/plain');
} else {
  app.removeContentTypeParser(['text/plain', 'application/json']);
  await app.register(multipart, { attachFieldsToBody: 'keyValues', limits: { files: 0 } });
}

function refuse(statusCode, message) {
  return Object.assign(new Error(message), { statusCode });
}

async function authenticate(request) {
  if (FAULT === 'decodes-only') {
    // Fault: reads what the token says and never asks who says it.
    const claims = app.jwt.decode(request.headers.authorization?.split(' ')[1] ?? '');
    if (claims === null) throw refuse(401, 'The token cannot be read.');
    request.user = claims;
  } else {
    await request.jwtVerify();
  }
}

async function checkOrg(request) {
  const orgId = request.headers.orgid;
  if (orgId !== SF_ORG_ID || orgId !== request.user.org_id) throw refuse(403, 'The token is of another org.');
}

app.setErrorHandler((error, _request, reply) => {
  // The reader of forms throws errors without a status for what it cannot read. Fault: Fastify makes them a 500.
  const statusCode = error.statusCode ?? (FAULT === 'errors-of-plugin' ? 500 : 400);
  return reply.code(statusCode).send({ statusCode, error: error.message });
});

/** Both layouts of the form, in front of the validation of the body. */
async function readForm(request) {
  const { json, channelAddressIdentifier, participants } = request.body ?? {};
  try {
    // A part typed as JSON is an object already, and one with another type is bytes.
    const read = (part) => (typeof part === 'object' && !Buffer.isBuffer(part) ? part : JSON.parse(String(part)));
    const text = (part) => (Buffer.isBuffer(part) ? part.toString() : part);
    request.body =
      json === undefined
        ? { channelAddressIdentifier: text(channelAddressIdentifier), participants: read(participants) }
        : read(json);
  } catch {
    throw refuse(400, 'The participants are no JSON.');
  }
}

async function conversationOf(channel, subject) {
  const key = `conversations:${channel}`;
  if (FAULT === 'look-then-write') {
    // Fault: another call may write between the look-up and the write, while a third system is asked.
    const known = await redis.hget(key, subject);
    if (known !== null) return known;
    const identifier = await setTimeout(20, randomUUID());
    await redis.hset(key, subject, identifier);
    return identifier;
  }
  await redis.hsetnx(key, subject, randomUUID());
  return redis.hget(key, subject);
}

app.post(
  '/api/v1/conversation',
  {
    onRequest: authenticate,
    preValidation: EDITION === '65.0' ? [checkOrg] : [checkOrg, readForm],
    schema: { headers: headersSchema, body: bodySchema },
  },
  async (request, reply) => {
    const { channelAddressIdentifier: channel, participants } = request.body;
    if (!channels.includes(channel)) throw refuse(404, 'There is no such channel.');
    const [{ subject }] = participants;
    // Redis is asked in UTF-8, which has no way to write half a character.
    if (!subject.isWellFormed()) throw refuse(400, 'The subject is no text.');
    return reply.code(201).send({ conversationIdentifier: await conversationOf(channel, subject) });
  },
);

await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`listening on ${app.server.address().port}`);
