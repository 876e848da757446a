/**
 * Sends the requests of a run with a token that is good: one that is to be accepted goes out again with a new token when
 * its own was dead. What is to be refused comes back as it is: see refuse.ts.
 */
import { pass, systemClock } from '../../endpoints/sender/clock.js';
import { isLimitReached } from '../../verdicts/service/probe-answer.js';
import { encodeRequest } from '../../wire/codecs/encode.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange, Sender, SendOptions } from '../../wire/exchange.js';
import type { RequestDraft } from '../../wire/request.js';
import type { Names } from './names.js';
import type { RunHistory } from './run-history.js';
import { isTokenRefusal, TokenDeath, withDeadToken, withRequestId } from './token-death.js';
import type { TokenKeeper } from './token-keeper.js';
import type { Trouble } from './trouble.js';

/** Only planning looks at it: a pretended service answers as expected. */
export type Expectation = { readonly accepted: Pair } | 'refused';

/** A sender that is told what to expect; the real one ignores it. */
export interface ExpectingSender extends Sender {
  /** Nothing is really sent: waiting would be in vain. */
  readonly pretends?: boolean;
  expect?(expectation: Expectation): void;
}

/** Tokens that one request may be sent with before it is given up. */
const mostTokens = 3;

const limitReached: Trouble = {
  cause: 'throttled',
  reason:
    'The org takes no more requests for now (REQUEST_LIMIT_EXCEEDED): run again when its limit allows it, and ask for less (--level smoke, --max-requests).',
};

export class Sending {
  readonly sender: ExpectingSender;
  readonly tokens: TokenKeeper;
  readonly #history: RunHistory;
  readonly #names: Names;
  readonly #tokenDeath: TokenDeath;
  readonly #lose: (trouble: Trouble) => void;
  /** Tokens of exchanges by their number, but for the first one. */
  readonly #generations = new Map<number, number>();
  #tokenChecks = 0;
  #avoidsKept = false;
  #slowestMs = 0;

  /** @param names of the run, for requests that belong to no probe. @param lose told why the run cannot go on. */
  constructor(
    sender: Sender,
    tokens: TokenKeeper,
    history: RunHistory,
    names: Names,
    lose: (trouble: Trouble) => void,
  ) {
    this.sender = sender;
    this.tokens = tokens;
    this.#history = history;
    this.#names = names;
    this.#lose = lose;
    this.#tokenDeath = new TokenDeath(tokens, () => this.#sendPlain(), lose);
  }

  /**
   * Where a token was dead and no new one came, the exchange has the failure `token-dead`.
   *
   * @param names give the RequestId when it is sent again.
   */
  async send(
    draft: RequestDraft,
    expectation: Expectation,
    names: Names,
    options: SendOptions = {},
  ): Promise<Exchange> {
    if (this.tokens.isDue) await this.tokens.ahead();
    const { generation } = this.tokens;
    const sendOnce = (one: RequestDraft) => this.#sendOnce(one, expectation, names, options);
    if (expectation === 'refused') return sendOnce(draft);
    const ready = this.tokens.refreshed(draft);
    return this.#settled(await sendOnce(ready), generation, names, ready, sendOnce);
  }

  /** Sends conforming requests for pairs at once, each on a connection of its own that is open before. */
  async race(
    pairs: readonly Pair[],
    make: (pair: Pair) => RequestDraft,
    names: Names,
    options: Pick<SendOptions, 'connection'> = {},
  ): Promise<readonly Exchange[]> {
    if (this.tokens.isDue) await this.tokens.ahead();
    const { generation } = this.tokens;
    const drafts = pairs.map((pair) => {
      this.sender.expect?.({ accepted: pair });
      return make(pair);
    });
    const exchanges = await this.sender.race(
      drafts.map((draft) => encodeRequest(draft)),
      this.#onConnection(options),
    );
    return Promise.all(
      exchanges.map((sent, index) => {
        const [draft, pair] = [drafts[index], pairs[index]];
        const exchange = this.#keep(sent, names, pair);
        if (draft === undefined || pair === undefined) return exchange;
        const resend = (again: RequestDraft) => this.#sendOnce(again, { accepted: pair }, names);
        return this.#settled(exchange, generation, names, draft, resend);
      }),
    );
  }

  /** Lets time pass, at the service too. Ends early when the run is cut short; takes no time in planning. */
  async wait(milliseconds: number): Promise<void> {
    if (this.sender.pretends === true) return;
    const { clock = systemClock, signal } = this.#names.options;
    await pass(clock, milliseconds, signal);
  }

  /** The token that a conforming request went out with: 1 for that which the run began with. */
  generationOf({ number }: Exchange): number {
    return this.#generations.get(number) ?? 1;
  }

  /** From now on each request has a connection of its own: on one that carried others before its answer says nothing. */
  avoidKeptConnections(): void {
    this.#avoidsKept = true;
  }

  /** Whether the connection may be to blame for what came. */
  isConnectionInDoubt({ connection }: Exchange): boolean {
    return this.#avoidsKept && connection.reused;
  }

  /** From now on waits little longer than the slowest answer took. */
  hurry(): void {
    this.sender.hurry(Math.max(1_000, 10 * this.#slowestMs));
  }

  async #sendOnce(
    draft: RequestDraft,
    expectation: Expectation,
    names: Names,
    options: SendOptions = {},
  ): Promise<Exchange> {
    this.sender.expect?.(expectation);
    const pair = expectation === 'refused' ? undefined : expectation.accepted;
    return this.#keep(await this.sender.send(encodeRequest(draft), this.#onConnection(options)), names, pair);
  }

  #onConnection(options: SendOptions): SendOptions {
    return this.#avoidsKept ? { ...options, connection: 'fresh' } : options;
  }

  /** The answer to a conforming request that tells of the request, or one that is marked as telling nothing. */
  async #settled(
    first: Exchange,
    firstGeneration: number,
    names: Names,
    draft: RequestDraft,
    send: (draft: RequestDraft) => Promise<Exchange>,
  ): Promise<Exchange> {
    let [exchange, generation] = [first, firstGeneration];
    for (let tries = 1; ; tries += 1) {
      if (generation > 1) this.#generations.set(exchange.number, generation);
      this.#tokenDeath.note(generation, exchange);
      if (isLimitReached(exchange)) this.#lose(limitReached);
      if (!isTokenRefusal(exchange)) return exchange;
      const state = await this.#tokenDeath.judge(generation);
      if (state === 'alive') return exchange;
      if (state === 'dead' || tries >= mostTokens) return this.#history.replace(withDeadToken(exchange));
      generation = this.tokens.generation;
      exchange = await send(withRequestId(this.tokens.refreshed(draft), names.repeatedRequestId()));
    }
  }

  /** A plain request that is accepted while the token is good; its RequestId disturbs no other. */
  #sendPlain(): Promise<Exchange> {
    const pair = this.#names.pair('first-control');
    this.#tokenChecks += 1;
    const requestId = this.#names.fixedRequestId(`token check ${this.#tokenChecks}`);
    // A service may have got stuck on a connection: the token is not to blame for that.
    const options = { connection: 'fresh' } as const;
    return this.#sendOnce(this.#names.conforming(pair, requestId), { accepted: pair }, this.#names, options);
  }

  #keep(sent: Exchange, { operation }: Names, pair: Pair | undefined): Exchange {
    if (sent.answer !== undefined) this.#slowestMs = Math.max(this.#slowestMs, sent.durationMs);
    return this.#history.keep({ ...sent, operation: operation.id }, pair);
  }
}
