/**
 * What a probe works with: seeded bases, sending with what is expected of the answer, the ledger, the history.
 * One session serves all probes of a worker; `ledger` is the one of the probe that runs.
 */
import { pass, systemClock } from '../../endpoints/sender/clock.js';
import { type Basis, conformingDraft } from '../../generators/basis.js';
import { runPrefix } from '../../generators/run-prefix.js';
import { seededGuid, seededWord } from '../../generators/seeded.js';
import { defaultOperation } from '../../schemas/operations/operations.js';
import { type Observation, pairKey } from '../../verdicts/service/history.js';
import { encodeRequest } from '../../wire/codecs/encode.js';
import type { Exchange, Sender, SendOptions } from '../../wire/exchange.js';
import type { RequestDraft } from '../../wire/request.js';
import type { Accepted } from './accept.js';
import { Ledger } from './ledger.js';
import { LeftBehindWatch } from './left-behind.js';
import { type LevelPlan, levelPlans, planWithinBudget } from './level-plan.js';
import type { Place, Probe } from './probe.js';
import { needsNewSubjects } from './reuse-subjects.js';
import type { RunOptions } from './run-options.js';
import { isTokenRefusal, TokenDeath, withDeadToken, withRequestId } from './token-death.js';
import { TokenKeeper } from './token-keeper.js';
import type { Trouble } from './trouble.js';

export interface Pair {
  readonly channel: string;
  readonly subject: string;
}

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

export class Session {
  readonly options: RunOptions;
  readonly sender: Sender;
  /** Tells whether a text shares a piece with the token. */
  readonly carriesToken: (text: string) => boolean;
  /** Everything accepted so far in the whole run, this probe's included. */
  readonly history: Observation[] = [];
  readonly exchanges = new Map<number, Exchange>();
  /** The conversations that stay behind. */
  readonly leftBehind: LeftBehindWatch;
  /** The ledger of the probe that runs. */
  ledger = new Ledger();
  /** Confirmed findings of requests that were left without an answer, or were throttled to the end. */
  #stalls = 0;
  #slowestMs = 0;
  /** The control that refusals share at an economical level, once it was accepted. */
  sharedControl: Accepted | undefined;
  /** Set once the endpoint is out of reach or takes our token no longer: what is left is inconclusive. */
  lost: Trouble | undefined;
  readonly tokens: TokenKeeper;
  readonly #tokenDeath: TokenDeath;
  /** The budget does not pay for the level: the places within the budget run instead of all others. */
  withinBudget = false;
  /** What the first control on each channel got. */
  readonly firstControls: { readonly pair: Pair; readonly exchange: Exchange }[] = [];
  /** Pairs asked for again by the closing audit. */
  audited = 0;
  readonly #pairs = new Map<string, Pair>();
  readonly #firstIdentifier = new Map<string, string>();
  readonly #owners = new Map<string, Set<string>>();
  #scope = '';
  #requestIds = 0;
  #newPairs = 0;
  #tokenChecks = 0;
  /** Tokens of exchanges by their number, but for the first one. */
  readonly #generations = new Map<number, number>();
  #resent = 0;

  /** Added to the numbers of exchanges, so that those of several workers differ. */
  readonly #numberOffset: number;
  /** When its sender was made, from which exchanges count: a session is made right after it. */
  readonly #openedMs: number;

  /** @param tokens holds the token of the target for ever when it is left out. */
  constructor(
    options: RunOptions,
    sender: Sender,
    carriesToken: (text: string) => boolean,
    numberOffset = 0,
    tokens = new TokenKeeper({ credentials: options.target.credentials }),
  ) {
    this.tokens = tokens;
    this.#tokenDeath = new TokenDeath(
      tokens,
      () => this.#sendPlain(),
      (trouble) => {
        this.lost ??= trouble;
      },
    );
    this.#numberOffset = numberOffset;
    this.leftBehind = new LeftBehindWatch(options);
    this.options = options;
    this.#openedMs = (options.clock ?? systemClock).wallMs();
    this.sender = sender;
    this.carriesToken = carriesToken;
  }

  get plan(): LevelPlan {
    const { level } = this.options;
    return this.withinBudget ? planWithinBudget(level) : levelPlans[level];
  }

  /** Requests that the budget still pays for; infinite without one. */
  get left(): number {
    return Math.max(0, (this.options.maxRequests ?? Number.POSITIVE_INFINITY) - this.sender.counts.requests);
  }

  /** The channels that are asked before the first probe: in a run with a budget two of them must do. */
  get firstChannels(): readonly string[] {
    return this.withinBudget ? this.channels.slice(0, 2) : this.channels;
  }

  /** A pair that nobody has asked for yet. */
  newPair(): Pair {
    this.#newPairs += 1;
    return { channel: this.channel, subject: this.word(`new-${this.#newPairs}`) };
  }

  /** Whether a clause that every request books anyway needs requests of its own: not when others are sent as well. */
  get sendsForBookedClauses(): boolean {
    return !this.plan.economical || this.options.only.length > 0;
  }

  /** A new ledger, and RequestIds that depend on the probe alone, so that leaving out others changes nothing. */
  begin(place: Place, probe: Probe): Ledger {
    this.#scope = `${place.name}/${probe.clause}/${probe.title}`;
    this.#requestIds = 0;
    this.ledger = new Ledger(this.options.reuseSubjects === true ? needsNewSubjects : undefined);
    return this.ledger;
  }

  get channels(): readonly string[] {
    return this.options.target.credentials.channels;
  }

  get channel(): string {
    return this.channels[0] ?? '';
  }

  /** A word that is new in every run (its middle follows from the seed) and the same for one seed, or for all runs that reuse subjects. */
  word(name: string): string {
    return `${runPrefix(this.options.seed, this.options.reuseSubjects === true)}${name}`;
  }

  /** What decides which conversations random cases are for: the seed, or nothing that changes where subjects are reused. */
  get subjectSeed(): number {
    return this.options.reuseSubjects === true ? 0 : this.options.seed;
  }

  /** The basis of a request: RequestId and boundary follow from the seed, the probe and the order of the calls. */
  basis(pair: Pair, requestId = this.nextRequestId()): Basis {
    const { seed, edition, layout } = this.options;
    return {
      operation: defaultOperation,
      edition,
      layout,
      credentials: this.tokens.credentials,
      channel: pair.channel,
      subject: pair.subject,
      requestId,
      // One for all requests of a probe, so that control and case differ by the fault and the RequestId only.
      boundary: `----byoc${seededWord(seed, `boundary ${this.#scope}`, 16)}`,
    };
  }

  /** A RequestId that no other request of the run has. */
  nextRequestId(): string {
    this.#requestIds += 1;
    return seededGuid(this.options.seed, `${this.#scope}/${this.#requestIds}`);
  }

  /** A RequestId that follows from a name alone: to send it twice, or where the order of the calls is left to chance. */
  fixedRequestId(name: string): string {
    return seededGuid(this.options.seed, `fixed ${name}`);
  }

  /** The plain conforming request for a pair, with a RequestId of its own. */
  conforming(pair: Pair): RequestDraft {
    return conformingDraft(this.basis(pair));
  }

  /**
   * Sends a request. One that is to be accepted is sent again with a new token when its own was dead; where there is no
   * new one, the exchange has the failure `token-dead`. What is to be refused comes back as it is: see refuse.ts.
   */
  async send(draft: RequestDraft, expectation: Expectation, options: SendOptions = {}): Promise<Exchange> {
    if (this.tokens.isDue) await this.tokens.ahead();
    const { generation } = this.tokens;
    const ready = expectation === 'refused' ? draft : this.tokens.refreshed(draft);
    const exchange = await this.#sendOnce(ready, expectation, options);
    if (expectation === 'refused') return exchange;
    return this.#settled(exchange, generation, (again) => this.#sendOnce(again, expectation, options), ready);
  }

  async #sendOnce(draft: RequestDraft, expectation: Expectation, options: SendOptions): Promise<Exchange> {
    const sender: ExpectingSender = this.sender;
    sender.expect?.(expectation);
    const pair = expectation === 'refused' ? undefined : expectation.accepted;
    return this.#keep(await sender.send(encodeRequest(draft), options), pair);
  }

  /** The answer to a conforming request that tells of the request, or one that is marked as telling nothing. */
  async #settled(
    first: Exchange,
    firstGeneration: number,
    send: (draft: RequestDraft) => Promise<Exchange>,
    draft: RequestDraft,
  ): Promise<Exchange> {
    let [exchange, generation] = [first, firstGeneration];
    for (let tries = 1; ; tries += 1) {
      if (generation > 1) this.#generations.set(exchange.number, generation);
      this.#tokenDeath.note(generation, exchange);
      if (!isTokenRefusal(exchange)) return exchange;
      const state = await this.#tokenDeath.judge(generation);
      if (state === 'alive') return exchange;
      if (state === 'dead' || tries >= mostTokens) return this.#replace(withDeadToken(exchange));
      generation = this.tokens.generation;
      this.#resent += 1;
      const requestId = this.fixedRequestId(`sent again ${this.#resent}`);
      exchange = await send(withRequestId(this.tokens.refreshed(draft), requestId));
    }
  }

  /** A plain request that is accepted while the token is good; its RequestId disturbs no other. */
  #sendPlain(): Promise<Exchange> {
    const pair = { channel: this.channel, subject: this.word('first-control') };
    this.#tokenChecks += 1;
    const basis = this.basis(pair, this.fixedRequestId(`token check ${this.#tokenChecks}`));
    return this.#sendOnce(conformingDraft(basis), { accepted: pair }, {});
  }

  /** Lets time pass, at the service too. Ends early when the run is cut short; takes no time in planning. */
  async wait(milliseconds: number): Promise<void> {
    const sender: ExpectingSender = this.sender;
    if (sender.pretends === true) return;
    const { clock = systemClock, signal } = this.options;
    await pass(clock, milliseconds, signal);
  }

  /** Sends conforming requests for pairs at once, each on a connection of its own that is open before. */
  async race(
    pairs: readonly Pair[],
    make = (pair: Pair): RequestDraft => this.conforming(pair),
  ): Promise<readonly Exchange[]> {
    const sender: ExpectingSender = this.sender;
    if (this.tokens.isDue) await this.tokens.ahead();
    const { generation } = this.tokens;
    const drafts = pairs.map((pair) => {
      sender.expect?.({ accepted: pair });
      return make(pair);
    });
    const exchanges = await sender.race(drafts.map((draft) => encodeRequest(draft)));
    return Promise.all(
      exchanges.map((sent, index) => {
        const [draft, pair] = [drafts[index], pairs[index]];
        const exchange = this.#keep(sent, pair);
        if (draft === undefined || pair === undefined) return exchange;
        return this.#settled(exchange, generation, (again) => this.#sendOnce(again, { accepted: pair }, {}), draft);
      }),
    );
  }

  /** The token that a conforming request went out with: 1 for that which the session began with. */
  generationOf({ number }: Exchange): number {
    return this.#generations.get(number) ?? 1;
  }

  /** The identifier that a pair got first in this run. */
  identifierOf(pair: Pair): string | undefined {
    return this.#firstIdentifier.get(pairKey(pair));
  }

  /** How many pairs got an identifier in this run. */
  ownersOf(identifier: string): number {
    return this.#owners.get(identifier)?.size ?? 0;
  }

  /** Every pair with an identifier, the oldest first. */
  knownPairs(): readonly Pair[] {
    return [...this.#pairs.values()];
  }

  /** Takes up what another worker of the same run has seen. */
  recall(observation: Observation): void {
    const key = pairKey(observation);
    this.history.push(observation);
    if (!this.#pairs.has(key)) {
      this.#pairs.set(key, { channel: observation.channel, subject: observation.subject });
      this.#firstIdentifier.set(key, observation.identifier);
    }
    const owners = this.#owners.get(observation.identifier) ?? new Set();
    this.#owners.set(observation.identifier, owners.add(key));
  }

  /** When an exchange took place, by the clock that all workers of a run share. */
  timesOf({ startedMs, durationMs }: Exchange): Pick<Observation, 'sentMs' | 'answeredMs'> {
    const sentMs = this.#openedMs + startedMs;
    return { sentMs, answeredMs: sentMs + durationMs };
  }

  /** Puts an accepted answer into the history of the run. */
  remember(
    pair: Pair,
    identifier: string,
    exchange: Exchange,
    asked: Pick<Observation, 'asked' | 'label' | 'probes' | 'beside'>,
  ): void {
    const observation: Observation = {
      channel: pair.channel,
      subject: pair.subject,
      identifier,
      exchange: exchange.number,
      connection: exchange.connection.id,
      ...this.timesOf(exchange),
      ...asked,
    };
    this.recall(observation);
    this.ledger.observe(observation);
  }

  /** A service that leaves some requests unanswered must not cost a time-out for each of them. */
  get isStalling(): boolean {
    return this.#stalls >= 3;
  }

  noteStall(): void {
    this.#stalls += 1;
    this.sender.hurry(Math.max(1_000, 10 * this.#slowestMs));
  }

  #keep(sent: Exchange, pair?: Pair): Exchange {
    const exchange = this.#replace({ ...sent, number: sent.number + this.#numberOffset });
    this.leftBehind.take(exchange, pair);
    if (exchange.answer !== undefined) this.#slowestMs = Math.max(this.#slowestMs, exchange.durationMs);
    return exchange;
  }

  #replace(exchange: Exchange): Exchange {
    this.exchanges.set(exchange.number, exchange);
    return exchange;
  }
}
