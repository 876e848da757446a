/** A scenario is kept by asking again for what failed, and by an end as good as that of the control. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scenarioOf } from '../../../../../endpoints/org/scenarios.js';
import { ScenarioWatch } from '../../../../../verdicts/connector/run/scenario-watch.js';
import type { ReceivedRequest, Staged } from '../../../../../wire/received.js';

const good = { ok: true, cut: false, told: 'the command ended with exit code 0' };
const failed = { ok: false, cut: false, told: 'the command ended with exit code 1' };
const ended = { ok: false, cut: true, told: 'the command did not end within 5 s and was ended' };

const unavailable: Staged = { did: 'was unavailable' };
const late: Staged = { did: 'delayed', delayMs: 2_000 };
const changed: Staged = { did: 'changed', what: 'members' };

interface Sent {
  readonly key: string;
  readonly staged?: Staged;
  readonly undelivered?: true;
  readonly status?: number;
}

function request({ key, staged, undelivered, status = 202 }: Sent, index: number): ReceivedRequest {
  return {
    number: index + 1,
    receivedMs: index,
    endedMs: index,
    connection: 1,
    httpVersion: '1.1',
    method: 'POST',
    target: key,
    fields: [],
    body: Buffer.alloc(0),
    bodyCut: false,
    operation: 'establish-conversation',
    answer: {
      httpVersion: '1.1',
      status,
      reason: '',
      fields: [],
      body: Buffer.alloc(0),
      sentMs: index,
      ...(staged === undefined ? {} : { staged }),
      ...(undelivered === undefined ? {} : { undelivered }),
    },
  };
}

function watch(id: Parameters<typeof scenarioOf>[0], sent: readonly Sent[]): ScenarioWatch {
  const one = new ScenarioWatch(scenarioOf(id), ({ target }) => target);
  for (const [index, each] of sent.entries()) one.take(request(each, index));
  return one;
}

const rows: readonly (readonly [
  name: string,
  watch: () => ScenarioWatch,
  ending: typeof good,
  control: typeof good | undefined,
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
