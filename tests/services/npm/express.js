/** Express 5, multer for forms, jose for tokens, SQLite with a primary key through libsql. Editions 61.0 and 65.0. */
import { randomUUID } from 'node:crypto';
import express from 'express';
import { importSPKI, jwtVerify } from 'jose';
import Database from 'libsql';
import multer from 'multer';

const { SF_PUBLIC_KEY, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT, CHANNEL_ADDRESS_IDENTIFIER, DATA_DIR, EDITION, FAULT } =
  process.env;
const channels = CHANNEL_ADDRESS_IDENTIFIER.split(',');
const publicKey = await importSPKI(SF_PUBLIC_KEY, 'RS256');

// Fault: the collation that ignores letter case, put there for another column that needed it.
const collation = FAULT === 'nocase-column' ? 'NOCASE' : 'BINARY';
const database = new Database(`${DATA_DIR}/conversations.db`);
database.pragma('journal_mode = WAL');
database.exec(`
  CREATE TABLE conversation (
    channel TEXT NOT NULL COLLATE BINARY,
    subject TEXT NOT NULL COLLATE ${collation},
    identifier TEXT NOT NULL,
    PRIMARY KEY (channel, subject)
  )
`);
const insert = database.prepare('INSERT INTO conversation VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
const select = database.prepare('SELECT identifier FROM conversation WHERE channel = ? AND subject = ?');

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function authenticate(request, _response, next) {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.get('Authorization') ?? '') ?? [];
  if (token === undefined) throw new Refusal(401, 'A bearer token is needed.');
  try {
    const { payload } = await jwtVerify(token, publicKey, { algorithms: ['RS256'], requiredClaims: ['exp'] });
    request.orgOfToken = payload.org_id;
  } catch {
    throw new Refusal(401, 'The token is not valid.');
  }
  next();
}

function checkHeaders(request, _response, next) {
  let orgId = request.get('OrgId') ?? '';
  // Fault: "both forms name the same org".
  if (FAULT === 'org-id-18') orgId = orgId.slice(0, 15);
  if (!/^[A-Za-z0-9]{15}$/.test(orgId)) throw new Refusal(400, 'OrgId has 15 letters or digits.');
  if (orgId !== SF_ORG_ID || orgId !== request.orgOfToken) throw new Refusal(403, 'The token is of another org.');
  if (request.get('AuthorizationContext') !== SF_AUTHORIZATION_CONTEXT) throw new Refusal(403, 'Wrong context.');
  if (!guid.test(request.get('RequestId') ?? '')) throw new Refusal(400, 'RequestId is no GUID.');
  next();
}

function onlyOf(mediaType) {
  return (request, _response, next) => {
    if (!request.is(mediaType)) throw new Refusal(415, `The body has to be ${mediaType}.`);
    next();
  };
}

/** Both layouts of the form. */
function readForm(request, _response, next) {
  const { json, channelAddressIdentifier, participants } = request.body ?? {};
  try {
    request.body =
      json === undefined ? { channelAddressIdentifier, participants: JSON.parse(participants) } : JSON.parse(json);
  } catch {
    throw new Refusal(400, 'The participants are no JSON.');
  }
  next();
}

function isParticipant(entry) {
  const { subject, role, appType } = entry ?? {};
  return typeof subject === 'string' && subject !== '' && role === 'EndUser' && appType === 'custom';
}

function establish(request, response) {
  const { channelAddressIdentifier: channel, participants } = request.body ?? {};
  if (typeof channel !== 'string' || channel === '') throw new Refusal(400, 'The channel is missing.');
  if (!Array.isArray(participants) || participants.length === 0) throw new Refusal(400, 'No list of participants.');
  if (!participants.every(isParticipant)) throw new Refusal(400, 'A participant is not valid.');
  if (!channels.includes(channel)) throw new Refusal(404, 'There is no such channel.');
  const [{ subject }] = participants;
  // A lone surrogate cannot be stored as it is.
  if (!subject.isWellFormed() || subject.length > 1024) throw new Refusal(400, 'The subject cannot be stored.');
  insert.run(channel, subject, randomUUID());
  response.status(202).json({ conversationIdentifier: select.get(channel, subject).identifier });
}

const bodyReaders =
  EDITION === '65.0'
    ? [onlyOf('application/json'), express.json()]
    : [onlyOf('multipart/form-data'), multer().none(), readForm];

const app = express();
app.disable('x-powered-by');
app.post('/api/v1/conversation', authenticate, checkHeaders, ...bodyReaders, establish);
app.use(() => {
  throw new Refusal(404, 'There is nothing here.');
});
app.use((error, _request, response, next) => {
  // The readers of forms throw errors without a status for what they cannot read.
  error.status ??= 400;
  // Fault: left to Express, whose page shows where the error was thrown.
  if (FAULT === 'default-error-page') return next(error);
  response.status(error.status).json({ code: error.status, message: error.message });
});

const server = app.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
