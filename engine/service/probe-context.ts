/** What one probe works with: names and a ledger of its own, and its way to the run that it shares with the others. */
import type { Ranked } from '../../generators/rank.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { cameOf } from '../../verdicts/service/came.js';
import type { Observation } from '../../verdicts/service/history.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange, SendOptions } from '../../wire/exchange.js';
import type { RequestDraft } from '../../wire/request.js';
import type { Ledger } from './ledger.js';
import type { LevelPlan } from './level-plan.js';
import { Names } from './names.js';
import type { Run } from './run.js';
import type { RunHistory } from './run-history.js';
import type { Expectation } from './sending.js';
import type { TokenKeeper } from './token-keeper.js';

export class ProbeContext extends Names {
  readonly run: Run;
  readonly ledger: Ledger;
  /** Everything accepted so far in the whole run, this probe's included. */
  readonly history: RunHistory;
  readonly tokens: TokenKeeper;
  #turns = 0;
  readonly #confirmed = new Map<string, number>();

  constructor(run: Run, scope: string, ledger: Ledger) {
    // In an economical run a pair is asked for by several probes.
    super(run.options, scope, run.surroundings, run.isEconomical ? '' : scope);
    this.run = run;
    this.ledger = ledger;
    this.history = run.history;
    this.tokens = run.sending.tokens;
  }

  get plan(): LevelPlan {
    return this.run.plan;
  }

  /** Those of the items whose rank has its turn. */
  due<Item extends Ranked>(items: readonly Item[]): readonly Item[] {
    return items.filter(({ rank }) => this.isDue(rank));
  }

  /** Sees to the conversation that requests for a pair go on in, where the operation needs one. */
  async open(pair: Pair): Promise<Pair> {
    await this.run.conversations.open(pair);
    return pair;
  }

  isDue(rank: number): boolean {
    const { above, upTo } = this.run.round;
    return rank > above && rank <= upTo;
  }

  /** Counts what takes turns in this probe, in all rounds. */
  nextTurn(): number {
    this.#turns += 1;
    return this.#turns;
  }

  /** Whether a clause that every request books anyway needs requests of its own: not when others are sent as well. */
  get sendsForBookedClauses(): boolean {
    return !this.run.isEconomical || this.options.only.length > 0;
  }

  /** The pair of the first control on the first channel: known before any probe runs. */
  get firstPair(): Pair {
    return this.pair('first-control');
  }

  /** Leaves over what a small budget keeps back, unless the options say otherwise. */
  send(draft: RequestDraft, expectation: Expectation, options: SendOptions = {}): Promise<Exchange> {
    return this.run.sending.send(draft, expectation, this, { leaves: this.run.reserve, ...options });
  }

  /** Sends conforming requests for pairs at once, each on a connection of its own that is open before. */
  race(
    pairs: readonly Pair[],
    make = (pair: Pair): RequestDraft => this.conforming(pair),
    options: Pick<SendOptions, 'connection'> = {},
  ): Promise<readonly Exchange[]> {
    return this.run.sending.race(pairs, make, this, options);
  }

  /** How many failures of a clause came again that were answered like this; an answer that did not come is like no other. */
  confirmedAlike(clause: ClauseId, exchange: Exchange): number {
    return exchange.answer === undefined ? 0 : (this.#confirmed.get(alike(clause, exchange)) ?? 0);
  }

  noteConfirmed(clause: ClauseId, exchange: Exchange): void {
    this.#confirmed.set(alike(clause, exchange), this.confirmedAlike(clause, exchange) + 1);
  }

  /** Puts an accepted answer into the history of the run. */
  remember(
    pair: Pair,
    identifier: string,
    exchange: Exchange,
    asked: Pick<Observation, 'asked' | 'label' | 'probes' | 'beside'>,
  ): void {
    this.ledger.observe(this.history.remember(pair, identifier, exchange, asked));
  }
}

const alike = (clause: ClauseId, exchange: Exchange): string => JSON.stringify([clause, cameOf(exchange)]);
