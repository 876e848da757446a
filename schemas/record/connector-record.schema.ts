/** The run record of a connector: what it sent, how its commands went, and how it coped with the scenarios. */
import { closed, count, described, milliseconds, runVerdicts, text, texts } from './members.js';
import { sharedMembers, sharedOptionalMembers } from './shared.schema.js';

const output = described('The last lines, secrets removed.', { text, cut: { type: 'boolean' } });

const exchange = closed(
  {
    number: count,
    method: text,
    path: text,
    verdict: { enum: [...runVerdicts, 'not exercised'] },
    findings: { type: 'array', items: closed({ clause: text, message: text }) },
  },
  {
    httpVersion: { ...text, description: 'Of the request: `1.1`. Absent when it was no HTTP.' },
    status: { ...count, description: 'Of the answer. Absent when none went out, as where the connection broke.' },
  },
);

const command = closed(
  {
    args: texts,
    output: text,
    runs: {
      type: 'array',
      items: closed(
        {
          scenario: text,
          ending: { enum: ['ended', 'not started', 'timed out', 'stopped', 'served'] },
          durationMs: milliseconds,
          stdout: output,
          stderr: output,
          leftBehind: { ...count, description: 'Processes that it left behind, and that were ended.' },
        },
        {
          exitCode: { type: 'integer' },
          signal: text,
          reason: { ...text, description: 'Why it could not be started.' },
        },
      ),
    },
  },
  { exitCode: { type: 'integer' }, signal: text },
);

const scenario = closed({
  id: text,
  title: text,
  summary: text,
  robust: { ...text, description: 'What a robust connector does.' },
  verdict: { enum: runVerdicts },
  reason: text,
  requests: count,
  staged: { ...count, description: 'How often the scenario did something on purpose.' },
});

const failure = closed(
  {
    family: text,
    asked: text,
    smallest: { ...text, description: 'The smallest subject that fails alike.' },
    difference: text,
  },
  { arrived: { ...text, description: 'Absent when nothing arrived.' }, smallestArrived: text },
);

export const connectorRecordSchema = closed(
  {
    ...sharedMembers,
    judges: { const: 'connector' },
    target: described(
      'Where it was judged, and what is known of the org: of that of `gate` all, behind `proxy` what it was told.',
      { kind: { const: 'connector' }, baseUrl: text },
      { orgId: text, authorizationContext: text, channels: texts },
    ),
    requests: { ...count, description: 'Requests that came.' },
    exchanges: { type: 'array', items: exchange, description: 'What the connector sent, in the order of arrival.' },
  },
  {
    ...sharedOptionalMembers,
    seed: { type: 'integer', description: 'By which subjects are drawn for a connector that is driven.' },
    identities: described(
      'Of the answers that went out whole, those that gave a conversation. Absent in records of format 1.',
      {
        answers: count,
        pairs: { ...count, description: 'Distinct (channel, subject) pairs that they were for.' },
        identifiers: { ...count, description: 'Distinct identifiers that they gave.' },
      },
    ),
    waits: {
      type: 'array',
      items: closed({ exchange: count, again: count, askedMs: milliseconds, waitedMs: milliseconds }),
      description: 'Retries of calls that were told to wait: how long they were asked to, and how long they did.',
    },
    exchangesLeftOut: { ...count, description: 'Exchanges that were judged and counted, but are not listed.' },
    command: {
      ...command,
      description:
        "The connector's own command: once for each scenario. Exit code and output are those of the first run that did not end well, else of the first.",
    },
    scenarios: {
      type: 'array',
      items: scenario,
      description: 'The days in the field that the org played, and how the connector coped.',
    },
    driven: described(
      'Subjects that the connector was asked to establish, and those that did not arrive unchanged.',
      { asked: count, arrived: count, failures: { type: 'array', items: failure } },
      { connector: { ...text, description: 'Name and version, as it told them at its start.' } },
    ),
  },
);
