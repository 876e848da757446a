/**
 * Searches for a failing case with many in flight: fast-check produces, the cases run as they come, and the lowest
 * failing index is run again alone and shrunk from its path. Exact: the same seed
 * gives the same cases, the same failing index and the same smallest case, however the answers are timed.
 */
import { fc } from '../../generators/fast-check.js';

export interface SearchOptions {
  readonly seed: number;
  readonly runs: number;
  readonly concurrency: number;
  /** Executions that shrinking may spend. */
  readonly shrinks: number;
}

/** Runs a case; false when it fails. `execution` is new at each call, also while shrinking. */
export type RunCase<Value> = (value: Value, execution: string) => Promise<boolean>;

export type SearchResult<Value> =
  | { readonly found: false }
  /** `smallest` is the failing case after shrinking; absent when it passes alone. */
  | { readonly found: true; readonly index: number; readonly path: string; readonly smallest?: Value };

export async function search<Value>(
  arbitrary: fc.Arbitrary<Value>,
  runCase: RunCase<Value>,
  options: SearchOptions,
): Promise<SearchResult<Value>> {
  const { seed, runs, shrinks } = options;
  const index = await firstFailing(arbitrary, runCase, options);
  if (index === undefined) return { found: false };
  let execution = 0;
  const alone = fc.asyncProperty(fc.limitShrink(arbitrary, shrinks), (value) => {
    execution += 1;
    return runCase(value, `${index}-${execution}`);
  });
  const details = await fc.check(alone, { seed, path: String(index), numRuns: runs - index });
  const smallest = details.counterexample?.[0];
  // The path runs on from the failing index; a later case that fails is no smallest of this one.
  const mine = details.failed && details.counterexamplePath?.split(':')[0] === String(index);
  return mine && smallest !== undefined
    ? { found: true, index, path: details.counterexamplePath ?? String(index), smallest }
    : { found: true, index, path: String(index) };
}

/**
 * Starts cases as fast-check draws them, never more at once than allowed, and stops drawing at the first failure; those
 * under way then come to their end. Gives the lowest failing index.
 */
export async function firstFailing<Value>(
  arbitrary: fc.Arbitrary<Value>,
  runCase: RunCase<Value>,
  { seed, runs, concurrency }: Omit<SearchOptions, 'shrinks'>,
): Promise<number | undefined> {
  const underWay = new Set<Promise<void>>();
  const failing: number[] = [];
  let drawn = 0;
  const producer = fc.asyncProperty(arbitrary, async (value) => {
    if (failing.length > 0) return false;
    const index = drawn;
    drawn += 1;
    const running: Promise<void> = runCase(value, String(index)).then((passed) => {
      underWay.delete(running);
      if (!passed) failing.push(index);
    });
    underWay.add(running);
    if (underWay.size >= concurrency) await Promise.race(underWay);
    return true;
  });
  await fc.check(producer, { seed, numRuns: runs, endOnFailure: true });
  await Promise.all(underWay);
  return failing.length === 0 ? undefined : Math.min(...failing);
}
