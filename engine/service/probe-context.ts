/** What one probe works with: names and a ledger of its own, and its way to the run that it shares with the others. */
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

  constructor(run: Run, scope: string, ledger: Ledger) {
    super(run.options, scope, run.surroundings);
    this.run = run;
    this.ledger = ledger;
    this.history = run.history;
    this.tokens = run.sending.tokens;
  }

  get plan(): LevelPlan {
    return this.run.plan;
  }

  /** Whether a clause that every request books anyway needs requests of its own: not when others are sent as well. */
  get sendsForBookedClauses(): boolean {
    return !this.plan.economical || this.options.only.length > 0;
  }

  /** Sees to the conversation that requests for a pair go on in, where the operation needs one. */
  async open(pair: Pair): Promise<Pair> {
    await this.run.conversations.open(pair);
    return pair;
  }

  send(draft: RequestDraft, expectation: Expectation, options: SendOptions = {}): Promise<Exchange> {
    return this.run.sending.send(draft, expectation, this, options);
  }

  /** Sends conforming requests for pairs at once, each on a connection of its own that is open before. */
  race(
    pairs: readonly Pair[],
    make = (pair: Pair): RequestDraft => this.conforming(pair),
  ): Promise<readonly Exchange[]> {
    return this.run.sending.race(pairs, make, this);
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
