/** The ajv instance of the contract: draft 2020-12, strict, our vocabulary, and content keywords that validate. */
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { DataValidateFunction } from 'ajv/dist/types/index.js';
import { ownKeywords, type SchemaNode } from '../keywords.js';
import { type BrokenClause, brokenClauses } from './broken-clause.js';
import { type ParsedJson, parseJson } from './parse-json.js';
import { clausesPutToTheTest, type Visit } from './visits.js';

/** Reads JSON text. */
type Parse = (text: string) => ParsedJson;

/**
 * In 2020-12 the content keywords only annotate. Here a form field that holds JSON is judged down to its members,
 * so `contentMediaType: application/json` demands readable JSON and `contentSchema` judges what was read.
 *
 * @param parse called for each text whose content is judged.
 * @param onVisit told of each clause that a value puts to the test, kept or broken.
 */
export function createContractAjv(parse: Parse = parseJson, onVisit?: (visit: Visit) => void): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, verbose: true });
  for (const keyword of ownKeywords) if (keyword !== 'x-clauses' || onVisit === undefined) ajv.addKeyword(keyword);
  if (onVisit !== undefined) {
    ajv.addKeyword({
      keyword: 'x-clauses',
      schemaType: 'object',
      errors: false,
      compile: (_clauses, node) => {
        const put = clausesPutToTheTest(node);
        return (value, context) => {
          for (const visit of put(value, context?.instancePath ?? '')) onVisit(visit);
          return true;
        };
      },
    });
  }
  ajv.removeKeyword('contentMediaType');
  ajv.addKeyword({
    keyword: 'contentMediaType',
    type: 'string',
    schemaType: 'string',
    compile: (mediaType: string) => {
      if (mediaType !== 'application/json') throw new Error(`content of type ${mediaType} cannot be validated`);
      return (text: string) => parse(text).ok;
    },
  });
  ajv.removeKeyword('contentSchema');
  ajv.addKeyword({
    keyword: 'contentSchema',
    type: 'string',
    schemaType: 'object',
    errors: 'full',
    compile: (schema: AnySchemaObject) => {
      const validate = ajv.compile(schema);
      const judge: DataValidateFunction = (text: string, context) => {
        const parsed = parse(text);
        if (!parsed.ok || validate(parsed.value)) return true;
        const prefix = context?.instancePath ?? '';
        judge.errors = (validate.errors ?? []).map((error) => withPrefix(error, prefix));
        return false;
      };
      return judge;
    },
  });
  return ajv;
}

/** What a validation found, and every clause that it put to the test, kept or broken. */
export interface Examined {
  readonly broken: readonly BrokenClause[];
  readonly visits: readonly Visit[];
}

/**
 * An ajv of its own whose validations tell what they put to the test. They are synchronous, so one list and one reader
 * serve them all.
 */
export function createExaminer(): {
  compile(schema: SchemaNode): ValidateFunction;
  /** @param parse of whoever has read the texts of the message already. */
  examine(validate: ValidateFunction, message: unknown, parse?: Parse): Examined;
} {
  let visits: Visit[] = [];
  let reader: Parse = parseJson;
  const ajv = createContractAjv(
    (text) => reader(text),
    (visit) => visits.push(visit),
  );
  return {
    compile: (schema) => ajv.compile(schema),
    examine(validate, message, parse = parseJson) {
      visits = [];
      reader = parse;
      const isConforming = validate(message);
      return { broken: isConforming ? [] : brokenClauses(validate.errors ?? []), visits };
    },
  };
}

function withPrefix(error: ErrorObject, prefix: string): ErrorObject {
  return { ...error, instancePath: prefix + error.instancePath };
}
