/** A spelling: a legal way to write the same request down, which must be accepted and mean the same conversation. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { CaseFacts } from '../../schemas/record/case.schema.js';
import type { FormPart, HeaderField, RequestDraft } from '../../wire/request.js';
import type { NamedCase } from '../named-case.js';
import type { MayHaveRank } from '../rank.js';

export interface Spelling extends MayHaveRank {
  readonly clause: ClauseId;
  /** Unique beside the clause, and never reworded: `json-over-several-lines`. */
  readonly slug: string;
  readonly label: string;
  /** Spellings of one dimension exclude each other; those of different dimensions combine freely. */
  readonly dimension: string;
  readonly apply: (draft: RequestDraft) => RequestDraft;
}

/** Spellings of one clause and one dimension, by rows that differ in one thing alone. */
export function spellingsOf<By>(
  clause: ClauseId,
  dimension: string,
  apply: (draft: RequestDraft, by: By) => RequestDraft,
  rows: readonly (readonly [slug: string, label: string, by: By, rank?: number])[],
): readonly Spelling[] {
  return rows.map(([slug, label, by, rank]) => {
    return { clause, slug, label, dimension, rank, apply: (draft) => apply(draft, by) };
  });
}

/** A request in one spelling as a case. */
export function spelledCase({ slug, label }: Spelling): NamedCase {
  return { case: { slug, spellings: [slug] }, label };
}

/** Spellings as facts of a case; nothing for the plainest form. */
export function spellingFacts(spellings: readonly Spelling[]): Pick<CaseFacts, 'spellings'> {
  return spellings.length === 0 ? {} : { spellings: spellings.map(({ slug }) => slug) };
}

/** A draft with every header field changed. */
export function mapFields(draft: RequestDraft, change: (field: HeaderField) => HeaderField): RequestDraft {
  return { ...draft, fields: draft.fields.map(change) };
}

/** A draft with the value of one header changed; the name is compared in any case. */
export function mapHeader(draft: RequestDraft, name: string, change: (value: string) => string): RequestDraft {
  return mapFields(draft, (field) =>
    field[0].toLowerCase() === name.toLowerCase() ? [field[0], change(field[1])] : field,
  );
}

/** A draft with the parts of its form changed; a body that is no form stays as it is. */
export function mapParts(
  draft: RequestDraft,
  change: (parts: readonly FormPart[]) => readonly FormPart[],
): RequestDraft {
  return draft.body.kind !== 'form' ? draft : { ...draft, body: { ...draft.body, parts: change(draft.body.parts) } };
}

/** A draft with its JSON text changed, whichever layout holds it: in parts, or as the body. */
export function mapJson(draft: RequestDraft, change: (text: string) => string): RequestDraft {
  if (draft.body.kind === 'json') return { ...draft, body: { ...draft.body, text: change(draft.body.text) } };
  return mapParts(draft, (parts) =>
    parts.map((part) => (part.json === true ? { ...part, value: change(part.value) } : part)),
  );
}
