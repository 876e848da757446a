/** Hono on Node: its own form reader and JWT middleware, zod for the values, SQLite through libsql. Editions 61.0 and 65.0. */
import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { verify } from 'hono/jwt';
import Database from 'libsql';
import { z } from 'zod';

const { SF_PUBLIC_KEY, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT, CHANNEL_ADDRESS_IDENTIFIER, DATA_DIR, EDITION, FAULT } =
  process.env;
const channels = CHANNEL_ADDRESS_IDENTIFIER.split(',');

const database = new Database(`${DATA_DIR}/conversations.db`);
database.exec(
  'CREATE TABLE conversation (channel TEXT, subject TEXT, identifier TEXT NOT NULL, UNIQUE (channel, subject))',
);
// Fault: a comparison that ignores the case of A to Z, and takes `_` and `%` for wildcards.
const comparison = FAULT === 'compares-with-like' ? 'LIKE' : '=';
const select = database.prepare(
  `SELECT identifier FROM conversation WHERE channel = ? AND ? ${comparison} subject LIMIT 1`,
);
const insert = database.prepare('INSERT INTO conversation VALUES (?, ?, ?) ON CONFLICT DO NOTHING');

const headers = z.object({
  orgid: z.string().regex(/^[A-Za-z0-9]{15}$/),
  authorizationcontext: z.literal(SF_AUTHORIZATION_CONTEXT),
  // Any version: z.uuid() knows only those of RFC 9562.
  requestid: z.guid(),
});

const participant = z.object({
  subject: z.string().min(1),
  role: z.literal('EndUser'),
  appType: z.literal('custom'),
});

const conversation = z.object({
  channelAddressIdentifier: z.string().min(1),
  // Fault: only the first entry is looked at.
  participants:
    FAULT === 'first-entry-only' ? z.tuple([participant]).rest(z.unknown()) : z.array(participant).nonempty(),
});

const app = new Hono().basePath('/api');

app.onError((error, c) =>
  error instanceof HTTPException ? c.json({ error: error.message }, error.status) : c.json({ error: 'Failed' }, 500),
);

function refuse(status, message) {
  return new HTTPException(status, { message });
}

app.use('/v1/*', async (c, next) => {
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  if (token === undefined) throw refuse(401, 'A bearer token is needed.');
  const claims = await verify(token, SF_PUBLIC_KEY, 'RS256').catch(() => undefined);
  if (typeof claims?.exp !== 'number') throw refuse(401, 'The token is not valid.');
  const checked = headers.safeParse(c.req.header());
  if (!checked.success) throw refuse(400, z.prettifyError(checked.error));
  const { orgid } = checked.data;
  if (orgid !== SF_ORG_ID || orgid !== claims.org_id) throw refuse(403, 'The token is of another org.');
  await next();
});

async function readJson(c) {
  if (!/^application\/json(?:\s*;|$)/i.test(c.req.header('Content-Type') ?? '')) throw refuse(415, 'JSON is needed.');
  return c.req.json();
}

/** Both layouts. */
async function readForm(c) {
  if (!/^multipart\/form-data(?:\s*;|$)/i.test(c.req.header('Content-Type') ?? '')) throw refuse(415, 'No form.');
  const { json, channelAddressIdentifier, participants } = await c.req.parseBody();
  return json === undefined ? { channelAddressIdentifier, participants: JSON.parse(participants) } : JSON.parse(json);
}

app.post('/v1/conversation', async (c) => {
  const read = EDITION === '65.0' ? readJson : readForm;
  const body = await read(c).catch((error) => {
    throw error instanceof HTTPException ? error : refuse(400, 'The body cannot be read.');
  });
  const checked = conversation.safeParse(body);
  if (!checked.success) throw refuse(422, z.prettifyError(checked.error));
  const { channelAddressIdentifier: channel, participants } = checked.data;
  if (!channels.includes(channel)) throw refuse(404, 'There is no such channel.');
  let { subject } = participants[0];
  if (!subject.isWellFormed()) throw refuse(422, 'The subject is no text.');
  // Fault: cut to what the column of the old database held.
  if (FAULT === 'cuts-to-255') subject = subject.slice(0, 255);
  if (select.get(channel, subject) === undefined) insert.run(channel, subject, randomUUID());
  return c.json({ conversationIdentifier: select.get(channel, subject).identifier }, 200);
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`listening on ${port}`));
