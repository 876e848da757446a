/** The curl line sends the recorded request again: run by bash against a bare socket and compared byte for byte. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { conformingDraft } from '../../../../generators/basis.js';
import { spellings } from '../../../../generators/spellings/index.js';
import { violationsOf, violationsOfClause } from '../../../../generators/violations/catalogue.js';
import type { ClauseId } from '../../../../schemas/clauses/clauses.js';
import { createRedactor } from '../../../../text/redactor.js';
import { curlOf } from '../../../../verdicts/record/curl.js';
import { toEvidence } from '../../../../verdicts/record/evidence.js';
import { tokenChange } from '../../../../verdicts/record/token-changes.js';
import { isForged } from '../../../../verdicts/replay/remake.js';
import { encodeRequest } from '../../../../wire/codecs/encode.js';
import type { RequestDraft } from '../../../../wire/request.js';
import { rawServer } from '../../endpoints/sender/raw-server.js';
import { plainBasis } from '../../generators/some-basis.js';
import { exchange } from '../samples.js';

const run = promisify(execFile);
const token = plainBasis.credentials.accessToken;
const expired = plainBasis.credentials.expiredAccessToken ?? assert.fail();
const redactor = createRedactor([token, expired]);
const missing = ['bash', 'curl'].find((program) => spawnSync(program, ['--version']).error !== undefined);
const skip = missing === undefined ? false : `${missing} is not installed`;

function lineOf(draft: RequestDraft, baseUrl: string, change?: string, keepsRequestId = true): string {
  const { method, fields, body } = encodeRequest(draft);
  const head = [
    `${method} /api/v1/conversation HTTP/1.1`,
    'Host: 127.0.0.1',
    ...fields.map(([name, value]) => `${name}: ${value}`),
  ];
  const recorded = exchange({ head: `${head.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n`, body });
  return curlOf(toEvidence(recorded, redactor), baseUrl, { change, keepsRequestId }) ?? assert.fail('no line');
}

interface Sent {
  readonly line: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Runs the line of a draft and gives back what arrived. */
/** @param change how each line makes its token, where it is no good one. */
async function sendByCurl(
  t: TestContext,
  drafts: readonly RequestDraft[],
  changes: readonly string[] = [],
): Promise<readonly Sent[]> {
  const server = await rawServer(t, ({ socket }) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'));
  const sent: Sent[] = [];
  for (const [index, draft] of drafts.entries()) {
    const line = lineOf(draft, server.url.href, changes[index]);
    // Where Node is at its other end, bash takes its input for a remote shell's and reads what the user starts shells with.
    await run('bash', ['--norc', '-c', line], {
      env: { PATH: process.env.PATH, SF_ACCESS_TOKEN: token, SF_EXPIRED_ACCESS_TOKEN: expired, NO_PROXY: '*' },
    });
    const bytes = server.arrivals.at(-1)?.bytes ?? Buffer.alloc(0);
    const end = bytes.indexOf('\r\n\r\n');
    const lines = bytes.toString('utf8', 0, end).split('\r\n').slice(1);
    const fields = lines.map((field): [string, string] => {
      const colon = field.indexOf(':');
      return [field.slice(0, colon), field.slice(colon + 1).trim()];
    });
    sent.push({ line, fields: new Map(fields), body: bytes.subarray(end + 4) });
  }
  return sent;
}

function assertSame(draft: RequestDraft, { line, fields, body }: Sent, what: string): void {
  const wire = encodeRequest(draft);
  assert.deepEqual(body, Buffer.from(wire.body), what);
  for (const [name, value] of wire.fields) assert.equal(fields.get(name), value.trim(), `${what}: ${name}`);
  const names = wire.fields.map(([name]) => name.toLowerCase());
  for (const name of ['authorization', 'content-type', 'orgid', 'authorizationcontext', 'requestid']) {
    const arrived = [...fields.keys()].some((field) => field.toLowerCase() === name);
    assert.equal(arrived, names.includes(name), `${what}: ${name} is sent when it was recorded`);
  }
  assert.ok(!line.includes(token.slice(0, 20)), 'no token in the line');
}

const subjects = ['a "b" \\ `c` $HOME $(id) !x', "O'Brien \\' a;b&c|d>e", 'Ünï 漢 😀 %41%00', '@file\ttab'];

test('each call of a line has a RequestId of its own, but where that is what the case is about', () => {
  const made = `--header 'RequestId: '"$(node -p 'crypto.randomUUID()')"`;
  assert.ok(lineOf(conformingDraft(plainBasis), 'http://127.0.0.1/api', undefined, false).includes(made));
  assert.ok(!lineOf(conformingDraft(plainBasis), 'http://127.0.0.1/api').includes(made));
});

test('conforming requests, whatever the subject', { skip }, async (t) => {
  const drafts = subjects.map((subject) => conformingDraft({ ...plainBasis, subject }));
  const sent = await sendByCurl(t, drafts);
  for (const [index, one] of sent.entries()) {
    assertSame(drafts[index] ?? assert.fail(), one, subjects[index] ?? '');
    assert.equal(one.fields.get('Authorization'), `Bearer ${token}`);
  }
});

test('conforming requests in other spellings', { skip }, async (t) => {
  const chosen = spellings.filter(
    ({ dimension }, index) => spellings.findIndex((one) => one.dimension === dimension) === index,
  );
  const drafts = chosen.map(({ apply }) => apply(conformingDraft(plainBasis)));
  const sent = await sendByCurl(t, drafts);
  for (const [index, one] of sent.entries())
    assertSame(drafts[index] ?? assert.fail(), one, chosen[index]?.label ?? '');
});

/** Each kind of change that the line must carry: headers empty and absent, quotes, lost brackets, bodies that are no form. */
const kinds: readonly (readonly [clause: ClauseId, label: string])[] = [
  ['headers/org-id/required', 'absent'],
  ['headers/org-id/required', 'empty'],
  ['headers/content-type/required', 'absent'],
  ['headers/content-type/required', 'empty'],
  ['headers/authorization/required', 'absent'],
  ['headers/authorization/scheme', 'scheme Basic'],
  ['headers/authorization/token', 'in quotes'],
  ['headers/request-id/format', 'in quotes'],
  ['body/participants/json', 'single quotes'],
  ['body/participants/json', 'quotes escaped once too often'],
  ['body/multipart/well-formed', 'empty body'],
  ['body/multipart/well-formed', 'a JSON body'],
];

test('violations: headers, JSON text and raw bodies', { skip }, async (t) => {
  const drafts = kinds.map(([clause, label]) => {
    const found = violationsOfClause(plainBasis, clause).find((violation) => violation.label === label);
    return found?.draft ?? assert.fail(`${clause}: ${label}`);
  });
  const sent = await sendByCurl(t, drafts);
  for (const [index, one] of sent.entries()) {
    assertSame(drafts[index] ?? assert.fail(), one, kinds[index]?.join(': ') ?? '');
  }
});

/** Violations of the header Authorization whose value holds a part of a token and not the whole. */
const altered = violationsOf(plainBasis).filter((violation) =>
  isForged({ violation, difference: violation.difference }),
);

test('every altered token of the catalogue is made by the line itself', { skip }, async (t) => {
  assert.ok(altered.length > 12, `${altered.length}`);
  const changes = altered.map((one) => tokenChange(one) ?? assert.fail(one.slug));
  const sent = await sendByCurl(
    t,
    altered.map(({ draft }) => draft),
    changes,
  );
  for (const [index, one] of altered.entries()) assertSame(one.draft, sent[index] ?? assert.fail(), one.slug);
});

test('the token more than once, and with its signature behind it', { skip }, async (t) => {
  const all = violationsOfClause(plainBasis, 'headers/authorization/token');
  const some = all.filter(({ slug }) => slug === 'the-token-twice' || slug === 'a-part-too-many');
  const changes = some.map((one) => tokenChange(one) ?? '');
  assert.deepEqual(
    changes.map((change) => change !== ''),
    [false, true],
  );
  for (const [index, { draft, slug }] of some.entries()) {
    const change = changes[index] === '' ? [] : [changes[index] ?? ''];
    const [one] = await sendByCurl(t, [draft], change);
    assertSame(draft, one ?? assert.fail(), slug);
  }
});

test('the line asks for HTTP/1.1, has no token and names what curl would add', () => {
  const { fields, ...rest } = conformingDraft(plainBasis);
  const line = lineOf(
    { ...rest, fields: fields.filter(([name]) => name !== 'Content-Type') },
    'http://127.0.0.1:1/api',
  );
  assert.match(line, /^curl --include --http1\.1 --request POST 'http:\/\/127\.0\.0\.1:1\/api\/v1\/conversation'/);
  assert.match(line, /--header 'Content-Type:'/);
  assert.match(line, /--header 'Authorization: Bearer '"\$SF_ACCESS_TOKEN"/);
  assert.doesNotMatch(line, /Content-Length|Host:/);
});

test('bodies that a shell has no text for: an at sign first, a NUL, bytes that are no UTF-8', { skip }, async (t) => {
  const bodies = ['@/etc/hostname', 'a\0b', Buffer.from([0xff, 0, 0x27, 0x5c, 0x0d, 0x0a])];
  const drafts = bodies.map((body): RequestDraft => {
    return { ...conformingDraft(plainBasis), body: { kind: 'raw', bytes: Buffer.from(body) } };
  });
  const sent = await sendByCurl(t, drafts);
  for (const [index, one] of sent.entries()) assertSame(drafts[index] ?? assert.fail(), one, `body ${index}`);
});

test('a body that was cut gives no line: half a request proves nothing', () => {
  const recorded = exchange({ body: Buffer.alloc(100_000, 'x') });
  assert.equal(curlOf(toEvidence(recorded, redactor), 'http://127.0.0.1:1/api'), undefined);
});
