/** JSON Schema of a waivers file, published as docs/waivers.schema.json. Every value is text, as YAML's quoting must not matter. */
import { closed } from './members.js';

const line = { type: 'string', minLength: 1, maxLength: 1_000 } as const;

export const waiversSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:byoc-conformance:waivers:1',
  title: 'Waivers file of byoc-conformance',
  description: 'Failures that are accepted by name until a date. A list, in YAML or JSON.',
  type: 'array',
  maxItems: 1_000,
  items: closed(
    {
      clause: { ...line, description: 'A clause id, or the beginning of one up to a slash: `headers/org-id/length`.' },
      reason: { ...line, description: 'Why the failure is accepted.' },
      owner: { ...line, description: 'Who answers for it.' },
      ticket: { ...line, description: 'Where its repair is tracked.' },
      expires: { type: 'string', format: 'date', description: 'The last day on which it holds, YYYY-MM-DD, UTC.' },
    },
    {
      edition: { ...line, description: 'The one edition that it is meant for; absent for all.' },
      target: { ...line, description: 'The one target that it is meant for: a host or a base URL; absent for all.' },
    },
  ),
} as const;
