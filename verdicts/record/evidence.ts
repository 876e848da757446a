/** An exchange as the run record keeps it, and which exchanges it keeps: secrets removed by value, bodies as text where they are, bounded. Pure. */
import { isUtf8 } from 'node:buffer';
import type { EvidenceItem } from '../../schemas/record/run-record.js';
import type { Exchange } from '../../wire/exchange.js';
import type { StoryStep } from '../service/outcome.js';

export interface Redaction {
  text(value: string): string;
  bytes(value: Uint8Array): Uint8Array;
}

/** Longer bodies are cut: the report must open. */
export const maxEvidenceBytes = 16 * 1024;

type Body = EvidenceItem['request']['body'];

export function toEvidence(exchange: Exchange, redaction: Redaction): EvidenceItem {
  const [line = '', ...rest] = exchange.head.split('\r\n');
  const [method = '', target = ''] = line.split(' ');
  const { answer, failure } = exchange;
  return {
    number: exchange.number,
    startedMs: round(exchange.startedMs),
    durationMs: round(exchange.durationMs),
    connection: exchange.connection.id,
    reused: exchange.connection.reused,
    request: {
      method: redaction.text(method),
      target: redaction.text(target),
      fields: rest.filter((field) => field !== '').map((field) => splitField(redaction.text(field))),
      body: toBody(exchange.body, redaction),
    },
    ...(answer === undefined ? {} : { answer: toAnswer(answer, redaction) }),
    ...(failure === undefined ? {} : { failure: { kind: failure.kind, message: redaction.text(failure.message) } }),
  };
}

function toAnswer(answer: NonNullable<Exchange['answer']>, redaction: Redaction): EvidenceItem['answer'] {
  return {
    httpVersion: redaction.text(answer.httpVersion),
    status: answer.status,
    reason: redaction.text(answer.reason),
    fields: answer.fields.map(([name, value]) => [redaction.text(name), redaction.text(value)]),
    body: toBody(answer.body, redaction, answer.truncated),
  };
}

function splitField(field: string): [string, string] {
  const colon = field.indexOf(':');
  return colon < 0 ? [field, ''] : [field.slice(0, colon), field.slice(colon + 1).replace(/^ /, '')];
}

/** Redacted before it is cut, so that no cut can hide a secret's beginning from the redactor. */
function toBody(bytes: Uint8Array, redaction: Redaction, alreadyCut = false): Body {
  if (!isUtf8(bytes)) {
    const redacted = Buffer.from(redaction.bytes(bytes));
    const cut = alreadyCut || redacted.length > maxEvidenceBytes;
    return { base64: redacted.subarray(0, maxEvidenceBytes).toString('base64'), bytes: bytes.length, cut };
  }
  const text = redaction.text(Buffer.from(bytes).toString('utf8'));
  return {
    text: text.slice(0, maxEvidenceBytes),
    bytes: bytes.length,
    cut: alreadyCut || text.length > maxEvidenceBytes,
  };
}

const round = (milliseconds: number): number => Math.max(0, Math.round(milliseconds * 100) / 100);

interface PointingFinding {
  readonly exchange?: number | undefined;
  readonly control?: number | undefined;
  readonly steps?: readonly Pick<StoryStep, 'exchange' | 'sends'>[] | undefined;
}

/** The evidence that must be kept for a finding. */
export function exchangesOf({ exchange, control, steps = [] }: PointingFinding): readonly number[] {
  const told = steps.flatMap((step) => [step.exchange, ...(step.sends ?? [])]);
  return [exchange, control, ...told].filter((number) => number !== undefined);
}
