/** Counts the conversations that a connector was given, by what went over the wire. Keeps fingerprints only. */
import { findOperation } from '../../../schemas/operations/operations.js';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import { readPair } from '../../../wire/codecs/pair-reader.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import { identifierGiven } from '../over-time/identifiers.js';
import { fingerprint } from '../over-time/memory.js';

export class ConversationCount {
  readonly #pairs = new Set<string>();
  readonly #identifiers = new Set<string>();
  #answers = 0;

  /** Takes an exchange. Only an operation that asks for the conversation of a pair gives one. */
  take(request: ReceivedRequest): void {
    const operation = findOperation(request.operation);
    if (operation?.key === undefined) return;
    const identifier = identifierGiven(request, operation);
    if (identifier === undefined) return;
    this.#answers += 1;
    this.#identifiers.add(fingerprint(identifier));
    const pair = readPair(request, operation);
    if (pair !== undefined) this.#pairs.add(fingerprint(pair.channel, pair.subject));
  }

  get counts(): NonNullable<ConnectorRecord['identities']> {
    return { answers: this.#answers, pairs: this.#pairs.size, identifiers: this.#identifiers.size };
  }
}
