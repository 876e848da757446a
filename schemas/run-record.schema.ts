/**
 * JSON Schema of the run record (`run.json`), the one file that every report reads. Published as
 * docs/run-record.schema.json; additions are allowed within format 1, changes of meaning are not.
 * Longer than most files because it is one schema, read from top to bottom.
 */

import { identitiesSchema } from './identities.schema.js';
import { baselineSectionSchema } from './record/baseline.schema.js';
import { besidesSchema } from './record/besides.schema.js';
import { budgetSchema } from './record/budget.schema.js';
import { commandSchema, drivenSchema, exchangesSchema, scenariosSchema } from './record/connector.schema.js';
import { conversationsSchema } from './record/conversations.schema.js';
import { judgedSchema, troubleSchema } from './record/judged.schema.js';
import { waiverNoteSchema, waiversSectionSchema } from './record/waivers.schema.js';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const milliseconds = { type: 'number', minimum: 0 } as const;
const verdict = {
  enum: ['conformant', 'nonconformant', 'inconclusive', 'not exercised', 'waived', 'observed'],
} as const;

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

const evidenceItem = {
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

const finding = {
  type: 'object',
  description: 'One case that was not simply conformant: a failure, something undecided, or an observation.',
  properties: {
    id: text,
    clause: text,
    spec: { ...text, description: 'Title of the test that probed it.' },
    label: { ...text, description: 'What the case does: `one character shorter`.' },
    verdict: { enum: ['nonconformant', 'inconclusive', 'observed'] },
    cause: text,
    expected: text,
    got: text,
    advice: text,
    count: { ...count, description: 'How many cases failed alike; this one is the smallest.' },
    difference: {
      type: 'object',
      description: 'The one difference between the control and the case.',
      properties: { where: text, control: text, case: text },
      required: ['where', 'control', 'case'],
      additionalProperties: false,
    },
    exchange: { ...count, description: 'Number of the exchange of the case in `evidence`.' },
    control: { ...count, description: 'Number of the exchange of the control in `evidence`.' },
    steps: {
      type: 'array',
      description:
        'A sequence told as a numbered story. What a step does, so that it can be done again: first others, then the wait, then what it sends.',
      items: {
        type: 'object',
        properties: {
          text,
          exchange: { ...count, description: 'The exchange to show.' },
          others: { ...count, description: 'So many other conversations are established; some more than came then.' },
          waitMs: { ...count, description: 'So long after the step before; a little longer than then.' },
          sends: {
            type: 'array',
            description: 'Numbers of the exchanges whose requests are sent, one after the other.',
            items: count,
          },
          calls: { ...count, description: 'How often each of them is sent in the same instant, when not once.' },
          alongside: { type: 'boolean', description: 'All of them are sent in the same instant.' },
          violation: {
            type: 'object',
            description: 'What is wrong with the request, where it is to be refused.',
            properties: { where: text, label: text },
            required: ['where', 'label'],
            additionalProperties: false,
          },
        },
        required: ['text'],
        additionalProperties: false,
      },
    },
    replay: {
      type: 'object',
      properties: { seed: { type: 'integer' }, path: text, command: text },
      required: ['seed', 'command'],
      additionalProperties: false,
    },
    curl: text,
    waiver: waiverNoteSchema,
  },
  required: ['id', 'clause', 'spec', 'label', 'verdict', 'expected', 'got', 'count'],
  additionalProperties: false,
} as const;

const clauseResult = {
  type: 'object',
  properties: {
    id: text,
    place: text,
    owes: { enum: ['service', 'connector', 'both'] },
    sureness: { enum: ['stated', 'implied', 'assumed'] },
    statement: text,
    verdict,
    cause: text,
    waiver: waiverNoteSchema,
    cases: {
      type: 'object',
      properties: { conformant: count, nonconformant: count, inconclusive: count, observed: count },
      required: ['conformant', 'nonconformant', 'inconclusive', 'observed'],
      additionalProperties: false,
    },
  },
  required: ['id', 'place', 'owes', 'sureness', 'statement', 'verdict', 'cases'],
  additionalProperties: false,
} as const;

export const runRecordSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:byoc-conformance:run-record:1',
  title: 'Run record of byoc-conformance',
  type: 'object',
  properties: {
    format: { const: 'byoc-conformance/run-record/1' },
    tool: {
      type: 'object',
      properties: { name: text, version: text, node: text },
      required: ['name', 'version', 'node'],
      additionalProperties: false,
    },
    verdict: { enum: ['conformant', 'nonconformant', 'inconclusive'] },
    exitCode: { type: 'integer', minimum: 0, maximum: 5 },
    reason: { ...text, description: 'The verdict in one sentence for people.' },
    cause: { ...text, description: 'Why an inconclusive run could not be judged.' },
    cutShort: { type: 'boolean' },
    startedAt: { ...text, description: 'RFC 3339 time.' },
    durationMs: milliseconds,
    seed: { type: 'integer' },
    edition: text,
    level: { enum: ['smoke', 'standard', 'deep'] },
    layout: { enum: ['parts', 'json-part', 'json'] },
    only: { type: 'array', items: text },
    memoryMs: { ...count, description: 'Time that the closing audit was told to spread its repeats over.' },
    reuseSubjects: { type: 'boolean', description: 'The same subjects as in every run with this option.' },
    target: {
      type: 'object',
      properties: {
        kind: { enum: ['embedded mock', 'service', 'connector'] },
        baseUrl: text,
        orgId: text,
        authorizationContext: text,
        channels: { type: 'array', items: text },
        faults: { type: 'array', items: text },
        proxy: { ...text, description: 'Host and port of the proxy in between.' },
      },
      required: ['kind', 'baseUrl', 'orgId', 'authorizationContext', 'channels', 'faults'],
      additionalProperties: false,
    },
    requests: { ...count, description: 'Requests sent, controls, retries and those to the token endpoint included.' },
    plan: {
      type: 'object',
      properties: { requests: count, conversations: count },
      required: ['requests', 'conversations'],
      additionalProperties: false,
    },
    throttled: {
      type: 'object',
      properties: { count, waitedMs: milliseconds },
      required: ['count', 'waitedMs'],
      additionalProperties: false,
    },
    identities: identitiesSchema,
    budget: budgetSchema,
    trouble: troubleSchema,
    judged: judgedSchema,
    waivers: waiversSectionSchema,
    baseline: baselineSectionSchema,
    conversations: conversationsSchema,
    besides: besidesSchema,
    warnings: { type: 'array', items: text },
    clauses: { type: 'array', items: clauseResult },
    specs: {
      type: 'array',
      description: 'The tests of the run with what each sent.',
      items: {
        type: 'object',
        properties: { title: text, file: text, clause: text, cases: count, requests: count, durationMs: milliseconds },
        required: ['title', 'file', 'clause', 'cases', 'requests', 'durationMs'],
        additionalProperties: false,
      },
    },
    exchanges: exchangesSchema,
    exchangesLeftOut: { ...count, description: 'Exchanges that were judged and counted, but are not listed.' },
    command: commandSchema,
    scenarios: scenariosSchema,
    driven: drivenSchema,
    findings: { type: 'array', items: finding },
    evidence: { type: 'array', items: evidenceItem },
  },
  required: [
    'format',
    'tool',
    'verdict',
    'exitCode',
    'reason',
    'cutShort',
    'startedAt',
    'durationMs',
    'seed',
    'edition',
    'level',
    'layout',
    'only',
    'target',
    'requests',
    'plan',
    'throttled',
    'identities',
    'warnings',
    'clauses',
    'specs',
    'findings',
    'evidence',
  ],
  additionalProperties: false,
} as const;
