/** Part of the run record: one exchange as it is kept, secrets removed. */
const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const milliseconds = { type: 'number', minimum: 0 } as const;

const headerFields = {
  type: 'array',
  items: { type: 'array', items: text, minItems: 2, maxItems: 2 },
} as const;

const messageBody = {
  type: 'object',
  description: 'A body as text when it is UTF-8, else in base64; cut at a bound.',
  properties: { text, base64: text, bytes: count, cut: { type: 'boolean' } },
  required: ['bytes', 'cut'],
  additionalProperties: false,
} as const;

export const evidenceItemSchema = {
  type: 'object',
  description: 'One exchange, secrets removed.',
  properties: {
    number: count,
    startedMs: milliseconds,
    durationMs: milliseconds,
    connection: count,
    request: {
      type: 'object',
      properties: { method: text, target: text, fields: headerFields, body: messageBody },
      required: ['method', 'target', 'fields', 'body'],
      additionalProperties: false,
    },
    answer: {
      type: 'object',
      properties: { httpVersion: text, status: count, reason: text, fields: headerFields, body: messageBody },
      required: ['httpVersion', 'status', 'reason', 'fields', 'body'],
      additionalProperties: false,
    },
    failure: {
      type: 'object',
      properties: { kind: text, message: text },
      required: ['kind', 'message'],
      additionalProperties: false,
    },
  },
  required: ['number', 'startedMs', 'durationMs', 'connection', 'request'],
  additionalProperties: false,
} as const;
