/** What a variant is: a differently built service that is just as correct, as data. */
import type { EditionId } from '../../schemas/editions/editions.js';
import type { Behaviour } from './behaviour.js';
import { behaviourOf, entriesOf, type Rows } from './rows.js';

export interface Variant {
  readonly id: string;
  /** How it is built, one sentence. */
  readonly summary: string;
  /** The edition that it is made for; 61.0 when absent. */
  readonly edition?: EditionId;
  /** Made anew for each mock, so that what it remembers belongs to that mock alone. */
  behaviour(): Behaviour;
}

/** The variants of a table in its order. @param group the first half of their ids. */
export function variantsOf<const Group extends string, Name extends string>(
  group: Group,
  rows: Rows<Name>,
): readonly (Variant & { readonly id: `${Group}/${Name}` })[] {
  return entriesOf(rows).map(([name, [summary, hooks]]) => {
    return { id: `${group}/${name}` as const, summary, behaviour: behaviourOf(hooks) };
  });
}
