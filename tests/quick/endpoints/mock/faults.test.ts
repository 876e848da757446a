/** Every fault shows in its own probe, a sound mock shows none, and a fault changes nothing beside its own clause. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Fault, type FaultId, faultOf, faults, readFaultIds } from '../../../../endpoints/mock/faults.js';
import {
  createMock,
  createMockKeys,
  type ExchangeNote,
  type MockKeys,
  type MockOptions,
} from '../../../../endpoints/mock/mock.js';
import { clauses, holdsIn } from '../../../../schemas/clauses/clauses.js';
import { Caller } from './caller.js';
import { answerProbes } from './probes/answers.js';
import { behaviourProbes } from './probes/behaviour.js';
import { bodyProbes } from './probes/body.js';
import { headerProbes } from './probes/headers.js';
import { jsonProbes } from './probes/json.js';
import type { Probe } from './probes/probe.js';

const probes: Record<FaultId, Probe> = {
  ...headerProbes,
  ...bodyProbes,
  ...answerProbes,
  ...behaviourProbes,
  ...jsonProbes,
};

let keys: MockKeys;
before(async () => {
  keys = await createMockKeys();
});

/** A caller whose mock has a clock of its own, so that no test waits for conversations to expire. */
async function callerOf(options: MockOptions): Promise<Caller> {
  let ahead = 0;
  const mock = await createMock({ keys, clock: () => Date.now() + ahead, ...options });
  const pass = (milliseconds: number) => {
    ahead += milliseconds;
  };
  return new Caller(mock, pass, options.edition === '65.0' ? 'json' : undefined);
}

/** Wrong in two places that no single fault overlooks together. */
const wrongTwice = { headers: { OrgId: '?', RequestId: '?' }, participants: [] };

for (const fault of faults) {
  const { id, clause, edition = '61.0' }: Fault & { readonly id: FaultId } = fault;
  test(`${id} shows and nothing else does`, async () => {
    const notes: ExchangeNote[] = [];
    const sound = await callerOf({ edition, onExchange: (note) => notes.push(note) });
    const faulty = await callerOf({ edition, faults: [id] });
    assert.equal(await probes[id](sound), false, 'a sound mock shows the fault');
    assert.equal(await probes[id](faulty), true, 'the fault does not show');
    assert.deepEqual(clausesBroken(notes, clause), [], 'the probe breaks another clause than that of the fault');

    const other = await callerOf({ edition, clock: Date.now, faults: [id] });
    const success = await other.call();
    if (!clause.startsWith('answer/success/')) {
      assert.equal(success.status, 202);
      assert.equal(typeof success.identifier, 'string');
    }
    const refusal = await other.call(wrongTwice);
    if (!clause.startsWith('answer/refusal/')) assert.ok(refusal.status >= 400 && refusal.status < 500);
  });
}

/** Clauses for which the sound mock refused the probe's requests, other than the one meant. */
function clausesBroken(notes: readonly ExchangeNote[], clause: string): readonly string[] {
  const meant = new Set([clause, ...partsOfEveryEntry(clause), ...controlsFor(clause)]);
  return notes
    .flatMap(({ refusal }) => (refusal?.clause === undefined ? [] : [refusal.clause]))
    .filter((id) => !meant.has(id));
}

/** One wrong entry out of several is refused for what is wrong with it. */
function partsOfEveryEntry(clause: string): readonly string[] {
  return clause === 'body/participants/every-entry' ? ['body/participants/role/value'] : [];
}

const forRefusals = [
  'operation/endpoint',
  'headers/content-type/media-type',
  'headers/content-type/boundary',
  'body/channel-address-identifier/required',
  'body/participants/role/value',
];

/** Probes about refusals and about what comes after one need a wrong request of some kind. */
function controlsFor(clause: string): readonly string[] {
  const needsRefusal = clause.startsWith('answer/refusal/') || clause === 'behaviour/same-pair/after-refusal';
  return needsRefusal ? forRefusals : [];
}

test('every clause that a service owes has a fault', () => {
  const covered = new Set<string>(faults.map(({ clause }) => clause));
  const owed = clauses.filter(({ owes }) => owes !== 'connector').map(({ id }) => id);
  assert.deepEqual(
    owed.filter((id) => !covered.has(id)),
    [],
  );
});

test('ids are not used twice', () => {
  assert.equal(new Set(faults.map(({ id }) => id)).size, faults.length);
});

test('several faults compose', async () => {
  const ids: FaultId[] = ['org-id/accepts-18', 'role/any-case', 'success/status-206', 'merged-subjects/case'];
  const caller = new Caller(await createMock({ keys, faults: ids }));
  const orgId = `${caller.mock.credentials.orgId}AAA`;
  const first = await caller.call({ headers: { OrgId: orgId }, entry: { role: 'ENDUSER' }, subject: 'A' });
  const second = await caller.call({ subject: 'a' });
  assert.equal(first.status, 206);
  assert.equal(first.identifier, second.identifier);
});

test('two mocks with one fault share nothing', async () => {
  const behaviours = [faultOf('same-pair/keeps-50').behaviour(), faultOf('same-pair/keeps-50').behaviour()];
  assert.notEqual(behaviours[0], behaviours[1]);
});

test('unknown ids are told', () => {
  assert.deepEqual(readFaultIds(['org-id/accepts-18', 'org-id/none']), {
    known: ['org-id/accepts-18'],
    unknown: ['org-id/none'],
  });
});

test('each fault is of an edition in which its clause holds', () => {
  for (const { id, clause, edition = '61.0' } of faults.map((fault): Fault => fault)) {
    assert.ok(holdsIn(clause, edition), id);
  }
});
