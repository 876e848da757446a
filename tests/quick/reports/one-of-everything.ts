/**
 * Two records that give the page one of everything that it can hold, and little of each: for checks in a browser whose
 * time grows with every element. One is of a service, one of a connector.
 */
import type {
  ConnectorRecord,
  EvidenceItem,
  FindingRecord,
  RunRecord,
  ServiceRecord,
} from '../../../schemas/record/run-record.js';
import { everything, hostile } from './hostile.js';
import { identityFindings, identityRecord } from './sample-identities.js';
import { conformantRecord, sampleRecord } from './sample-record.js';

/** What is hostile once in the whole sample is enough here: a label, a word to the left, markup. */
const short = `${hostile.script} a\u200bb \u05d0 `;

export function serviceRecord(): ServiceRecord {
  const { identities } = identityRecord(10);
  return shortened({
    ...sampleRecord(),
    findings: [...sampleRecord().findings.flatMap(withOneLikeIt), ...identityFindings()],
    evidence: sampleRecord().evidence.map(withShortRequest),
    identities: { ...identities, width: 20, leftOut: 1 },
    besides: [
      {
        edition: '65.0',
        layout: 'json',
        verdict: 'conformant',
        reason: 'All clauses hold.',
        requests: 900,
        clauses: [
          { id: 'headers/org-id/length', verdict: 'conformant' },
          { id: 'headers/authorization/expiry', verdict: 'inconclusive' },
        ],
      },
    ],
    conversations: {
      total: 1_000,
      prefixes: ['byoc-4f2a91-'],
      withoutPrefix: 1,
      uncertain: 1,
      list: [
        { channel: 'support', withoutPrefix: true },
        { channel: 'support', subject: '', identifier: everything },
      ],
      leftOut: 998,
    },
  });
}

/** A second failure with the root cause of one without much evidence. */
function withOneLikeIt(finding: FindingRecord): readonly FindingRecord[] {
  if (finding.id !== 'f4') return [finding];
  const rootCause = { kind: 'refused with a broken answer', failure: 'cut-answer' } as const;
  return [
    { ...finding, rootCause },
    { ...finding, id: 'f4-again', rootCause },
  ];
}

/** Two header fields, one of them that of the fault, and no more of the body than its first line. */
function withShortRequest(item: EvidenceItem): EvidenceItem {
  const { fields, body } = item.request;
  const [text] = (body.text ?? '').split('\r\n');
  const kept = fields.filter(([name = '']) => ['OrgId', 'RequestId'].includes(name));
  return { ...item, request: { ...item.request, fields: kept, body: text === '' ? body : { ...body, text } } };
}

/** Everything conforms, in spite of what its scenarios tell: so the page has the other answer. */
export function connectorRecord(): ConnectorRecord {
  const { tool, verdict, exitCode, reason, cutShort, startedAt, durationMs, edition, target, clauses } =
    conformantRecord();
  const { baseUrl, orgId, authorizationContext, channels } = target;
  const scenario = (id: string, verdict: 'conformant' | 'nonconformant' | 'inconclusive') => ({
    id,
    title: 'The org throttles',
    summary: 'It answers 429 twice.',
    robust: 'waits as long as it is told',
    verdict,
    reason: everything,
    requests: 3,
    staged: 2,
  });
  return shortened({
    format: 'byoc-conformance/run-record/2',
    judges: 'connector',
    ...{ tool, verdict, exitCode, reason, cutShort, startedAt, durationMs, edition, clauses },
    target: { kind: 'connector', baseUrl, orgId, authorizationContext, channels },
    seed: 42,
    requests: 1_284,
    identities: { answers: 611, pairs: 402, identifiers: 401 },
    warnings: [],
    findings: [],
    evidence: [],
    scenarios: [scenario('a', 'conformant'), scenario('b', 'nonconformant'), scenario('c', 'inconclusive')],
    driven: {
      asked: 10,
      arrived: 9,
      failures: [{ family: 'names', asked: 'Ann ', smallest: ' ', difference: 'the end instead of U+0020 SPACE' }],
    },
    exchanges: [
      {
        number: 7,
        httpVersion: '1.1',
        method: 'POST',
        path: '/api/v1/conversation',
        status: 202,
        verdict: 'nonconformant',
        findings: [{ clause: 'headers/org-id/length', message: everything }],
      },
    ],
    exchangesLeftOut: 2,
    command: {
      args: ['node', 'connector.js'],
      exitCode: 1,
      output: 'stopped',
      runs: [
        {
          scenario: 'b',
          ending: 'ended',
          exitCode: 1,
          durationMs: 12,
          stdout: { text: `one\n${everything}`, cut: true },
          stderr: { text: '', cut: false },
          leftBehind: 1,
        },
      ],
    },
  });
}

/** Both with commands to CI systems in every sentence that may hold words of a service or a connector. */
export function commandingRecords(): readonly RunRecord[] {
  const { commands } = hostile;
  const told = { label: commands, expected: commands, got: commands, advice: commands };
  const findings = sampleRecord().findings.map((finding) => ({ ...finding, ...told }));
  return [serviceRecord(), connectorRecord()].map((record) => ({
    ...withInstead(record, short, commands),
    reason: commands,
    warnings: [commands],
    findings,
  }));
}

const shortened = <Shape extends RunRecord>(record: Shape): Shape => withInstead(record, everything, short);

function withInstead<Shape extends RunRecord>(record: Shape, text: string, other: string): Shape {
  const inJson = (value: string) => JSON.stringify(value).slice(1, -1);
  // Only texts change, so the shape stays the same.
  return JSON.parse(JSON.stringify(record).replaceAll(inJson(text), inJson(other))) as Shape;
}
