/**
 * Behaviours with a name: faults, each a deliberate deviation from one clause, and variants, each a differently built service
 * that is just as correct. They stand in tables, by their ids: one sentence, and the hooks or what they are made from.
 */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import type { Behaviour } from './behaviour.js';

interface NamedBehaviour<Edition extends string = EditionId> {
  /** Stable path-like id: `org-id/accepts-18`. */
  readonly id: string;
  /** What such a service does wrong, or how it is built: one sentence. */
  readonly summary: string;
  /** The edition in which it is shown; 61.0 when absent. */
  readonly edition?: Edition;
  /** Made anew for each mock, so that what it remembers belongs to that mock alone. */
  behaviour(): Behaviour;
}

export type Variant = NamedBehaviour;

export interface Fault<Clause extends string = ClauseId, Edition extends string = EditionId>
  extends NamedBehaviour<Edition> {
  /** The clause that a service with this fault breaks. */
  readonly clause: Clause;
  readonly minLevel: MinLevel;
}

/** Hooks; a function where they remember something: called for each mock, so that it belongs to that mock alone. */
type Hooks = Behaviour | (() => Behaviour);

/** The lowest level that is expected to find a fault; in a row `standard` when absent. */
type MinLevel = 'smoke' | 'standard' | 'deep';

type Row<From> = readonly [summary: string, from: From, minLevel?: MinLevel];

export type Rows<Id extends string = string, From = Hooks> = Readonly<Record<Id, Row<From>>>;

/** For rows that differ in one thing alone, such as a condition or a number. @param usual their level where none is said. */
export function rowsBy<From>(hooksFrom: (from: From) => Hooks, usual?: MinLevel) {
  return <Id extends string>(rows: Rows<Id, From>): Rows<Id> => {
    const made = entriesOf(rows).map(([id, [summary, from, level = usual]]) => [id, [summary, hooksFrom(from), level]]);
    // The ids are those that came in.
    return Object.fromEntries(made) as Rows<Id>;
  };
}

/** In their order, which is that of the lists made of them. */
export function entriesOf<Id extends string, Value>(rows: { readonly [One in Id]?: Value }): readonly [Id, Value][] {
  // Tables are written out: they have no keys beside those of their type.
  return Object.entries(rows) as [Id, Value][];
}

function behaviourOf(hooks: Hooks): () => Behaviour {
  return typeof hooks === 'function' ? hooks : () => hooks;
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

/** The variants of a table in its order. @param group the first half of their ids. */
export function variantsOf<const Group extends string, Name extends string>(
  group: Group,
  rows: Rows<Name>,
): readonly (Variant & { readonly id: `${Group}/${Name}` })[] {
  return entriesOf(rows).map(([name, [summary, hooks]]) => {
    return { id: `${group}/${name}` as const, summary, behaviour: behaviourOf(hooks) };
  });
}
