/** RequestIds are fresh in every request, and conversations are named by identifiers that were given back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given } from '../corpus/client.js';
import { formOf } from '../some-contract.js';
import { identifier, play, red, type Step } from './scene.js';

const unique = 'headers/request-id/unique';
const own = 'behaviour/conversation-identifier/own';
const used = 'behaviour/conversation-identifier/used';
const fixed: Pick<Step, 'headers'> = { headers: { RequestId: given.requestId } };
const sibling = (body: string, at = 10, target = '/api/v1/agentWork'): Step => ({ at, sibling: target, body });

const fileOf = (name: string): Step => ({
  ...sibling(
    `--b\r\nContent-Disposition: form-data; name="${name}"; filename="blob"\r\nContent-Type: application/json\r\n\r\n{"conversationIdentifier":"conv-1"}\r\n--b--`,
  ),
  headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
});

const scenes: readonly (readonly [what: string, steps: readonly Step[], red: readonly string[], exercised?: string])[] =
  [
    ['fresh each time', [{ at: 0 }, { at: 10 }, sibling('{}', 20)], [], unique],
    [
      'a constant',
      [
        { at: 0, ...fixed },
        { at: 10, subject: 'b', ...fixed },
        { at: 20, subject: 'c', ...fixed },
      ],
      [`${unique} 2`, `${unique} 3`],
    ],
    [
      'the same in a retry',
      [
        { at: 0, status: 503, ...fixed },
        { at: 500, ...fixed },
      ],
      [`${unique} 2`],
    ],
    [
      'the same in another case',
      [
        { at: 0, ...fixed },
        { at: 10, subject: 'b', headers: { RequestId: given.requestId.toUpperCase() } },
      ],
      [`${unique} 2`],
    ],
    [
      'the same for a sibling',
      [
        { at: 0, ...fixed },
        { ...sibling('{}'), ...fixed },
      ],
      [`${unique} 2`],
    ],
    [
      'a word that is no GUID breaks its form only',
      [
        { at: 0, headers: { RequestId: 'undefined' } },
        { at: 10, headers: { RequestId: 'undefined' } },
      ],
      [],
    ],
    [
      'one constant in braces',
      [
        { at: 0, headers: { RequestId: `{${given.requestId}}` } },
        { at: 10, headers: { RequestId: `{${given.requestId}}` } },
      ],
      [`${unique} 2`],
    ],
    [
      'the token endpoint needs none',
      [
        { at: 0, token: true, status: 200, ...fixed },
        { at: 10, ...fixed },
      ],
      [],
    ],
    // identifiers
    ['the one that was given', [{ at: 0 }, sibling(JSON.stringify({ conversationIdentifier: identifier }))], [], used],
    [
      'deep inside',
      [{ at: 0 }, sibling(JSON.stringify({ a: [{ payload: { conversationIdentifier: identifier } }] }))],
      [],
      used,
    ],
    ['in the path', [{ at: 0 }, sibling('{}', 10, `/api/v1/conversation/${identifier}/entries`)], [], used],
    [
      'in a part of a form',
      [
        { at: 0 },
        {
          ...sibling(
            `--b\r\nContent-Disposition: form-data; name="json"\r\n\r\n${JSON.stringify({ conversationIdentifier: identifier })}\r\n--b--`,
          ),
          headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
        },
      ],
      [],
      used,
    ],
    ['an invented one', [{ at: 0 }, sibling('{"conversationIdentifier":"conv-1"}')], [`${used} 2`]],
    [
      'an invented one in the part json, with the file name that FormData gives',
      [{ at: 0 }, fileOf('json')],
      [`${used} 2`],
    ],
    ['one in a file that somebody sent', [{ at: 0 }, fileOf('attachments')], []],
    [
      'another letter case',
      [{ at: 0 }, sibling(JSON.stringify({ conversationIdentifier: identifier.toUpperCase() }))],
      [`${used} 2`],
    ],
    [
      'an invented one in the path',
      [{ at: 0 }, sibling('{}', 10, `/api/v1/conversations/${given.requestId}/entries`)],
      [`${used} 2`],
    ],
    ['undefined', [{ at: 0 }, sibling('{"conversationIdentifier":"undefined"}')], [`${used} 2`]],
    ['a resource in the path that is none', [{ at: 0 }, sibling('{}', 10, '/api/v1/conversation/search')], []],
    ['no identifier at all', [{ at: 0 }, sibling('{"a":1}')], []],
    ['a body that is no JSON', [{ at: 0 }, sibling('conversationIdentifier')], []],
    [
      'one that a refusal named was not given',
      [
        { at: 0, status: 400, answerBody: JSON.stringify({ conversationIdentifier: identifier }) },
        sibling(JSON.stringify({ conversationIdentifier: identifier })),
      ],
      [`${used} 2`],
    ],
  ];

for (const [what, steps, expected, exercised] of scenes) {
  test(what, () => {
    assert.deepEqual(red(steps), expected);
    if (exercised !== undefined) assert.ok(play(steps).exercised.has(exercised));
  });
}

test('an identifier of an earlier day is told of and not red', () => {
  const older = sibling('{"conversationIdentifier":"conv-1"}');
  for (const steps of [[older], [{ at: 0 }, older]]) {
    const { findings, exercised } = play(steps, { everyIdentifierSeen: false });
    assert.deepEqual(
      findings.map(({ clause, verdict }) => [clause, verdict]),
      [[used, 'observed']],
    );
    assert.ok(!exercised.has(used));
  }
});

test('one that is used before any was given back is red: the org is new', () => {
  const [finding] = play([sibling('{"conversationIdentifier":"conv-1"}')]).findings;
  assert.deepEqual([finding?.clause, finding?.verdict], [used, 'nonconformant']);
  assert.match(`${finding?.message} ${finding?.advice}`, /before any was given back.*Establish the conversation first/);
});

const ofAnn = { at: 0, subject: 'ann', answerBody: '{"conversationIdentifier":"of-ann"}' };
const ofBob = { at: 1, subject: 'bob', answerBody: '{"conversationIdentifier":"of-bob"}' };
const call = (conversationIdentifier: string, from: unknown): Step =>
  sibling(JSON.stringify({ conversationIdentifier, from }));

const crossings: readonly (readonly [what: string, steps: readonly Step[], red: readonly string[]])[] = [
  ['the own one', [ofAnn, ofBob, call('of-ann', 'ann'), call('of-bob', { id: 'bob', role: 'EndUser' })], []],
  ['that of another', [ofAnn, ofBob, call('of-ann', 'bob')], [`${own} 3`]],
  ['that of another, from an object', [ofAnn, ofBob, call('of-bob', { id: 'ann', role: 'EndUser' })], [`${own} 3`]],
  ['an agent speaks', [ofAnn, ofBob, call('of-ann', { id: 'bob', role: 'Agent' })], []],
  ['a name of another kind than subjects', [ofAnn, ofBob, call('of-ann', 'Bob B.')], []],
  ['no sender', [ofAnn, ofBob, call('of-ann', undefined)], []],
  [
    'one conversation of both',
    [
      {
        ...ofAnn,
        body: formOf(
          ['channelAddressIdentifier', given.channel],
          [
            'participants',
            JSON.stringify(['ann', 'bob'].map((subject) => ({ subject, role: 'EndUser', appType: 'custom' }))),
          ],
        ),
      },
      ofBob,
      call('of-ann', 'bob'),
    ],
    [],
  ],
  [
    'a service that gave both the same',
    [ofAnn, { ...ofBob, answerBody: ofAnn.answerBody }, call('of-ann', 'bob'), call('of-ann', 'ann')],
    [],
  ],
];

for (const [what, steps, expected] of crossings) {
  test(`an identifier and its end user: ${what}`, () => assert.deepEqual(red(steps), expected));
}

test('a conversation that was given for one is told of where a second one uses it, established or not', () => {
  const told = (...steps: readonly Step[]): readonly string[] =>
    play(steps)
      .findings.filter(({ clause }) => clause === own)
      .map(({ verdict, exchange }) => `${verdict} ${exchange}`);
  assert.deepEqual(told(ofAnn, call('of-ann', 'ann'), call('of-ann', 'bob')), ['observed 3']);
  assert.deepEqual(told(ofAnn, call('of-ann', 'bob'), call('of-ann', 'ann')), ['observed 3']);
  assert.deepEqual(told(ofAnn, ofBob, call('of-ann', 'ann'), call('of-ann', 'bob')), ['nonconformant 4']);
  // Each by a name of its own that is no subject.
  const named = [call('of-ann', 'Ann A.'), call('of-bob', 'Bob B.'), call('of-ann', 'Ann A.')];
  assert.deepEqual(told(ofAnn, ofBob, ...named), []);
  assert.deepEqual(told(ofAnn, call('of-ann', 'ann'), call('of-ann', { id: 'bob', role: 'Agent' })), []);
  const both = { ...ofBob, answerBody: ofAnn.answerBody };
  assert.deepEqual(told(ofAnn, both, call('of-ann', 'ann'), call('of-ann', 'bob')), []);
});

test('that an identifier is its own is shown by a call that says from whom it comes', () => {
  assert.ok(play([ofAnn, call('of-ann', 'ann')]).exercised.has(own));
  assert.ok(!play([ofAnn, call('of-ann', undefined)]).exercised.has(own));
});

test('a request that follows a redirect keeps its RequestId, and is one request', () => {
  const moved = { at: 0, status: 307, ...fixed };
  assert.deepEqual(red([moved, { ...moved, at: 1, status: 308 }, { at: 2, ...fixed }]), []);
  assert.deepEqual(red([moved, { at: 2, ...fixed }, { at: 9, subject: 'b', ...fixed }]), [`${unique} 3`]);
});

test('a repeated RequestId tells a retry from a constant', () => {
  const message = (steps: readonly Step[]): string => play(steps).findings[0]?.message ?? '';
  assert.match(
    message([
      { at: 0, status: 503, ...fixed },
      { at: 500, ...fixed },
    ]),
    /second try of the same call.*request 1/,
  );
  assert.match(
    message([
      { at: 0, ...fixed },
      { at: 500, subject: 'b', ...fixed },
    ]),
    /this request carries the one of request 1/,
  );
});

test('a nil GUID is told once, before it comes again', () => {
  const nil = { RequestId: '00000000-0000-0000-0000-000000000000' };
  const { findings } = play([
    { at: 0, headers: nil },
    { at: 9, subject: 'b', headers: nil },
  ]);
  assert.deepEqual(
    findings.map(({ verdict, exchange }) => [verdict, exchange]),
    [
      ['observed', 1],
      ['nonconformant', 2],
    ],
  );
  assert.match(findings[0]?.message ?? '', /nil GUID/);
});
