/** A full run record for the tests of the reports: every verdict, every kind of evidence, hostile content throughout. */
import type { ClauseResult, ServiceRecord } from '../../../schemas/record/run-record.js';
import { everything, hostile } from './hostile.js';
import { sampleEvidence } from './sample-evidence.js';
import { sampleFindings } from './sample-findings.js';
import { sampleBaseline, sampleWaiver, sampleWaivers } from './sample-release.js';

type Sureness = ClauseResult['sureness'];

function clause(
  id: string,
  place: string,
  verdict: ClauseResult['verdict'],
  statement: string,
  sureness: Sureness = 'stated',
): ClauseResult {
  const cases = { conformant: 12, nonconformant: 0, inconclusive: 0, observed: 0 };
  if (verdict === 'nonconformant' || verdict === 'waived') cases.nonconformant = 3;
  if (verdict === 'inconclusive') cases.inconclusive = 2;
  if (verdict === 'observed') cases.observed = 4;
  if (verdict === 'not exercised') cases.conformant = 0;
  const owes = id === 'headers/request-id/unique' ? 'connector' : 'both';
  return { id, place, owes, sureness, statement, verdict, cases };
}

/** A new record each time, so that a test may change its own. */
export function sampleRecord(changes: Partial<ServiceRecord> = {}): ServiceRecord {
  return {
    format: 'byoc-conformance/run-record/2',
    judges: 'service',
    tool: { name: 'byoc-conformance', version: '0.1.0', node: 'v20.20.2' },
    verdict: 'nonconformant',
    exitCode: 1,
    reason: '4 of 10 clauses are broken; in the worst case two people share one conversation.',
    cutShort: true,
    startedAt: '2026-11-22T13:05:31.250Z',
    durationMs: 4_215,
    seed: 42,
    edition: '61.0',
    level: 'standard',
    layout: 'parts',
    only: ['headers', 'behaviour'],
    target: {
      kind: 'embedded mock',
      baseUrl: 'http://127.0.0.1:4010/api',
      orgId: '00DA00AA0a0Aa0z',
      authorizationContext: 'Partner1_ChannelDefinition1',
      channels: ['f4f0c2a8-3b1d-4c57-9d7e-0a8f5e7b1c11', hostile.script],
      faults: ['org-id-any-length', 'subject-fold-digits'],
    },
    requests: 1_284,
    plan: { requests: 1_310, conversations: 402 },
    throttled: { count: 2, waitedMs: 1_250 },
    identities: { answers: 611, pairs: 402, identifiers: 401, audited: 120 },
    warnings: ['The token is opaque: violations that need a JWT were left out.', everything],
    clauses: [
      clause(
        'headers/org-id/required',
        'Headers › OrgId',
        'conformant',
        'Every request names the org in the OrgId header.',
      ),
      clause(
        'headers/org-id/length',
        'Headers › OrgId',
        'nonconformant',
        'The org id has exactly 15 characters; the 18-character form is another form.',
      ),
      {
        ...clause(
          'headers/authorization/expiry',
          'Headers › Authorization',
          'inconclusive',
          'An expired token is refused.',
          'assumed',
        ),
        cause: 'not configured',
      },
      clause(
        'headers/authorization/signature',
        'Headers › Authorization',
        'not exercised',
        'A token whose signature was changed is refused.',
        'implied',
      ),
      clause(
        'headers/request-id/unique',
        'Headers › RequestId',
        'observed',
        'No two requests carry the same RequestId.',
        'implied',
      ),
      clause(
        'body/multipart/well-formed',
        'Body › multipart/form-data',
        'nonconformant',
        'The body is well-formed multipart/form-data.',
        'implied',
      ),
      {
        ...clause(
          'body/participants/role/value',
          'Body › participants.role',
          'waived',
          'Every participant has the role EndUser.',
        ),
        waiver: sampleWaiver,
      },
      clause(
        'answer/success/conversation-identifier/required',
        'Answer › success',
        'conformant',
        'A success carries the conversation identifier.',
      ),
      clause(
        'answer/refusal/no-markup',
        'Answer › refusal',
        'nonconformant',
        'A refusal does not repeat the markup of the request unescaped.',
        'assumed',
      ),
      clause(
        'behaviour/different-pair/subject',
        'Behaviour › new conversation',
        'nonconformant',
        'Another subject gives another identifier.',
      ),
      clause(`hostile/${everything}`, everything, 'conformant', everything),
    ],
    specs: [
      {
        title: 'OrgId: length',
        file: 'specs/headers/org-id.spec.ts',
        clause: 'headers/org-id/length',
        cases: 15,
        requests: 31,
        durationMs: 212,
      },
      {
        title: everything,
        file: everything,
        clause: 'answer/refusal/no-markup',
        cases: 3,
        requests: 1_253,
        durationMs: 3_900,
      },
    ],
    findings: sampleFindings(),
    evidence: sampleEvidence(),
    waivers: sampleWaivers(),
    baseline: sampleBaseline(),
    ...changes,
  };
}

/** A record of a run in which everything conforms. */
export function conformantRecord(): ServiceRecord {
  const { waivers: _, baseline: __, ...record } = sampleRecord();
  return {
    ...record,
    verdict: 'conformant',
    exitCode: 0,
    reason: 'All clauses that a service owes were exercised and hold.',
    cutShort: false,
    only: [],
    target: { ...record.target, kind: 'service', faults: [], channels: ['support'] },
    throttled: { count: 0, waitedMs: 0 },
    warnings: [],
    clauses: record.clauses.slice(0, 2).map((one) => ({
      ...one,
      verdict: 'conformant',
      cases: { conformant: 12, nonconformant: 0, inconclusive: 0, observed: 0 },
    })),
    specs: record.specs.slice(0, 1),
    findings: [],
    evidence: [],
  };
}
