/** What a run has sent and learned so far: every exchange, every identifier, who got it first, and what stays behind. */
import { type Observation, pairKey } from '../../verdicts/service/history.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange } from '../../wire/exchange.js';
import { LeftBehindWatch } from './left-behind.js';
import type { RunOptions } from './run-options.js';

export class RunHistory {
  readonly exchanges = new Map<number, Exchange>();
  /** The conversations that stay behind. */
  readonly leftBehind: LeftBehindWatch;
  readonly #observations: Observation[] = [];
  /** The first observation of each pair. */
  readonly #firsts = new Map<string, Observation>();
  readonly #owners = new Map<string, Set<string>>();
  readonly #numberOffset: number;
  readonly #openedMs: number;

  /**
   * @param numberOffset added to the numbers of exchanges, so that those of several workers differ.
   * @param openedMs when the sender was made, from which exchanges count: milliseconds since 1970.
   */
  constructor(options: RunOptions, numberOffset: number, openedMs: number) {
    this.leftBehind = new LeftBehindWatch(options);
    this.#numberOffset = numberOffset;
    this.#openedMs = openedMs;
  }

  /** Everything accepted so far, in the order of arrival. */
  get observations(): readonly Observation[] {
    return this.#observations;
  }

  /** Takes up an exchange as the sender gave it. @param pair whom it asks for, where that is known. */
  keep(sent: Exchange, pair?: Pair): Exchange {
    const exchange = this.replace({ ...sent, number: sent.number + this.#numberOffset });
    this.leftBehind.take(exchange, pair);
    return exchange;
  }

  replace(exchange: Exchange): Exchange {
    this.exchanges.set(exchange.number, exchange);
    return exchange;
  }

  /** An accepted answer; the observation that it makes is in the history from now on. */
  remember(
    pair: Pair,
    identifier: string,
    exchange: Exchange,
    asked: Pick<Observation, 'asked' | 'label' | 'probes' | 'beside'>,
  ): Observation {
    const { channel, subject } = pair;
    const connection = exchange.connection.id;
    const times = this.timesOf(exchange);
    const observation = { channel, subject, identifier, exchange: exchange.number, connection, ...times, ...asked };
    this.recall(observation);
    return observation;
  }

  /** Takes up what another worker of the same run has seen. */
  recall(observation: Observation): void {
    const { identifier } = observation;
    const key = pairKey(observation);
    this.#observations.push(observation);
    if (!this.#firsts.has(key)) this.#firsts.set(key, observation);
    const owners = this.#owners.get(identifier) ?? new Set();
    this.#owners.set(identifier, owners.add(key));
  }

  /** When an exchange took place, by the clock that all workers of a run share. */
  timesOf({ startedMs, durationMs }: Exchange): Pick<Observation, 'sentMs' | 'answeredMs'> {
    const sentMs = this.#openedMs + startedMs;
    return { sentMs, answeredMs: sentMs + durationMs };
  }

  /** How a pair was first accepted in this run. */
  firstOf(pair: Pair): Observation | undefined {
    return this.#firsts.get(pairKey(pair));
  }

  /** The identifier that a pair got first in this run. */
  identifierOf(pair: Pair): string | undefined {
    return this.firstOf(pair)?.identifier;
  }

  /** How many pairs got an identifier in this run. */
  ownersOf(identifier: string): number {
    return this.#owners.get(identifier)?.size ?? 0;
  }

  /** Every pair with an identifier, the oldest first. */
  knownPairs(): readonly Pair[] {
    return [...this.#firsts.values()].map(({ channel, subject }) => ({ channel, subject }));
  }
}
