/** The schemas of a request, one published JSON Schema for each edition, for people with tools of their own. */
import { type EditionId, layoutsOf } from '../schemas/editions/editions.js';
import { requestSchemas } from '../schemas/validation/validate-request.js';

/** `x-clauses` names the clause behind each keyword; a validator that judges the JSON text must assert contentSchema. */
export function publishedRequestSchema(edition: EditionId) {
  const layouts = layoutsOf(edition);
  const body = edition === '61.0' ? 'form parts by name' : 'the body as text';
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:byoc-conformance:request:${edition}`,
    title: `Request of POST v1/conversation, edition ${edition}`,
    description: `Generated, do not edit. Headers by canonical name with trimmed values, ${body}. x-clauses names the clause behind each keyword.`,
    anyOf: layouts.map((layout) => ({ $ref: `#/$defs/${layout}` })),
    $defs: Object.fromEntries(layouts.map((layout) => [layout, requestSchemas[layout]])),
  };
}
