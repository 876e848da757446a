/** Judges the headers of a call: the schema names the clause, each header's own file the rest and the words. */
import { type ClauseId, isClauseId } from '../../schemas/clauses/clauses.js';
import type { BrokenClause } from '../../schemas/validation/broken-clause.js';
import type { FieldValues } from '../../wire/http/field-values.js';
import { broken, type ConnectorContract, type Examination, joined, nothing } from './contract.js';
import type { Duties } from './duties.js';
import { judgeAuthorization } from './headers/authorization.js';
import { contextWords, judgePrefix } from './headers/authorization-context.js';
import { contentTypeWords } from './headers/content-type.js';
import { missingWords, repeatedWords } from './headers/missing.js';
import { judgeOrg, orgIdWords } from './headers/org-id.js';
import { requestIdWords } from './headers/request-id.js';
import { shown, statementAdvice, type Words } from './words.js';

/**
 * @param headers canonical names of those that are judged
 * @param found what the schemas found broken in the whole request; the first clause of each header counts, as one mistake breaks it
 */
export function judgeHeaders(
  headers: readonly string[],
  values: FieldValues,
  found: readonly BrokenClause[],
  body: Uint8Array,
  duties: Duties,
  contract: ConnectorContract,
): Examination {
  return joined(
    ...headers.map((header): Examination => {
      const [value, ...more] = values.get(header.toLowerCase()) ?? [];
      const once = duties.headers[header]?.['x-once'];
      if (value !== undefined && more.length > 0 && typeof once === 'string' && isClauseId(once))
        return told(once, repeatedWords(header, [value, ...more]));
      const one = found.find(({ at }) => at === `/headers/${header}`);
      if (one !== undefined && (value === undefined || value === ''))
        return told(one.clause, missingWords(header, values, one, duties.mediaType));
      return value === undefined ? nothing : judgeValue(header, value, one, body, duties, contract);
    }),
  );
}

function judgeValue(
  header: string,
  value: string,
  found: BrokenClause | undefined,
  body: Uint8Array,
  duties: Duties,
  contract: ConnectorContract,
): Examination {
  switch (header) {
    case 'Authorization':
      return judgeAuthorization(value, found?.clause, contract);
    case 'OrgId':
      return found === undefined ? judgeOrg(value, contract) : told(found.clause, orgIdWords(value, contract));
    case 'AuthorizationContext':
      return found === undefined ? judgePrefix(value, contract) : told(found.clause, contextWords(value, contract));
  }
  if (found === undefined) return nothing;
  if (header === 'RequestId') return told(found.clause, requestIdWords(value));
  if (header === 'Content-Type') return told(found.clause, contentTypeWords(value, found.clause, body, duties));
  const message = `The header ${header} ${found.problem}: ${shown(value)} came.`;
  return told(found.clause, { message, advice: statementAdvice(found.clause) });
}

function told(clause: ClauseId, words: Words): Examination {
  return { findings: [broken(clause, words)], exercised: [] };
}
