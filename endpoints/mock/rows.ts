/** Faults and variants as rows of tables, by their ids: one sentence, and the hooks or what they are made from. */
import type { Behaviour } from './behaviour.js';

/** Hooks; a function where they remember something: called for each mock, so that it belongs to that mock alone. */
export type Hooks = Behaviour | (() => Behaviour);

/** The lowest level that is expected to find a fault; in a row `standard` when absent. */
export type MinLevel = 'smoke' | 'standard' | 'deep';

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

export function behaviourOf(hooks: Hooks): () => Behaviour {
  return typeof hooks === 'function' ? hooks : () => hooks;
}
