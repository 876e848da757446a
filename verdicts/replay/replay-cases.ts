/**
 * The failures of a run record as replay cases, each complete by itself and without secrets. Pure: made from the record
 * alone, so that `report` makes them again.
 */
import type { ReplayCase, ReplayRequest } from '../../schemas/record/replay-case.js';
import { replayCaseFormat } from '../../schemas/record/replay-case.schema.js';
import type { EvidenceItem, FindingRecord, RunRecord, ServiceRecord } from '../../schemas/record/run-record.js';
import { isFindingId } from '../../text/finding-id.js';
import { expectationOf, isAboutIdentity, isWholeStory, type ReplayExpectation } from './expectation.js';
import { isStory, remaking, requestOf, storyRequests } from './replay-request.js';

/** Files of one report. */
const maxReplayCases = 100;
/** How often a repeat that went wrong is asked for again: what happens now and then must have a chance. */
const repeats = 6;
export interface ReplayCases {
  readonly cases: readonly ReplayCase[];
  /** Failures that cannot be sent again by themselves: cut, or judged over the whole run. */
  readonly unfit: number;
  /** Failures beyond the bound. */
  readonly beyond: number;
}

/** Failures first, waived ones among them, then what was undecided. What a connector sent is its own, and nothing of it is sent again. */
export function replayCasesOf(record: RunRecord): ReplayCases {
  if (record.judges === 'connector') return { cases: [], unfit: 0, beyond: 0 };
  const of = (verdict: FindingRecord['verdict']) => record.findings.filter((finding) => finding.verdict === verdict);
  const findings = [...of('nonconformant'), ...of('inconclusive').filter(({ exchange }) => exchange !== undefined)];
  const evidence = new Map(record.evidence.map((item) => [item.number, item]));
  const cases = findings.map((finding) => caseOf(finding, record, evidence)).filter((one) => one !== undefined);
  return {
    cases: cases.slice(0, maxReplayCases),
    unfit: findings.length - cases.length,
    beyond: Math.max(0, cases.length - maxReplayCases),
  };
}

/** Undefined when the record has not all that is needed to send it again. */
function caseOf(
  finding: FindingRecord,
  record: ServiceRecord,
  evidence: ReadonlyMap<number, EvidenceItem>,
): ReplayCase | undefined {
  const expects = expectationOf(finding);
  const item = evidence.get(finding.exchange ?? -1);
  if (expects === undefined || item === undefined || finding.verdict === 'observed') return undefined;
  if (finding.case === undefined || !isFindingId(finding.id)) return undefined;
  const { target } = record;
  const written = (one: EvidenceItem, role: ReplayRequest['role']) => requestOf(one, role, target.orgId);
  const before = beforeOf(finding, expects, evidence).map(({ item: one, role }) => written(one, role));
  const request = remaking(written(item, 'case'), finding, record.operation);
  const probed = casesOf(finding, expects, request, connectionOf(finding, item, evidence));
  const requests = isStory(finding)
    ? storyRequests(finding, evidence, target.orgId, record.operation)
    : [...before, ...probed];
  if (requests.length === 0 || requests.some((one) => one === undefined)) return undefined;
  return {
    format: replayCaseFormat,
    version: record.tool.version,
    recordedAt: record.startedAt,
    finding: finding.id,
    clause: finding.clause,
    case: finding.case,
    label: finding.label,
    verdict: finding.verdict,
    expected: finding.expected,
    got: finding.got,
    expects,
    wholeStory: isWholeStory(finding),
    ...(record.operation === undefined ? {} : { operation: record.operation }),
    edition: record.edition,
    layout: record.layout,
    level: record.level,
    seed: record.seed,
    ...(finding.replay === undefined ? {} : { command: finding.replay.command }),
    target: {
      host: URL.canParse(target.baseUrl) ? new URL(target.baseUrl).host : target.baseUrl,
      orgId: target.orgId,
      authorizationContext: target.authorizationContext,
      channels: [...target.channels],
    },
    requests: requests.filter((one) => one !== undefined),
  };
}

/** What is sent ahead of the case. A control that was refused when it was recorded is none. */
function beforeOf(
  finding: FindingRecord,
  expects: ReplayExpectation,
  evidence: ReadonlyMap<number, EvidenceItem>,
): readonly { readonly item: EvidenceItem; readonly role: 'control' | 'before' }[] {
  // Calls at once begin with a pair that nobody has asked for.
  if (callsAtOnce(finding) !== undefined) return [];
  const control = evidence.get(finding.control ?? -1);
  const status = control?.answer?.status ?? 0;
  if (control === undefined || status < 200 || status > 202) return [];
  return [{ item: control, role: isAboutIdentity(expects) ? 'before' : 'control' }];
}

function casesOf(
  finding: FindingRecord,
  expects: ReplayExpectation,
  request: ReplayRequest | undefined,
  connection: ReplayRequest['connection'],
): readonly (ReplayRequest | undefined)[] {
  if (request === undefined) return [undefined];
  const together = callsAtOnce(finding) ?? 1;
  const one: ReplayRequest = { ...request, connection, together };
  // What must be accepted is asked for twice: for a pair that is new, and for one that is known.
  const times = together > 1 ? 1 : expects === 'same identifier' ? repeats : expects === 'acceptance' ? 2 : 1;
  return Array.from({ length: times }, () => one);
}

/** Of a pair that was asked for by several calls at once. */
function callsAtOnce(finding: FindingRecord): number | undefined {
  return finding.clause === 'behaviour/same-pair/at-once' ? finding.case?.calls : undefined;
}

function connectionOf(
  finding: FindingRecord,
  item: EvidenceItem,
  evidence: ReadonlyMap<number, EvidenceItem>,
): ReplayRequest['connection'] {
  const control = evidence.get(finding.control ?? -1);
  const isSplit = finding.expects === 'same identifier';
  return isSplit && control !== undefined && control.connection !== item.connection ? 'fresh' : 'pooled';
}
