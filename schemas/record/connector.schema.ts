/** Sections of the run record that only the judgement of a connector has: its exchanges, commands and scenarios. */

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const milliseconds = { type: 'number', minimum: 0 } as const;

const output = {
  type: 'object',
  description: 'The last lines, secrets removed.',
  properties: { text, cut: { type: 'boolean' } },
  required: ['text', 'cut'],
  additionalProperties: false,
} as const;

const commandRun = {
  type: 'object',
  properties: {
    scenario: text,
    ending: { enum: ['ended', 'not started', 'timed out', 'stopped'] },
    exitCode: { type: 'integer' },
    signal: text,
    reason: { ...text, description: 'Why it could not be started.' },
    durationMs: milliseconds,
    stdout: output,
    stderr: output,
    leftBehind: { ...count, description: 'Processes that it left behind, and that were ended.' },
  },
  required: ['scenario', 'ending', 'durationMs', 'stdout', 'stderr', 'leftBehind'],
  additionalProperties: false,
} as const;

export const exchangesSchema = {
  type: 'array',
  description: 'What a connector sent, in the order of arrival.',
  items: {
    type: 'object',
    properties: {
      number: count,
      method: text,
      path: text,
      verdict: { enum: ['conformant', 'nonconformant', 'inconclusive', 'not exercised'] },
      findings: {
        type: 'array',
        items: {
          type: 'object',
          properties: { clause: text, message: text },
          required: ['clause', 'message'],
          additionalProperties: false,
        },
      },
    },
    required: ['number', 'method', 'path', 'verdict', 'findings'],
    additionalProperties: false,
  },
} as const;

export const commandSchema = {
  type: 'object',
  description:
    "The connector's own command: once for each scenario. Exit code and output are those of the first run that did not end well, else of the first.",
  properties: {
    args: { type: 'array', items: text },
    exitCode: { type: 'integer' },
    signal: text,
    output: text,
    runs: { type: 'array', items: commandRun },
  },
  required: ['args', 'output', 'runs'],
  additionalProperties: false,
} as const;

export const scenariosSchema = {
  type: 'array',
  description: 'The days in the field that the org played, and how the connector coped.',
  items: {
    type: 'object',
    properties: {
      id: text,
      title: text,
      summary: text,
      robust: { ...text, description: 'What a robust connector does.' },
      verdict: { enum: ['conformant', 'nonconformant', 'inconclusive'] },
      reason: text,
      requests: count,
      staged: { ...count, description: 'How often the scenario did something on purpose.' },
    },
    required: ['id', 'title', 'summary', 'robust', 'verdict', 'reason', 'requests', 'staged'],
    additionalProperties: false,
  },
} as const;

export const drivenSchema = {
  type: 'object',
  description: 'Subjects that the connector was asked to establish, and those that did not arrive unchanged.',
  properties: {
    asked: count,
    arrived: count,
    failures: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          family: text,
          asked: text,
          arrived: { ...text, description: 'Absent when nothing arrived.' },
          smallest: { ...text, description: 'The smallest subject that fails alike.' },
          smallestArrived: text,
          difference: text,
        },
        required: ['family', 'asked', 'smallest', 'difference'],
        additionalProperties: false,
      },
    },
  },
  required: ['asked', 'arrived', 'failures'],
  additionalProperties: false,
} as const;
