/**
 * What a service may forget by, where one thing explains every split of a run: the time since a call, or how many other
 * conversations were established since. Facts about the calls of the run, no more: where both grew together, both show. Pure.
 */
import type { Observation } from './history.js';

/** Up to `kept` every pair kept its identifier, from `lost` on none did; between the two nothing is known. */
export interface MemoryLimit {
  /** Milliseconds, or conversations. */
  readonly by: 'time' | 'others';
  /** Counted from the first call for a pair, or from the last one before. */
  readonly since: 'first' | 'last';
  readonly kept: number;
  readonly lost: number;
}

/** A call for a pair, and an earlier one that it is measured from. */
interface Stretch {
  readonly from: Observation;
  readonly to: Observation;
}

interface Measure {
  readonly by: MemoryLimit['by'];
  /** What lies between for certain; what may lie between, as answers take time. */
  readonly least: (stretch: Stretch) => number;
  readonly most: (stretch: Stretch) => number;
  /** What was lost sooner is in reach of everything else that may split a pair. */
  readonly significant: number;
}

/** A limit must be hemmed in from both sides, or anything that shows late would look like one. */
const widest = 8;

/**
 * Of each measure the limit that is hemmed in most closely.
 * @param pairs observations by pair, each list in order.
 */
export function memoryLimitsOf(pairs: Iterable<readonly Observation[]>): readonly MemoryLimit[] {
  const lists = [...pairs];
  const gap = ({ kept, lost }: MemoryLimit): number => lost / kept;
  return [time, othersAmong(lists)].flatMap((measure) => {
    const limits = (['first', 'last'] as const).flatMap((since) => limitOf(measure, lists, since) ?? []);
    return limits.sort((one, another) => gap(one) - gap(another)).slice(0, 1);
  });
}

function limitOf(
  { by, least, most, significant }: Measure,
  lists: readonly (readonly Observation[])[],
  since: MemoryLimit['since'],
): MemoryLimit | undefined {
  const { kept, lost } = stretches(lists, since);
  if (lost.length === 0) return undefined;
  const [longestKept, shortestLost] = [max(kept.map(least)), min(lost.map(most))];
  const separates = longestKept <= shortestLost && shortestLost <= widest * longestKept;
  return separates && shortestLost >= significant ? { by, since, kept: longestKept, lost: shortestLost } : undefined;
}

/**
 * The calls that got the identifier of their pair again, and those that did not: each of these names a new one, which has to
 * be kept like the first. So what comes and goes (one way to ask among others) is not taken for something that is forgotten.
 */
function stretches(lists: readonly (readonly Observation[])[], since: MemoryLimit['since']) {
  const kept: Stretch[] = [];
  const lost: Stretch[] = [];
  for (const [first, ...later] of lists) {
    if (first === undefined) continue;
    let [named, from] = [first, first];
    for (const to of later) {
      // Which of two calls that overlap came first, the service alone knows: behind a loss that decides which name holds.
      if (named !== first && to.sentMs < named.answeredMs) continue;
      if (to.identifier !== named.identifier) {
        lost.push({ from, to });
        [named, from] = [to, to];
      } else {
        kept.push({ from, to });
        if (since === 'last') from = to;
      }
    }
  }
  return { kept, lost };
}

const time: Measure = {
  by: 'time',
  least: ({ from, to }) => Math.max(0, to.sentMs - from.answeredMs),
  most: ({ from, to }) => to.answeredMs - from.sentMs,
  significant: 250,
};

/** Counts conversations that were established between two calls: each identifier that a pair got for the first time. */
function othersAmong(lists: readonly (readonly Observation[])[]): Measure {
  const established = lists.flatMap(distinctIdentifiers);
  const [sent, answered] = [established.map(({ sentMs }) => sentMs), established.map(({ answeredMs }) => answeredMs)];
  for (const times of [sent, answered]) times.sort((a, b) => a - b);
  // The two calls themselves may be among them.
  const own = 2;
  return {
    by: 'others',
    least: ({ from, to }) => Math.max(0, countBelow(answered, to.sentMs) - countBelow(sent, from.answeredMs) - own),
    most: ({ from, to }) => countBelow(sent, to.answeredMs) - countBelow(answered, from.sentMs),
    // As many as may be under way beside a call, and some more.
    significant: 36,
  };
}

// Not by spreading: a deep run has more answers than a call may have arguments.
const max = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
const min = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** Of the observations of a pair the first with each identifier. */
export function distinctIdentifiers(list: readonly Observation[]): readonly Observation[] {
  return list.filter((one, index) => list.findIndex(({ identifier }) => identifier === one.identifier) === index);
}

/** How many of some sorted numbers are less than one. By halves: a deep run asks thousands of times. */
export function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
