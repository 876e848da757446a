/** What must hold of a run against a mock with faults: the clause of each is red, and so is the run. */
import assert from 'node:assert/strict';
import type { Fault } from '../../endpoints/mock/faults.js';
import type { RunOptions } from '../../engine/service/run-options.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import type { SingleFault } from '../../tools/run-against.js';
import { clausesWith, inEdition, runAgainstMock } from '../quick/end-to-end/run-against.js';

/** What forgets by the clock does so within a minute; the clock of the run does not wait for it. */
const memoryMs = 62_000;

/** The clauses whose probes find a fault. What is forgotten shows after many conversations, which others establish. */
export function probesFor({ clause }: Fault): readonly string[] {
  return [clause === 'behaviour/same-pair/for-ever' ? 'behaviour' : clause];
}

/** One run in the edition of the fault, at level standard (deep, where only that looks for it) unless the options say otherwise. */
export async function assertFault(fault: SingleFault, options: Partial<Omit<RunOptions, 'target' | 'clock'>>) {
  const { id, minLevel, edition = '61.0' } = fault;
  const level = minLevel === 'deep' ? 'deep' : 'standard';
  const memory = /expires/.test(id) ? { memoryMs } : {};
  const run = { ...inEdition(edition), level, ...memory, ...options } as const;
  assertFound(await runAgainstMock({ edition, faults: [id] }, run), [fault], `at level ${run.level}`);
}

/** @param how the run was made, for the message. */
export function assertFound(record: RunRecord, planted: readonly Fault[], how: string): void {
  const red = clausesWith(record, 'nonconformant');
  for (const { clause, summary } of planted) {
    const seed = `with seed ${record.seed}`;
    assert.ok(
      red.includes(clause),
      `${clause} is not red ${how} ${seed}, though: ${summary} Red are: ${red.join(', ')}`,
    );
  }
  assert.deepEqual([record.verdict, record.exitCode], ['nonconformant', 1]);
}
