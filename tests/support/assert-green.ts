/** What must hold of a run against a service that keeps the contract. */
import assert from 'node:assert/strict';
import { clauses } from '../../schemas/clauses/clauses.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import { clausesWith } from '../quick/end-to-end/run-against.js';

/** Owed by connectors only: a service can at most be observed. */
const notOwed: ReadonlySet<string> = new Set(clauses.filter(({ owes }) => owes === 'connector').map(({ id }) => id));

/** Nothing is found but what is observed, and the run is conformant. */
export function assertQuiet(record: RunRecord): void {
  const how = `seed ${record.seed}`;
  const alarms = record.findings.filter(({ verdict }) => verdict !== 'observed');
  assert.deepEqual(
    alarms.map(({ clause, verdict, label, got }) => `${clause} ${verdict}: ${label}: ${got}`),
    [],
    how,
  );
  assert.deepEqual([record.verdict, record.exitCode, record.cutShort], ['conformant', 0, false], how);
}

/** Quiet, and every clause that a service owes was exercised; where the reading leaves a choice, it may have been observed only. */
export function assertGreen(record: RunRecord): void {
  assertQuiet(record);
  const green = clausesWith(record, 'conformant', 'observed');
  const dark = record.clauses.filter(({ id }) => !green.includes(id) && !notOwed.has(id));
  assert.deepEqual(
    dark.map(({ id, verdict }) => `${id}: ${verdict}`),
    [],
    `seed ${record.seed}`,
  );
}
