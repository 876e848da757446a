/** What a fault is: a named, deliberate deviation from one clause, as data. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import type { Behaviour } from './behaviour.js';
import { behaviourOf, entriesOf, type MinLevel, type Rows } from './rows.js';

export interface Fault<Clause extends string = ClauseId, Edition extends string = EditionId> {
  /** Stable path-like id: `org-id/accepts-18`. */
  readonly id: string;
  /** The clause that a service with this fault breaks. */
  readonly clause: Clause;
  /** What such a service does wrong, one sentence. */
  readonly summary: string;
  readonly minLevel: MinLevel;
  /** The edition in which it is shown; 61.0 when absent. */
  readonly edition?: Edition;
  /** Made anew for each mock, so that what it remembers belongs to that mock alone. */
  behaviour(): Behaviour;
}

type Listed<Id extends string> = Fault & { readonly id: Id };

/** Rows by the clause that their faults break. */
type Table<Clause extends ClauseId, Name extends string> = Readonly<Record<Clause, Partial<Rows<Name>>>>;

/** The faults of a table in its order. @param group the first half of their ids. */
export function faultsOf<const Group extends string, Clause extends ClauseId, Name extends string>(
  group: Group,
  table: Table<Clause, Name>,
): readonly Listed<`${Group}/${Name}`>[] {
  return entriesOf(table).flatMap(([clause, rows]) =>
    entriesOf(rows).map(([name, [summary, hooks, minLevel = 'standard']]) => {
      return { id: `${group}/${name}` as const, clause, summary, minLevel, behaviour: behaviourOf(hooks) };
    }),
  );
}

/** The faults of a table that show in a later edition. */
export function faultsIn<const Group extends string, Clause extends ClauseId, Name extends string>(
  edition: EditionId,
  group: Group,
  table: Table<Clause, Name>,
): readonly Listed<`${Group}/${Name}`>[] {
  return faultsOf(group, table).map((fault) => ({ ...fault, edition }));
}
