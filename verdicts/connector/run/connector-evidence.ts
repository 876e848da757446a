/** A request of a connector and its answer as the run record keeps them: secrets removed by value, bounded. Pure. */
import type { EvidenceItem } from '../../../schemas/record/run-record.js';
import { type ReceivedRequest, sentOf } from '../../../wire/received.js';
import { type Redaction, toEvidence } from '../../record/evidence.js';
import { stagedWords } from './staged-words.js';

export function connectorEvidence(request: ReceivedRequest, redaction: Redaction): EvidenceItem {
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
  if (trouble !== undefined) return { kind: 'framing', message: trouble };
  if (answer?.staged !== undefined) return { kind: 'staged', message: stagedWords(answer.staged) };
  if (answer?.undelivered !== true) return undefined;
  return { kind: 'closed-early', message: 'the connector had gone before the answer could be written' };
}
