/**
 * Violations for a run that may send little, the most telling first: in the first round one for each clause, the one
 * that most loose checks let pass; then, round by round, what only a check of another kind lets pass. Behind them come
 * all others of the catalogue, one of each clause in turn. A slug that the catalogue does not have is left out.
 */
import type { Basis } from '../../../generators/basis.js';
import { violationsForServices } from '../../../generators/violations/catalogue.js';
import type { Violation } from '../../../generators/violations/violation.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';

/** Slugs by clause, the most telling first; the place in the list is the round. */
export const tellingViolations: Readonly<Partial<Record<ClauseId, readonly string[]>>> = {
  'headers/authorization/required': ['absent', 'empty'],
  'headers/authorization/scheme': ['no-scheme', 'scheme-basic'],
  'headers/authorization/token': ['three-parts-of-garbage', 'words-behind-it'],
  'headers/authorization/signature': [
    'a-claim-added-signature-kept',
    'signature-cut-by-eight-characters',
    'unsigned-with-alg-none',
  ],
  'headers/authorization/expiry': ['a-token-past-its-time'],
  'headers/content-type/required': ['absent', 'empty'],
  'headers/content-type/media-type': ['application-json-with-the-boundary', 'multipart-mixed-with-the-boundary'],
  'headers/content-type/boundary': ['no-boundary'],
  'headers/content-type/json': [
    'multipart-form-data-with-a-boundary',
    'text-plain',
    'application-jsonx',
    'application-x-www-form-urlencoded',
  ],
  'headers/org-id/required': ['absent', 'empty'],
  'headers/org-id/length': ['the-18-character-form', 'one-character-shorter'],
  'headers/org-id/characters': ['a-hyphen-at-the-end'],
  'headers/org-id/token-org': ['letters-in-swapped-case'],
  'headers/authorization-context/required': ['absent', 'empty'],
  'headers/authorization-context/format': [
    'no-underscore',
    'an-underscore-at-the-end',
    'the-prefix-and-an-underscore',
    'a-hyphen-inside',
    'a-blank-inside',
    'an-underscore-and-the-name',
  ],
  'headers/authorization-context/prefix': ['the-prefix-extended'],
  'headers/request-id/required': ['absent', 'empty'],
  'headers/request-id/format': [
    'in-braces',
    'without-hyphens',
    'one-digit-longer',
    'in-the-urn-form',
    'one-digit-shorter',
    'a-letter-that-is-no-digit',
  ],
  'body/multipart/well-formed': [
    'no-closing-boundary',
    'boundary-lines-without-the-two-hyphens',
    'empty-body',
    'garbage',
  ],
  'body/json/well-formed': [
    'a-comma-behind-the-last-entry',
    'a-comment-behind-it',
    'last-bracket-missing',
    'single-quotes',
    'empty-text',
    'names-without-quotes',
    'garbage',
  ],
  'body/json/object': ['wrapped-in-a-list', 'a-string-instead', 'null-instead'],
  'body/channel-address-identifier/required': ['absent'],
  'body/channel-address-identifier/string': ['empty'],
  'body/participants/required': ['absent'],
  'body/participants/json': [
    'a-comma-behind-the-last-entry',
    'a-comment-behind-it',
    'last-bracket-missing',
    'single-quotes',
    'empty-text',
    'names-without-quotes',
  ],
  'body/participants/list': ['its-first-entry-without-the-list', 'null-instead', 'a-string-instead'],
  'body/participants/non-empty': ['an-empty-list'],
  'body/participants/entries': ['null-instead', 'a-string-instead'],
  'body/participants/every-entry': ['entry-2-of-3-role-absent'],
  'body/participants/subject/required': ['absent'],
  'body/participants/subject/string': ['a-number-instead', 'null-instead', 'a-list-instead', 'a-boolean-instead'],
  'body/participants/subject/non-empty': ['empty'],
  'body/participants/role/required': ['absent'],
  'body/participants/role/value': [
    'in-lower-case',
    'a-blank-behind',
    'the-role-agent',
    'null-instead',
    'empty',
    'the-role-chatbot',
    'wrapped-in-a-list',
    'the-role-system',
    'the-role-supervisor',
  ],
  'body/participants/app-type/required': ['absent'],
  'body/participants/app-type/value': [
    'in-upper-case',
    'a-blank-behind',
    'the-app-type-agent',
    'null-instead',
    'empty',
    'the-app-type-conversation',
    'wrapped-in-a-list',
    'the-app-type-chatbot',
    'the-app-type-live-message',
    'the-app-type-iamessage',
  ],
};

/** Every violation of a basis, the most telling first. Deterministic: by round, then in the order of the catalogue. */
export function violationsByTelling(basis: Basis): readonly Violation[] {
  const all = violationsForServices(basis);
  const others = new Map<ClauseId, number>();
  const ranked = all.map((violation) => {
    const { clause, slug } = violation;
    const told = tellingViolations[clause] ?? [];
    const round = told.indexOf(slug);
    if (round >= 0) return { violation, round };
    const later = others.get(clause) ?? 0;
    others.set(clause, later + 1);
    return { violation, round: afterAllTold + later };
  });
  return ranked.sort((a, b) => a.round - b.round).map(({ violation }) => violation);
}

/** Rounds of the table end before this one. */
const afterAllTold = Math.max(...Object.values(tellingViolations).map((slugs) => slugs.length));
