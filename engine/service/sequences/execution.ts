/** One execution of a sequence against the service, on subjects that are new: what it got, its story, the first rule broken. */

import { type Basis, conformingDraft } from '../../../generators/basis.js';
import { fc } from '../../../generators/fast-check.js';
import { families } from '../../../generators/identities/families/index.js';
import { memberCase } from '../../../generators/identities/family.js';
import type { Model, Performer, Sequence } from '../../../generators/identities/sequence/command.js';
import type { NeighbourStep, PairName, RefusedStep, Step } from '../../../generators/identities/sequence/step.js';
import { tellStep } from '../../../generators/identities/sequence/tell.js';
import type { NamedCase } from '../../../generators/named-case.js';
import { type Spelling, spellingFacts } from '../../../generators/spellings/spelling.js';
import { violationOf } from '../../../generators/violations/catalogue.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { classify } from '../../../verdicts/service/classify.js';
import { type Observation, pairKey } from '../../../verdicts/service/history.js';
import { judgeHistory } from '../../../verdicts/service/judge-history.js';
import type { Finding } from '../../../verdicts/service/outcome.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { Exchange, SendOptions } from '../../../wire/exchange.js';
import type { RequestDraft } from '../../../wire/request.js';
import { bookAccepted } from '../accept.js';
import { bookSpelled } from '../accept-all.js';
import { bookLostRace } from '../lost-race.js';
import { callsAtOnce, plainCase } from '../plain-cases.js';
import type { ProbeContext } from '../probe-context.js';
import { type FirstAsking, splitClause } from './asking.js';
import { type Line, tellIdentifiers, tellStatus } from './story.js';

/** An answer to a conforming request of a step. Its case is that of the pair in the history: its family and relation, or what the step does. */
interface Asked extends NamedCase {
  readonly pair: Pair;
  readonly exchange: Exchange;
  readonly blames?: ClauseId;
  /** Written plainly. */
  readonly make: () => RequestDraft;
  /** How it was written. */
  readonly spellings?: readonly Spelling[];
}

export class Execution implements Performer {
  /** Steps done, in order. */
  readonly steps: Step[] = [];
  readonly story: Line[] = [];
  readonly observations: Observation[] = [];
  /** The first rule of the history that was broken; nothing is done after it. */
  broken: Finding | undefined;
  readonly #context: ProbeContext;
  readonly #name: string;
  readonly #booksRefusals: boolean;
  readonly #kept: (() => void)[] = [];
  readonly #first = new Map<string, FirstAsking>();
  #requests = 0;
  #others = 0;

  /** @param name new in the run. @param booksRefusals whether a refused conforming request is judged, or only ends it. */
  constructor(context: ProbeContext, name: string, booksRefusals: boolean) {
    this.#context = context;
    this.#name = name;
    this.#booksRefusals = booksRefusals;
  }

  /** Does the steps one after the other against a model that is empty at first. Run it once. */
  run(commands: Sequence): Promise<void> {
    const model: Model = { identifiers: new Map(), over: false };
    return fc.asyncModelRun(() => ({ model, real: this }), commands);
  }

  async perform(step: Step, model: Model): Promise<void> {
    this.steps.push(step);
    switch (step.kind) {
      case 'establish': {
        const { pair, connection, spellings } = step;
        const named = plainCase('a-step-of-a-sequence', tellStep(step), spellingFacts(spellings));
        return this.#judge(step, model, [await this.#ask(this.#pair(pair), named, { connection }, spellings)]);
      }
      case 'at once':
        return this.#judge(step, model, await this.#race(this.#pair(step.pair), step.calls));
      case 'neighbour':
        return this.#judge(step, model, await this.#neighbours(step));
      case 'others':
        return this.#judge(step, model, await this.#strangers(step.count));
      case 'refused':
        return this.#refused(step);
      case 'wait':
        await this.#context.run.sending.wait(step.ms);
        this.story.push({ text: tellStep(step), waitMs: step.ms, done: { step, came: [] }, pairs: [] });
    }
  }

  /** Puts what was observed into the history of the run. For executions that hold: those that fail tell it themselves. */
  remember(): void {
    for (const keep of this.#kept) keep();
  }

  async #judge(step: Step, model: Model, asked: readonly Asked[]): Promise<void> {
    const knownBefore = new Set(model.identifiers.keys());
    const refused = asked.filter((one) => !this.#observe(one));
    const seen = this.observations.slice(this.observations.length - (asked.length - refused.length));
    for (const one of seen) {
      if (!model.identifiers.has(pairKey(one))) model.identifiers.set(pairKey(one), one.identifier);
    }
    [this.broken] = judgeHistory(this.observations);
    const statuses = [...new Set(refused.map(({ exchange }) => tellStatus(exchange)))];
    const came = [...(seen.length === 0 ? [] : [tellIdentifiers(seen, this.broken)]), ...statuses];
    const exchange = this.broken?.exchange ?? asked.at(-1)?.exchange.number;
    this.story.push({
      text: `${tellStep(step)}: ${came.join(' and ')}`,
      exchange,
      ...actionOf(step, asked),
      done: { step, came: [...seen.map(({ identifier }) => identifier), ...statuses] },
      pairs: asked.map(({ pair }) => pairKey(pair)),
    });
    model.over = this.broken !== undefined || refused.length > 0;
    if (!this.#booksRefusals) return;
    const isRace = step.kind === 'at once' && refused.length > 0;
    if (isRace && (await bookLostRace(this.#context, asked, (pair) => knownBefore.has(pairKey(pair))))) return;
    for (const { exchange, spellings = [], ...one } of refused) {
      if (spellings.length === 0) await bookAccepted(this.#context, one, exchange);
      else await bookSpelled(this.#context, one, spellings, exchange);
    }
  }

  /** Takes up the identifier that came; false when none did. */
  #observe({ pair, exchange, case: asked, label }: Asked): boolean {
    const classified = classify(exchange);
    const identifier = classified.kind === 'accepted' ? classified.identifier : undefined;
    if (identifier === undefined) return false;
    const key = pairKey(pair);
    const position = this.steps.length - 1;
    const step = this.steps.at(-1);
    const first = this.#first.get(key) ?? (step === undefined ? undefined : { step, position });
    if (first === undefined) return false;
    this.#first.set(key, first);
    const probes = splitClause(this.steps, first);
    const connection = exchange.connection.id;
    const times = this.#context.history.timesOf(exchange);
    const how = { asked, label, probes };
    this.observations.push({ ...pair, identifier, exchange: exchange.number, connection, ...times, ...how });
    this.#kept.push(() => this.#context.remember(pair, identifier, exchange, how));
    return true;
  }

  async #ask(
    pair: Pair,
    named: NamedCase,
    send: SendOptions = {},
    spellings: readonly Spelling[] = [],
  ): Promise<Asked> {
    const make = (): RequestDraft => this.#conforming(pair);
    const draft = spellings.reduce((plain, { apply }) => apply(plain), make());
    const exchange = await this.#context.send(draft, { accepted: pair }, send);
    return { ...named, pair, exchange, make, spellings };
  }

  async #race(pair: Pair, calls: number): Promise<readonly Asked[]> {
    const pairs = Array.from({ length: calls }, () => pair);
    const make = (): RequestDraft => this.#conforming(pair);
    const exchanges = await this.#context.race(pairs, make);
    return exchanges.map((exchange) => ({ ...callsAtOnce(calls), pair, exchange, make }));
  }

  /** Two members of one family: the first, and the one of the relation. */
  async #neighbours({ of, family, relation }: NeighbourStep): Promise<readonly Asked[]> {
    const { channel, subject } = this.#pair(of);
    const members = families.find(({ slug }) => slug === family.slug)?.members(subject) ?? [];
    const asked: Asked[] = [];
    for (const member of members.filter((one, index) => index === 0 || one.slug === relation.slug)) {
      const pair = { channel, subject: member.subject };
      const answer = await this.#ask(pair, memberCase(family, member));
      asked.push({ ...answer, blames: 'body/participants/subject/any-text' });
    }
    return asked;
  }

  async #strangers(count: number): Promise<readonly Asked[]> {
    const asked: Asked[] = [];
    for (let index = 0; index < count; index += 1) {
      this.#others += 1;
      const subject = this.#context.word(`seq-${this.#name}-other-${this.#others}`);
      asked.push(await this.#ask({ channel: this.#context.channel, subject }, plainCase('one-of-some-others')));
    }
    return asked;
  }

  /** What comes is not judged here: every violation has a probe of its own. */
  async #refused(step: RefusedStep): Promise<void> {
    const pair = this.#pair(step.pair);
    const violation = violationOf(this.#basis(pair), step.violation);
    if (violation === undefined) return;
    const exchange = await this.#context.send(violation.draft, 'refused');
    const came = tellStatus(exchange);
    const { at, label } = step;
    this.story.push({
      text: `${tellStep(step)}: ${came}`,
      exchange: exchange.number,
      sends: [exchange.number],
      violation: { ...step.violation, at, label },
      done: { step, came: [came] },
      pairs: [pairKey(pair)],
    });
  }

  #pair({ letter, channel }: PairName): Pair {
    const { channels } = this.#context;
    return {
      channel: (channel === 'other' ? channels[1] : undefined) ?? this.#context.channel,
      subject: this.#context.word(`seq-${this.#name}-${letter.toLowerCase()}`),
    };
  }

  #conforming(pair: Pair): RequestDraft {
    return conformingDraft(this.#basis(pair));
  }

  /** RequestIds follow from the execution, so that it does not matter how several in flight take turns. */
  #basis(pair: Pair): Basis {
    this.#requests += 1;
    return this.#context.basis(pair, this.#context.fixedRequestId(`sequence ${this.#name}/${this.#requests}`));
  }
}

/** What it takes to do a step again. */
function actionOf(step: Step, asked: readonly Asked[]): Pick<Line, 'others' | 'sends' | 'calls'> {
  const sends = asked.map(({ exchange }) => exchange.number);
  if (step.kind === 'others') return { others: step.count };
  return step.kind === 'at once' ? { sends: sends.slice(-1), calls: step.calls } : { sends };
}
