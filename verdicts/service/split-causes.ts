/**
 * What explains every split of a run although the calls differ in much else: the connection that carried them, moments in
 * which all was lost at once, calls that follow too soon, or chance. Facts about the calls, no more. Pure.
 */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { Observation } from './history.js';

/** Repeats on the connection of the call before that must have been kept: one split in five would spare them once in a hundred runs. */
const enoughKept = 20;
const fewestSplits = 4;
const leastShare = 0.2;

/**
 * Whether calls for a pair split when they come over other connections and never over the same one: behind the address
 * there are processes that do not know of each other, or a memory of the connection.
 *
 * @param pairs observations by pair, each list in order.
 */
export function isByConnection(pairs: Iterable<readonly Observation[]>): boolean {
  const [same, other] = [
    { kept: 0, lost: 0 },
    { kept: 0, lost: 0 },
  ];
  for (const list of pairs) {
    const latest = new Map<number, Observation>();
    let before: Observation | undefined;
    for (const one of list) {
      const here = latest.get(one.connection);
      // Of two that overlap the service alone knows which came first.
      if (here !== undefined && here.answeredMs <= one.sentMs) {
        same[here.identifier === one.identifier ? 'kept' : 'lost'] += 1;
      } else if (before !== undefined && before.connection !== one.connection) {
        other[before.identifier === one.identifier ? 'kept' : 'lost'] += 1;
      }
      latest.set(one.connection, one);
      before = one;
    }
  }
  return (
    same.lost === 0 &&
    same.kept >= enoughKept &&
    other.lost >= fewestSplits &&
    other.lost >= leastShare * (other.lost + other.kept)
  );
}

/** A moment in which every conversation was lost. */
export interface Loss {
  /** Repeats behind it that got another identifier than the call before it. */
  readonly repeats: number;
}

/** A restart loses several pairs; one that is alone may have been lost for a reason of its own. */
const fewestLost = 3;
/** More moments than these would explain anything. */
const mostLosses = 50;

/**
 * Moments in which all was lost, when they explain every split: each split has one between its calls, and no pair that was
 * kept has one between two of its. Empty otherwise.
 */
export function lossesOf(pairs: Iterable<readonly Observation[]>): readonly Loss[] {
  const kept: { readonly from: number; readonly to: number }[] = [];
  const lost: { readonly from: number; readonly to: number }[] = [];
  const owners = new Map<string, readonly Observation[]>();
  for (const list of pairs) {
    let before: Observation | undefined;
    for (const one of list) {
      const isNew = !owners.has(one.identifier);
      // What comes back, or belongs to another pair, was not lost.
      if (!isNew && (before?.identifier !== one.identifier || owners.get(one.identifier) !== list)) return [];
      if (isNew) owners.set(one.identifier, list);
      if (before !== undefined && before.identifier === one.identifier && before.answeredMs < one.sentMs) {
        kept.push({ from: before.answeredMs, to: one.sentMs });
      } else if (before !== undefined && before.identifier !== one.identifier) {
        lost.push({ from: before.sentMs, to: one.answeredMs });
      }
      before = one;
    }
  }
  // Where little was kept, moments between would explain anything.
  if (4 * kept.length < lost.length) return [];
  const open = gapsOf(kept);
  const losses: Loss[] = [];
  let left = lost.toSorted((one, another) => one.to - another.to);
  while (left.length > 0) {
    const [earliest] = left;
    // The last moment that the split which ends first allows is shared by most of the others.
    const gap = open.findLast(({ from, to }) => earliest !== undefined && from < earliest.to && to > earliest.from);
    if (gap === undefined || earliest === undefined) return [];
    const moment = Math.min(gap.to, earliest.to);
    const explained = left.filter(({ from, to }) => from < moment && to >= moment);
    if (explained.length < fewestLost || losses.length >= mostLosses) return [];
    losses.push({ repeats: explained.length });
    left = left.filter((one) => !explained.includes(one));
  }
  return losses;
}

/** What no kept stretch covers, in order. */
function gapsOf(kept: readonly { readonly from: number; readonly to: number }[]) {
  const gaps: { from: number; to: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of kept.toSorted((one, another) => one.from - another.from)) {
    if (from > end) gaps.push({ from: end, to: from });
    end = Math.max(end, to);
  }
  return [...gaps, { from: end, to: Number.POSITIVE_INFINITY }];
}

/** A copy of what was stored is up to date sooner. */
const longestLagMs = 100;

/**
 * Whether pairs split where a call comes before the answer to the one before, or so soon behind it that hardly a pair was
 * kept then, and never later: what was stored is not seen at once.
 */
export function isTooSoon(pairs: Iterable<readonly Observation[]>): boolean {
  const { kept, lost } = repeatsIn(pairs);
  const lagMs = lost.reduce((most, repeat) => Math.max(most, gapMs(repeat)), 0);
  const soon = kept.filter((repeat) => gapMs(repeat) <= lagMs).length;
  return (
    lost.length >= fewestSplits &&
    lagMs > 0 &&
    lagMs <= longestLagMs &&
    soon <= leastShare * lost.length &&
    kept.length - soon >= enoughKept
  );
}

/** Repeats that differ in nothing from the call before, but for time and others. */
const plainWays: ReadonlySet<ClauseId> = new Set(['behaviour/same-pair/repeated', 'behaviour/same-pair/for-ever']);
const enoughPlain = 100;
const rareShare = 0.1;
/** A way to ask that splits pairs oftener than one in a hundred of those would by chance does so by itself. */
const leastLikely = 0.01;

/** Whether plain repeats split pairs now and then, and no other way to ask splits them oftener. */
export function isNowAndThen(pairs: Iterable<readonly Observation[]>): boolean {
  const { kept, lost } = repeatsIn(pairs);
  const isPlain = (repeat: Repeat): boolean => repeat.isPlain;
  const [plainLost, plain] = [lost.filter(isPlain).length, kept.filter(isPlain).length + lost.filter(isPlain).length];
  const share = plainLost / plain;
  if (plainLost < fewestLost || plain < enoughPlain || share > rareShare) return false;
  const others = new Set(lost.filter((repeat) => !isPlain(repeat)).map(({ to }) => to.probes));
  return [...others].every((way) => {
    const [ofWay, all] = [lost, [...kept, ...lost]].map((some) => some.filter(({ to }) => to.probes === way).length);
    return chanceOf(ofWay ?? 0, all ?? 0, share) >= leastLikely;
  });
}

interface Repeat {
  readonly from: Observation;
  readonly to: Observation;
  /** So was all that came for the pair before. */
  readonly isPlain: boolean;
}

const gapMs = ({ from, to }: Repeat): number => to.sentMs - from.answeredMs;

/** Each call for a pair beside the one before it. Lost is a pair that gets an identifier which it never had. */
function repeatsIn(pairs: Iterable<readonly Observation[]>): Readonly<Record<'kept' | 'lost', readonly Repeat[]>> {
  const repeats: { readonly kept: Repeat[]; readonly lost: Repeat[] } = { kept: [], lost: [] };
  for (const list of pairs) {
    const known = new Set<string>();
    let from: Observation | undefined;
    let isPlain = true;
    for (const to of list) {
      isPlain &&= (from === undefined || plainWays.has(to.probes)) && (to.asked.spellings ?? []).length === 0;
      if (from !== undefined) repeats[known.has(to.identifier) ? 'kept' : 'lost'].push({ from, to, isPlain });
      known.add(to.identifier);
      from = to;
    }
  }
  return repeats;
}

/** That at least so many of all come about, when each does with this share. */
function chanceOf(some: number, all: number, share: number): number {
  let [below, term] = [0, (1 - share) ** all];
  for (let count = 0; count < some; count += 1) {
    below += term;
    term *= ((all - count) / (count + 1)) * (share / (1 - share));
  }
  return 1 - below;
}
