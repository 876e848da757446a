/**
 * What explains every split of a run although the calls differ in much else: the connection that carried them, or moments
 * in which all was lost at once. Facts about the calls, no more. Pure.
 */
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
