/** Judges the five headers of a request: the schema names the clause, each header's own file the rest and the words. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { BrokenClause } from '../../schemas/validation/broken-clause.js';
import { broken, type ConnectorContract, type ConnectorFinding } from './contract.js';
import { type ContractHeader, type FieldValues, firstValue } from './fields.js';
import { judgeAuthorization } from './headers/authorization.js';
import { judgeAuthorizationContext } from './headers/authorization-context.js';
import { judgeContentType } from './headers/content-type.js';
import { clauseOfDuplicate, duplicateWords } from './headers/duplicates.js';
import { withNearName } from './headers/near-name.js';
import { judgeOrgId } from './headers/org-id.js';
import { judgeRequestId } from './headers/request-id.js';

/** @param found what the schemas found broken in the whole request; the first clause of each header counts, as one mistake breaks it */
export function judgeHeaders(
  headers: readonly ContractHeader[],
  values: FieldValues,
  found: readonly BrokenClause[],
  contract: ConnectorContract,
): readonly ConnectorFinding[] {
  return headers.flatMap((header) => {
    const all = values.get(header.toLowerCase()) ?? [];
    if (all.length > 1) return [broken(clauseOfDuplicate(header, contract.edition), duplicateWords(header, all))];
    const clause = found.find(({ at }) => at === `/headers/${header}`)?.clause;
    const judged = judgeOne(header, all[0], clause, contract);
    return all.length === 0 ? judged.map((finding) => withNearName(finding, header, values)) : judged;
  });
}

function judgeOne(
  header: ContractHeader,
  value: string | undefined,
  clause: ClauseId | undefined,
  contract: ConnectorContract,
): readonly ConnectorFinding[] {
  switch (header) {
    case 'Authorization':
      return judgeAuthorization(value, clause, contract);
    case 'Content-Type':
      return judgeContentType(value, clause, contract.edition);
    case 'OrgId':
      return judgeOrgId(value, clause, contract);
    case 'AuthorizationContext':
      return judgeAuthorizationContext(value, clause, contract);
    case 'RequestId':
      return judgeRequestId(value, clause);
  }
}

const clausesOfHeader: Readonly<Record<Exclude<ContractHeader, 'Content-Type'>, readonly ClauseId[]>> = {
  Authorization: ['headers/authorization/scheme', 'headers/authorization/token'],
  OrgId: ['headers/org-id/length', 'headers/org-id/characters', 'headers/org-id/token-org'],
  AuthorizationContext: ['headers/authorization-context/format', 'headers/authorization-context/prefix'],
  RequestId: ['headers/request-id/format'],
};

const requiredClauses: Readonly<Record<ContractHeader, ClauseId>> = {
  Authorization: 'headers/authorization/required',
  'Content-Type': 'headers/content-type/required',
  OrgId: 'headers/org-id/required',
  AuthorizationContext: 'headers/authorization-context/required',
  RequestId: 'headers/request-id/required',
};

/** The clauses that the headers of a request put to the test: those of the form of a value only where there is one. */
export function exercisedByHeaders(
  headers: readonly ContractHeader[],
  values: FieldValues,
  { edition, orgId, authorizationContext }: ConnectorContract,
): readonly ClauseId[] {
  const unknown = new Set<ClauseId>([
    ...(orgId === '' ? (['headers/org-id/token-org'] as const) : []),
    ...(authorizationContext === '' ? (['headers/authorization-context/prefix'] as const) : []),
  ]);
  return headers
    .flatMap((header): readonly ClauseId[] => {
      const value = firstValue(values, header) ?? '';
      if (value === '') return [requiredClauses[header]];
      if (header !== 'Content-Type') return [requiredClauses[header], ...clausesOfHeader[header]];
      if (edition !== '61.0') return [requiredClauses[header], 'headers/content-type/json'];
      const isForm = /^multipart\/form-data/i.test(value);
      return [
        requiredClauses[header],
        'headers/content-type/media-type',
        ...(isForm ? (['headers/content-type/boundary'] as const) : []),
      ];
    })
    .filter((clause) => !unknown.has(clause));
}
