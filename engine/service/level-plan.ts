/**
 * How much each level does. Standard and deep do everything that the generators make, and search beyond it; smoke takes
 * what tells most, and says in a hundred requests whether it is worth going on.
 */
import { standardBudget } from '../../generators/identities/relations/select.js';
import { type Ranked, ranked } from '../../generators/rank.js';
import type { Level } from './run-options.js';

export interface LevelPlan {
  /** The last rank that is due (generators/rank.ts). */
  readonly ranks: number;
  /** Violations sent again for a conversation that exists already, for each clause. */
  readonly violationsOnKnownPairs: number;
  /** Requests that go out for relations of subjects, the likeliest merges first. */
  readonly relations: number;
  /** The share of neighbours that the closing audit asks for again, beside all that is no neighbour of another. */
  readonly neighboursAudited: number;
  /** Random conforming requests, and random violations of random requests. */
  readonly searches: number;
  /** Rounds of calls at once. */
  readonly races: readonly Race[];
  /** Random sequences of steps over a few pairs, and the most steps of each. */
  readonly sequences: number;
  readonly steps: number;
  /** Other conversations established only so that a short memory forgets. */
  readonly crowd: number;
  /** Milliseconds over which the closing audit asks for the oldest pairs again and again; --memory sets another. */
  readonly memoryMs: number;
}

interface Race extends Ranked {
  /** How many start together. Two are enough for a gap that is wide open, several pairs need four. */
  readonly calls: number;
}

const all = Number.POSITIVE_INFINITY;
const races = ranked([
  { calls: 2 },
  { calls: 4, rank: 1 },
  { calls: 8, rank: 4 },
  ...[16, 2, 3, 6, 12, 2].map((calls) => ({ calls })),
]);
const nothingBeyond = {
  relations: 0,
  neighboursAudited: 0,
  searches: 0,
  sequences: 0,
  steps: 0,
  crowd: 0,
  memoryMs: 0,
} as const;

export const levelPlans: Readonly<Record<Level, LevelPlan>> = {
  smoke: { ranks: 2, violationsOnKnownPairs: 0, races, ...nothingBeyond },
  standard: {
    ranks: all,
    violationsOnKnownPairs: 1,
    relations: standardBudget,
    neighboursAudited: 1 / 5,
    searches: 100,
    races,
    sequences: 15,
    steps: 12,
    crowd: 0,
    memoryMs: 0,
  },
  deep: {
    ranks: all,
    violationsOnKnownPairs: all,
    relations: all,
    neighboursAudited: 1,
    searches: 1_000,
    races: ranked(Array.from({ length: 60 }, (_, round) => ({ calls: 2 + (round % 15) }))),
    sequences: 150,
    steps: 40,
    // More than a cache of 5,000 entries holds, and far more than hashes of 16 bits keep apart (birthday bound).
    crowd: 5_500,
    // Longer than a life time of a minute.
    memoryMs: 65_000,
  },
};

/** What holds for a run with a budget too small for its level: rank by rank, as far as the budget goes. */
export function planWithinBudget(level: Level): LevelPlan {
  const { ranks, memoryMs } = levelPlans[level];
  return { ranks, violationsOnKnownPairs: 0, races, ...nothingBeyond, memoryMs };
}
