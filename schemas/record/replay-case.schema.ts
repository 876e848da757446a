/** JSON Schema of a replay case (`failures/<finding id>.json`): one failure as it can be sent again, without secrets. */
import { caseSchema, slugSchema } from './case.schema.js';
import { findingIdPattern, judgedExpectations } from './finding.schema.js';
import { closed, count, described, text, texts } from './members.js';

const body = described('As text when it is UTF-8, else in base64.', {}, { text, base64: text });

const headerFields = {
  type: 'array',
  maxItems: 200,
  items: { type: 'array', items: text, minItems: 2, maxItems: 2 },
} as const;

const request = closed(
  {
    role: {
      description:
        '`control` must be accepted first, `before` belongs to the story, `refused` as well but may be answered with anything, `case` is judged.',
      enum: ['control', 'before', 'refused', 'case'],
    },
    method: { ...text, pattern: '^[A-Z]{1,20}$' },
    target: { ...text, description: 'Path of the request as it was sent.' },
    fields: { ...headerFields, description: 'Without Host and Content-Length; {{token}} stands for the access token.' },
    body,
    connection: { enum: ['pooled', 'fresh'] },
    together: { ...count, minimum: 1, maximum: 100, description: 'How many of it are sent in the same instant.' },
    answered: described(
      'What came when it was recorded.',
      {},
      { status: count, body, bodyCut: { type: 'boolean' }, failure: text },
    ),
  },
  {
    others: {
      ...count,
      maximum: 100_000,
      description: 'So many other conversations are established before it, new ones in each replay.',
    },
    waitMs: {
      ...count,
      maximum: 86_400_000,
      description: 'It is sent so many milliseconds after the answer to the request before it, or later.',
    },
    alongside: { type: 'boolean', description: 'In the same instant as the request before it.' },
    remake: described('A header that is made anew for the settings of the replay: by the name of its violation.', {
      header: text,
      clause: text,
      slug: slugSchema,
    }),
  },
);

export const replayCaseFormat = 'byoc-conformance/replay-case/2';
/** It named what is made anew by a label, and its findings by their position: it cannot be sent again any more. */
export const retiredReplayCaseFormat = 'byoc-conformance/replay-case/1';

export const replayCaseSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:byoc-conformance:replay-case:2',
  title: 'Replay case of byoc-conformance',
  ...closed(
    {
      format: { const: replayCaseFormat },
      version: { ...text, description: 'Version of the suite that wrote it.' },
      recordedAt: text,
      finding: {
        ...text,
        pattern: findingIdPattern,
        maxLength: 240,
        description: 'Id of the finding, and name of this file.',
      },
      clause: text,
      case: caseSchema,
      label: text,
      verdict: { enum: ['nonconformant', 'inconclusive'] },
      expected: text,
      got: text,
      expects: {
        description:
          'What the judge asks for: acceptance, refusal, a refusal that gives nothing away, one identifier for one pair, two for two.',
        enum: judgedExpectations,
      },
      wholeStory: {
        type: 'boolean',
        description:
          'False when the failure hung on requests that are not kept here: coming right then proves nothing.',
      },
      edition: text,
      layout: text,
      level: text,
      seed: { type: 'integer' },
      target: closed({ host: text, orgId: text, authorizationContext: text, channels: texts }),
      requests: { type: 'array', items: request, minItems: 1, maxItems: 200 },
    },
    {
      operation: { ...text, description: 'Id of the operation; establish-conversation where it is left out.' },
      command: { ...text, description: 'The run that found it.' },
      markup: {
        ...text,
        description: 'Of earlier versions, and not read: the judge finds markup in the request itself.',
      },
    },
  ),
} as const;
