/** Part of the run record: one exchange as it is kept, secrets removed. */
import { closed, count, milliseconds, text } from './members.js';

const headerFields = {
  type: 'array',
  items: { type: 'array', items: text, minItems: 2, maxItems: 2 },
} as const;

const messageBody = {
  description: 'A body as text when it is UTF-8, else in base64; cut at a bound.',
  ...closed({ bytes: count, cut: { type: 'boolean' } }, { text, base64: text }),
} as const;

export const evidenceItemSchema = {
  description: 'One exchange, secrets removed.',
  ...closed(
    {
      number: count,
      startedMs: milliseconds,
      durationMs: milliseconds,
      connection: count,
      request: closed({ method: text, target: text, fields: headerFields, body: messageBody }, { httpVersion: text }),
    },
    {
      answer: closed({ httpVersion: text, status: count, reason: text, fields: headerFields, body: messageBody }),
      failure: closed({ kind: text, message: text }),
    },
  ),
} as const;
