/** The vocabulary of our own in the schemas. */

/** A schema as the walkers see it: plain data with the keywords that we allow. */
export type SchemaNode = { readonly [keyword: string]: unknown };

/**
 * Clause ids by keyword (`x-clauses`), where the valid value comes from (`x-source`), which near misses fit: the name of
 * those in generators/violations/near-misses/, or a list of slug, label and value (`x-near-misses`), the clause of a header
 * that comes twice (`x-once`), the editions that have a member (`x-editions`).
 */
export const ownKeywords = ['x-clauses', 'x-source', 'x-near-misses', 'x-once', 'x-editions'] as const;

export function isSchemaNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
