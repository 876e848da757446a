/** What the ledger holds, put together to the run record of a connector. Pure but for the given redaction. */
import { clausesOf } from '../../../schemas/clauses/clauses.js';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import { runRecordFormat } from '../../../schemas/record/shared.schema.js';
import { connectorEvidence } from './connector-evidence.js';
import { connectorVerdict } from './connector-verdict.js';
import { findingRecordOf, type Ledger } from './ledger.js';
import { redactRecord } from './redact-record.js';

export interface ConnectorRecordInput {
  readonly ledger: Ledger;
  /** What the run knows beside the exchanges. */
  readonly run: Pick<
    ConnectorRecord,
    'tool' | 'startedAt' | 'seed' | 'edition' | 'target' | 'scenarios' | 'command' | 'driven' | 'warnings' | 'cutShort'
  >;
  readonly durationMs: number;
  readonly commandTrouble?: string;
  readonly nothingCame: string;
  /** Clauses of a service that are listed too: those of the answers that came through a proxy. */
  readonly alsoListed?: (id: string) => boolean;
  readonly redactor: {
    text(value: string): string;
    bytes(value: Uint8Array): Uint8Array;
  };
}

export function assembleConnectorRecord(input: ConnectorRecordInput): ConnectorRecord {
  const { ledger, redactor, run } = input;
  const listed = clausesOf(run.edition).filter(({ id, owes }) => owes !== 'service' || input.alsoListed?.(id) === true);
  const clauses = ledger.tally.results(listed);
  const leftOut = ledger.requests - ledger.exchanges.length;
  const record: ConnectorRecord = {
    format: runRecordFormat,
    judges: 'connector',
    ...run,
    ...connectorVerdict({
      conversationRequests: ledger.establishing.asked,
      established: ledger.establishing.accepted,
      siblingRequests: ledger.siblingRequests,
      clauses,
      scenarios: run.scenarios ?? [],
      ...(input.commandTrouble === undefined ? {} : { commandTrouble: input.commandTrouble }),
      cutShort: run.cutShort,
      nothingCame: input.nothingCame,
      requests: ledger.requests,
    }),
    durationMs: Math.round(input.durationMs),
    requests: ledger.requests,
    identities: ledger.conversations.counts,
    warnings: [...run.warnings, ...notJudgedFurther(ledger)],
    clauses: [...clauses],
    ...(leftOut > 0 ? { exchangesLeftOut: leftOut } : {}),
    findings: [...ledger.groups.values()].map(findingRecordOf),
    exchanges: [],
    evidence: [],
  };
  const evidence = ledger.kept.map((request) => connectorEvidence(request, redactor));
  return { ...redactRecord(record, listed, redactor), exchanges: exchangesOf(ledger, redactor), evidence };
}

/** Thousands of exchanges share a few texts: each is redacted once. */
function exchangesOf(ledger: Ledger, redactor: { text(value: string): string }): ConnectorRecord['exchanges'] {
  const known = new Map<string, string>();
  const redact = (value: string): string => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const redacted = redactor.text(value);
    if (known.size < 10_000) known.set(value, redacted);
    return redacted;
  };
  return ledger.exchanges.map((exchange) => ({
    ...exchange,
    method: redact(exchange.method),
    path: redact(exchange.path),
    findings: exchange.findings.map(({ clause, message }) => ({ clause, message: redact(message) })),
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
