/** CTRF: the members that its schema requires, and counts that agree with the tests. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { renderCtrf } from '../../../reports/ctrf.js';
import { ciCommand } from './hostile.js';
import { commandingRecords } from './one-of-everything.js';
import { sampleRecord } from './sample-record.js';

const count = { type: 'integer', minimum: 0 } as const;
const text = { type: 'string', minLength: 1 } as const;

/** What consumers rely on, written down by us after the public format. */
const shape = {
  type: 'object',
  properties: {
    reportFormat: { const: 'CTRF' },
    specVersion: { const: '0.0.0' },
    generatedBy: text,
    results: {
      type: 'object',
      properties: {
        tool: {
          type: 'object',
          properties: { name: text, version: text },
          required: ['name'],
          additionalProperties: false,
        },
        summary: {
          type: 'object',
          properties: {
            tests: count,
            passed: count,
            failed: count,
            skipped: count,
            pending: count,
            other: count,
            suites: count,
            start: count,
            stop: count,
            duration: count,
          },
          required: ['tests', 'passed', 'failed', 'skipped', 'pending', 'other', 'start', 'stop'],
          additionalProperties: false,
        },
        tests: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: text,
              status: { enum: ['passed', 'failed', 'skipped', 'pending', 'other'] },
              duration: count,
              suite: { type: 'array', items: text, minItems: 1 },
              rawStatus: text,
              message: text,
              trace: text,
              filePath: text,
              extra: { type: 'object' },
            },
            required: ['name', 'status', 'duration'],
            additionalProperties: false,
          },
        },
        environment: { type: 'object' },
        extra: { type: 'object' },
      },
      required: ['tool', 'summary', 'tests'],
      additionalProperties: false,
    },
  },
  required: ['results', 'reportFormat', 'specVersion'],
  additionalProperties: false,
} as const;

interface Ctrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly { readonly name: string; readonly status: string; readonly message?: string }[];
  };
}

const isCtrf = new Ajv2020({ strict: true }).compile<Ctrf>(shape);

function parsed(): Ctrf {
  const value: unknown = JSON.parse(renderCtrf(sampleRecord()));
  assert.ok(isCtrf(value), JSON.stringify(isCtrf.errors));
  return value;
}

test('the counts agree with the tests, and no verdict is lost', () => {
  const { summary, tests } = parsed().results;
  for (const status of ['passed', 'failed', 'skipped', 'pending', 'other']) {
    assert.equal(summary[status], tests.filter((one) => one.status === status).length, status);
  }
  assert.equal(summary.tests, sampleRecord().clauses.length);
  assert.deepEqual([summary.failed, summary.other, summary.skipped], [4, 1, 3]);
  assert.equal((summary.stop ?? 0) - (summary.start ?? 0), 4_215);
});

test('a failed test says what came', () => {
  const failed = parsed().results.tests.find((one) => one.name === 'headers/org-id/length');
  assert.match(failed?.message ?? '', /one character shorter: 202 Accepted/);
});

test('a CI system is given no commands by what is told of the tests', () => {
  for (const record of commandingRecords()) {
    const { tests }: Ctrf['results'] = JSON.parse(renderCtrf(record)).results;
    for (const one of tests) for (const text of Object.values(one)) assert.doesNotMatch(String(text), ciCommand);
  }
});
