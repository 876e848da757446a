/** The sound mock refuses what breaks a clause, names the clause, and accepts every legal spelling. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createMock, createMockKeys, type ExchangeNote, type MockKeys } from '../../../../endpoints/mock/mock.js';
import type { ClauseId } from '../../../../schemas/clauses/clauses.js';
import { Caller, type Change } from './caller.js';

let keys: MockKeys;
before(async () => {
  keys = await createMockKeys();
});

const good = { subject: 'someone', role: 'EndUser', appType: 'custom' };
const header = (name: string, value: string | undefined): Change => ({ headers: { [name]: value } });
const twice = (wanted: string): Change => ({
  fields: (fields) => [...fields, ...fields.filter(([name]) => name === wanted)],
});

const wrong: readonly (readonly [what: string, clause: ClauseId | undefined, status: number, change: Change])[] = [
  ['another path', 'operation/endpoint', 404, { target: '/api/v1/conversations' }],
  ['a slash behind the path', 'operation/endpoint', 404, { target: '/api/v1/conversation/' }],
  ['GET', 'operation/endpoint', 405, { method: 'GET' }],
  ['no Authorization', 'headers/authorization/required', 401, header('Authorization', undefined)],
  ['Bearer without a token', 'headers/authorization/required', 401, header('Authorization', 'Bearer')],
  ['another scheme', 'headers/authorization/scheme', 401, header('Authorization', 'Basic YTpi')],
  ['garbage for a token', 'headers/authorization/token', 401, header('Authorization', 'Bearer a.b.c')],
  ['two Authorization headers', 'headers/authorization/token', 400, twice('Authorization')],
  ['no Content-Type', 'headers/content-type/required', 415, header('Content-Type', undefined)],
  ['another media type', 'headers/content-type/media-type', 415, header('Content-Type', 'application/json')],
  ['two Content-Type headers', 'headers/content-type/media-type', 400, twice('Content-Type')],
  ['no boundary', 'headers/content-type/boundary', 415, header('Content-Type', 'multipart/form-data')],
  ['an empty OrgId', 'headers/org-id/required', 400, header('OrgId', ' ')],
  ['two OrgId headers', 'headers/org-id/length', 400, twice('OrgId')],
  ['an org id of 18', 'headers/org-id/length', 400, header('OrgId', '00D000000000001AAA')],
  ['an org id with a hyphen', 'headers/org-id/characters', 400, header('OrgId', '00D-00000000001')],
  ['another org', 'headers/org-id/token-org', 403, header('OrgId', '00D000000000001')],
  ['no AuthorizationContext', 'headers/authorization-context/required', 400, header('AuthorizationContext', undefined)],
  ['a context with a digit first', 'headers/authorization-context/format', 400, header('AuthorizationContext', '1_A')],
  ['two AuthorizationContext headers', 'headers/authorization-context/format', 400, twice('AuthorizationContext')],
  ['another prefix', 'headers/authorization-context/prefix', 403, header('AuthorizationContext', 'Other_A')],
  ['no RequestId', 'headers/request-id/required', 400, header('RequestId', undefined)],
  ['a RequestId in words', 'headers/request-id/format', 400, header('RequestId', 'one')],
  ['two RequestId headers', 'headers/request-id/format', 400, twice('RequestId')],
  ['a body that is cut', 'body/multipart/well-formed', 400, { body: (body) => body.slice(0, -20) }],
  ['no channel', 'body/channel-address-identifier/required', 400, { channel: undefined }],
  ['an empty channel', 'body/channel-address-identifier/string', 400, { channel: '' }],
  ['a channel that is not configured', undefined, 404, { channel: 'unknown' }],
  ['no participants', 'body/participants/required', 400, { participants: undefined }],
  ['broken JSON', 'body/participants/json', 400, { text: '[' }],
  ['JSON behind a byte order mark', 'body/participants/json', 400, { text: `\ufeff${JSON.stringify([good])}` }],
  ['an object for a list', 'body/participants/list', 400, { participants: good }],
  ['a list written as a JSON string', 'body/participants/list', 400, { participants: JSON.stringify([good]) }],
  ['an empty list', 'body/participants/non-empty', 400, { participants: [] }],
  ['an entry that is a list', 'body/participants/entries', 400, { participants: [good, []] }],
  ['no subject', 'body/participants/subject/required', 400, { entry: { subject: undefined } }],
  ['a subject that is null', 'body/participants/subject/string', 400, { entry: { subject: null } }],
  ['an empty subject', 'body/participants/subject/non-empty', 400, { subject: '' }],
  ['no role', 'body/participants/role/required', 400, { entry: { role: undefined } }],
  ['a role in lower case', 'body/participants/role/value', 400, { entry: { role: 'enduser' } }],
  ['a wrong second entry', 'body/participants/role/value', 400, { participants: [good, { ...good, role: '' }] }],
  ['no appType', 'body/participants/app-type/required', 400, { entry: { appType: undefined } }],
  ['another appType', 'body/participants/app-type/value', 400, { entry: { appType: 'agent' } }],
  ['a whole object that is broken', 'body/participants/json', 400, { layout: 'json-part', text: '{' }],
  [
    'a channel that is a number in the whole object',
    'body/channel-address-identifier/string',
    400,
    { layout: 'json-part', text: JSON.stringify({ channelAddressIdentifier: 7, participants: [good] }) },
  ],
  [
    'participants as text in the whole object',
    'body/participants/list',
    400,
    { layout: 'json-part', participants: JSON.stringify([good]) },
  ],
];

for (const [what, clause, status, change] of wrong) {
  test(`refuses ${what}`, async () => {
    const notes: ExchangeNote[] = [];
    const called = await new Caller(await createMock({ keys, onExchange: (note) => notes.push(note) })).call(change);
    assert.equal(notes[0]?.refusal?.clause, clause);
    assert.equal(called.status, status);
    assert.equal(called.identifier, undefined);
    const error: unknown = JSON.parse(String(called.answer.body));
    assert.deepEqual(error, { code: notes[0]?.refusal?.code, message: notes[0]?.refusal?.message });
  });
}

const right: readonly (readonly [what: string, change: Change])[] = [
  ['a query behind the path', { target: '/api/v1/conversation?a=b' }],
  ['header names in lower case', { fields: (fields) => fields.map(([name, value]) => [name.toLowerCase(), value]) }],
  ['blanks and tabs around values', { fields: (fields) => fields.map(([name, value]) => [name, ` \t${value}\t `]) }],
  [
    'a quoted boundary with blanks',
    { boundary: 'a b', headers: { 'Content-Type': 'multipart/form-data; boundary="a b"' } },
  ],
  ['a RequestId in upper case', header('RequestId', '0F8FAD5B-D9CB-769F-A165-70867728950E')],
  ['an unknown name behind the prefix', header('AuthorizationContext', 'Partner1_Other_Name')],
  ['parts in the other order', { swapped: true }],
  ['typed parts', { types: ['text/plain; charset=utf-8', 'application/json'] }],
  ['the layout of one part', { layout: 'json-part' }],
  ['more members', { entry: { name: 'Ann', subject: 'someone' } }],
  ['two entries', { participants: [good, good] }],
  ['a subject of control characters', { subject: '\u0000\u0007' }],
  ['a subject of 1,000 characters', { subject: 'a'.repeat(1000) }],
  ['a lone surrogate', { text: JSON.stringify([{ ...good, subject: '\ud800' }]) }],
  [
    'another part',
    { body: (body) => body.replace(/^/, '--boundary-1\r\nContent-Disposition: form-data; name=more\r\n\r\n\r\n') },
  ],
];

for (const [what, change] of right) {
  test(`accepts ${what}`, async () => {
    const { status, identifier } = await new Caller(await createMock({ keys })).call(change);
    assert.equal(status, 202);
    assert.match(String(identifier), /^[0-9a-f-]{36}$/);
  });
}

test('the scheme counts in any case', async () => {
  const caller = new Caller(await createMock({ keys }));
  const token = caller.mock.credentials.accessToken;
  assert.equal((await caller.call(header('Authorization', `bEARER  ${token}`))).status, 202);
});

test('both layouts mean one conversation', async () => {
  const caller = new Caller(await createMock({ keys }));
  const { identifier } = await caller.call();
  assert.equal((await caller.call({ layout: 'json-part' })).identifier, identifier);
});

test('a valid token expires with the clock', async () => {
  let now = Date.UTC(2030, 0, 1);
  const caller = new Caller(await createMock({ keys, clock: () => now }));
  assert.equal((await caller.call()).status, 202);
  now += 25 * 3600 * 1000;
  assert.equal((await caller.call()).status, 401);
});

test('a token of another org is not signed by this one', async () => {
  const stranger = await createMock();
  const caller = new Caller(await createMock({ keys }));
  assert.equal((await caller.call(header('Authorization', `Bearer ${stranger.credentials.accessToken}`))).status, 401);
});

test('subjects that only look alike are different people', async () => {
  const caller = new Caller(await createMock({ keys }));
  const subjects = [
    'a',
    'A',
    ' a',
    'a ',
    'Zo\u00eb',
    'Zoe\u0308',
    '1',
    '01',
    '+1',
    'constructor',
    '__proto__',
    'a\u0000',
  ];
  const identifiers = new Set<unknown>();
  for (const subject of subjects) identifiers.add((await caller.call({ subject })).identifier);
  for (const channel of caller.mock.credentials.channels)
    identifiers.add((await caller.call({ subject: 'b', channel })).identifier);
  assert.equal(identifiers.size, subjects.length + caller.mock.credentials.channels.length);
});

test('credentials have the form of an org', async () => {
  const { credentials, secrets } = await createMock({ keys });
  assert.match(credentials.orgId, /^00D(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9]{12}$/);
  assert.deepEqual(secrets, [credentials.accessToken, credentials.expiredAccessToken]);
  assert.deepEqual(Object.keys(credentials).sort(), [
    'accessToken',
    'authorizationContext',
    'channels',
    'expiredAccessToken',
    'orgId',
  ]);
});
