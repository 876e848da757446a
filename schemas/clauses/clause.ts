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

/** Clauses that all hold for some operations only. */
export function heldFor<const Held extends readonly Clause[]>(operations: readonly string[], clauses: Held): Held {
  // Each clause stays what it was, with one optional member more.
  return clauses.map((clause) => ({ ...clause, operations })) as unknown as Held;
}

/** A sentence of the specification that obliges nobody, and why it has no clause. */
export interface SilentSentence {
  readonly place: string;
  readonly gist: string;
  readonly reason: string;
}
