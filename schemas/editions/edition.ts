/** What an edition is: one version of the contract as data. */

/**
 * How the body is laid out: a form with a part for each property, a form with one part `json` that holds the whole
 * object, or the object itself as the body.
 */
export const layouts = ['parts', 'json-part', 'json'] as const;
export type Layout = (typeof layouts)[number];

export interface Edition {
  /** As `--edition` takes it: `61.0`. */
  readonly id: string;
  /** Where it comes from, for people: one noun phrase. */
  readonly source: string;
  /** Media type of every request body. */
  readonly mediaType: 'multipart/form-data' | 'application/json';
  /** The first one is the default. */
  readonly layouts: readonly [Layout, ...Layout[]];
  /** Status of success that its pages name. A verdict takes each of 200, 201 and 202 (docs/reading.md). */
  readonly documentedStatus?: 200 | 201 | 202;
  /** Members of the success answer that its pages name beside conversationIdentifier; none of them is owed. */
  readonly answerMembers: readonly string[];
}
