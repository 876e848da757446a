/** Errors of ajv told as broken clauses in plain words. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import { clauseOfKeyword } from '../clauses/clause-of-keyword.js';
import type { ClauseId } from '../clauses/clauses.js';
import { isSchemaNode } from '../keywords.js';

export interface BrokenClause {
  readonly clause: ClauseId;
  /** JSON Pointer of the value at fault inside the message: `/headers/OrgId`. */
  readonly at: string;
  /** The keyword that is not met. */
  readonly keyword: string;
  /** What is wrong with it, plainly: `is missing`, `is not "EndUser"`. */
  readonly problem: string;
}

/** Applicators report beside the keyword that failed inside them; only leaves carry a clause. */
const applicators = new Set(['if', 'allOf', 'anyOf', 'oneOf', 'contentSchema']);

/** The clauses that a set of errors breaks, each once and in order. Errors without a clause are an error of ours. */
export function brokenClauses(errors: readonly ErrorObject[]): readonly BrokenClause[] {
  const found = new Map<string, BrokenClause>();
  for (const error of errors) {
    const broken = brokenClauseOf(error);
    if (broken !== undefined) found.set(`${broken.clause} ${broken.at}`, broken);
  }
  return [...found.values()];
}

function brokenClauseOf(error: ErrorObject): BrokenClause | undefined {
  const missing: unknown = error.params.missingProperty;
  const member = typeof missing === 'string' ? missing : undefined;
  const node: unknown = error.parentSchema;
  const clause = isSchemaNode(node) ? clauseOfKeyword(node, error.keyword, member) : undefined;
  if (clause !== undefined) {
    const at = member === undefined ? error.instancePath : `${error.instancePath}/${member}`;
    return { clause, at, keyword: error.keyword, problem: problemOf(error) };
  }
  if (applicators.has(error.keyword) || insideNot(error)) return undefined;
  throw new Error(`the schema keyword ${error.schemaPath} has no clause`);
}

function insideNot(error: ErrorObject): boolean {
  return error.schemaPath.includes('/not/');
}

function problemOf(error: ErrorObject): string {
  switch (error.keyword) {
    case 'required':
      return 'is missing';
    case 'type':
      return `is not of type ${String(error.params.type)}`;
    case 'const':
      return `is not ${JSON.stringify(error.params.allowedValue)}`;
    case 'enum':
      return `is none of ${JSON.stringify(error.params.allowedValues)}`;
    case 'minLength':
      return error.params.limit === 1 ? 'is empty' : `has fewer than ${String(error.params.limit)} characters`;
    case 'maxLength':
      return `has more than ${String(error.params.limit)} characters`;
    case 'maxItems':
      return error.params.limit === 1
        ? 'has more than one entry'
        : `has more than ${String(error.params.limit)} entries`;
    case 'minItems':
      return 'has no entry';
    case 'pattern':
      return 'is not of the required form';
    case 'contentMediaType':
      return 'is not readable JSON';
    case 'not':
      return 'has what it must not have';
    default:
      return error.message ?? `breaks ${error.keyword}`;
  }
}
