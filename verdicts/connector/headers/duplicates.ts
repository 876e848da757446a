/** Says what is wrong with a header of the contract that comes more than once. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { EditionId } from '../../../schemas/editions/editions.js';
import type { Words } from '../contract.js';
import type { ContractHeader } from '../fields.js';

/** The clause of the value that two fields cannot keep: together they are no value of its form. */
export function clauseOfDuplicate(header: ContractHeader, edition: EditionId): ClauseId {
  switch (header) {
    case 'Authorization':
      return 'headers/authorization/token';
    case 'Content-Type':
      return edition === '61.0' ? 'headers/content-type/media-type' : 'headers/content-type/json';
    case 'OrgId':
      return 'headers/org-id/length';
    case 'AuthorizationContext':
      return 'headers/authorization-context/format';
    case 'RequestId':
      return 'headers/request-id/format';
  }
}

export function duplicateWords(header: ContractHeader, values: readonly string[]): Words {
  const alike = new Set(values).size === 1 ? 'with the same value each time' : 'with different values';
  return {
    message: `The header ${header} is expected once, and it came ${values.length} times, ${alike}.`,
    advice:
      'Set the header in one place: a default of the client, an interceptor and the call each add their own. Replace (set) instead of adding (append).',
  };
}
