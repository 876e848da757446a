/** A scenario is kept by asking again for what failed, and by an end as good as that of the control. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarioOf } from '../../../../../endpoints/org/scenarios.js';
import { type ExerciseEnding, ScenarioWatch } from '../../../../../verdicts/connector/run/scenario-watch.js';
import type { ReceivedRequest, Staged } from '../../../../../wire/received.js';

const good = { ok: true, cut: false, told: 'the command ended with exit code 0' };
const failed = { ok: false, cut: false, told: 'the command ended with exit code 1' };
const stopped = { ok: true, cut: false, unsaid: true, told: 'the gate was stopped' } as const;
const ended = { ok: false, cut: true, told: 'the command did not end within 5 s and was ended' };

const unavailable: Staged = { did: 'was unavailable' };
const late: Staged = { did: 'delayed', delayMs: 2_000 };
const moved: Staged = { did: 'redirected', status: 307, to: 'the same origin' };
const movedAgain: Staged = { ...moved, status: 308, again: true };
const changed: Staged = { did: 'changed', what: 'members' };

interface Sent {
  readonly key: string;
  readonly staged?: Staged;
  readonly undelivered?: true;
  readonly hungUp?: true;
  readonly at?: number;
  /** To another origin, with credentials. */
  readonly strayed?: true;
  readonly status?: number;
}

function request(sent: Sent, index: number): ReceivedRequest {
  const { key, staged, undelivered, hungUp, strayed, status = 202, at = index } = sent;
  return {
    number: index + 1,
    receivedMs: at,
    endedMs: index,
    connection: 1,
    httpVersion: '1.1',
    method: 'POST',
    target: key,
    fields: strayed === undefined ? [] : [['Authorization', 'Bearer a']],
    body: Buffer.alloc(0),
    bodyCut: false,
    operation: strayed === undefined ? 'establish-conversation' : 'elsewhere',
    answer: {
      httpVersion: '1.1',
      status,
      reason: '',
      fields: [],
      body: Buffer.alloc(0),
      sentMs: index,
      ...(staged === undefined ? {} : { staged }),
      ...(undelivered === undefined ? {} : { undelivered }),
      ...(hungUp === undefined ? {} : { hungUp }),
    },
  };
}

function watch(id: Parameters<typeof scenarioOf>[0], sent: readonly Sent[]): ScenarioWatch {
  const one = new ScenarioWatch(scenarioOf(id), ({ target }) => target);
  for (const [index, each] of sent.entries()) one.take(request(each, index));
  return one;
}

/** Tries of one call, each given up before its answer. */
const tries = (count: number, everyMs: number): readonly Sent[] =>
  Array.from({ length: count }, (_, index) => ({ key: 'a', staged: late, hungUp: true, at: index * everyMs }));

const rows: readonly (readonly [
  name: string,
  watch: () => ScenarioWatch,
  ending: ExerciseEnding,
  control: ExerciseEnding | undefined,
  verdict: string,
])[] = [
  ['nothing sent', () => watch('unavailable', []), good, good, 'inconclusive'],
  ['never met', () => watch('unavailable', [{ key: 'a' }]), good, good, 'inconclusive'],
  [
    'asked again',
    () => watch('unavailable', [{ key: 'a', staged: unavailable }, { key: 'a' }]),
    good,
    good,
    'conformant',
  ],
  [
    'asked again and refused for what it is',
    () =>
      watch('unavailable', [
        { key: 'a', staged: unavailable },
        { key: 'a', status: 415 },
      ]),
    good,
    good,
    'inconclusive',
  ],
  [
    'something else asked',
    () => watch('unavailable', [{ key: 'a', staged: unavailable }, { key: 'b' }]),
    good,
    good,
    'nonconformant',
  ],
  [
    'failed again and no more',
    () =>
      watch('unavailable', [
        { key: 'a', staged: unavailable },
        { key: 'a', staged: unavailable },
      ]),
    good,
    good,
    'nonconformant',
  ],
  [
    'gave up because we ended it',
    () => watch('unavailable', [{ key: 'a', staged: unavailable }]),
    ended,
    good,
    'inconclusive',
  ],
  [
    'asked again, ended badly',
    () => watch('unavailable', [{ key: 'a', staged: unavailable }, { key: 'a' }]),
    failed,
    good,
    'inconclusive',
  ],
  ['went on', () => watch('slow', [{ key: 'a', staged: late }]), good, good, 'conformant'],
  [
    'went away, asked again',
    () => watch('slow', [{ key: 'a', staged: late, undelivered: true }, { key: 'a' }]),
    good,
    good,
    'conformant',
  ],
  [
    'went away for good',
    () => watch('slow', [{ key: 'a', staged: late, undelivered: true }]),
    good,
    good,
    'nonconformant',
  ],
  [
    'failed, the control did not',
    () => watch('unknown-members', [{ key: 'a', staged: changed }]),
    failed,
    good,
    'nonconformant',
  ],
  [
    'failed, so did the control',
    () => watch('unknown-members', [{ key: 'a', staged: changed }]),
    failed,
    failed,
    'inconclusive',
  ],
  [
    'failed, there was no control',
    () => watch('unknown-members', [{ key: 'a', staged: changed }]),
    failed,
    undefined,
    'inconclusive',
  ],
  ['followed', () => watch('redirected', [{ key: 'a', staged: moved }, { key: 'a' }]), good, good, 'conformant'],
  [
    'followed twice',
    () => watch('redirected', [{ key: 'a', staged: moved }, { key: 'a', staged: movedAgain }, { key: 'a' }]),
    good,
    good,
    'conformant',
  ],
  [
    'followed with another method, which is redirected again and refused, untold',
    () =>
      watch('redirected', [
        { key: 'a', staged: moved },
        { key: 'GET', staged: movedAgain },
        { key: 'GET', status: 405 },
      ]),
    good,
    good,
    'nonconformant',
  ],
  ['not followed, and told', () => watch('redirected', [{ key: 'a', staged: moved }]), failed, good, 'conformant'],
  ['not followed, untold', () => watch('redirected', [{ key: 'a', staged: moved }]), good, good, 'nonconformant'],
  [
    'not followed, and nobody could tell',
    () => watch('redirected', [{ key: 'a', staged: moved }]),
    stopped,
    undefined,
    'inconclusive',
  ],
  [
    'not followed, and the control fails too',
    () => watch('redirected', [{ key: 'a', staged: moved }]),
    failed,
    failed,
    'inconclusive',
  ],
  ['hung', () => watch('redirected', [{ key: 'a', staged: moved }]), ended, good, 'inconclusive'],
  [
    'the token sent to another origin',
    () => watch('redirected-elsewhere', [{ key: 'a', staged: moved }, { key: 'b', strayed: true }, { key: 'a' }]),
    good,
    good,
    'nonconformant',
  ],
  ['waited', () => watch('always-slow', [{ key: 'a', staged: late }]), good, good, 'conformant'],
  ['gave up and told', () => watch('always-slow', tries(4, 300)), failed, good, 'conformant'],
  ['five tries within two seconds', () => watch('always-slow', tries(5, 300)), failed, good, 'nonconformant'],
  ['five tries, of which two at a time', () => watch('always-slow', tries(5, 1_000)), failed, good, 'conformant'],
  [
    'five workers that wait',
    () =>
      watch(
        'always-slow',
        tries(5, 1).map(({ hungUp: _hungUp, ...sent }) => sent),
      ),
    good,
    good,
    'conformant',
  ],
  ['the control itself', () => watch('all-well', [{ key: 'a' }]), good, undefined, 'conformant'],
  ['the control fails', () => watch('all-well', [{ key: 'a' }]), failed, undefined, 'inconclusive'],
];

for (const [name, make, ending, control, verdict] of rows) {
  test(`${name}: ${verdict}`, () => {
    const found = make().end(ending, control);
    assert.equal(found.verdict, verdict, found.reason);
  });
}

test('the reason names the exchange that was given up', () => {
  const { reason, exchange } = watch('unavailable', [{ key: 'b' }, { key: 'a', staged: unavailable }]).end(good, good);
  assert.match(reason, /After "503" \(exchange 2\) the same was not asked for again/);
  assert.equal(exchange, 2);
});

test('without the scenario to compare with, it says which one to add', () => {
  const hint = /\(--scenario all-well --scenario unknown-members\)/;
  const alone = watch('unknown-members', [{ key: 'a', staged: changed }]);
  assert.match(alone.end(failed, undefined).reason, hint);
  assert.doesNotMatch(alone.end(failed, failed).reason, hint);
  const redirected = watch('redirected', [{ key: 'a', staged: moved }]);
  assert.match(redirected.end(failed, undefined).reason, /--scenario all-well --scenario redirected\)/);
  assert.doesNotMatch(redirected.end(ended, undefined).reason, /--scenario/);
});
