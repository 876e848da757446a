/** After a 401 the token is renewed and rests; the token endpoint is not hammered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given } from '../corpus/client.js';
import { play, red, type Step } from './scene.js';

const renewed = 'headers/authorization/renewed-after-401';
const hammered = 'headers/authorization/token-not-hammered';
const fresh = given.token.replace(/\.[^.]*$/, `.${'A'.repeat(86)}`);
const withFresh: Pick<Step, 'headers'> = { headers: { Authorization: `Bearer ${fresh}` } };
const tokens = [given.token, fresh];
const fetches = (count: number, from = 0): readonly Step[] =>
  Array.from({ length: count }, (_, index): Step => ({ at: from + index * 10, status: 200, token: true }));

const scenes: readonly (readonly [what: string, steps: readonly Step[], red: readonly string[], exercised?: string])[] =
  [
    ['renews and asks again', [{ at: 0, status: 401 }, ...fetches(1, 10), { at: 20, ...withFresh }], [], renewed],
    [
      'asks again with the dead token',
      [
        { at: 0, status: 401 },
        { at: 10, status: 401 },
      ],
      [`${renewed} 2`],
    ],
    [
      'goes on with the dead token',
      [
        { at: 0, status: 401 },
        { at: 10, subject: 'b', status: 401 },
        { at: 20, subject: 'c', status: 401 },
      ],
      [`${renewed} 3`],
    ],
    [
      'one other call that was ready',
      [{ at: 0, status: 401 }, { at: 10, subject: 'b', status: 401 }, ...fetches(1, 20), { at: 30, ...withFresh }],
      [],
    ],
    [
      'workers that had it in their hands, and one that fetches a new one for all',
      [
        { at: 0, status: 401 },
        { at: 5, subject: 'b', status: 401 },
        { at: 10, subject: 'c', status: 401 },
        { at: 15, subject: 'd', status: 401 },
        ...fetches(1, 20),
        { at: 30, ...withFresh },
      ],
      [],
    ],
    [
      'workers that were under way',
      [
        { at: 0, answered: 10, status: 401 },
        { at: 5, answered: 12, subject: 'b', status: 401 },
        { at: 11, answered: 15, subject: 'c', status: 401 },
        { at: 13, answered: 17, subject: 'd', status: 401 },
        { at: 30, ...withFresh },
      ],
      [],
    ],
    [
      'workers that never hear of it',
      [
        { at: 0, answered: 10, status: 401 },
        { at: 5, answered: 12, subject: 'b', status: 401 },
        { at: 2_000, subject: 'c', status: 401 },
        { at: 2_010, subject: 'd', status: 401 },
      ],
      [`${renewed} 4`],
    ],
    [
      'a 401 that was a mistake of the org',
      [{ at: 0, status: 401 }, { at: 10 }, { at: 20, subject: 'b' }, { at: 30, subject: 'c' }],
      [],
    ],
    ['a few tokens', [...fetches(5), { at: 100 }], [], hammered],
    ['token after token', fetches(7), [`${hammered} 6`, `${hammered} 7`]],
    [
      'a token for each call',
      Array.from({ length: 30 }, (_, index): readonly Step[] => [
        ...fetches(1, index * 100),
        { at: index * 100 + 50, subject: String(index) },
      ]).flat(),
      [],
    ],
  ];

for (const [what, steps, expected, exercised] of scenes) {
  test(what, () => {
    assert.deepEqual(red(steps, { tokens }), expected);
    if (exercised !== undefined) assert.ok(play(steps, { tokens }).exercised.has(exercised));
  });
}

test('a header that is wrong by itself is not told of as a token that was not renewed', () => {
  const wrong: Step = { at: 0, status: 401, headers: { Authorization: 'Bearer undefined' } };
  assert.deepEqual(red([wrong, { ...wrong, at: 10, subject: 'b' }, { ...wrong, at: 20, subject: 'c' }]), []);
});

test('a token fetched for each call is told of once', () => {
  const steps = Array.from({ length: 40 }, (_, index): readonly Step[] => [
    ...fetches(1, index * 100),
    { at: index * 100 + 50, subject: String(index) },
  ]).flat();
  const { findings } = play(steps);
  assert.deepEqual(
    findings.map(({ clause, verdict }) => [clause, verdict]),
    [[hammered, 'observed']],
  );
  assert.match(findings[0]?.message ?? '', /20 tokens were fetched for 19 calls/);
});

const oneGiven: Step = {
  at: 0,
  status: 200,
  token: true,
  answerBody: JSON.stringify({ access_token: fresh }),
};

const unusedScenes: readonly (readonly [what: string, steps: readonly Step[], told: readonly number[]])[] = [
  ['one is used', [oneGiven, { at: 10, ...withFresh }], []],
  ['one is used in the end', [oneGiven, { at: 10 }, { at: 20, subject: 'b', ...withFresh }], []],
  ['none is used', [oneGiven, { at: 10 }, { at: 20, subject: 'b' }], [2]],
  ['a call that was under way', [{ ...oneGiven, answered: 15 }, { at: 10 }], []],
  ['no call behind it', [{ at: 0 }, { ...oneGiven, at: 10 }], []],
];

for (const [what, steps, told] of unusedScenes) {
  test(`tokens that were fetched, and ${what}`, () => {
    const { findings } = play(steps, { tokens });
    assert.deepEqual(
      findings.map(({ verdict, exchange, message }) => [verdict, exchange, /no call behind/.test(message)]),
      told.map((exchange) => ['observed', exchange, true]),
    );
  });
}
