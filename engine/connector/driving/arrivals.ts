/** What arrived: lets a driver wait for the request that it caused, and knows which identifiers the org gave for a pair. */
import { EventEmitter, once } from 'node:events';
import type { OrgAnswer } from '../../../endpoints/org/org-answer.js';
import { findOperation } from '../../../schemas/operations/operations.js';
import { identifierGiven } from '../../../verdicts/connector/over-time/identifiers.js';
import { type Pair, readPair } from '../../../wire/codecs/pair-reader.js';
import type { ReceivedRequest } from '../../../wire/received.js';

export interface Arrival {
  readonly number: number;
  /** Undefined when the body cannot be read. */
  readonly pair: Pair | undefined;
}

/** Nobody is asked for as many; what a connector makes up beyond them is not remembered. */
const mostPairs = 20_000;
const mostLatest = 10_000;

export class Arrivals {
  readonly #events = new EventEmitter();
  #latest: Arrival[] = [];
  readonly #given = new Map<string, { readonly pair: Pair; readonly identifiers: Set<string> }>();
  readonly #refused = new Set<string>();
  /** Only a driver needs the pairs one by one. */
  watched = false;

  note(request: ReceivedRequest): void {
    const operation = findOperation(request.operation);
    if (!this.watched || operation?.key === undefined) return;
    if (this.#latest.length < mostLatest) {
      this.#latest.push({ number: request.number, pair: readPair(request, operation) });
    }
    this.#events.emit('arrival');
  }

  /** Takes an answer before it goes out: nobody can hold its identifier any sooner. */
  noteAnswer(request: ReceivedRequest, { status, body }: OrgAnswer): void {
    const operation = findOperation(request.operation);
    if (!this.watched || operation?.key === undefined) return;
    const pair = readPair(request, operation);
    if (pair === undefined) return;
    const key = keyOf(pair);
    const identifier = identifierGiven({ answer: { status, body: Buffer.from(body) } }, operation);
    if (status >= 400 && this.#refused.size < mostPairs) this.#refused.add(key);
    if (identifier === undefined) return;
    const given = this.#given.get(key);
    if (given !== undefined) given.identifiers.add(identifier);
    else if (this.#given.size < mostPairs) this.#given.set(key, { pair, identifiers: new Set([identifier]) });
  }

  /** Every identifier that the org gave for the pair in this run; undefined when none is known. */
  given(pair: Pair): ReadonlySet<string> | undefined {
    return this.#given.get(keyOf(pair))?.identifiers;
  }

  /** Whether the org turned every call for the pair away, one at least. */
  wasRefused(pair: Pair): boolean {
    return this.#refused.has(keyOf(pair)) && !this.#given.has(keyOf(pair));
  }

  /** The pair that an identifier was given for. */
  ownerOf(identifier: string): Pair | undefined {
    return [...this.#given.values()].find(({ identifiers }) => identifiers.has(identifier))?.pair;
  }

  /** Forgets what came before, but for identifiers. */
  clear(): void {
    this.#latest = [];
  }

  get latest(): readonly Arrival[] {
    return this.#latest;
  }

  /** Resolves with the first arrival since `clear`; undefined when none comes in time. */
  async first(timeoutMs: number): Promise<Arrival | undefined> {
    await this.until(() => this.#latest.length > 0, timeoutMs);
    return this.#latest[0];
  }

  /** Waits until it is so, which only an arrival can bring about, or the time is over. */
  async until(isSo: () => boolean, timeoutMs: number): Promise<void> {
    const signal = AbortSignal.timeout(timeoutMs);
    while (!isSo() && !signal.aborted) await once(this.#events, 'arrival', { signal }).catch(() => undefined);
  }
}

export function keyOf({ channel, subject }: Pair): string {
  return JSON.stringify([channel, subject]);
}
