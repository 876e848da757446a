/** What arrived: lets a driver wait for the request that it caused. */
import { EventEmitter } from 'node:events';
import { findOperation } from '../../../schemas/operations/operations.js';
import { type Pair, readPair } from '../../../wire/codecs/pair-reader.js';
import type { ReceivedRequest } from '../../../wire/received.js';

export interface Arrival {
  readonly number: number;
  /** Undefined when the body cannot be read. */
  readonly pair: Pair | undefined;
}

export class Arrivals {
  readonly #events = new EventEmitter();
  #latest: Arrival[] = [];
  /** Only a driver needs the pairs one by one. */
  watched = false;

  note(request: ReceivedRequest): void {
    const operation = findOperation(request.operation);
    if (!this.watched || operation?.key === undefined) return;
    this.#latest.push({ number: request.number, pair: readPair(request, operation) });
    this.#events.emit('arrival');
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
