/**
 * The history of identities of a whole run and its two rules: one pair, one identifier; two pairs, two identifiers.
 * Identifiers and subjects are compared byte for byte. Pure.
 */
import { isBeyond255, isOdd } from '../../generators/identities/odd.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { CaseFacts } from '../../schemas/record/case.schema.js';
import { distinctIdentifiers, type MemoryLimit, memoryLimitsOf } from './memory-limit.js';
import { isByConnection, isNowAndThen, isTooSoon, type Loss, lossesOf } from './split-causes.js';

/** One accepted answer. */
export interface Observation {
  readonly channel: string;
  readonly subject: string;
  readonly identifier: string;
  /** Number of the exchange, which orders the history. */
  readonly exchange: number;
  readonly connection: number;
  /** Milliseconds since 1970. */
  readonly sentMs: number;
  readonly answeredMs: number;
  /** Exchanges for other pairs that began in the same instant, this one's among them. */
  readonly beside?: readonly number[];
  /** How the pair was asked for. */
  readonly asked: CaseFacts;
  /** The same in words: `asked again at the end`, `blanks before`. */
  readonly label: string;
  /** The clause that a split here breaks. */
  readonly probes: ClauseId;
}

export interface Split {
  readonly kind: 'split';
  readonly clause: ClauseId;
  readonly first: Observation;
  readonly other: Observation;
  /** What explains all splits of the run, this one with them. */
  readonly limits?: readonly MemoryLimit[];
  /** The moments in which all was lost, where they explain all splits of the run. */
  readonly losses?: readonly Loss[];
}

export interface Merge {
  readonly kind: 'merge';
  readonly clause: ClauseId;
  readonly first: Observation;
  readonly other: Observation;
  /** Whether all pairs that share the identifier are near neighbours: then their likeness explains it, and not chance. */
  readonly related: boolean;
}

/** For each pair with more than one identifier: its first answer and the first that differs. In order of appearance. */
export function splitsOf(history: readonly Observation[]): readonly Split[] {
  const pairs = [...byPair(history).values()];
  const splits: Split[] = [];
  const keptWays = new Set<ClauseId>();
  for (const [first, ...later] of pairs) {
    const at = later.findIndex(({ identifier }) => identifier !== first?.identifier);
    for (const { probes } of later.slice(0, at < 0 ? undefined : at)) keptWays.add(probes);
    const [before, other] = [later[at - 1] ?? first, later[at]];
    if (first === undefined || before === undefined || other === undefined) continue;
    splits.push({ kind: 'split', clause: clauseOfSplit(before, other), first, other });
  }
  if (splits.length === 0) return [];
  const root = rootOfSplits(pairs);
  if (root !== undefined) return splits.map((split) => ({ ...split, ...root }));
  const limits = memoryLimitsOf(pairs);
  return atTheRoot(limits.length === 0 ? splits : splits.map((split) => beyondLimits(split, limits, keptWays)));
}

/** The clause that explains every split of a run, whatever else the calls differed in; undefined where none does. */
export function rootOfSplits(pairs: readonly (readonly Observation[])[]): Pick<Split, 'clause' | 'losses'> | undefined {
  if (isByConnection(pairs)) return { clause: 'behaviour/same-pair/connection' };
  if (isTooSoon(pairs)) return { clause: 'behaviour/same-pair/at-once' };
  if (memoryLimitsOf(pairs).length > 0) return undefined;
  const losses = lossesOf(pairs);
  if (losses.length > 0) return { clause: 'behaviour/same-pair/for-ever', losses };
  return isNowAndThen(pairs) ? { clause: 'behaviour/same-pair/repeated' } : undefined;
}

/** A way to ask that did no harm sooner is not what splits the pairs: time is, or the others that came since. */
function beyondLimits(split: Split, limits: readonly MemoryLimit[], keptWays: ReadonlySet<ClauseId>): Split {
  const { clause, other } = split;
  const isForEver = clause === 'behaviour/same-pair/for-ever' || keptWays.has(other.probes);
  return isForEver ? { ...split, clause: 'behaviour/same-pair/for-ever', limits } : split;
}

/** So many exchanges with others lie between two calls that what was forgotten was forgotten for their sake, or for time's. */
const farApart = 40;

function clauseOfSplit(before: Observation, other: Observation): ClauseId {
  return other.exchange - before.exchange > farApart ? 'behaviour/same-pair/for-ever' : other.probes;
}

/** One plain repeat that went wrong may be a life time that ran out between two calls; several are not. */
const manyPlain = 4;

/** A split that a plain repeat, another connection or a refusal explains already is a case of that and of nothing finer. */
function atTheRoot(splits: readonly Split[]): readonly Split[] {
  const broken = new Set(splits.map(({ clause }) => clause));
  const plain = splits.filter(({ clause }) => clause === 'behaviour/same-pair/repeated').length;
  return splits.map((split) => {
    const late = split.clause === 'behaviour/same-pair/for-ever';
    const elsewhere = split.first.connection !== split.other.connection;
    if (plain >= manyPlain || (plain > 0 && !late)) return { ...split, clause: 'behaviour/same-pair/repeated' };
    if (broken.has('behaviour/same-pair/connection') && elsewhere) {
      return { ...split, clause: 'behaviour/same-pair/connection' };
    }
    // The closing audit comes after many refusals: where these do harm, it says nothing of its own.
    return late && broken.has('behaviour/same-pair/after-refusal')
      ? { ...split, clause: 'behaviour/same-pair/after-refusal' }
      : split;
  });
}

/**
 * For each identifier that several pairs share: the earliest pair and each other one. Pairs with odd subjects are left
 * out (docs/reading.md), but for subjects that are only long: those must not be cut silently.
 */
export function mergesOf(history: readonly Observation[]): readonly Merge[] {
  const merges: Merge[] = [];
  const owners = new Map<string, Observation[]>();
  for (const observations of byPair(history).values()) {
    for (const distinct of distinctIdentifiers(observations)) {
      // How the pair was first asked for says what it is, before all as a neighbour of another.
      const { asked, label } =
        observations.find((one) => one.asked.family !== undefined) ?? observations[0] ?? distinct;
      const observation = { ...distinct, asked, label };
      if (!isJudged(observation.subject)) continue;
      const others = owners.get(observation.identifier) ?? [];
      const [first] = others;
      if (first !== undefined) {
        const related = others.every((one) => areRelated(one, observation));
        merges.push(mergeOf(closest(others, observation) ?? first, observation, related));
      }
      owners.set(observation.identifier, [...others.slice(0, 50), observation]);
    }
  }
  const byChance = new Set(merges.filter(({ related }) => !related).map(({ other }) => other.identifier));
  return merges.map((merge) => (byChance.has(merge.other.identifier) ? { ...merge, related: false } : merge));
}

function isJudged(subject: string): boolean {
  // A long subject is judged by its beginning.
  return !isOdd(isBeyond255(subject) ? Array.from(subject).slice(0, 255).join('') : subject);
}

function mergeOf(first: Observation, other: Observation, related: boolean): Merge {
  const long = (isBeyond255(first.subject) || isBeyond255(other.subject)) && beginAlike(first.subject, other.subject);
  const clause: ClauseId =
    first.subject === other.subject
      ? 'behaviour/different-pair/channel'
      : long
        ? 'body/participants/subject/beyond-255'
        : 'behaviour/different-pair/subject';
  return { kind: 'merge', clause, first, other, related };
}

/** A long subject that meets another one by chance was not cut. */
const beginAlike = (one: string, other: string): boolean => one.slice(0, 32) === other.slice(0, 32);

/** Members of one family, or one subject on two channels. */
export function areRelated(one: Observation, other: Observation): boolean {
  const { family } = other.asked;
  return one.subject === other.subject || (family !== undefined && one.asked.family === family);
}

/** Of the pairs that share an identifier, the one that tells most: for the same subject, a neighbour, or on the same channel. */
function closest(others: readonly Observation[], observation: Observation): Observation | undefined {
  return (
    others.find(({ subject }) => subject === observation.subject) ??
    others.find((one) => one.channel === observation.channel && areRelated(one, observation)) ??
    others.find(({ channel }) => channel === observation.channel)
  );
}

/** Observations by pair, in the order of their exchanges. */
export function byPair(history: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const pairs = new Map<string, Observation[]>();
  for (const observation of [...history].sort((a, b) => a.exchange - b.exchange)) {
    const key = pairKey(observation);
    const observations = pairs.get(key);
    if (observations === undefined) pairs.set(key, [observation]);
    else observations.push(observation);
  }
  return pairs;
}

/** Injective: no two pairs have one key. */
export function pairKey(pair: { readonly channel: string; readonly subject: string }): string {
  return JSON.stringify([pair.channel, pair.subject]);
}
