/**
 * What a probe works with: seeded bases, sending with what is expected of the answer, the ledger, the history.
 * One session serves all probes of a worker; `ledger` is the one of the probe that runs.
 */
import { setTimeout } from 'node:timers/promises';
import type { Exchange, Sender, SendOptions } from '../../endpoints/exchange.js';
import { type Basis, conformingMessage } from '../../generators/basis.js';
import { draftOf } from '../../generators/draft.js';
import { encodeRequest } from '../../generators/encode.js';
import type { RequestDraft } from '../../generators/request.js';
import { seededGuid, seededWord } from '../../generators/seeded.js';
import type { ClauseId } from '../../schemas/clauses.js';
import { type Observation, pairKey } from '../../verdicts/history.js';
import type { Accepted } from './accept.js';
import { Ledger } from './ledger.js';
import { type LevelPlan, levelPlans } from './level-plan.js';
import type { Place, Probe } from './probe.js';
import type { RunOptions } from './run-options.js';

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

export class Session {
  readonly options: RunOptions;
  readonly plan: LevelPlan;
  readonly sender: Sender;
  /** Tells whether a text shares a piece with the token. */
  readonly carriesToken: (text: string) => boolean;
  /** Everything accepted so far in the whole run, this probe's included. */
  readonly history: Observation[] = [];
  readonly exchanges = new Map<number, Exchange>();
  /** The ledger of the probe that runs. */
  ledger = new Ledger();
  /** Confirmed findings of requests that were left without an answer, or were throttled to the end. */
  #stalls = 0;
  #slowestMs = 0;
  /** The control that refusals share at an economical level, once it was accepted. */
  sharedControl: Accepted | undefined;
  /** Set once the endpoint is out of reach for good: what is left is inconclusive. */
  lost: string | undefined;
  /** Pairs asked for again by the closing audit. */
  audited = 0;
  readonly #pairs = new Map<string, Pair>();
  readonly #firstIdentifier = new Map<string, string>();
  readonly #owners = new Map<string, Set<string>>();
  #scope = '';
  #requestIds = 0;
  #newPairs = 0;

  /** Added to the numbers of exchanges, so that those of several workers differ. */
  readonly #numberOffset: number;

  constructor(options: RunOptions, sender: Sender, carriesToken: (text: string) => boolean, numberOffset = 0) {
    this.#numberOffset = numberOffset;
    this.options = options;
    this.plan = levelPlans[options.level];
    this.sender = sender;
    this.carriesToken = carriesToken;
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
    this.ledger = new Ledger();
    return this.ledger;
  }

  get channels(): readonly string[] {
    return this.options.target.credentials.channels;
  }

  get channel(): string {
    return this.channels[0] ?? '';
  }

  /** A word that is new in every run (its middle follows from the seed) and the same for one seed. */
  word(name: string): string {
    return `byoc-${seededWord(this.options.seed, 'run', 6)}-${name}`;
  }

  /** The basis of a request: RequestId and boundary follow from the seed, the probe and the order of the calls. */
  basis(pair: Pair, requestId = this.nextRequestId()): Basis {
    const { seed, layout, target } = this.options;
    return {
      layout,
      credentials: target.credentials,
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
    const basis = this.basis(pair);
    return draftOf(conformingMessage(basis), basis.boundary);
  }

  async send(draft: RequestDraft, expectation: Expectation, options: SendOptions = {}): Promise<Exchange> {
    const sender: ExpectingSender = this.sender;
    sender.expect?.(expectation);
    return this.#keep(await sender.send(encodeRequest(draft), options));
  }

  /** Lets time pass, at the service too. Ends early when the run is cut short; takes no time in planning. */
  async wait(milliseconds: number): Promise<void> {
    const sender: ExpectingSender = this.sender;
    if (sender.pretends === true) return;
    await setTimeout(milliseconds, undefined, { signal: this.options.signal }).catch(() => {});
  }

  /** Sends conforming requests for pairs at once, each on a connection of its own that is open before. */
  async race(
    pairs: readonly Pair[],
    make = (pair: Pair): RequestDraft => this.conforming(pair),
  ): Promise<readonly Exchange[]> {
    const sender: ExpectingSender = this.sender;
    const requests = pairs.map((pair) => {
      sender.expect?.({ accepted: pair });
      return encodeRequest(make(pair));
    });
    return (await sender.race(requests)).map((exchange) => this.#keep(exchange));
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

  /** Puts an accepted answer into the history of the run. */
  remember(pair: Pair, identifier: string, exchange: Exchange, label: string, probes: ClauseId): void {
    const observation: Observation = {
      channel: pair.channel,
      subject: pair.subject,
      identifier,
      exchange: exchange.number,
      connection: exchange.connection.id,
      label,
      probes,
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

  #keep(sent: Exchange): Exchange {
    const exchange = { ...sent, number: sent.number + this.#numberOffset };
    this.exchanges.set(exchange.number, exchange);
    if (exchange.answer !== undefined) this.#slowestMs = Math.max(this.#slowestMs, exchange.durationMs);
    return exchange;
  }
}
