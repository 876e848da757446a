/**
 * A second operation, added as data, judged in a whole run over a socket: it is generated, violated and sent in
 * conversations that were established for it; its faults are found under its own clauses; reports and replays name it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { jsonAnswer } from '../../../endpoints/mock/answer.js';
import { extendMock } from '../../../endpoints/mock/extension.js';
import { createMock } from '../../../endpoints/mock/mock.js';
import type { MockOperation } from '../../../endpoints/mock/operation.js';
import { loadPlaces, stepsOf } from '../../../engine/service/places.js';
import { preflight } from '../../../engine/service/preflight.js';
import { replayCase } from '../../../engine/service/replay/replay.js';
import { Run } from '../../../engine/service/run.js';
import { StepInRun } from '../../../engine/service/step-in-run.js';
import { renderCtrf } from '../../../reports/ctrf.js';
import { renderHtml } from '../../../reports/html/render-html.js';
import { renderJunit } from '../../../reports/junit.js';
import { renderSummary } from '../../../reports/summary.js';
import { renderTerminal } from '../../../reports/terminal.js';
import { validateRecord } from '../../../reports/validate-record.js';
import { clausesOf } from '../../../schemas/clauses/clauses.js';
import { extendContract } from '../../../schemas/contract.js';
import type { ReplayCase } from '../../../schemas/record/replay-case.js';
import type { ServiceRecord } from '../../../schemas/record/run-record.js';
import { replayCasesOf } from '../../../verdicts/replay/replay-cases.js';
import { pairKey } from '../../../verdicts/service/history.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import { clausesWith, inEdition, runAgainstMock, sharedKeys } from '../end-to-end/run-against.js';
import { type Given, InMemoryService, someOptions } from '../engine/service/in-memory-service.js';
import { mockOfRouting, startRouting } from './extension.js';

const operation = 'start-routing';
let takeBack: readonly (() => void)[] = [];

before(() => {
  takeBack = [extendContract(startRouting), extendMock(mockOfRouting)];
});
after(() => {
  for (const undo of takeBack) undo();
});

type Options = Parameters<typeof runAgainstMock>[1];

const run = (options: Options = {}, edition: '61.0' | '65.0' = '65.0'): Promise<ServiceRecord> =>
  runAgainstMock({ edition }, { edition, layout: 'json', operation, ...options });

/** What the mock does with the operation while `judge` works. */
async function withFault<Result>(
  fault: (right: MockOperation) => Partial<MockOperation>,
  judge: () => Promise<Result>,
): Promise<Result> {
  const [right] = mockOfRouting.operations ?? [];
  assert.ok(right !== undefined);
  const undo = extendMock({ operations: [{ ...right, ...fault(right) }] });
  try {
    return await judge();
  } finally {
    undo();
  }
}

/** Any text is a kind of routing. */
const looseType = ({ checks }: MockOperation): Partial<MockOperation> => ({
  checks: checks.map((check) =>
    check.clause === 'body/start-routing/type/value'
      ? { ...check, fails: ({ values }) => typeof values.routingType !== 'string' }
      : check,
  ),
});

for (const edition of ['61.0', '65.0'] as const) {
  test(`${edition}: a right service is conformant, and every clause that it owes was exercised`, async () => {
    const record = await run({}, edition);
    assert.equal(record.verdict, 'conformant', record.reason);
    assert.ok(validateRecord(record).ok);
    const owed = clausesOf(edition, operation).filter(({ owes }) => owes !== 'connector');
    assert.deepEqual(clausesWith(record, 'conformant').toSorted(), owed.map(({ id }): string => id).toSorted());
    const listed = record.clauses.map(({ id }): string => id);
    assert.ok(
      !listed.some((id) => /same-pair|different-pair|participants|success\/conversation-identifier/.test(id)),
      'no clause of another operation',
    );
    assert.deepEqual([record.identities.answers, record.identities.pairs], [0, 0]);
    assert.ok((record.conversations?.total ?? 0) > 100, 'conversations that were established for it stay behind');
    assert.equal(record.plan.requests, record.requests);
    assert.equal(record.plan.conversations, record.conversations?.total);
  });
}

test('smoke is conformant in few requests', async () => {
  const record = await run({ level: 'smoke' });
  assert.equal(record.verdict, 'conformant', record.reason);
  assert.ok(record.requests > 40 && record.requests < 110, `${record.requests} requests`);
  assert.equal(record.plan.requests, record.requests);
});

const faults: Readonly<Record<string, (right: MockOperation) => Partial<MockOperation>>> = {
  'body/start-routing/type/value': looseType,
  'answer/start-routing/status': () => ({ answer: () => jsonAnswer(201, { success: true }) }),
  'answer/success/json-object': () => ({ answer: () => jsonAnswer(202, ['started']) }),
};

for (const [clause, fault] of Object.entries(faults)) {
  test(`a fault is found under its own clause and no other: ${clause}`, async () => {
    const record = await withFault(fault, () => run());
    assert.deepEqual(clausesWith(record, 'nonconformant', 'inconclusive'), [clause]);
  });
}

test('every report names the operation', async () => {
  const record = await withFault(looseType, () => run({ only: ['body/start-routing'] }));
  assert.equal(record.operation, operation);
  assert.match(renderHtml(record), /Start routing \(start-routing\)/);
  assert.match(renderSummary(record), /Operation \| Start routing .*start-routing/);
  assert.match(renderTerminal(record, { colour: false }), /operation start-routing/);
  assert.match(renderJunit(record), /name="operation" value="start-routing"/);
  assert.match(renderCtrf(record), /"operation": "start-routing"/);
  assert.ok(record.findings.every(({ replay }) => replay?.command.includes(` --operation ${operation} `)));
});

/** As JSON may write it: every character by its number. */
const escaped = (text: string): string =>
  [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

test('a replay case is sent again in a new conversation: it fails still, and is fixed once the service is mended', async () => {
  const record = await withFault(looseType, () => run({ only: ['body/start-routing/type/value'] }));
  const [replay] = replayCasesOf(record).cases;
  assert.ok(replay !== undefined);
  assert.deepEqual([replay.operation, replay.clause], [operation, 'body/start-routing/type/value']);
  // Another mock, which knows none of the conversations of the run.
  const again = async (one: ReplayCase) => {
    const mock = await createMock({ keys: await sharedKeys(), edition: '65.0' });
    const { baseUrl, close } = await mock.listen();
    try {
      return await replayCase(one, {
        target: { kind: 'service', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: [] },
      });
    } finally {
      await close();
    }
  };
  const still = await withFault(looseType, () => again(replay));
  assert.equal(still.result, 'STILL', still.reason);
  const fixed = await again(replay);
  assert.equal(fixed.result, 'FIXED', fixed.reason);
  const [control] = replay.requests;
  assert.ok(control?.body.text !== undefined);
  const text = control.body.text.replace(/"([^"]+)",/, (_, id: string) => `"${escaped(id)}",`);
  const spelled: ReplayCase = {
    ...replay,
    expects: 'acceptance',
    requests: [control, { ...control, role: 'case', body: { text } }],
  };
  const hidden = await again(spelled);
  assert.equal(hidden.result, 'INCONCLUSIVE', hidden.reason);
  assert.match(hidden.reason, /cannot be replaced by a new one/);
  const unknown = await again({ ...replay, operation: 'no-operation' });
  assert.deepEqual([unknown.result, unknown.requests], ['INCONCLUSIVE', 0]);
  assert.match(unknown.reason, /no-operation/);
});

test('the same seed sends the same byte for byte, however the answers take turns', async () => {
  const options = { ...someOptions, ...inEdition('65.0'), operation };
  const steps = stepsOf(await loadPlaces(), [], '65.0', operation);
  const sent = async (delay?: () => Promise<unknown>): Promise<readonly string[]> => {
    // By the pair alone: identifiers that are dealt out in the order of arrival are another matter.
    const identify = ({ pair }: { readonly pair: Pair }) => Buffer.from(pairKey(pair)).toString('base64url');
    const service = new InMemoryService({ identify, ...(delay === undefined ? {} : { delay }) });
    const one = new Run(options, service);
    assert.equal(await preflight(one), undefined);
    for (const step of steps) await new StepInRun(one, step).go();
    return service.requests.map(({ fields, body }) => `${JSON.stringify(fields)}\n${Buffer.from(body)}`).sort();
  };
  let turn = 0;
  const unevenly = async (): Promise<void> => {
    turn += 1;
    for (let left = (turn * 7) % 5; left > 0; left -= 1) await nextTurn();
  };
  const messages = await sent();
  assert.ok(messages.length > 500);
  assert.deepEqual(await sent(unevenly), messages);
});

const troubles: readonly (readonly [what: string, answers: readonly Given[], cause: string, says: RegExp])[] = [
  ['the conversation is refused', [400], 'control refused', /^The first conversation on the channel/],
  [
    'the conversation has no identifier',
    [{ status: 202, body: {} }],
    'control refused',
    /start-routing has none to go on in/,
  ],
  ['the token is refused', [401], 'credentials refused', /Check the token/],
  ['nothing answers', ['connection-refused'], 'unreachable', /no answer: connection-refused\. Check the base URL/],
  ['the operation itself is not there', [202, 404], 'control refused', /^The first control .+ POST v1\/route below it/],
];

for (const [what, answers, cause, says] of troubles) {
  test(`before the first probe: ${what}`, async () => {
    const service = new InMemoryService({ answer: ({ number }) => answers[number - 1] ?? answers.at(-1) });
    const trouble = await preflight(new Run({ ...someOptions, ...inEdition('65.0'), operation }, service));
    assert.equal(trouble?.cause, cause);
    assert.match(trouble?.reason ?? '', says);
  });
}
