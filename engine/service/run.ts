/**
 * A run against one service: what all of its probes share, and how it stands: whether it is lost, stalls, or has a small
 * budget. Each probe gets a context of its own from it.
 */
import { systemClock } from '../../endpoints/sender/clock.js';
import { classify } from '../../verdicts/service/classify.js';
import { pairKey } from '../../verdicts/service/history.js';
import type { Finding } from '../../verdicts/service/outcome.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange, Sender } from '../../wire/exchange.js';
import type { Accepted } from './accept.js';
import { Conversations } from './conversations.js';
import { Ledger } from './ledger.js';
import { type LevelPlan, levelPlans, planWithinBudget } from './level-plan.js';
import { Names, type Surroundings } from './names.js';
import type { Place, Probe } from './probe.js';
import { ProbeContext } from './probe-context.js';
import { needsNewSubjects } from './reuse-subjects.js';
import type { Round } from './rounds.js';
import { RunHistory } from './run-history.js';
import type { RunOptions } from './run-options.js';
import { Sending } from './sending.js';
import { TokenKeeper } from './token-keeper.js';
import { isStall } from './transport-trouble.js';
import type { Trouble } from './trouble.js';

export interface RunSetup {
  /** Holds the token of the target for ever when it is left out. */
  readonly tokens?: TokenKeeper;
  /** Whether a text shares a piece with the token; none does when it is left out. */
  readonly carriesToken?: (text: string) => boolean;
  /** Added to the numbers of exchanges, so that those of several workers differ. */
  readonly numberOffset?: number;
  /** The budget does not pay for the level: the run goes rank by rank, as far as the budget goes. */
  readonly withinBudget?: boolean;
}

/** What the first control on a channel got. */
export interface FirstControl {
  readonly pair: Pair;
  readonly exchange: Exchange;
}

/** Confirmed findings of requests without an answer behind which a service is known to leave them so. */
const mostStalls = 3;

export class Run {
  readonly options: RunOptions;
  readonly history: RunHistory;
  readonly sending: Sending;
  /** Those that the operation goes on in. */
  readonly conversations: Conversations;
  readonly surroundings: Surroundings;
  /** Of requests that belong to no probe. */
  readonly names: Names;
  readonly carriesToken: (text: string) => boolean;
  readonly withinBudget: boolean;
  /** Spellings that were accepted, and those that were refused alone, by clause and slug. */
  readonly spellings = { proved: new Set<string>(), blamed: new Set<string>() } as const;
  /** What is due now; everything when nobody has begun a round. */
  round: Round;
  /** Whether anything was sent that must be refused. */
  hasRefused = false;
  /** A plain call for a new pair failed, and others did not: a failure may have nothing to do with what was asked. */
  breaksNowAndThen = false;
  /** Pairs asked for again by the closing audit. */
  audited = 0;
  /** Of the first controls; the next probe takes them into its ledger. */
  readonly openFindings: Finding[] = [];
  /** Until the one probe that books them takes them out: from then on the history holds them. */
  readonly firstControls: FirstControl[] = [];
  #channels: readonly string[];
  #sharedControl: Accepted | undefined;
  #lost: Trouble | undefined;
  #stalls = 0;

  /** Make it right after its sender, from which exchanges count their times. */
  constructor(options: RunOptions, sender: Sender, setup: RunSetup = {}) {
    const { tokens = new TokenKeeper({ credentials: options.target.credentials }), numberOffset = 0 } = setup;
    this.options = options;
    this.#channels = options.target.credentials.channels;
    this.carriesToken = setup.carriesToken ?? (() => false);
    this.withinBudget = setup.withinBudget ?? false;
    this.round = { above: 0, upTo: this.plan.ranks, ends: true };
    this.history = new RunHistory(options, numberOffset, (options.clock ?? systemClock).wallMs());
    this.surroundings = {
      credentials: () => tokens.credentials,
      channels: () => this.#channels,
      conversationOf: (pair) => this.conversations.of(pair),
    };
    this.names = new Names(options, '', this.surroundings);
    this.sending = new Sending(sender, tokens, this.history, this.names, (trouble) => this.lose(trouble));
    this.conversations = new Conversations(options, this.surroundings, this.sending);
  }

  /** What a probe works with: a ledger, and RequestIds that depend on the probe alone, so that leaving out others changes nothing. */
  contextFor(place: Place, probe: Probe): ProbeContext {
    const ledger = new Ledger(this.options.reuseSubjects === true ? needsNewSubjects : undefined);
    return new ProbeContext(this, `${place.name}/${probe.clause}/${probe.title}`, ledger);
  }

  get plan(): LevelPlan {
    const { level } = this.options;
    return this.withinBudget ? planWithinBudget(level) : levelPlans[level];
  }

  /**
   * Whether it may send little. Then each request proves as much as it can, refusals share a control, and what is asked
   * for again is what is there already.
   */
  get isEconomical(): boolean {
    return this.withinBudget || Number.isFinite(this.plan.ranks);
  }

  begin(round: Round): Round {
    this.round = round;
    return round;
  }

  /**
   * Requests kept back for the repeats that prove a failure, and for the last look at the oldest pair. Few are enough:
   * what fails earlier is repeated at the cost of what would have come later and tells less.
   */
  get reserve(): number {
    const { maxRequests = 0 } = this.options;
    return this.withinBudget ? Math.max(1, Math.floor(maxRequests / 100)) : 0;
  }

  /** Requests that the budget still pays for; infinite without one. */
  get left(): number {
    return Math.max(0, (this.options.maxRequests ?? Number.POSITIVE_INFINITY) - this.sending.sender.counts.requests);
  }

  /** The channels that are asked before the first probe: in an economical run two of them must do. */
  get firstChannels(): readonly string[] {
    return this.isEconomical ? this.names.channels.slice(0, 2) : this.names.channels;
  }

  /** The identifier that a pair got first in this run. */
  identifierOf(pair: Pair): string | undefined {
    const first = this.firstControls.find((one) => pairKey(one.pair) === pairKey(pair));
    const known = first === undefined ? undefined : classify(first.exchange);
    return known?.kind === 'accepted' ? known.identifier : this.history.identifierOf(pair);
  }

  /** The control that refusals share in an economical run, once it was accepted: the first control, until a token needs another. */
  get sharedControl(): Accepted | undefined {
    return this.#sharedControl?.through === true ? this.#sharedControl : undefined;
  }

  shareControl(control: Accepted): Accepted {
    this.#sharedControl = control;
    return control;
  }

  /** Calls that were accepted; the history does not hold first controls that nobody has booked. */
  get acceptedCalls(): number {
    return this.history.observations.length + this.firstControls.length;
  }

  /** Asks for no pair on a channel any more: it is refused while others are accepted. */
  leaveOut(channel: string): void {
    this.#channels = this.#channels.filter((one) => one !== channel);
  }

  /** Set once the endpoint is out of reach or takes our token no longer: what is left is inconclusive. */
  get lost(): Trouble | undefined {
    return this.#lost;
  }

  /** The first trouble is the one that is told. */
  lose(trouble: Trouble): void {
    this.#lost ??= trouble;
  }

  /** A service that leaves some requests unanswered must not cost a time-out for each of them. */
  get isStalling(): boolean {
    return this.#stalls >= mostStalls;
  }

  /** Counts an exchange that was left without an answer, or throttled to the end. */
  noteStall(exchange: Exchange): void {
    if (!isStall(exchange)) return;
    this.#stalls += 1;
    this.sending.hurry();
  }
}
