/** Which clauses a request breaks, by the schemas: the judge of what generators call valid or a violation. */
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Layout } from '../editions/editions.js';
import { jsonPartFormSchema, partsFormSchema } from '../request/form.schema.js';
import { requestHeadersSchema } from '../request/headers.schema.js';
import { jsonBodySchema } from '../request/json-body.schema.js';
import { jsonRequestHeadersSchema } from '../request/json-headers.schema.js';
import { createContractAjv } from './ajv.js';
import { type BrokenClause, brokenClauses } from './broken-clause.js';

/** A form as the schemas see it: canonical header names, form parts by name, all values text. */
export interface FormMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
}

/** A request of layout `json` as the schemas see it: canonical header names, and the body as text. */
export interface JsonMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The request as the schemas see it. */
export type RequestMessage = FormMessage | JsonMessage;

/** By layout, which tells the edition as well: no two editions share one. */
export const requestSchemas = {
  parts: formRequestSchema(partsFormSchema),
  'json-part': formRequestSchema(jsonPartFormSchema),
  json: {
    type: 'object',
    required: ['headers', 'body'],
    properties: { headers: jsonRequestHeadersSchema, body: jsonBodySchema },
  },
} as const;

function formRequestSchema<Form extends object>(form: Form) {
  return {
    type: 'object',
    required: ['headers', 'form'],
    properties: { headers: requestHeadersSchema, form },
  } as const;
}

const ajv = createContractAjv();
const validators: Record<Layout, ValidateFunction> = {
  parts: ajv.compile(requestSchemas.parts),
  'json-part': ajv.compile(requestSchemas['json-part']),
  json: ajv.compile(requestSchemas.json),
};

/** The clauses that a message breaks in a layout; empty for a conforming one. A form needs a layout of forms, a body `json`. */
export function validateRequest(message: RequestMessage, layout: Layout): readonly BrokenClause[] {
  const validate = validators[layout];
  const judged = layout === 'json-part' ? withJsonPart(message) : message;
  return validate(judged) ? [] : brokenClauses(validate.errors ?? []);
}

/** A form without the part `json` lacks every property: no clause asks for the part itself. */
function withJsonPart(message: RequestMessage): RequestMessage {
  if (!('form' in message) || Object.hasOwn(message.form, 'json')) return message;
  return { ...message, form: { ...message.form, json: '{}' } };
}
