/**
 * Facts are fields: every sentence of outcomes, records and replay cases is garbled, and verdicts, grouping, ids, merged
 * shards, replay cases, their judgement and the comparison with a baseline come out the same.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FaultId } from '../../../endpoints/mock/faults.js';
import { createMock } from '../../../endpoints/mock/mock.js';
import { openRun } from '../../../engine/service/open-run.js';
import { loadPlaces, stepsOf } from '../../../engine/service/places.js';
import { planRun } from '../../../engine/service/plan-run.js';
import { preflight } from '../../../engine/service/preflight.js';
import { exchangeOf, judgeReplay, type Replayed } from '../../../engine/service/replay/judge-replay.js';
import { runInfoOf } from '../../../engine/service/run-info.js';
import type { RunOptions } from '../../../engine/service/run-options.js';
import { StepInRun } from '../../../engine/service/step-in-run.js';
import { recordOf } from '../../../playwright/conformance-reporter.js';
import { type Leaving, numberApart, readLeaving, writeLeaving } from '../../../playwright/leaving.js';
import { validateRecord } from '../../../reports/validate-record.js';
import { defaultOperation, operationOf } from '../../../schemas/operations/operations.js';
import type { ReplayCase } from '../../../schemas/record/replay-case.js';
import type { EvidenceItem, RunRecord, ServiceRecord } from '../../../schemas/record/run-record.js';
import { exchangesOf, toEvidence } from '../../../verdicts/record/evidence.js';
import { decideRelease } from '../../../verdicts/release/release-record.js';
import { replayCasesOf } from '../../../verdicts/replay/replay-cases.js';
import { judgeHistory } from '../../../verdicts/service/judge-history.js';
import { readPair } from '../../../wire/codecs/pair-reader.js';
import type { Exchange } from '../../../wire/exchange.js';
import { sharedKeys } from './run-against.js';

/** Sentences for people, wherever they stand; whatever else is in a record decides something. */
const sentences = new Set([
  ...['label', 'expected', 'got', 'advice', 'where', 'spec', 'statement', 'place', 'title', 'file', 'reason', 'told'],
  ...['message', 'command', 'curl', 'warnings'],
]);

/** Two values that are shown: what differs, and the story. Elsewhere `case`, `control` and `text` are facts and bytes. */
function isShown(name: string, value: unknown, parent: object): boolean {
  if (sentences.has(name)) return true;
  if (name === 'text') return !('bytes' in parent) && !('base64' in parent) && isStep(parent);
  return (name === 'case' || name === 'control') && typeof value === 'string';
}

const isStep = (one: object): boolean => ['exchange', 'others', 'waitMs', 'sends'].some((name) => name in one);

const words = 'zq‹vxq› — "behaviour: 9 calls at once", entry beside calls, in the search';

function garbled<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(garbled) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    isShown(name, inner, value) ? (Array.isArray(inner) ? inner.map(() => words) : words) : garbled(inner),
  ]);
  // The same shape, with other texts in it.
  return Object.fromEntries(entries) as Value;
}

/** What one shard of Playwright would leave: small faults of every kind, found in every way. */
async function leavingsOf(faults: readonly FaultId[], only: readonly string[]): Promise<readonly Leaving[]> {
  const mock = await createMock({ keys: await sharedKeys(), faults });
  const { baseUrl, close } = await mock.listen();
  const options: RunOptions = {
    target: { kind: 'service', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: [] },
    ...{ level: 'standard', layout: 'parts', edition: '61.0', seed: 3, concurrency: 16 },
    only,
  };
  const { run, redactor } = openRun(options, {});
  const { sender } = run.sending;
  const steps = stepsOf(await loadPlaces(), only, '61.0');
  const info = runInfoOf(options, await planRun(steps, options), new Date(0));
  const leavings: Leaving[] = [];
  try {
    assert.equal(await preflight(run), undefined);
    for (const step of steps) {
      const outcome = redactor.value(await new StepInRun(run, step).go());
      const histories = judgeHistory(run.history.observations);
      const numbers = new Set([...outcome.findings, ...histories].flatMap(exchangesOf));
      const evidence = [...numbers].flatMap((number) => run.history.exchanges.get(number) ?? []);
      leavings.push({
        run: 'one',
        info,
        outcome,
        evidence: evidence.map((exchange) => toEvidence(exchange, redactor)),
        cost: { requests: 1, throttled: 0, waitedMs: 0 },
        audited: 0,
        leftBehind: redactor.value(run.history.leftBehind.drain()),
      });
    }
  } finally {
    await sender.close();
    await close();
  }
  return leavings.map((leaving) => readLeaving(writeLeaving(leaving)));
}

const runs: readonly (readonly [faults: readonly FaultId[], only: readonly string[]])[] = [
  [
    ['org-id/accepts-18', 'refusal/token', 'merged-subjects/case'],
    ['headers/org-id', 'answer', 'behaviour/different-pair'],
  ],
  [['same-pair/by-connection', 'different-pair/joined-by-colon'], ['behaviour']],
  [['same-pair/race-of-10-ms'], ['behaviour/same-pair/at-once']],
  [['different-pair/hash-of-8-bits'], ['behaviour/different-pair']],
  [
    ['authorization/signature-not-verified', 'refusal/status-500', 'refusal/markup'],
    ['headers/authorization', 'answer'],
  ],
  [
    ['operation/every-ninth-new-pair-fails', 'subject/refuses-emoji'],
    ['body/participants/subject', 'answer', 'behaviour/new-conversation'],
  ],
  [['same-pair/forgotten-after-its-refusal'], ['behaviour/same-pair/repeated']],
];

let left: readonly (readonly Leaving[])[] = [];
let records: readonly ServiceRecord[] = [];

const recordFrom = (leavings: readonly Leaving[]): ServiceRecord =>
  recordOf(numberApart(leavings), 1, false) ?? assert.fail('nothing was left');

before(async () => {
  // One after the other: planning holds up the process, and a connection of another run would wait for it beyond its time.
  const leavings: (readonly Leaving[])[] = [];
  for (const [faults, only] of runs) leavings.push(await leavingsOf(faults, only));
  left = leavings;
  records = left.map(recordFrom);
});

/** Both garbled: what is left to differ is what was decided. */
const assertSame = (one: unknown, other: unknown, what: string): void =>
  assert.deepEqual(garbled(one), garbled(other), what);

test('the sample holds findings of every kind, so that what follows can fail', () => {
  const findings = records.flatMap((record) => record.findings);
  const seen = <Value>(of: (finding: ServiceRecord['findings'][number]) => Value): ReadonlySet<Value> =>
    new Set(findings.map(of));
  for (const expects of ['acceptance', 'refusal', 'clean refusal', 'same identifier', 'other identifier'] as const) {
    assert.ok(seen((one) => one.expects).has(expects), expects);
  }
  for (const way of ['sweep', 'sequence', 'history'] as const) assert.ok(seen((one) => one.foundBy).has(way), way);
  for (const kind of ['split', 'merge of neighbours', 'merge of strangers'] as const) {
    assert.ok(seen((one) => one.history).has(kind), kind);
  }
  assert.ok(seen((one) => one.confirmed).has('alone'));
  assert.ok(findings.some(({ clause }) => clause === 'answer/refusal/no-markup'));
  assert.ok(findings.some((one) => one.case?.calls !== undefined && one.clause === 'behaviour/same-pair/at-once'));
  assert.ok(records.every((record) => validateRecord(JSON.parse(JSON.stringify(record))).ok));
  const cases = records.flatMap((record) => replayCasesOf(record).cases);
  assert.ok(cases.some(({ requests }) => requests.some(({ remake }) => remake !== undefined)));
  assert.ok(cases.some(({ requests }) => requests.some(({ together }) => together > 1)));
  assert.ok(cases.some(({ clause }) => clause === 'answer/refusal/no-markup'));
  assert.notEqual(garbled(records[0])?.findings[0]?.label, records[0]?.findings[0]?.label);
});

test('outcomes: grouped, named and judged the same, also merged from two shards', () => {
  for (const leavings of left) {
    const shards = leavings.map((leaving, index) => (index % 2 === 0 ? leaving : { ...leaving, run: 'other' }));
    for (const some of [leavings, shards]) {
      const [plain, other] = [recordFrom(some), recordFrom(garbled(some))];
      assertSame(plain, other, plain.reason);
      assert.deepEqual(
        plain.findings.map(({ id, count }) => [id, count]),
        other.findings.map(({ id, count }) => [id, count]),
      );
    }
  }
});

test('records: the same replay cases, named and ordered the same', () => {
  for (const record of records) {
    const [plain, other] = [replayCasesOf(record), replayCasesOf(garbled(record))];
    assert.ok(plain.cases.length > 0);
    assertSame(plain, other, record.reason);
  }
});

/** What is sent, and an answer for each: as recorded, all accepted as one, all accepted apart, all refused. */
const answers: readonly ((recorded: Replayed['recorded'], index: number) => Exchange)[] = [
  (recorded, index) => ({ ...exchangeOf(recorded), number: index + 1 }),
  (recorded, index) => accepted(recorded, index, 'same'),
  (recorded, index) => accepted(recorded, index, `id ${index}`),
  (recorded, index) => ({ ...accepted(recorded, index, ''), answer: answerOf(400, '{}') }),
];

function accepted(recorded: Replayed['recorded'], index: number, conversationIdentifier: string): Exchange {
  const answer = answerOf(202, JSON.stringify({ conversationIdentifier }));
  const { failure: _failure, ...exchange } = exchangeOf(recorded);
  return { ...exchange, number: index + 1, answer };
}

const answerOf = (status: number, body: string): NonNullable<Exchange['answer']> => ({
  ...{ httpVersion: '1.1', status, reason: '', fields: [], truncated: false },
  body: Buffer.from(body),
});

function sent(replay: ReplayCase, answer: (typeof answers)[number]): readonly Replayed[] {
  return replay.requests.map((recorded, index) => {
    const fields = recorded.fields.map(([name = '', value = '']) => [name, value] as const);
    const pair = readPair({ fields, body: Buffer.from(recorded.body.text ?? '') }, operationOf(defaultOperation));
    const exchange = answer(recorded, index);
    return { role: recorded.role, recorded, exchange, ...(pair === undefined ? {} : { pair }) };
  });
}

test('replay cases: judged the same, whatever comes', () => {
  const seen = new Set<string>();
  for (const replay of records.flatMap((record) => replayCasesOf(record).cases)) {
    for (const answer of answers) {
      const [plain, other] = [replay, garbled(replay)].map((one) => judgeReplay(one, sent(one, answer), () => false));
      assert.equal(plain?.result, other?.result, replay.finding);
      seen.add(plain?.result ?? '');
    }
  }
  assert.deepEqual([...seen].sort(), ['CHANGED', 'FIXED', 'INCONCLUSIVE', 'STILL']);
});

test('a baseline: the same changes and the same exit code, whichever of the two is garbled', () => {
  for (const [index, record] of records.entries()) {
    const before = records[(index + 1) % records.length] ?? record;
    for (const [old, now] of [
      [record, record],
      [before, record],
    ] as const) {
      const compared = (one: ServiceRecord, other: ServiceRecord): RunRecord =>
        decideRelease(other, { baseline: { file: 'old.json', record: one }, gate: 'new' });
      const plain = compared(old, now);
      for (const other of [
        compared(garbled(old), now),
        compared(old, garbled(now)),
        compared(garbled(old), garbled(now)),
      ]) {
        assert.equal(other.exitCode, plain.exitCode);
        assertSame(other.baseline?.findings, plain.baseline?.findings, record.reason);
        assertSame(other.baseline?.clauses, plain.baseline?.clauses, record.reason);
        assert.equal(other.baseline?.newFailures, plain.baseline?.newFailures);
      }
    }
  }
});

test('evidence keeps its bytes when it is garbled: nothing of what was sent is a sentence', () => {
  const bodies = (items: readonly EvidenceItem[]): unknown => items.map(({ request }) => request);
  for (const record of records) assert.deepEqual(bodies(garbled(record).evidence), bodies(record.evidence));
});
