/**
 * JSON Schema of the run record (`run.json`), the one file that every report reads. Published as
 * docs/run-record.schema.json; additions are allowed within format 1, changes of meaning are not.
 */

import { baselineSectionSchema } from './baseline.schema.js';
import { besidesSchema } from './besides.schema.js';
import { budgetSchema } from './budget.schema.js';
import { clauseResultSchema } from './clause-result.schema.js';
import { commandSchema, drivenSchema, exchangesSchema, scenariosSchema } from './connector.schema.js';
import { conversationsSchema } from './conversations.schema.js';
import { evidenceItemSchema } from './evidence.schema.js';
import { findingSchema } from './finding.schema.js';
import { identitiesSchema } from './identities.schema.js';
import { judgedSchema, troubleSchema } from './judged.schema.js';
import { waiversSectionSchema } from './waivers.schema.js';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const milliseconds = { type: 'number', minimum: 0 } as const;

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
    clauses: { type: 'array', items: clauseResultSchema },
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
    findings: { type: 'array', items: findingSchema },
    evidence: { type: 'array', items: evidenceItemSchema },
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
