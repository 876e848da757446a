/**
 * The rounds of a run. One that may do all that its level has goes through its probes once. One with a budget that does
 * not pay for that goes through them again and again, each time with the next rank (generators/rank.ts), until the
 * budget is spent: so whatever it spends on repeats comes off what tells least.
 */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { operationsInForce } from '../../schemas/operations/operations.js';
import type { Step } from './places.js';
import type { Run } from './run.js';

/** Ranks that are due: those above one and up to another. */
export interface Round {
  readonly above: number;
  readonly upTo: number;
  /** Nothing comes behind it: what takes time is done now. */
  readonly ends: boolean;
}

/** Up to here nothing may have a rank; behind it every rank has something until all is done. */
const lastGap = 4;

/** Each round is begun by the run when it is its turn. */
export function* roundsOf(run: Run): Generator<Round> {
  const { ranks } = run.plan;
  if (!run.withinBudget) {
    yield run.begin({ above: 0, upTo: ranks, ends: true });
    return;
  }
  for (let rank = 1, before = -1; rank <= ranks && run.left > run.reserve; rank += 1) {
    if (rank - 1 > lastGap && run.left === before) break;
    before = run.left;
    yield run.begin({ above: rank - 1, upTo: rank, ends: false });
  }
  yield run.begin({ above: ranks, upTo: ranks, ends: true });
}

/**
 * Behind the first controls, which tell of the endpoint: what is asked for before time or a refusal can explain what comes;
 * then what must be accepted, what must be refused, and what shows the harm that a refusal did. `undefined` is all others.
 */
const order: readonly (ClauseId | undefined)[] = [
  'behaviour/same-pair/repeated',
  'behaviour/same-pair/connection',
  'behaviour/same-pair/at-once',
  'behaviour/different-pair/subject',
  'body/participants/subject/any-text',
  'body/participants/subject/length-255',
  'body/participants/subject/beyond-255',
  'behaviour/different-pair/channel',
  // The pair that all refusals are for is asked for right before them.
  'behaviour/same-pair/spelling',
  undefined,
  'behaviour/same-pair/after-refusal',
  'behaviour/same-pair/for-ever',
];

/** The same steps in the order of a run with a budget. */
export function inRounds(steps: readonly Step[]): readonly Step[] {
  const others = order.indexOf(undefined);
  const endpoints = operationsInForce().map(({ endpoint }) => endpoint);
  const turnOf = ({ probe }: Step): number => {
    if (endpoints.includes(probe.clause)) return -1;
    const turn = order.indexOf(probe.clause);
    return turn < 0 ? others : turn;
  };
  return steps.toSorted((one, other) => turnOf(one) - turnOf(other));
}
