/** What the ledger holds, put together to the run record of a connector, secrets taken out. Pure but for the given redaction. */
import { clausesOf } from '../../../schemas/clauses/clauses.js';
import type { ConnectorRecord, EvidenceItem } from '../../../schemas/record/run-record.js';
import { runRecordFormat } from '../../../schemas/record/shared.schema.js';
import { type ReceivedRequest, sentOf } from '../../../wire/received.js';
import { type Redaction, toEvidence } from '../../record/evidence.js';
import { connectorVerdict } from './connector-verdict.js';
import { findingRecordOf, type Ledger } from './ledger.js';
import { stagedWords } from './scenario-watch.js';

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
  readonly redactor: Redaction;
}

export function assembleConnectorRecord(input: ConnectorRecordInput): ConnectorRecord {
  const { ledger, redactor, run } = input;
  const listed = clausesOf(run.edition).filter(({ id, owes }) => owes !== 'service' || input.alsoListed?.(id) === true);
  const clauses = ledger.tally.results(listed);
  const leftOut = ledger.requests - ledger.exchanges.length;
  const verdict = connectorVerdict({
    conversationRequests: ledger.establishing.asked,
    established: ledger.establishing.accepted,
    siblingRequests: ledger.siblingRequests,
    clauses,
    scenarios: run.scenarios ?? [],
    commandTrouble: input.commandTrouble,
    cutShort: run.cutShort,
    nothingCame: input.nothingCame,
    requests: ledger.requests,
    refused: ledger.refusals.establishing.words,
    tokenRefused: ledger.refusals.token.words,
  });
  // Told there already.
  const isReason = verdict.cause === 'no request';
  const record: ConnectorRecord = {
    format: runRecordFormat,
    judges: 'connector',
    ...run,
    ...verdict,
    durationMs: Math.round(input.durationMs),
    requests: ledger.requests,
    identities: ledger.conversations.counts,
    ...(ledger.waits.length === 0 ? {} : { waits: [...ledger.waits] }),
    warnings: [...run.warnings, ...(isReason ? [] : tokenRefusals(ledger)), ...besideTheContract(ledger)],
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
function exchangesOf(ledger: Ledger, redactor: Redaction): ConnectorRecord['exchanges'] {
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

function tokenRefusals({ refusals }: Ledger): readonly string[] {
  const { words } = refusals.token;
  return words === undefined ? [] : [`The token endpoint refused requests: ${words}.`];
}

/** Which calls were judged by their headers only, and which asked for what there is not. */
function besideTheContract({ paths }: Ledger): readonly string[] {
  const { sibling, unknown } = paths;
  return [
    ...(sibling.size === 0
      ? []
      : [`Calls of other operations were judged by their headers only, not further: ${listed(sibling)}.`]),
    ...(unknown.size === 0
      ? []
      : [
          `There is nothing at these paths, so they were answered 404 and not judged: ${listed(unknown)}. Look at the address.`,
        ]),
  ];
}

const mostPathsTold = 8;

function listed(counts: ReadonlyMap<string, number>): string {
  const told = [...counts].slice(0, mostPathsTold).map(([path, count]) => `${shortened(path)} (${count})`);
  const more = counts.size > mostPathsTold ? ` and ${counts.size - mostPathsTold} more paths` : '';
  return told.join(', ') + more;
}

const shortened = (path: string): string => (path.length > 80 ? `${path.slice(0, 80)}…` : path);

/** A request and its answer as the run record keeps them. */
function connectorEvidence(request: ReceivedRequest, redaction: Redaction): EvidenceItem {
  const { number, receivedMs, endedMs, connection, method, target, httpVersion, fields, body } = request;
  const sent = request.answer === undefined ? 'nothing' : sentOf(request.answer);
  const answer = sent === 'nothing' ? undefined : request.answer;
  const head = [`${method} ${target}`, ...fields.map(([name, value]) => `${name}: ${value}`)];
  const item = toEvidence(
    {
      number,
      startedMs: receivedMs,
      durationMs: Math.max(0, (request.answer?.sentMs ?? endedMs) - receivedMs),
      connection: { id: connection, reused: false },
      // A field with a line end in it would fall apart into two.
      head: head.map((line) => line.replace(/[\r\n]+/g, ' ')).join('\r\n'),
      body,
      waits: [],
      ...(answer === undefined ? {} : { answer: { ...answer, truncated: sent === 'a part' } }),
    },
    redaction,
  );
  const failure = failureOf(request);
  return {
    ...item,
    request: { ...item.request, ...(httpVersion === undefined ? {} : { httpVersion }) },
    ...(failure === undefined ? {} : { failure: { ...failure, message: redaction.text(failure.message) } }),
  };
}

function failureOf({ trouble, answer }: ReceivedRequest): EvidenceItem['failure'] {
  if (trouble !== undefined) return { kind: 'framing', message: trouble.told };
  if (answer?.staged !== undefined) return { kind: 'staged', message: stagedWords(answer.staged) };
  if (answer?.undelivered !== true) return undefined;
  return { kind: 'closed-early', message: 'the connector had gone before the answer could be written' };
}

/** A clause of ours, as far as its words go. */
type Listed = Readonly<Record<'id' | 'place' | 'statement', string>>;

/**
 * Takes secrets out of the texts of a record. What a connector calls its token is a secret to us, and it may be any text: our
 * own fixed words (clause ids, verdicts, names of members) stay, or the record would fall apart.
 * @param listed the clauses that the record lists
 */
function redactRecord(record: ConnectorRecord, listed: readonly Listed[], { text }: Redaction): ConnectorRecord {
  const fixed = fixedWords(record, listed);
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string') return fixed.has(value) ? value : text(value);
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redact(member)]));
  };
  // The shape stays the same, which the compiler cannot see through the recursion.
  return redact(record) as ConnectorRecord;
}

function fixedWords(
  { format, edition, scenarios = [], startedAt }: ConnectorRecord,
  listed: readonly Listed[],
): ReadonlySet<string> {
  return new Set<string>([
    format,
    edition,
    startedAt,
    'conformant',
    'nonconformant',
    'inconclusive',
    'not exercised',
    'connector',
    ...listed.flatMap(({ id, place, statement }) => [id, place, statement]),
    ...scenarios.flatMap(({ id, title, summary, robust }) => [id, title, summary, robust]),
  ]);
}
