/** Which clauses a request breaks, by the schemas: the judge of what generators call valid or a violation. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { perContract } from '../contract.js';
import { type RequestForm, schemasOf } from '../operations/request-schema.js';
import { createContractAjv, createExaminer, type Examined } from './ajv.js';
import { type BrokenClause, brokenClauses } from './broken-clause.js';
import type { ParsedJson } from './parse-json.js';

/** The texts of a body that hold its values: the parts of a form by name, or the whole. */
export type BodyTexts = { readonly form: Readonly<Record<string, string>> } | { readonly body: string };

/** The request as the schemas see it: canonical header names, all values text. */
export type RequestMessage = { readonly headers: Readonly<Record<string, string>> } & BodyTexts;

const ajv = createContractAjv();
const examiner = createExaminer();

/** Compiled when first asked for, once for each form: it takes some milliseconds. */
const validators = perContract(() => new Map<string, ValidateFunction>());

/** The clauses that a message breaks in a form; empty for a conforming one. */
export function validateRequest(message: RequestMessage, form: RequestForm): readonly BrokenClause[] {
  const validate = validatorOf(form, 'request', ajv);
  return validate(completed(message, form)) ? [] : brokenClauses(validate.errors ?? []);
}

/**
 * The same with what it put to the test.
 * @param message without its body when that is not to be looked at.
 * @param parse of whoever has read the JSON texts of the message already.
 */
export function examineMessage(
  message: RequestMessage | Pick<RequestMessage, 'headers'>,
  form: RequestForm,
  parse?: (text: string) => ParsedJson,
): Examined {
  const whole = 'form' in message || 'body' in message;
  const validate = validatorOf(form, whole ? 'request' : 'head', examiner);
  return examiner.examine(validate, whole ? completed(message, form) : message, parse);
}

function validatorOf(form: RequestForm, of: 'request' | 'head', by: typeof ajv | typeof examiner): ValidateFunction {
  const key = `${form.operation} ${form.edition} ${form.layout} ${of} ${by === ajv ? 'plain' : 'examining'}`;
  const validator = validators().get(key) ?? by.compile(schemasOf(form)[of]);
  validators().set(key, validator);
  return validator;
}

/** A form without the part `json` lacks every property: no clause asks for the part itself. */
function completed(message: RequestMessage, { layout }: RequestForm): RequestMessage {
  if (layout !== 'json-part' || !('form' in message) || Object.hasOwn(message.form, 'json')) return message;
  return { ...message, form: { ...message.form, json: '{}' } };
}
