/** Reads the values of `--only`: a clause id, or the beginning of one up to a slash, such as `headers/org-id`. */
import { clauses } from '../../schemas/clauses/clauses.js';
import { type OptionResult, readNames } from './values.js';

/** Every id and every beginning of one, shortest first. */
const selectable: readonly string[] = [
  ...new Set(
    clauses.flatMap(({ id }) => {
      const segments = id.split('/');
      return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
    }),
  ),
];

/** A slash at the end means nothing; all else must be the id or a beginning of it to the letter. */
export function readOnly(given: readonly string[]): readonly OptionResult<string>[] {
  const trimmed = given.map((clause) => clause.replace(/\/$/, ''));
  return readNames('--only', trimmed, selectable, 'all clause ids are listed by: byoc-conformance clauses');
}
