/** Retries wait as told, back off, and end; what was refused is not sent again; parallel requests are no retries. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeaderField } from '../../../../../wire/request.js';
import { given } from '../corpus/client.js';
import { formOf } from '../some-contract.js';
import { play, red, type Step } from './scene.js';

const waits = 'behaviour/retry/waits-as-told';
const backs = 'behaviour/retry/backs-off';
const ends = 'behaviour/retry/ends';
const refusal = 'behaviour/retry/not-after-refusal';

const told = (value: string, ...more: readonly HeaderField[]): Pick<Step, 'answerFields'> => ({
  answerFields: [['Retry-After', value], ...more],
});
const date = ['Date', 'Wed, 21 Oct 2026 07:28:00 GMT'] as const;

const scenes: readonly (readonly [what: string, steps: readonly Step[], red: readonly string[], exercised?: string])[] =
  [
    ['waits as told in seconds', [{ at: 0, status: 429, ...told('2') }, { at: 2_005 }], [], waits],
    ['a timer that fires a little early', [{ at: 0, status: 429, ...told('2') }, { at: 1_950 }], [], waits],
    ['comes again too early', [{ at: 0, status: 429, ...told('2') }, { at: 500 }], [`${waits} 2`]],
    ['comes again at once after 503', [{ at: 0, status: 503, ...told('1') }, { at: 5 }], [`${waits} 2`]],
    [
      'two workers of one person, each waits',
      [{ at: 0, status: 429, ...told('2') }, { at: 60, status: 429, ...told('2') }, { at: 2_010 }, { at: 2_070 }],
      [],
    ],
    [
      'three workers of one person, of which one was told to wait',
      [
        { at: 0, status: 429, ...told('2') },
        { at: 60, status: 429, ...told('2') },
        { at: 120 },
        { at: 2_010 },
        { at: 2_100 },
      ],
      [],
    ],
    [
      'comes again too early, and the next message of the person a minute later',
      [{ at: 0, status: 429, ...told('2') }, { at: 60 }, { at: 60_000 }],
      [`${waits} 2`],
    ],
    [
      'several tries too early, and one that waited',
      [
        { at: 0, status: 429, ...told('2') },
        { at: 50, status: 429, ...told('2') },
        { at: 100, status: 429, ...told('2') },
        { at: 2_400 },
      ],
      [`${waits} 3`],
    ],
    ['Retry-After 0', [{ at: 0, status: 429, ...told('0') }, { at: 5 }], [], waits],
    [
      'waits for a date',
      [{ at: 0, status: 429, ...told('Wed, 21 Oct 2026 07:28:03 GMT', date) }, { at: 2_100 }],
      [],
      waits,
    ],
    [
      'comes before the date',
      [{ at: 0, status: 429, ...told('Wed, 21 Oct 2026 07:28:03 GMT', date) }, { at: 1_000 }],
      [`${waits} 2`],
    ],
    [
      'a date without Date is not counted',
      [{ at: 0, status: 429, ...told('Wed, 21 Oct 2026 07:28:03 GMT') }, { at: 300 }],
      [],
      backs,
    ],
    ['backs off', [{ at: 0, status: 503 }, { at: 250, status: 503 }, { at: 900 }], [], backs],
    ['one retry at once, as widespread clients begin', [{ at: 0, status: 503 }, { at: 10 }], []],
    [
      'at once time after time',
      [{ at: 0, status: 503 }, { at: 10, status: 503 }, { at: 20, status: 429 }, { at: 30 }],
      [`${backs} 4`],
    ],
    [
      'soon time after time, as on a busy machine',
      [0, 40, 80, 120, 160].map((at): Step => (at === 160 ? { at } : { at, status: 503 })),
      [`${backs} 5`],
    ],
    [
      'soon three times and then no more',
      [{ at: 0, status: 503 }, { at: 40, status: 503 }, { at: 80, status: 503 }, { at: 120, status: 503 }, { at: 320 }],
      [],
      backs,
    ],
    [
      'short by chance, then longer',
      [{ at: 0, status: 429 }, { at: 10, status: 429 }, { at: 40, status: 429 }, { at: 240 }],
      [],
      backs,
    ],
    ['another call meanwhile', [{ at: 0, status: 429, ...told('2') }, { at: 5, subject: 'bob' }, { at: 2_010 }], []],
    [
      'a request under way before the answer',
      [
        { at: 0, answered: 20, status: 429, ...told('2') },
        { at: 10, answered: 30 },
      ],
      [],
    ],
    [
      'parallel workers',
      [
        { at: 0, answered: 20, status: 429, ...told('2') },
        { at: 10, answered: 30, status: 429, ...told('2') },
        { at: 25 },
      ],
      [],
    ],
    ['a retry after a broken connection', [{ at: 0, status: 'cut' }, { at: 5 }], [], ends],
    [
      'a retry after an answer that broke off',
      [{ at: 0, staged: { did: 'reset', when: 'within' } }, { at: 5 }],
      [],
      ends,
    ],
    ['ends', Array.from({ length: 12 }, (_, index): Step => ({ at: index * 1_000, status: 503 })), []],
    [
      'never ends',
      Array.from({ length: 20 }, (_, index): Step => ({ at: index * 1_000, status: 503 })),
      [`${ends} 13`],
    ],
    [
      'tries on now and then',
      Array.from({ length: 20 }, (_, index): Step => ({ at: index * 40_000, status: 503 })),
      [],
    ],
    [
      'a retry in a new form with another boundary',
      [
        { at: 0, status: 429, ...told('2') },
        {
          at: 5,
          headers: { 'Content-Type': 'multipart/form-data; boundary=c' },
          body: '--c\r\nContent-Disposition: form-data; name="channelAddressIdentifier"\r\n\r\nPartnerLine_02\r\n--c\r\nContent-Disposition: form-data; name="participants"\r\n\r\n[{"subject":"ann","role":"EndUser","appType":"custom"}]\r\n--c--\r\n',
        },
      ],
      [`${waits} 2`],
    ],
    [
      'a sibling comes again too early',
      [
        { at: 0, status: 429, sibling: '/api/v1/route', body: '{}', ...told('2') },
        { at: 5, sibling: '/api/v1/route', body: '{}' },
      ],
      [`${waits} 2`],
    ],
    // refusals
    ...[400, 403, 404, 409, 415, 422].map(
      (status) => [`again after ${status}`, [{ at: 0, status }, { at: 900 }], [`${refusal} 2`]] as const,
    ),
    ...[408, 425, 500, 502, 504].map(
      (status) => [`again after ${status}`, [{ at: 0, status }, { at: 900 }], []] as const,
    ),
    [
      'refused, and changed',
      [
        { at: 0, status: 404 },
        { at: 900, subject: 'bob' },
      ],
      [],
      refusal,
    ],
    [
      'refused, and another context',
      [
        { at: 0, status: 403 },
        { at: 900, headers: { AuthorizationContext: 'Partner1_Other' } },
      ],
      [],
    ],
    [
      'refused for its RequestId, and sent again with a good one',
      [{ at: 0, status: 400, headers: { RequestId: 'not-a-guid' } }, { at: 200 }],
      [],
    ],
    [
      'refused for its RequestId, sent again with a good one, refused, and sent again',
      [{ at: 0, status: 400, headers: { RequestId: 'not-a-guid' } }, { at: 200, status: 404 }, { at: 400 }],
      [`${refusal} 3`],
    ],
    [
      'refused for its Content-Type, and sent again with a good one',
      [{ at: 0, status: 400, headers: { 'Content-Type': undefined } }, { at: 200 }],
      [],
    ],
    ['refused, and again on another occasion', [{ at: 0, status: 404 }, { at: 120_000 }], []],
    [
      'two at once, both refused',
      [
        { at: 0, answered: 20, status: 404 },
        { at: 10, answered: 30, status: 404 },
      ],
      [],
    ],
    [
      'the next message of a person whose first was refused',
      [
        { at: 0, status: 404 },
        { at: 50, subject: 'bob', status: 404 },
        { at: 100, status: 404 },
      ],
      [],
    ],
    [
      'refused, and again and again between others',
      [
        { at: 0, status: 404 },
        { at: 50, subject: 'bob', status: 404 },
        { at: 100, status: 404 },
        { at: 150, subject: 'cid', status: 404 },
        { at: 200, status: 404 },
      ],
      [`${refusal} 5`],
    ],
    ['accepted twice', [{ at: 0 }, { at: 5 }], []],
  ];

for (const [what, steps, expected, exercised] of scenes) {
  test(what, () => {
    assert.deepEqual(red(steps), expected);
    if (exercised !== undefined) assert.ok(play(steps).exercised.has(exercised));
  });
}

test('a wrong request that comes twice is told of once for its repeat, and red from the third on', () => {
  const wrong: Step = { at: 0, status: 400, headers: { OrgId: 'x' } };
  const { findings } = play([wrong, { ...wrong, at: 500 }, { ...wrong, at: 1_000 }]);
  assert.deepEqual(
    findings.map(({ clause, verdict, exchange }) => [clause, verdict, exchange]),
    [
      [refusal, 'observed', 2],
      [refusal, 'nonconformant', 3],
    ],
  );
});

test('messages of different people that a fault made the same are not taken for retries', () => {
  const body = formOf(['channelAddressIdentifier', given.channel], ['participants', '[object Object]']);
  assert.deepEqual(red([0, 500, 1_000].map((at) => ({ at, status: 400, body }))), []);
});

test('the words tell what was asked, what came and what to do', () => {
  const [early] = play([{ at: 0, status: 429, ...told('2') }, { at: 500 }]).findings;
  assert.match(early?.message ?? '', /Request 1 was answered 429 and told to wait 2\.00 s .* after 0\.50 s\./);
  assert.match(early?.advice ?? '', /Retry-After.*HTTP date/);
  const hasty = [0, 10, 20].map((at): Step => ({ at, status: 503 }));
  const [soon] = play([...hasty, { at: 30 }]).findings;
  assert.match(soon?.message ?? '', /503 without Retry-After.*within 15 ms, as did the 2 retries before/);
  assert.match(soon?.advice ?? '', /backoff/);
});
