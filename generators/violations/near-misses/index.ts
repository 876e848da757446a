/** Near misses by the name that a schema gives in `x-near-misses`: named values that just fail its pattern or word. */
import type { SchemaNode } from '../../../schemas/keywords.js';
import type { NamedValue } from '../violation.js';
import { headerMisses } from './headers.js';
import { appTypeNeighbours, roleNeighbours } from './vocabulary.js';

export type Miss = NamedValue<string>;

const byName: Readonly<Record<string, (value: string) => readonly Miss[]>> = {
  ...headerMisses,
  role: roleNeighbours,
  'app-type': appTypeNeighbours,
};

/** Near misses of a conforming value, as its schema says; none where it says nothing. What it cannot mean is an error. */
export function nearMissesOf({ 'x-near-misses': said }: SchemaNode, value: string): readonly Miss[] {
  if (said === undefined) return [];
  if (Array.isArray(said)) return said.map(missOf);
  const make = typeof said === 'string' ? byName[said] : undefined;
  if (make === undefined) throw new Error(`no near misses are known by the name ${String(said)}`);
  return make(value);
}

/** As a schema lists it: slug, label, value. */
function missOf(entry: unknown): Miss {
  const [slug, label, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
  if (typeof slug !== 'string' || typeof label !== 'string' || typeof value !== 'string') {
    throw new Error(`a near miss is a slug, a label and a value, not ${JSON.stringify(entry)}`);
  }
  return [slug, label, value];
}
