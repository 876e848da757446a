/** What the ledger holds, put together to the run record of a connector. Pure but for the given redaction. */
import { clausesOf } from '../../../schemas/clauses/clauses.js';
import type { EditionId } from '../../../schemas/editions/editions.js';
import { defaultLayoutOf } from '../../../schemas/operations/operations.js';
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { connectorEvidence } from './connector-evidence.js';
import { connectorVerdict } from './connector-verdict.js';
import { findingRecordOf, type Ledger } from './ledger.js';
import { redactRecord } from './redact-record.js';

export interface ConnectorRecordInput {
  readonly ledger: Ledger;
  readonly tool: RunRecord['tool'];
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly seed: number;
  readonly edition: EditionId;
  readonly target: Omit<RunRecord['target'], 'kind' | 'faults'>;
  readonly scenarios: NonNullable<RunRecord['scenarios']>;
  readonly command?: RunRecord['command'];
  readonly commandTrouble?: string;
  readonly driven?: RunRecord['driven'];
  readonly warnings: readonly string[];
  readonly cutShort: boolean;
  readonly nothingCame: string;
  readonly identities: Pick<RunRecord['identities'], 'answers' | 'pairs' | 'identifiers'>;
  /** Clauses of a service that are listed too: those of the answers that came through a proxy. */
  readonly alsoListed?: (id: string) => boolean;
  readonly redactor: {
    text(value: string): string;
    bytes(value: Uint8Array): Uint8Array;
    value<T>(json: T): T;
  };
}

export function assembleConnectorRecord(input: ConnectorRecordInput): RunRecord {
  const { ledger, redactor, edition } = input;
  const listed = clausesOf(edition).filter(({ id, owes }) => owes !== 'service' || input.alsoListed?.(id) === true);
  const clauses = ledger.tally.results(listed);
  const findings = [...ledger.groups.values()].map(findingRecordOf);
  const record: RunRecord = {
    format: 'byoc-conformance/run-record/1',
    tool: input.tool,
    ...connectorVerdict({
      conversationRequests: ledger.establishing.asked,
      established: ledger.establishing.accepted,
      siblingRequests: ledger.siblingRequests,
      clauses,
      scenarios: input.scenarios,
      ...(input.commandTrouble === undefined ? {} : { commandTrouble: input.commandTrouble }),
      cutShort: input.cutShort,
      nothingCame: input.nothingCame,
      requests: ledger.requests,
    }),
    cutShort: input.cutShort,
    startedAt: input.startedAt.toISOString(),
    durationMs: Math.round(input.durationMs),
    seed: input.seed,
    edition,
    // A connector decides itself what it sends: level and layout are those of a service's run, and say nothing here.
    level: 'standard',
    layout: defaultLayoutOf(edition),
    only: [],
    target: { ...input.target, kind: 'connector', faults: [] },
    requests: ledger.requests,
    plan: { requests: 0, conversations: 0 },
    throttled: { count: 0, waitedMs: 0 },
    identities: { ...input.identities, audited: 0 },
    warnings: [...input.warnings, ...notJudgedFurther(ledger)],
    clauses: [...clauses],
    specs: input.scenarios.map(({ id, title, requests }) => ({
      title,
      file: `scenario ${id}`,
      clause: '',
      cases: requests,
      requests,
      durationMs: 0,
    })),
    ...(ledger.exchanges.length < ledger.requests
      ? { exchangesLeftOut: ledger.requests - ledger.exchanges.length }
      : {}),
    ...(input.command === undefined ? {} : { command: input.command }),
    scenarios: [...input.scenarios],
    ...(input.driven === undefined ? {} : { driven: input.driven }),
    findings,
    evidence: [],
  };
  const evidence = ledger.kept.map((request) => connectorEvidence(request, redactor));
  return { ...redactRecord(record, listed, redactor), exchanges: exchangesOf(ledger, redactor), evidence };
}

/** Thousands of exchanges share a few texts: each is redacted once. */
function exchangesOf(ledger: Ledger, redactor: { text(value: string): string }): RunRecord['exchanges'] {
  const known = new Map<string, string>();
  const redact = (value: string): string => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const redacted = redactor.text(value);
    if (known.size < 10_000) known.set(value, redacted);
    return redacted;
  };
  return ledger.exchanges.map(({ number, method, path, verdict, findings }) => ({
    number,
    method: redact(method),
    path: redact(path),
    verdict,
    findings: findings.map(({ clause, message }) => ({ clause, message: redact(message) })),
  }));
}

/** Which calls were judged by their headers only. */
function notJudgedFurther(ledger: Ledger): readonly string[] {
  if (ledger.siblings.size === 0) return [];
  const paths = [...ledger.siblings].slice(0, 8).map(([path, count]) => `${shortened(path)} (${count})`);
  const more = ledger.siblings.size > 8 ? ` and ${ledger.siblings.size - 8} more paths` : '';
  return [`Calls of other operations were judged by their headers only, not further: ${paths.join(', ')}${more}.`];
}

const shortened = (path: string): string => (path.length > 80 ? `${path.slice(0, 80)}…` : path);
