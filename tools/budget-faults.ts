/** Which faults of the mock a run with a budget finds: the runs behind docs/budget.md and its test. */
import { type Fault, faults } from '../endpoints/mock/faults.js';
import type { MockKeys } from '../endpoints/mock/mock.js';
import { defaultEdition } from '../schemas/editions/editions.js';
import { runAgainst, type SingleFault } from './run-against.js';

/** Every fault of the kill matrix that is shown in edition 61.0, those that only level deep looks for included. */
export const singleFaults: readonly SingleFault[] = faults.filter(
  ({ edition = defaultEdition }: Fault) => edition === defaultEdition,
);

export interface BudgetRun {
  readonly fault: SingleFault;
  /** The fault's own clause is red. */
  readonly found: boolean;
  /** As the suite counts them, retries included. */
  readonly requests: number;
  /** As the mock counts them. */
  readonly arrived: number;
}

/** What forgets by the clock is looked for over more than a minute, which the clock of the run does not wait for. */
const memoryMs = 62_000;

/** One run at level standard with a budget, against a mock of its own that has the fault. */
export async function runWithin(budget: number, fault: SingleFault, keys: MockKeys, seed: number): Promise<BudgetRun> {
  let arrived = 0;
  const options = { seed, memoryMs: /expires/.test(fault.id) ? memoryMs : 0, maxRequests: budget } as const;
  const record = await runAgainst(fault, keys, { level: 'standard', only: [], ...options }, () => {
    arrived += 1;
  });
  const found = record.clauses.some(({ id, verdict }) => id === fault.clause && verdict === 'nonconformant');
  return { fault, found, requests: record.requests, arrived };
}

/** Runs for all faults, so many at once, in the order of the faults. */
export async function runAllWithin(
  budget: number,
  all: readonly SingleFault[],
  keys: MockKeys,
  seed: number,
  atOnce: number,
): Promise<readonly BudgetRun[]> {
  const runs: BudgetRun[] = [];
  const rest = [...all.entries()];
  const work = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      const [index, fault] = next;
      runs[index] = await runWithin(budget, fault, keys, seed);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return runs;
}
