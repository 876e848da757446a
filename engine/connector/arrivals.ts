/** What arrived at the gate: lets a driver wait for the request that it caused, and counts identities for the record. */
import { EventEmitter } from 'node:events';
import { findOperation } from '../../schemas/operations/operations.js';
import { type Pair, readPair } from '../../wire/codecs/pair-reader.js';
import type { ReceivedRequest } from '../../wire/received.js';

export interface Arrival {
  readonly number: number;
  /** Undefined when the body cannot be read. */
  readonly pair: Pair | undefined;
}

const mostPairs = 200_000;

export class Arrivals {
  readonly #events = new EventEmitter();
  readonly #pairs = new Set<string>();
  #conversations = 0;
  #latest: Arrival[] = [];
  /** Only a driver needs the pairs one by one. */
  watched = false;

  note(request: ReceivedRequest): void {
    const operation = findOperation(request.operation);
    if (operation?.key === undefined) return;
    this.#conversations += 1;
    const pair = readPair(request, operation);
    if (pair !== undefined && this.#pairs.size < mostPairs)
      this.#pairs.add(JSON.stringify([pair.channel, pair.subject]));
    if (!this.watched) return;
    this.#latest.push({ number: request.number, pair });
    this.#events.emit('arrival');
  }

  get identities(): { readonly answers: number; readonly pairs: number; readonly identifiers: number } {
    return { answers: this.#conversations, pairs: this.#pairs.size, identifiers: this.#pairs.size };
  }

  /** Forgets what came before. */
  clear(): void {
    this.#latest = [];
  }

  get latest(): readonly Arrival[] {
    return this.#latest;
  }

  /** Resolves with the next arrival, or one that has come since `clear`; undefined when none comes in time. */
  first(timeoutMs: number): Promise<Arrival | undefined> {
    const [first] = this.#latest;
    if (first !== undefined) return Promise.resolve(first);
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#events.off('arrival', done);
        resolve(this.#latest[0]);
      };
      const timer = setTimeout(done, timeoutMs);
      this.#events.once('arrival', done);
    });
  }
}
