/**
 * What a run with a budget sends: the whole contract as piles of work, each in the order of what it tells, and as much
 * of every pile as the budget pays for. The weights were found by measuring (docs/budget.md): they say what finds most.
 */
import type { JoinedPair } from '../../../generators/identities/families/joined-keys.js';
import { joinedPairs } from '../../../generators/identities/families/joined-keys.js';
import { holdsIn } from '../../../schemas/clauses/clauses.js';
import { isSelected } from '../places.js';
import type { ProbeContext } from '../probe-context.js';
import { type NeighbourChannel, neighbourChannels } from '../probes/different-pairs.js';
import type { RefusalCase } from '../refuse.js';
import type { Run } from '../run.js';
import { casesByTelling } from './cases.js';
import { deal } from './deal.js';
import { firstPair, type Row, rowsOf } from './rows.js';

/** One way to ask again for the pair of the first control. */
export type Repeat = 'plainly' | 'on a new connection';

export interface BudgetWork {
  readonly repeats: readonly Repeat[];
  readonly rows: readonly Row[];
  /** For each round of calls at once how many start together. */
  readonly races: readonly number[];
  readonly joined: readonly JoinedPair[];
  readonly channels: readonly NeighbourChannel[];
  readonly violations: readonly RefusalCase[];
  /** How many rows are asked for again in another spelling. */
  readonly respelled: number;
  /** How many of the oldest rows are asked for again at the end. */
  readonly audited: number;
}

/** Violations up to the first control: few enough that a split behind them is told as one after a refusal. */
const firstBatch = 26;
const laterBatch = 60;

/** How many violations go out before the next control, when so many went before. */
export function batchBehind(before: number): number {
  return before === 0 ? firstBatch : laterBatch;
}

/** Whether a violation is the first of its batch, which pays for the control. */
const opensBatch = (at: number): boolean => at === 0 || (at - firstBatch) % laterBatch === 0;

/** The smallest round first: a new pair twice and the first control twice. */
const races = [4, 8, 6, 16, 6, 12] as const;

/** Behind one plain repeat that every run begins with. */
const repeats: readonly Repeat[] = ['plainly', 'on a new connection', 'plainly'];
/** More new connections, because a service may spread them over nodes. */
const laterRepeats: readonly Repeat[] = ['on a new connection', 'on a new connection', 'plainly', 'plainly'];

/** The cases are made for each probe, whose RequestIds they have. */
type Choice = Omit<BudgetWork, 'violations'> & { readonly violations: number };

const chosenBy = new WeakMap<Run, Choice>();

/** The same for every probe of a run. */
export function workOf(context: ProbeContext): BudgetWork {
  const cases = wantedCases(context);
  const chosen = chosenBy.get(context.run) ?? choose(context, cases);
  chosenBy.set(context.run, chosen);
  return { ...chosen, violations: cases.slice(0, chosen.violations) };
}

function wantedCases(context: ProbeContext): readonly RefusalCase[] {
  const { only, edition } = context.options;
  const all = only.length === 0 || only.some((one) => /^(?:answer|behaviour\/same-pair)/.test(one));
  return casesByTelling(context, firstPair(context)).filter(
    ({ clause }) => holdsIn(clause, edition) && (all || isSelected(clause, only)),
  );
}

function choose(context: ProbeContext, violations: readonly RefusalCase[]): Choice {
  const { maxRequests = Number.POSITIVE_INFINITY, only } = context.options;
  const someWanted = (...beginnings: readonly string[]): boolean =>
    only.length === 0 || only.some((one) => beginnings.some((beginning) => one.startsWith(beginning)));
  const rows = someWanted('headers', 'body', 'answer', 'operation', 'behaviour') ? rowsOf(context) : [];
  const joined = someWanted('behaviour') ? joinedByCost(context) : [];
  const channels = someWanted('behaviour') ? neighbourChannels(context.channel) : [];
  const raced = someWanted('behaviour') ? races : [];
  const repeated = someWanted('behaviour', 'answer', 'operation') ? repeats : [];
  // A place in the deal is a share of what tells most: at 1 all of it is through, behind it comes what tells less.
  const remembers = (context.options.memoryMs ?? context.plan.memoryMs) > 0;
  const counts = deal(
    [
      { name: 'repeats', weight: 10, costs: repeated.map(() => 1) },
      { name: 'rows', weight: 61, costs: rows.map(() => 1) },
      { name: 'respelled', weight: 3, costs: raced.slice(0, 1).map(() => 1) },
      { name: 'violations', weight: 88, costs: violations.map((_, at) => (opensBatch(at) ? 2 : 1)) },
      // A row stands in for the new pair of the first round, and for its call.
      { name: 'races', weight: 10, costs: raced.slice(0, 1).map((calls) => calls) },
      { name: 'laterRaces', weight: 40, after: 1, costs: raced.slice(1).map((calls) => calls + 1) },
      { name: 'remembered', weight: 10, costs: remembers ? [1] : [] },
      { name: 'joined', weight: 8, after: 0.3, costs: joinedCosts(context, joined) },
      { name: 'channels', weight: 10, after: 0.7, costs: channels.map(() => 1) },
      { name: 'laterRepeats', weight: 10, after: 1, costs: repeated.length === 0 ? [] : laterRepeats.map(() => 1) },
      { name: 'audited', weight: 61, after: 1, costs: rows.slice(racedRows).map(() => 1) },
    ],
    context.run.left - tokenRequestsAhead(context) - reserveOf(maxRequests),
  );
  return {
    repeats: [...repeated.slice(0, counts.repeats), ...laterRepeats.slice(0, counts.laterRepeats)],
    respelled: counts.respelled,
    rows: rows.slice(0, counts.rows),
    races: raced.slice(0, counts.races + counts.laterRaces),
    joined: joined.slice(0, counts.joined),
    channels: channels.slice(0, counts.channels),
    violations: counts.violations,
    audited: counts.remembered + counts.audited,
  };
}

/** Those beside a first control that was sent anyway come first: they cost one request each. */
function joinedByCost(context: ProbeContext): readonly JoinedPair[] {
  const isAsked = ({ second }: JoinedPair): boolean => context.run.firstChannels.includes(second.channel);
  const all = joinedPairs(context.channels, context.word('joined'));
  return [...all.filter(isAsked), ...all.filter((one) => !isAsked(one))];
}

/** The second pair of each is the first control of its channel, asked for once unless it was one of the first. */
function joinedCosts(context: ProbeContext, joined: readonly JoinedPair[]): readonly number[] {
  const asked = new Set(context.run.firstChannels);
  return joined.map(({ second: { channel } }) => (asked.size < asked.add(channel).size ? 2 : 1));
}

/** Rows that the first round of calls at once takes for its new pair. */
export const racedRows = 1;

/** Planning does not ask for tokens; a run has done so by now, and has counted them. */
function tokenRequestsAhead(context: ProbeContext): number {
  return context.run.sending.sender.pretends === true ? (context.options.target.tokenRequests ?? 0) : 0;
}

/**
 * Kept back for the repeats that prove a failure. Few are enough: what fails earlier is repeated at the cost of what
 * would have come later and tells less.
 */
function reserveOf(maxRequests: number): number {
  return Number.isFinite(maxRequests) ? Math.max(1, Math.floor(maxRequests / 100)) : 0;
}
