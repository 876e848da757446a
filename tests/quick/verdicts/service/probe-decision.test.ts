/** What a probe makes of the answers: the edition, or the cause, with what was expected, what came and what to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProbeAnswer } from '../../../../verdicts/service/probe-answer.js';
import { decideProbe, type ProbeAttempt } from '../../../../verdicts/service/probe-decision.js';

const places = [
  ['61.0', 'parts'],
  ['61.0', 'json-part'],
  ['65.0', 'json'],
] as const;

const all = (...answers: readonly ProbeAnswer[]): readonly ProbeAttempt[] =>
  places.flatMap(([edition, layout], index) => {
    const answer = answers[index];
    return answer === undefined ? [] : [{ edition, layout, answer }];
  });

const ok = (status = 202, identifier = 'c'): ProbeAnswer => ({ kind: 'accepted', status, identifier });
const no = (status = 415, code?: number): Extract<ProbeAnswer, { kind: 'refused' }> => ({
  kind: 'refused',
  status,
  ...(code === undefined ? {} : { code }),
});

/** A letter for each layout in turn: y accepted, n refused. */
const mixes = ['ynn', 'nyn', 'yyn', 'nny', 'yny', 'nyy'] as const;

for (const mix of mixes) {
  test(`of the layouts ${mix} those accepted are spoken, the first is used`, () => {
    const decision = decideProbe({
      attempts: all(...[...mix].map((one) => (one === 'y' ? ok() : no()))),
      nonsense: no(),
    });
    assert.ok(decision.found);
    const expected = places.filter((_, index) => mix[index] === 'y').map(([edition, layout]) => ({ edition, layout }));
    assert.deepEqual(decision.spoken, expected);
    assert.deepEqual(decision.use, expected[0]);
    assert.deepEqual(decision.statuses, [202]);
  });
}

test('a service of both editions that refuses nonsense is found', () => {
  assert.equal(decideProbe({ attempts: all(ok(), ok(), ok()), nonsense: no() }).found, true);
});

test('a service that accepts everything tells nothing, and that is said', () => {
  const decision = decideProbe({ attempts: all(ok(), ok(), ok()), nonsense: ok() });
  assert.ok(!decision.found);
  assert.equal(decision.cause, 'accepts anything');
  assert.match(decision.reason, /Every layout of every edition was accepted, and so was a body that is none of them/);
  assert.match(decision.advice, /--edition and --layout by its documentation/);
});

test('nonsense that is accepted beside one edition only is a note', () => {
  const decision = decideProbe({ attempts: all(ok(), ok(), no()), nonsense: ok() });
  assert.ok(decision.found);
  assert.match(decision.notes.join(' '), /A body that is of no edition was accepted as well/);
});

test('each status is told once, for a new conversation first; one that is not documented gets a note', () => {
  const decision = decideProbe({ attempts: all(no(), no(), ok(201)), nonsense: no(), again: ok(200) });
  assert.ok(decision.found);
  assert.deepEqual(decision.statuses, [201, 200]);
  assert.match(decision.notes.join(' '), /Edition 65.0 documents the status 202; 200, 201 and 202 are all fine/);
});

test('a success without identifier is found and noted, and so are two identifiers for one pair', () => {
  const malformed = decideProbe({ attempts: all(no(), no(), { kind: 'malformed', status: 202 }), nonsense: no() });
  assert.ok(malformed.found);
  assert.match(malformed.notes.join(' '), /without a conversationIdentifier/);
  const split = decideProbe({ attempts: all(ok(202, 'a'), ok(202, 'b'), no()), nonsense: no() });
  assert.ok(split.found);
  assert.match(split.notes.join(' '), /different identifiers for one conversation/);
});

const refused: readonly (readonly [
  what: string,
  attempts: readonly ProbeAttempt[],
  cause: string,
  said: RegExp,
  advice: RegExp,
])[] = [
  [
    'nothing reachable',
    all({ kind: 'no answer', failure: 'connection-refused', message: 'connection refused by 127.0.0.1:9' }),
    'unreachable',
    /No layout was accepted: 61\.0 parts no answer \(connection refused by 127\.0\.0\.1:9\)\./,
    /check the base URL, the network and a proxy/,
  ],
  [
    'throttled to the end',
    all({ kind: 'no answer', failure: 'throttled', message: '429' }),
    'throttled',
    /no answer/,
    /wait until/,
  ],
  [
    '401',
    all(no(401), no(401), no(401)),
    'credentials refused',
    /refused with 401.*speaks of the token/,
    /check the token/,
  ],
  ['a token that is not valid', all(no(403, 10004), no(403), no(403)), 'credentials refused', /not valid/, /its org/],
  [
    'a scope that is missing',
    all(no(403, 10003), no(403), no(403)),
    'scope missing',
    /interaction_api/,
    /connected app/,
  ],
  [
    'a context that does not fit',
    all(no(403, 10005), no(415), no(415)),
    'context refused',
    /does not fit/,
    /SF_AUTHORIZATION_CONTEXT/,
  ],
  [
    'the limit of the org',
    all({ ...no(403), errorCode: 'REQUEST_LIMIT_EXCEEDED' }, no(403), no(403)),
    'limit reached',
    /takes no more requests/,
    /try again when/,
  ],
  [
    'plain HTTP where TLS is expected',
    all({ ...no(400), wantsTls: true }, no(400), no(400)),
    'TLS expected',
    /TLS/,
    /https:/,
  ],
  [
    'a page for signing in',
    all({ kind: 'malformed', status: 200, isPage: true }, { kind: 'malformed', status: 200, isPage: true }, no()),
    'not this API',
    /61\.0 parts 200 with a page.*A page came/,
    /signing in/,
  ],
  [
    'another protocol',
    all({ kind: 'no answer', failure: 'not-http', message: 'sent something other than HTTP/1.1' }),
    'unreachable',
    /no answer/,
    /this port may expect https/,
  ],
  [
    '401 in the layout that is read only',
    all(no(415), no(415), no(403)),
    'credentials refused',
    /refused with 403/,
    /scope interaction_api/,
  ],
  [
    'an unknown channel',
    all(no(415), no(415), no(404, 10017)),
    'channel refused',
    /65\.0 json refused with 404 \(code 10017\)\. The channel is not known/,
    /check CHANNEL_ADDRESS_IDENTIFIER/,
  ],
  ['404 without a code', all(no(404), no(404), no(404)), 'not found', /no such operation/, /base URL/],
  [
    'a redirection',
    all({ kind: 'other status', status: 302 }, no(404), no(404)),
    'redirected',
    /61\.0 parts the status 302/,
    /scheme and host/,
  ],
  ['trouble', all({ kind: 'other status', status: 500 }, no(), no()), 'service in trouble', /fails/, /try again/],
  ['400 everywhere', all(no(400), no(400), no(400)), 'no edition', /No layout was accepted/, /org id/],
];

for (const [what, attempts, cause, said, advice] of refused) {
  test(`${what}: no edition is found, and the cause is told`, () => {
    const decision = decideProbe({ attempts });
    assert.ok(!decision.found);
    assert.equal(decision.cause, cause);
    assert.match(decision.reason, said);
    assert.match(decision.advice, advice);
  });
}
