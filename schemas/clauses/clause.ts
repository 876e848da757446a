/** What a clause is: one obligation of the specification, in our own words, under a stable path-like id. */
import type { MediaType } from '../codecs/codec.js';
import type { EditionRange } from '../editions/edition.js';

/** Who owes the obligation. */
type Party = 'service' | 'connector' | 'both';

/**
 * How sure we are of it: the text of its edition says so (the specification, or the public facts), the text implies it,
 * or docs/reading.md assumes it where the text is silent.
 */
type Sureness = 'stated' | 'implied' | 'assumed';

/** `from` and `until` tell the editions in which it holds; all without them. */
export interface Clause extends EditionRange {
  /** Stable path-like id, never renumbered or reused: `headers/org-id/length`. */
  readonly id: string;
  /** Place in the specification: `Headers › OrgId`. */
  readonly place: string;
  readonly owes: Party;
  readonly sureness: Sureness;
  /** The section of docs/reading.md that it rests on, by its anchor: `orgid`. Absent where the text says it all. */
  readonly reading?: string;
  /** The obligation, one sentence, in our own words. */
  readonly statement: string;
  /** Ids of the operations that it holds for; all when absent. */
  readonly operations?: readonly string[];
  /** It speaks of bodies of this media type, and holds where an operation has such bodies. */
  readonly mediaType?: MediaType;
}

/** What is said of one clause of a table. */
type Row = Pick<Clause, 'sureness' | 'statement'> & Partial<Common>;

type Common = Omit<Clause, 'id' | 'place' | 'sureness' | 'statement'>;

const rowOf =
  (sureness: Sureness) =>
  (statement: string, reading?: string, more: Partial<Common> = {}): Row => {
    return { sureness, ...(reading === undefined ? {} : { reading }), ...more, statement };
  };

/** Rows of a table by how sure we are: the statement, the section of docs/reading.md, and what holds of it alone. */
export const stated = rowOf('stated');
export const implied = rowOf('implied');
export const assumed = rowOf('assumed');

/** What holds of all clauses of a table whose rows do not say otherwise. */
export function owedBy(owes: Party, more: Omit<Common, 'owes'> = {}): Common {
  return { owes, ...more };
}

/** Clauses whose ids begin alike, by the rest of the id and in their order. */
export function clausesAt<const Path extends string, Name extends string>(
  path: Path,
  place: string,
  common: Common,
  rows: Readonly<Record<Name, Row>>,
): readonly (Clause & { readonly id: `${Path}/${Name}` })[] {
  const names = Object.keys(rows) as Name[]; // A table has the keys that its type lists.
  return names.map((name) => ({ id: `${path}/${name}` as const, place, ...common, ...rows[name] }));
}

/** A sentence of the specification that obliges nobody, and why it has no clause. */
export interface SilentSentence {
  readonly place: string;
  readonly gist: string;
  readonly reason: string;
}
