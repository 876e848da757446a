/** Outcomes of probes, from one process or from merged shards, put together to the run record. Pure. */
import type { EvidenceItem, FindingRecord, ServiceRecord } from '../../schemas/record/run-record.js';
import { runRecordFormat } from '../../schemas/record/shared.schema.js';
import { isForged, violationsLike } from '../replay/remake.js';
import { replayLine } from '../replay/replay-line.js';
import { clauseResults } from '../service/clause-results.js';
import { foldsOf } from '../service/folds.js';
import { groupFindings, namedFindings, toFindingRecord } from '../service/group-findings.js';
import { byPair } from '../service/history.js';
import { identityPicture } from '../service/identity-picture.js';
import { judgeHistory } from '../service/judge-history.js';
import { conversationsSection, type LeftBehind } from '../service/left-behind.js';
import type { Finding, ProbeOutcome } from '../service/outcome.js';
import { rootCauses } from '../service/root-causes.js';
import { splitsAtRoot } from '../service/splits-at-root.js';
import { curlOf } from './curl.js';
import { exchangesOf } from './evidence.js';
import type { RunEnding, RunInfo } from './run-info.js';
import { notReached, runVerdict } from './run-verdict.js';
import { tokenChange } from './token-changes.js';

export interface AssembleInput {
  readonly info: RunInfo;
  readonly outcomes: readonly ProbeOutcome[];
  readonly ending: RunEnding;
  /** The evidence of an exchange, secrets removed. */
  readonly evidenceOf: (exchange: number) => EvidenceItem | undefined;
  /** Conversations that stay behind, by what each process of the run saw. */
  readonly leftBehind?: readonly LeftBehind[];
  /** Takes secrets out of a JSON value. */
  readonly redact: <T>(value: T) => T;
}

export function assembleRecord({
  info,
  outcomes: asBooked,
  ending,
  evidenceOf,
  leftBehind,
  redact,
}: AssembleInput): ServiceRecord {
  const conversations = conversationsSection(leftBehind ?? []);
  const history = asBooked.flatMap((outcome) => outcome.observations);
  const outcomes = splitsAtRoot(asBooked, history);
  const folds = foldsOf(history);
  const historyFindings = judgeHistory(history, folds);
  const clauses = clauseResults(outcomes, historyFindings, info.edition, info.operation);
  const named = [
    ...namedFindings(outcomes),
    ...historyFindings.map((finding) => ({ finding, spec: 'The history of identities' })),
  ];
  const grouped = groupFindings(named);
  const rootCauseOf = rootCauses(
    named.map(({ finding }) => finding),
    violationsLike(info),
    clauses,
  );
  const findings = grouped.map((one) => {
    const evidence = one.finding.exchange === undefined ? undefined : evidenceOf(one.finding.exchange);
    const curl = evidence === undefined ? undefined : curlFor(one.finding, evidence, info);
    const replay = replayOf(one.finding, info, ending.budget);
    return toFindingRecord({ ...one, rootCause: rootCauseOf(one.finding) }, replay, curl, redact);
  });
  return {
    format: runRecordFormat,
    judges: 'service',
    ...info,
    target: redact(info.target),
    ...runVerdict(clauses, ending),
    cutShort: ending.cutShort,
    ...(ending.trouble === undefined ? {} : { trouble: { ...ending.trouble } }),
    durationMs: Math.round(ending.durationMs),
    requests: ending.requests,
    throttled: { count: ending.throttled.count, waitedMs: Math.round(ending.throttled.waitedMs) },
    identities: {
      answers: history.length,
      pairs: byPair(history).size,
      identifiers: new Set(history.map(({ identifier }) => identifier)).size,
      audited: ending.audited,
      ...identityPicture(history, folds),
    },
    ...(ending.budget === undefined
      ? {}
      : { budget: { ...ending.budget, notReached: notReached(clauses).map(({ id }) => id) } }),
    ...(conversations === undefined ? {} : { conversations: redact(conversations) }),
    clauses,
    specs: outcomes.map(({ title, place, clause, requests, durationMs, tallies }) => ({
      title,
      file: place,
      clause,
      cases: Object.values(tallies).reduce(
        (sum, t) => sum + t.conformant + t.nonconformant + t.inconclusive + t.observed,
        0,
      ),
      requests,
      durationMs: Math.round(durationMs),
    })),
    findings,
    evidence: evidenceFor(findings, evidenceOf),
  };
}

/** An altered token is in no environment: it is made there, or the case is sent again by `replay` alone. */
function curlFor(finding: Finding, evidence: EvidenceItem, info: RunInfo): string | undefined {
  const { baseUrl } = info.target;
  const change = finding.violation && tokenChange(finding.violation);
  if (change === undefined && isForged(finding, info.operation)) return undefined;
  return curlOf(evidence, baseUrl, { change, keepsRequestId: finding.clause.startsWith('headers/request-id/') });
}

function replayOf({ clause, path }: Finding, info: RunInfo, budget: RunEnding['budget']): FindingRecord['replay'] {
  const command = replayLine(clause, info, budget);
  return { seed: info.seed, ...(path === undefined ? {} : { path }), command };
}

function evidenceFor(findings: readonly FindingRecord[], evidenceOf: AssembleInput['evidenceOf']): EvidenceItem[] {
  return [...new Set(findings.flatMap(exchangesOf))]
    .sort((a, b) => a - b)
    .map(evidenceOf)
    .filter((item) => item !== undefined);
}
