/** A request of a connector and its answer as the run record keeps them: secrets removed by value, bounded. Pure. */

import type { EvidenceItem } from '../../../schemas/record/run-record.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import { type Redaction, toEvidence } from '../../record/evidence.js';
import { stagedWords } from './staged-words.js';

export function connectorEvidence(request: ReceivedRequest, redaction: Redaction): EvidenceItem {
  const { number, receivedMs, endedMs, connection, method, target, httpVersion, fields, body, answer } = request;
  const head = [`${method} ${target} HTTP/${httpVersion}`, ...fields.map(([name, value]) => `${name}: ${value}`)];
  const staged = answer?.staged === undefined ? undefined : stagedWords(answer.staged);
  const told = request.trouble ?? staged;
  const failure = {
    kind: request.trouble === undefined ? 'staged' : 'framing',
    message: redaction.text(told ?? ''),
  };
  const item = toEvidence(
    {
      number,
      startedMs: receivedMs,
      durationMs: Math.max(0, (answer?.sentMs ?? endedMs) - receivedMs),
      connection: { id: connection, reused: false },
      // A field with a line end in it would fall apart into two.
      head: head.map((line) => line.replace(/[\r\n]+/g, ' ')).join('\r\n'),
      body,
      waits: [],
      ...(answer === undefined
        ? {}
        : {
            answer: {
              httpVersion: '1.1',
              status: answer.status,
              reason: '',
              fields: answer.fields,
              body: answer.body,
              truncated: false,
            },
          }),
    },
    redaction,
  );
  return told === undefined ? item : { ...item, failure };
}
