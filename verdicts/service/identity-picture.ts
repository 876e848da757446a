/**
 * What the report draws of the history of identities: pairs against identifiers, splits and merges, and how short an
 * identifier the run could have caught colliding. Bounded. Pure.
 */
import type { ServiceRecord } from '../../schemas/record/run-record.js';
import { findingId } from '../../text/finding-id.js';
import { type Fold, foldsOf } from './folds.js';
import { type Observation, pairKey, type Split, splitsOf } from './history.js';
import { splitCase } from './judge-history.js';

type Identities = ServiceRecord['identities'];
type IdentityPoint = NonNullable<Identities['points']>[number];
type IdentityOffender = NonNullable<Identities['offenders']>[number];
export type IdentityPicture = Pick<Identities, 'points' | 'leftOut' | 'merged' | 'split' | 'offenders' | 'width'>;

/** More marks than a picture can tell apart. */
export const maxPoints = 5_000;
const maxOffenders = 10;

export function identityPicture(
  history: readonly Observation[],
  folds: readonly Fold[] = foldsOf(history),
): IdentityPicture {
  const ordered = [...history].sort((a, b) => a.exchange - b.exchange);
  const pairs = indexed(ordered.map(pairKey));
  const identifiers = indexed(ordered.map(({ identifier }) => identifier));
  const place = (observation: Observation) => ({
    pair: pairs.get(pairKey(observation)) ?? 0,
    identifier: identifiers.get(observation.identifier) ?? 0,
  });
  const splits = splitsOf(history);
  const merges = folds.flatMap((fold) => fold.merges);
  const splitPairs = new Set(splits.map(({ first }) => pairKey(first)));
  const merged = new Set(merges.flatMap(({ first, other }) => [pointKey(place(first)), pointKey(place(other))]));
  const points = new Map<string, IdentityPoint>();
  for (const observation of ordered) {
    const point = place(observation);
    const key = pointKey(point);
    const split = splitPairs.has(pairKey(observation)) ? { split: true } : {};
    points.set(key, { ...point, ...split, ...(merged.has(key) ? { merge: true } : {}) });
  }
  const kept = bounded([...points.values()]);
  return {
    points: kept,
    leftOut: points.size - kept.length,
    merged: merges.length,
    split: splits.length,
    offenders: offendersOf(splits, folds, place),
    width: collisionWidth(pairs.size),
  };
}

/**
 * The widest identifier, in whole bits, whose collision n pairs show with 95 % probability. By the birthday bound n
 * values drawn from 2^b are all distinct with a probability of about exp(-n(n-1) / 2^(b+1)). That this is 5 % at most
 * gives b = log2(n(n-1) / (2 ln 20)). 0 when the pairs are too few for one bit.
 */
export function collisionWidth(pairs: number): number {
  return Math.max(0, Math.floor(Math.log2((pairs * (pairs - 1)) / (2 * Math.log(20)))));
}

/** Numbers distinct texts in order of first appearance, from 0. */
function indexed(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(texts)].map((text, index) => [text, index]));
}

const pointKey = ({ pair, identifier }: IdentityPoint): string => `${pair} ${identifier}`;

/** Everything off the diagonal first; of the rest an even choice, so that the diagonal still reaches its end. */
function bounded(points: readonly IdentityPoint[]): IdentityPoint[] {
  if (points.length <= maxPoints) return [...points];
  const isOff = ({ split, merge }: IdentityPoint): boolean => split === true || merge === true;
  const off = points.filter(isOff).slice(0, maxPoints);
  const rest = points.filter((point) => !isOff(point));
  const room = maxPoints - off.length;
  const turn = (index: number): number => Math.floor((index * room) / rest.length);
  const kept = new Set([...off, ...rest.filter((_, index) => turn(index + 1) > turn(index))]);
  return points.filter((point) => kept.has(point));
}

/** The first split or merge of each finding, in order of appearance. */
function offendersOf(
  splits: readonly Split[],
  folds: readonly Fold[],
  place: (observation: Observation) => Pick<IdentityPoint, 'pair' | 'identifier'>,
): IdentityOffender[] {
  const offenders = new Map<string, IdentityOffender>();
  const all = [
    ...splits.map((one) => ({ one, named: splitCase(one) })),
    ...folds.map(({ shown, case: named }) => ({ one: shown, named })),
  ];
  for (const { one, named } of all.sort((a, b) => a.one.other.exchange - b.one.other.exchange)) {
    if (offenders.size === maxOffenders) break;
    const finding = findingId({ clause: one.clause, verdict: 'nonconformant', case: named });
    if (!offenders.has(finding)) offenders.set(finding, { kind: one.kind, ...place(one.other), finding });
  }
  return [...offenders.values()];
}
