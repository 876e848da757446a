/** The faults that break the promise about identifiers, how a run looks for one, and where it found it. */

import { type Fault, type FaultId, faults } from '../endpoints/mock/faults.js';
import type { MockKeys } from '../endpoints/mock/mock.js';
import { levelPlans } from '../engine/service/level-plan.js';
import type { RunOptions } from '../engine/service/run-options.js';
import type { ServiceRecord } from '../schemas/record/run-record.js';
import { runAgainst, type SingleFault } from './run-against.js';

/** Every fault whose own clause is under `behaviour/`. */
export const identityFaults: readonly SingleFault[] = faults.filter(({ clause }) => clause.startsWith('behaviour/'));

/** How long a run must last to see what a fault forgets with time, in milliseconds. */
const lifeTimes: Readonly<Partial<Record<FaultId, number>>> = {
  'same-pair/expires': 600,
  'same-pair/expires-after-2-s': 2_500,
  'same-pair/expires-after-60-s': 62_000,
};

/** The time that the closing audit spreads its repeats over: as little as the fault needs, and none for most. */
export function memoryMsFor({ id, minLevel }: SingleFault): number {
  const needed = lifeTimes[id];
  return needed === undefined ? 0 : Math.max(needed, levelPlans[minLevel].memoryMs);
}

/** One run of everything under `behaviour/` at the level of the fault, or as the options say. */
export function lookFor(
  fault: SingleFault,
  keys: MockKeys,
  options: Partial<Omit<RunOptions, 'target'>> & { readonly seed: number },
): Promise<ServiceRecord> {
  const memoryMs = memoryMsFor(fault);
  return runAgainst(fault, keys, { level: fault.minLevel, only: ['behaviour'], memoryMs, ...options });
}

/** What a run probes first of all under `behaviour/`: leaving out what comes after it changes no number of an exchange. */
const first = ['behaviour/new-conversation', 'behaviour/different-pair'];

/** What a fault needs that forgets late: repeats. Ten thousand relations of subjects tell nothing of it. */
const repeats = ['behaviour/same-pair'];

/** As much of a run as a fault is most likely found by; undefined where it may need all of it. */
function partFor({ clause, minLevel }: SingleFault): readonly string[] | undefined {
  if (first.some((beginning) => clause.startsWith(beginning))) return first;
  return minLevel === 'deep' && clause.startsWith('behaviour/same-pair') ? repeats : undefined;
}

/** The run that looks for a fault, only as much of it as it takes to find the fault. */
export async function findSoon(fault: SingleFault, keys: MockKeys, seed: number): Promise<ServiceRecord> {
  const part = partFor(fault);
  if (part !== undefined) {
    const record = await lookFor(fault, keys, { seed, only: part });
    if (Number.isFinite(sightingOf(record, fault).request)) return record;
  }
  return lookFor(fault, keys, { seed });
}

export interface Sighting {
  /** Number of the exchange at which it was found: infinite when it was not found. */
  readonly request: number;
  /** Steps of the counterexample told there; 1 where a single exchange tells it. */
  readonly steps: number;
}

/** Where a run found the fault first: the earliest finding of the fault's own clause. */
export function sightingOf({ findings }: ServiceRecord, { clause }: Pick<Fault, 'clause'>): Sighting {
  const own = findings
    .filter((finding) => finding.clause === clause && finding.verdict === 'nonconformant')
    .map(({ exchange, steps }) => ({ request: exchange ?? Number.POSITIVE_INFINITY, steps: steps?.length ?? 1 }));
  const [earliest] = own.sort((a, b) => a.request - b.request);
  return earliest ?? { request: Number.POSITIVE_INFINITY, steps: 0 };
}
