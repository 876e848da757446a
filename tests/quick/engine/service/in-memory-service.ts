/** A service without a network: answers by what the suite expects and by what the test wants it to get wrong. */

import type { Expectation, ExpectingSender } from '../../../../engine/service/sending.js';
import { pairKey } from '../../../../verdicts/service/history.js';
import type { Pair } from '../../../../wire/codecs/pair-reader.js';
import type { Exchange, SendOptions } from '../../../../wire/exchange.js';
import type { WireRequest } from '../../../../wire/request.js';

interface Call {
  readonly pair: Pair;
  /** Conforming requests that are under way, this one included. */
  readonly underWay: number;
  readonly service: InMemoryService;
}

export interface InMemoryOptions {
  /** The identifier for a conforming request, or undefined to refuse it; a right service looks the pair up. */
  readonly identify?: (call: Call) => string | undefined;
  readonly onRefusal?: (service: InMemoryService) => void;
  /** Resolves when a request may be answered; at once when absent. */
  readonly delay?: () => Promise<unknown>;
}

export class InMemoryService implements ExpectingSender {
  readonly pretends = true;
  readonly counts = { requests: 0, throttled: 0, waitedMs: 0, connections: 0 };
  readonly requests: WireRequest[] = [];
  readonly conversations = new Map<string, string>();
  readonly #options: InMemoryOptions;
  readonly #expected: Expectation[] = [];
  #underWay = 0;
  #created = 0;

  constructor(options: InMemoryOptions = {}) {
    this.#options = options;
  }

  expect(expectation: Expectation): void {
    this.#expected.push(expectation);
  }

  send(request: WireRequest, options: SendOptions = {}): Promise<Exchange> {
    return this.#answer(request, this.#expected.shift() ?? 'refused', options.connection === 'fresh' ? 2 : 1);
  }

  race(requests: readonly WireRequest[]): Promise<readonly Exchange[]> {
    return Promise.all(
      requests.map((request, index) => this.#answer(request, this.#expected.shift() ?? 'refused', index + 1)),
    );
  }

  hurry(): void {}

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** What a right service does: the identifier that the pair has, or a new one. */
  lookUp(pair: Pair): string {
    const key = pairKey(pair);
    const identifier = this.conversations.get(key) ?? this.newIdentifier();
    this.conversations.set(key, identifier);
    return identifier;
  }

  newIdentifier(): string {
    this.#created += 1;
    return `c-${this.#created}`;
  }

  async #answer(request: WireRequest, expected: Expectation, connection: number): Promise<Exchange> {
    this.requests.push(request);
    this.counts.requests += 1;
    const number = this.counts.requests;
    this.#underWay += 1;
    await this.#options.delay?.();
    const identifier = this.#identifierFor(expected);
    this.#underWay -= 1;
    const body = identifier === undefined ? {} : { conversationIdentifier: identifier };
    return {
      number,
      startedMs: 0,
      durationMs: 0,
      connection: { id: connection, reused: true },
      head: '',
      body: request.body,
      answer: {
        httpVersion: '1.1',
        status: identifier === undefined ? 400 : 202,
        reason: '',
        fields: [],
        body: Buffer.from(JSON.stringify(body)),
        truncated: false,
      },
      waits: [],
    };
  }

  #identifierFor(expected: Expectation): string | undefined {
    if (expected === 'refused') {
      this.#options.onRefusal?.(this);
      return undefined;
    }
    const call = { pair: expected.accepted, underWay: this.#underWay, service: this };
    return this.#options.identify === undefined ? this.lookUp(call.pair) : this.#options.identify(call);
  }
}
