/** How much each level does. Smoke says in a few dozen requests whether it is worth going on; deep searches long. */
import type { Level } from './run-options.js';

export interface LevelPlan {
  /**
   * One control for many refusals, one round where others go several, no request for a clause that is booked with
   * every other request, nothing that is only observed.
   */
  readonly economical: boolean;
  /** Violations sent for each clause; the schemas list the most telling first. */
  readonly violationsPerClause: number;
  /** Violations sent again for a conversation that exists already, for each clause. */
  readonly violationsOnKnownPairs: number;
  readonly spellingsPerClause: number;
  /** Random conforming requests, and random violations of random requests. */
  readonly searches: number;
  readonly texts: number;
  readonly lengths: number;
  readonly families: number;
  /** Members of each family of near neighbours. */
  readonly neighbours: number;
  /** How many calls start together, for each round of calls at once. Two are enough for a gap that is wide open. */
  readonly races: readonly number[];
  /** Random sequences of steps over a few pairs, and the most steps of each. */
  readonly sequences: number;
  readonly steps: number;
  /** Other conversations established only so that a short memory forgets. */
  readonly crowd: number;
  /** Milliseconds over which the closing audit asks for the oldest pairs again and again; --memory sets another. */
  readonly memoryMs: number;
  /** Pairs asked for again by the closing audit, the oldest first. */
  readonly audited: number;
}

const all = Number.POSITIVE_INFINITY;

export const levelPlans: Readonly<Record<Level, LevelPlan>> = {
  smoke: {
    economical: true,
    violationsPerClause: 1,
    violationsOnKnownPairs: 0,
    spellingsPerClause: 1,
    searches: 0,
    texts: 2,
    lengths: 1,
    families: 3,
    neighbours: 3,
    races: [4],
    sequences: 0,
    steps: 0,
    crowd: 0,
    memoryMs: 0,
    audited: 5,
  },
  standard: {
    economical: false,
    violationsPerClause: all,
    violationsOnKnownPairs: 1,
    spellingsPerClause: all,
    searches: 100,
    texts: all,
    lengths: all,
    families: all,
    neighbours: all,
    races: [2, 4, 8, 16, 2, 3, 6, 12, 2],
    sequences: 15,
    steps: 12,
    crowd: 0,
    memoryMs: 0,
    audited: all,
  },
  deep: {
    economical: false,
    violationsPerClause: all,
    violationsOnKnownPairs: all,
    spellingsPerClause: all,
    searches: 1_000,
    texts: all,
    lengths: all,
    families: all,
    neighbours: all,
    races: Array.from({ length: 60 }, (_, round) => 2 + (round % 15)),
    sequences: 150,
    steps: 40,
    // More than a cache of 5,000 entries holds, and far more than hashes of 16 bits keep apart (birthday bound).
    crowd: 5_500,
    // Longer than a life time of a minute.
    memoryMs: 65_000,
    audited: all,
  },
};

/** What holds for a run with a budget too small for its level; how much it sends is chosen in budget/work.ts. */
export function planWithinBudget(level: Level): LevelPlan {
  return { ...levelPlans.standard, memoryMs: levelPlans[level].memoryMs };
}
