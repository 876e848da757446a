/** The schemas of a request, one published JSON Schema for each edition, for people with tools of their own. */
import type { EditionId } from '../schemas/editions/editions.js';
import { codecsIn, operationOf } from '../schemas/operations/operations.js';
import { schemasOf } from '../schemas/operations/request-schema.js';

const places = { form: 'form parts by name', body: 'the body as text' } as const;

/** `x-clauses` names the clause behind each keyword; a validator that judges the JSON text must assert contentSchema. */
export function publishedRequestSchema(edition: EditionId, operation = 'establish-conversation') {
  const { method, path } = operationOf(operation);
  const codecs = codecsIn(operationOf(operation), edition);
  const body = [...new Set(codecs.map(({ place }) => places[place]))].join(' or ');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:byoc-conformance:request:${edition}`,
    title: `Request of ${method} ${path}, edition ${edition}`,
    description: `Generated, do not edit. Headers by canonical name with trimmed values, ${body}. x-clauses names the clause behind each keyword.`,
    anyOf: codecs.map(({ layout }) => ({ $ref: `#/$defs/${layout}` })),
    $defs: Object.fromEntries(codecs.map(({ layout }) => [layout, schemasOf({ operation, edition, layout }).request])),
  };
}
