/** Which clauses a request breaks, by the schemas: the judge of what generators call valid or a violation. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { jsonPartFormSchema, partsFormSchema } from '../request/form.schema.js';
import { requestHeadersSchema } from '../request/headers.schema.js';
import { createContractAjv } from './ajv.js';
import { type BrokenClause, brokenClauses } from './broken-clause.js';

/** The request as the schemas see it: canonical header names, form parts by name, all values text. */
export interface RequestMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
}

export const requestSchemas = {
  parts: requestSchema(partsFormSchema),
  'json-part': requestSchema(jsonPartFormSchema),
} as const;

function requestSchema<Form extends object>(form: Form) {
  return {
    type: 'object',
    required: ['headers', 'form'],
    properties: { headers: requestHeadersSchema, form },
  } as const;
}

const ajv = createContractAjv();
const validators: Record<keyof typeof requestSchemas, ValidateFunction> = {
  parts: ajv.compile(requestSchemas.parts),
  'json-part': ajv.compile(requestSchemas['json-part']),
};

/** The clauses that a message breaks in a layout; empty for a conforming one. */
export function validateRequest(message: RequestMessage, layout: keyof typeof requestSchemas): readonly BrokenClause[] {
  const validate = validators[layout];
  const judged = layout === 'json-part' ? withJsonPart(message) : message;
  return validate(judged) ? [] : brokenClauses(validate.errors ?? []);
}

/** A form without the part `json` lacks every property: no clause asks for the part itself. */
function withJsonPart(message: RequestMessage): RequestMessage {
  return Object.hasOwn(message.form, 'json') ? message : { ...message, form: { ...message.form, json: '{}' } };
}
