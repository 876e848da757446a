/** A service without a network: answers by what the suite expects and by what the test wants it to get wrong. */

import type { ProbeContext } from '../../../../engine/service/probe-context.js';
import { Run, type RunSetup } from '../../../../engine/service/run.js';
import type { RunOptions } from '../../../../engine/service/run-options.js';
import type { Expectation, ExpectingSender } from '../../../../engine/service/sending.js';
import { pairKey } from '../../../../verdicts/service/history.js';
import type { Pair } from '../../../../wire/codecs/pair-reader.js';
import type { Exchange, FailureKind, SendOptions } from '../../../../wire/exchange.js';
import type { HeaderField, WireRequest } from '../../../../wire/request.js';

/** A status (a success has an identifier), a whole answer, or why none came. */
export type Given =
  | number
  | FailureKind
  | { readonly status: number; readonly body: unknown; readonly fields?: readonly HeaderField[] };

/** An exchange as tables tell it. */
export function exchangeWith(given: Given, rest: Partial<Exchange> = {}): Exchange {
  const exchange = {
    number: 1,
    startedMs: 0,
    durationMs: 0,
    connection: { id: 1, reused: true },
    head: '',
    body: new Uint8Array(),
    waits: [],
    ...rest,
  };
  if (typeof given === 'string') return { ...exchange, failure: { kind: given, message: given } };
  const success = { conversationIdentifier: 'c-0' };
  const whole = typeof given === 'number' ? { status: given, body: given >= 200 && given < 300 ? success : {} } : given;
  const { status, body, fields = [] } = { fields: [], ...whole };
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { ...exchange, answer: { httpVersion: '1.1', status, reason: '', fields, body: bytes, truncated: false } };
}

export interface Call {
  /** Undefined for a request that is to be refused. */
  readonly pair: Pair | undefined;
  readonly request: WireRequest;
  /** Counts the requests from 1. */
  readonly number: number;
  /** 1 is kept, 2 is fresh; in a race each call has its own. */
  readonly connection: number;
  /** Conforming requests that are under way, this one included. */
  readonly underWay: number;
  readonly service: InMemoryService;
}

export interface InMemoryOptions {
  /** What is answered, or undefined for what a right service answers. */
  readonly answer?: (call: Call) => Given | undefined;
  /** The identifier for a conforming request, or undefined to refuse it; a right service looks the pair up. */
  readonly identify?: (call: Call & { readonly pair: Pair }) => string | undefined;
  readonly onRefusal?: (service: InMemoryService) => void;
  /** Resolves when a request may be answered; at once when absent. */
  readonly delay?: () => Promise<unknown>;
}

export class InMemoryService implements ExpectingSender {
  readonly pretends = true;
  readonly counts = { requests: 0, throttled: 0, waitedMs: 0, connections: 0 };
  readonly requests: WireRequest[] = [];
  readonly conversations = new Map<string, string>();
  /** What the suite is willing to wait, each time that it hurries. */
  readonly hurries: number[] = [];
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

  hurry(answerMs: number): void {
    this.hurries.push(answerMs);
  }

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
    const pair = expected === 'refused' ? undefined : expected.accepted;
    this.#underWay += 1;
    await this.#options.delay?.();
    const call = { pair, request, number, connection, underWay: this.#underWay, service: this };
    const given = this.#options.answer?.(call) ?? this.#rightAnswer(call);
    this.#underWay -= 1;
    const head = request.fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const [body, reused] = [request.body, true];
    // One after the other, a millisecond each.
    return exchangeWith(given, { number, startedMs: number, head, body, connection: { id: connection, reused } });
  }

  #rightAnswer(call: Call): Given {
    const { pair } = call;
    if (pair === undefined) {
      this.#options.onRefusal?.(this);
      return 400;
    }
    const { identify } = this.#options;
    const identifier = identify === undefined ? this.lookUp(pair) : identify({ ...call, pair });
    return identifier === undefined ? 400 : { status: 202, body: { conversationIdentifier: identifier } };
  }
}

export const someOptions: RunOptions = {
  target: {
    kind: 'service',
    baseUrl: new URL('http://127.0.0.1:9/api'),
    credentials: {
      accessToken: `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.e30.c2lnbmF0dXJlLXRoYXQtcHJvdmVzLW5vdGhpbmc`,
      orgId: '00D000000000001',
      authorizationContext: 'Partner1_Channel1',
      channels: ['channel-one', 'channel-two'],
    },
    faults: [],
  },
  level: 'standard',
  layout: 'parts',
  edition: '61.0',
  seed: 1,
  only: [],
  concurrency: 8,
};

/** A context for whatever a test asks of it. */
export function contextOn(
  service: InMemoryService,
  options: Partial<RunOptions> = {},
  setup: RunSetup = {},
): ProbeContext {
  const probe = { clause: 'answer/success/status', title: 'a test', run: () => Promise.resolve() } as const;
  return new Run({ ...someOptions, ...options }, service, setup).contextFor({ name: 'A place', probes: [] }, probe);
}
