/** Runs the whole engine in this process against a mock on a real socket; all mocks of a process share one key pair. */

import { createMock, createMockKeys, type MockKeys, type MockOptions } from '../../../endpoints/mock/mock.js';
import { runConformance } from '../../../engine/service/run-conformance.js';
import type { RunOptions } from '../../../engine/service/run-options.js';
import type { Credentials } from '../../../generators/credentials.js';
import type { EditionId } from '../../../schemas/editions/editions.js';
import { defaultLayoutOf } from '../../../schemas/operations/operations.js';
import type { ServiceRecord } from '../../../schemas/record/run-record.js';
import { clockOfRequests } from '../../../tools/manual-clock.js';

let keys: Promise<MockKeys> | undefined;

/** Making a key pair takes longer than a run at level smoke. */
export function sharedKeys(): Promise<MockKeys> {
  keys ??= createMockKeys();
  return keys;
}

/** The mock lives as long as the run; both go by a clock of their own, so that nothing hangs on how busy the machine is. */
export async function runAgainstMock(
  mockOptions: Omit<MockOptions, 'clock'>,
  options: Partial<Omit<RunOptions, 'target' | 'clock'>> = {},
): Promise<ServiceRecord> {
  const clock = clockOfRequests();
  const mock = await createMock({ keys: await sharedKeys(), ...mockOptions, clock: () => clock.wallMs() });
  const { baseUrl, close } = await mock.listen();
  try {
    return await runAgainst(baseUrl, mock.credentials, { ...options, clock });
  } finally {
    await close();
  }
}

/** Level standard and seed 1, unless the options say otherwise. */
export function runAgainst(
  baseUrl: string | URL,
  credentials: Credentials,
  options: Partial<Omit<RunOptions, 'target'>> = {},
): Promise<ServiceRecord> {
  return runConformance({
    target: { kind: 'service', baseUrl: new URL(baseUrl), credentials, faults: [] },
    level: 'standard',
    layout: 'parts',
    edition: '61.0',
    seed: 1,
    only: [],
    concurrency: 16,
    ...options,
  });
}

/** The verdict of each clause by its id, with the cause behind it where there is one: what two runs are compared by. */
export function verdictsOf({ clauses }: Pick<ServiceRecord, 'clauses'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    clauses.map(({ id, verdict, cause }) => [id, cause === undefined ? verdict : `${verdict}, ${cause}`]),
  );
}

/** Ids of the clauses with one of the verdicts. */
export function clausesWith(record: Pick<ServiceRecord, 'clauses'>, ...verdicts: readonly string[]): readonly string[] {
  return record.clauses.filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id);
}

/** Options of a run by an edition in its first layout. */
export function inEdition(edition: EditionId): Pick<RunOptions, 'edition' | 'layout'> {
  return { edition, layout: defaultLayoutOf(edition) };
}
