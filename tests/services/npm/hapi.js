/** hapi 21 with @hapi/jwt and Joi; conversations in an append-only file, held in maps. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import Hapi from '@hapi/hapi';
import Jwt from '@hapi/jwt';
import Joi from 'joi';

const { SF_PUBLIC_KEY, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT, CHANNEL_ADDRESS_IDENTIFIER, DATA_DIR, FAULT } = process.env;

/** One line of JSON for each conversation; read once at the start. */
class Journal {
  #file = `${DATA_DIR}/conversations.jsonl`;
  #channels = new Map();

  constructor() {
    if (!existsSync(this.#file)) return;
    for (const line of readFileSync(this.#file, 'utf8').trimEnd().split('\n')) this.#remember(...JSON.parse(line));
  }

  #remember(channel, subject, identifier) {
    if (!this.#channels.has(channel)) this.#channels.set(channel, new Map());
    this.#channels.get(channel).set(subject, identifier);
  }

  conversationOf(channel, subject) {
    const known = this.#channels.get(channel)?.get(subject);
    if (known !== undefined) return known;
    const identifier = randomUUID();
    appendFileSync(this.#file, `${JSON.stringify([channel, subject, identifier])}\n`);
    this.#remember(channel, subject, identifier);
    return identifier;
  }
}

const journal = new Journal();

const text = Joi.string();
const participant = Joi.object({
  // Fault: a subject looks like a mail address, so it is cleaned like one.
  subject: (FAULT === 'cleans-subjects' ? text.trim().lowercase() : text).required(),
  // Fault: "case should not matter to the caller".
  role: (FAULT === 'role-in-any-case' ? text.valid('EndUser').insensitive() : text.valid('EndUser')).required(),
  appType: text.valid('custom').required(),
}).unknown();

const conversation = Joi.object({
  channelAddressIdentifier: text.valid(...CHANNEL_ADDRESS_IDENTIFIER.split(',')).required(),
  participants: Joi.array().items(participant).min(1).required(),
}).unknown();

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const headers = Joi.object({
  orgid: text
    .pattern(/^[A-Za-z0-9]{15}$/)
    .valid(SF_ORG_ID)
    .required(),
  authorizationcontext: text.valid(SF_AUTHORIZATION_CONTEXT).required(),
  // Fault: Joi's own GUIDs may stand in braces and have no hyphens.
  requestid: (FAULT === 'guid-of-joi' ? text.guid() : text.pattern(guid)).required(),
}).unknown();

const server = Hapi.server({ port: 0, host: '127.0.0.1', debug: false });
await server.register(Jwt);

server.auth.strategy('org', 'jwt', {
  keys: { key: SF_PUBLIC_KEY, algorithms: ['RS256'] },
  verify: { aud: false, iss: false, sub: false, exp: true },
  validate: ({ decoded }, request) => ({
    isValid: typeof decoded.payload.exp === 'number' && decoded.payload.org_id === request.headers.orgid,
    credentials: decoded.payload,
  }),
});

/** Both layouts; a part typed as JSON has been read already. */
function readForm({ json, channelAddressIdentifier, participants }) {
  const read = (part) => (typeof part === 'string' || Buffer.isBuffer(part) ? JSON.parse(String(part)) : part);
  if (json !== undefined) return read(json);
  return { channelAddressIdentifier, participants: read(participants) };
}

server.route({
  method: 'POST',
  path: '/api/v1/conversation',
  options: {
    auth: 'org',
    payload: { multipart: { output: 'data' }, allow: 'multipart/form-data' },
    validate: { headers, options: { convert: FAULT === 'cleans-subjects' } },
  },
  handler: (request, h) => {
    let form;
    try {
      form = readForm(request.payload ?? {});
    } catch {
      return h.response({ message: 'The participants are no JSON.' }).code(400);
    }
    const { value, error } = conversation.validate(form, { convert: FAULT === 'cleans-subjects' });
    if (error !== undefined) return h.response({ message: error.message }).code(422);
    const { channelAddressIdentifier, participants } = value;
    return { conversationIdentifier: journal.conversationOf(channelAddressIdentifier, participants[0].subject) };
  },
});

await server.start();
console.log(`listening on ${server.info.port}`);
