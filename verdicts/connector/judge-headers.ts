/** Judges the headers of a call: the schema names the clause, each header's own file the rest and the words. */
import { type ClauseId, clauseOf, isClauseId } from '../../schemas/clauses/clauses.js';
import type { BrokenClause } from '../../schemas/validation/broken-clause.js';
import type { FieldValues } from '../../wire/http/field-values.js';
import { broken, type ConnectorContract, type Examination, nothing } from './contract.js';
import type { Duties } from './duties.js';
import { judgeAuthorization } from './headers/authorization.js';
import { judgeAuthorizationContext } from './headers/authorization-context.js';
import { judgeContentType } from './headers/content-type.js';
import { duplicateWords } from './headers/duplicates.js';
import { withNearName } from './headers/near-name.js';
import { judgeOrgId } from './headers/org-id.js';
import { judgeRequestId } from './headers/request-id.js';
import { shown } from './shown.js';

/**
 * @param headers canonical names of those that are judged
 * @param found what the schemas found broken in the whole request; the first clause of each header counts, as one mistake breaks it
 */
export function judgeHeaders(
  headers: readonly string[],
  values: FieldValues,
  found: readonly BrokenClause[],
  duties: Duties,
  contract: ConnectorContract,
): Examination {
  const examined = headers.map((header): Examination => {
    const all = values.get(header.toLowerCase()) ?? [];
    const once = duties.headers[header]?.['x-once'];
    if (all.length > 1 && typeof once === 'string' && isClauseId(once)) {
      return { findings: [broken(once, duplicateWords(header, all))], exercised: [] };
    }
    const one = found.find(({ at }) => at === `/headers/${header}`);
    const { findings, exercised } = judgeOne(header, all[0], one, duties, contract);
    return {
      findings: all.length === 0 ? findings.map((finding) => withNearName(finding, header, values)) : findings,
      exercised,
    };
  });
  return {
    findings: examined.flatMap(({ findings }) => findings),
    exercised: examined.flatMap(({ exercised }) => exercised),
  };
}

function judgeOne(
  header: string,
  value: string | undefined,
  found: BrokenClause | undefined,
  duties: Duties,
  contract: ConnectorContract,
): Examination {
  const clause: ClauseId | undefined = found?.clause;
  switch (header) {
    case 'Authorization':
      return judgeAuthorization(value, clause, contract);
    case 'Content-Type':
      return judgeContentType(value, clause, duties);
    case 'OrgId':
      return judgeOrgId(value, clause, contract);
    case 'AuthorizationContext':
      return judgeAuthorizationContext(value, clause, contract);
    case 'RequestId':
      return judgeRequestId(value, clause);
    default:
      return found === undefined ? nothing : judgeByStatement(header, value, found);
  }
}

/** A header that has no words of its own. */
function judgeByStatement(header: string, value: string | undefined, { clause, problem }: BrokenClause): Examination {
  const came = value === undefined ? '' : `: ${shown(value)} came`;
  const words = {
    message: `The header ${header} ${problem}${came}.`,
    advice: `See what the contract says: ${clauseOf(clause).statement}`,
  };
  return { findings: [broken(clause, words)], exercised: [] };
}
