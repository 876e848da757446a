/** The run record of a service: what was planned and sent by level and seed, and the history of identities. */
import { conversationsSchema } from './conversations.schema.js';
import { identitiesSchema } from './identities.schema.js';
import { clauseVerdicts, closed, count, described, milliseconds, runVerdicts, text, texts } from './members.js';
import { sharedMembers, sharedOptionalMembers } from './shared.schema.js';

const layout = { enum: ['parts', 'json-part', 'json'] } as const;

const beside = closed(
  {
    edition: text,
    layout,
    verdict: { enum: runVerdicts },
    reason: { ...text, description: 'The verdict in one sentence for people.' },
    requests: { ...count, description: 'Requests sent by it, beside those of the run.' },
    clauses: { type: 'array', items: closed({ id: text, verdict: { enum: clauseVerdicts } }) },
  },
  { conversations: { ...count, description: 'Pairs established by it.' } },
);

export const serviceRecordSchema = closed(
  {
    ...sharedMembers,
    judges: { const: 'service' },
    seed: { type: 'integer' },
    level: { enum: ['smoke', 'standard', 'deep'] },
    layout,
    only: texts,
    target: closed(
      {
        kind: { enum: ['embedded mock', 'service'] },
        baseUrl: text,
        orgId: text,
        authorizationContext: text,
        channels: texts,
        faults: texts,
      },
      { proxy: { ...text, description: 'Host and port of the proxy in between.' } },
    ),
    requests: { ...count, description: 'Requests sent, controls, retries and those to the token endpoint included.' },
    plan: closed({ requests: count, conversations: count }),
    throttled: closed({ count, waitedMs: milliseconds }),
    identities: identitiesSchema,
    specs: {
      type: 'array',
      description: 'The tests of the run with what each sent.',
      items: closed({
        title: text,
        file: text,
        clause: text,
        cases: count,
        requests: count,
        durationMs: milliseconds,
      }),
    },
  },
  {
    ...sharedOptionalMembers,
    operation: {
      ...text,
      description: 'Id of the operation that was judged; establish-conversation where an earlier version left it out.',
    },
    memoryMs: { ...count, description: 'Time that the closing audit was told to spread its repeats over.' },
    reuseSubjects: { type: 'boolean', description: 'The same subjects as in every run with this option.' },
    budget: described(
      'Present when --max-requests is less than what the level would send: what tells most was sent first.',
      {
        maxRequests: { ...count, description: 'The ceiling, repeats and retries included.' },
        levelRequests: { ...count, description: 'What the level would have sent.' },
        notReached: {
          ...texts,
          description:
            'Clauses for which the budget left nothing. They are not exercised, and the run is not conformant.',
        },
      },
    ),
    conversations: conversationsSchema,
    besides: {
      type: 'array',
      items: beside,
      description: 'Runs against the same target by other editions; the run itself decides verdict and exit code.',
    },
  },
);
