/** What is told and not judged, what is judged of a sibling operation, and what cannot be judged at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConnectorContract } from '../../../../verdicts/connector/contract.js';
import { examineRequest, judgeRequest } from '../../../../verdicts/connector/judge-request.js';
import type { ReceivedRequest } from '../../../../wire/received.js';
import { given } from './corpus/client.js';
import { contract, formOf, requestWith } from './some-contract.js';

const channel = ['channelAddressIdentifier', given.channel] as const;
const entry = { subject: 'ann', role: 'EndUser', appType: 'custom' };
const list = JSON.stringify([entry]);
const opaque = `00DA00AA0a0Aa0z!${'x'.repeat(60)}`;
const stranger = given.token.replace(
  /^(.*)\..*\..*$/,
  `$1.${Buffer.from('{"sub":"b"}').toString('base64url')}.${'A'.repeat(86)}`,
);

const told: readonly (readonly [
  what: string,
  request: ReceivedRequest,
  message: RegExp,
  contract?: Partial<ConnectorContract>,
])[] = [
  [
    'a part nobody knows',
    requestWith({}, formOf(channel, ['participants', list], ['note', 'x'])),
    /does not know: "note"/,
  ],
  ['a part twice', requestWith({}, formOf(channel, channel, ['participants', list])), /comes 2 times/],
  [
    'a member nobody knows',
    requestWith({}, formOf(channel, ['participants', JSON.stringify([{ ...entry, name: 'Ann' }])])),
    /does not know: "name"/,
  ],
  [
    'a member twice',
    requestWith({}, formOf(channel, ['participants', list.replace('{', '{"subject":"bob",')])),
    /"subject" twice/,
  ],
  [
    'base64',
    requestWith(
      {},
      formOf(channel, ['participants', Buffer.from(list).toString('base64')]).replace(
        'name="participants"',
        'name="participants"\r\nContent-Transfer-Encoding: base64',
      ),
    ),
    /deprecates/,
  ],
  [
    'quoted-printable',
    requestWith(
      {},
      formOf(channel, ['participants', list.replace('ann', 'J=C3=BC=\r\nrgen')]).replace(
        'name="participants"',
        'name="participants"\r\nContent-Transfer-Encoding: Quoted-Printable',
      ),
    ),
    /deprecates/,
  ],
  [
    'a part json without its type',
    requestWith({}, formOf(['json', given.whole])),
    /does not say that it is application\/json/,
  ],
  [
    'an unknown channel',
    requestWith({}, formOf(['channelAddressIdentifier', 'Partnerline_02'], ['participants', list])),
    /by letter case/,
  ],
  [
    'a subject undefined',
    requestWith({}, formOf(channel, ['participants', list.replace('ann', 'undefined')])),
    /JavaScript/,
  ],
  [
    'a token that this org never issued',
    requestWith({ Authorization: `Bearer ${stranger}` }),
    /none that this org has issued, and this org refuses/,
  ],
  [
    'an opaque token where the issued ones are not known',
    requestWith({ Authorization: `Bearer ${opaque}` }),
    /opaque/,
    { tokens: [] },
  ],
  [
    'Latin-1 where the part says so',
    requestWith(
      {},
      Buffer.from(
        formOf(['channelAddressIdentifier', 'Füße'], ['participants', list]).replace(
          'name="channelAddressIdentifier"',
          'name="channelAddressIdentifier"\r\nContent-Type: text/plain; charset=ISO-8859-1',
        ),
        'latin1',
      ),
    ),
    /says that it is text in "ISO-8859-1"/i,
    { channels: ['Füße'] },
  ],
  [
    'Latin-1 where _charset_ says so',
    requestWith(
      {},
      Buffer.from(
        formOf(['_charset_', 'iso-8859-1'], ['channelAddressIdentifier', 'Füße'], ['participants', list]),
        'latin1',
      ),
    ),
    /says that it is text in "ISO-8859-1"/i,
    { channels: ['Füße'] },
  ],
  [
    'two end users',
    requestWith({}, formOf(channel, ['participants', JSON.stringify([entry, { ...entry, subject: 'bob' }])])),
    /names 2 end users/,
  ],
  [
    'participants as a file',
    requestWith(
      {},
      formOf(channel, ['participants', list]).replace('"participants"', '"participants"; filename="blob"'),
    ),
    /participants comes as a file, named "blob"/,
  ],
  [
    'a blank subject',
    requestWith({}, formOf(channel, ['participants', list.replace('ann', '  ')])),
    /nothing but blanks/,
  ],
  ['a question for the methods', { ...requestWith(), method: 'OPTIONS' }, /OPTIONS asks/],
];

for (const [what, request, message, some] of told) {
  test(`observed: ${what}`, () => {
    const findings = judgeRequest(request, { ...contract, ...some });
    assert.deepEqual(
      findings.map(({ verdict }) => verdict),
      ['observed'],
      JSON.stringify(findings),
    );
    assert.match(findings[0]?.message ?? '', message);
  });
}

const untold: readonly (readonly [what: string, request: ReceivedRequest, contract?: Partial<ConnectorContract>])[] = [
  ['an opaque token that was issued', requestWith({ Authorization: `Bearer ${opaque}` }), { tokens: [opaque] }],
  [
    'a channel called null',
    requestWith({}, formOf(['channelAddressIdentifier', 'null'], ['participants', list])),
    { channels: ['null'] },
  ],
  ['one end user twice', requestWith({}, formOf(channel, ['participants', JSON.stringify([entry, entry])]))],
  [
    'Latin-1 by name, and ASCII',
    requestWith(
      {},
      formOf(channel, ['participants', list]).replace(
        '"participants"',
        '"participants"\r\nContent-Type: text/plain; charset=iso-8859-1',
      ),
    ),
  ],
  ['numbers spelled oddly beside', requestWith({}, formOf(channel, ['participants', list.replace('ann', '1e400')]))],
  ['another definition of the same prefix', requestWith({ AuthorizationContext: 'Partner1_Other' })],
  ['a base URL without /api', { ...requestWith(), target: '/v1/conversation' }, { basePath: '' }],
  [
    'an org that is not known',
    requestWith({ OrgId: '00D777777777777', AuthorizationContext: 'Any_Name' }),
    { orgId: '', authorizationContext: '', channels: [], tokens: [] },
  ],
];

for (const [what, request, some] of untold) {
  test(`nothing to say: ${what}`, () => assert.deepEqual(judgeRequest(request, { ...contract, ...some }), []));
}

const sibling = (headers: Readonly<Record<string, string | undefined>>, body: string): ReceivedRequest => ({
  ...requestWith(headers, body),
  target: '/api/v1/agentWork',
  operation: 'sibling',
});

test('of a sibling the headers are judged and the body is not', () => {
  assert.deepEqual(judgeRequest(sibling({ 'Content-Type': 'application/json' }, 'no JSON at all'), contract), []);
  const clauses = (headers: Readonly<Record<string, string | undefined>>, body = '{}') =>
    judgeRequest(sibling(headers, body), contract).map(({ clause }) => clause);
  assert.deepEqual(clauses({ 'Content-Type': 'application/json', OrgId: `${given.orgId}MAE`, RequestId: 'x' }), [
    'headers/org-id/length',
    'headers/request-id/format',
  ]);
  assert.deepEqual(clauses({ 'Content-Type': 'multipart/form-data' }), ['headers/content-type/boundary']);
  assert.deepEqual(clauses({ 'Content-Type': undefined }), ['headers/content-type/required']);
  assert.deepEqual(clauses({ 'Content-Type': undefined }, ''), []);
  const { exercised } = examineRequest(sibling({}, '{}'), contract);
  assert.ok(exercised.includes('headers/request-id/format') && !exercised.some((clause) => clause.startsWith('body/')));
});

test('a call to the token endpoint and to an unknown path is not held to the contract', () => {
  for (const [operation, target] of [
    ['token', '/services/oauth2/token'],
    ['unknown', '/favicon.ico'],
    ['unknown', '/other/api/v2/conversation'],
  ] as const) {
    assert.deepEqual(examineRequest({ ...requestWith({ OrgId: 'x' }, ''), operation, target }, contract), {
      findings: [],
      exercised: ['operation/http-message', 'operation/no-secrets-in-url'],
    });
  }
});

test('what was cut by a scenario, or is too long to keep, is inconclusive', () => {
  const accepted = { httpVersion: '1.1', status: 202, reason: '', fields: [], body: Buffer.alloc(0), sentMs: 2 };
  const cut = (['before', 'within', 'after'] as const).map((when) => ({
    trouble: { kind: 'cut', told: 'the connection ended inside the body' } as const,
    answer: { ...accepted, staged: { did: 'reset', when } as const },
  }));
  for (const over of [{ bodyCut: true }, ...cut]) {
    const findings = judgeRequest(requestWith({}, '', over), contract);
    assert.deepEqual(
      findings.map(({ verdict }) => verdict),
      ['inconclusive'],
    );
  }
});

test('headers that are missing put nothing but their presence to the test', () => {
  const none = examineRequest({ ...requestWith(), fields: [], body: Buffer.alloc(0) }, contract);
  assert.equal(none.findings.length, 5);
  assert.ok(none.findings.every(({ clause }) => clause.endsWith('/required')));
  const headless = examineRequest(
    { ...requestWith(), fields: [], trouble: { kind: 'cut', told: 'the head is broken' } },
    contract,
  );
  assert.deepEqual(headless.exercised, ['operation/http-message', 'operation/no-secrets-in-url', 'operation/endpoint']);
  const without = examineRequest(requestWith({ OrgId: undefined }), contract).exercised;
  assert.ok(without.includes('headers/org-id/required') && !without.includes('headers/org-id/length'));
});

test('hostile values are shown in bounds and cannot hide', () => {
  const [finding] = judgeRequest(requestWith({ OrgId: `\u202E${'x'.repeat(5_000)}` }), contract);
  assert.match(finding?.message ?? '', /⟨U\+202E⟩x+…" \(5001 characters\)/);
  assert.ok((finding?.message.length ?? 0) < 300);
});
