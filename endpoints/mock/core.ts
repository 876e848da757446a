/**
 * The core of the mock: a pure model of the service over bytes. It knows nothing of sockets or msw; every way into the
 * mock ends here, so all share one set of conversations.
 */
import { randomUUID } from 'node:crypto';
import { defaultEdition } from '../../schemas/editions/editions.js';
import { type Answer, type Refusal, refusalAnswer } from './answer.js';
import type { Behaviour, Context, Outcome } from './behaviour.js';
import { readValues, unreadable } from './body-reader.js';
import { firstRefusal } from './check.js';
import { headChecksOf } from './checks/headers.js';
import { Conversations } from './conversations.js';
import { readHead } from './head-reader.js';
import { bodyKindIn, type MockOperation } from './operation.js';
import { mockOperations, operationsAt } from './operations.js';
import type { AcceptedReading, HeadReading } from './reading.js';
import type { ServiceRequest } from './service-request.js';
import type { Settings } from './settings.js';
import type { TokenVerifier } from './token-verifier.js';

/** What the mock tells of one request: enough for a log line, nothing secret and nothing that the caller wrote but its path. */
export interface ExchangeNote {
  /** 1 for the first request. */
  readonly number: number;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly status: number;
  /** Why it was refused; absent when it was accepted or turned away at the door. */
  readonly refusal?: { readonly clause?: string; readonly code: number; readonly message: string };
  readonly durationMs: number;
}

export interface CoreOptions {
  /** The edition that it speaks; 61.0 when absent. */
  readonly edition?: string;
  readonly settings: Settings;
  readonly verifier: TokenVerifier;
  readonly behaviours: readonly Behaviour[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onExchange?: (note: ExchangeNote) => void;
}

export class Core {
  readonly conversations = new Conversations();
  /** The edition that it speaks. */
  readonly edition: string;
  /** Whether the server must keep the blanks around header values. */
  readonly wantsExactFields: boolean;
  readonly #options: CoreOptions;
  readonly #createsChannels: boolean;
  #requests = 0;
  #accepted = 0;

  constructor(options: CoreOptions) {
    this.#options = options;
    const { behaviours } = options;
    this.edition = options.edition ?? defaultEdition;
    this.wantsExactFields = behaviours.some((behaviour) => behaviour.wantsExactFields === true);
    this.#createsChannels = behaviours.some(({ createsChannels }) => createsChannels === true);
  }

  /** Answers one request. Never rejects. */
  async handle(received: ServiceRequest): Promise<Answer> {
    const started = performance.now();
    this.#requests += 1;
    const context = this.#context();
    const turnedAway = firstOf(this.#options.behaviours, (behaviour) => behaviour.admits?.(context));
    if (turnedAway !== undefined) {
      this.#note(received, context.requests, turnedAway, started);
      return turnedAway;
    }
    const head = await readHead(received, context, this.#options);
    const operation = this.#find(head.request);
    const outcome =
      'refusal' in operation ? refused(operation.refusal, received) : await this.#judge(head, operation, context);
    if (outcome.kind === 'accepted') {
      this.#accepted += 1;
      this.conversations.give(outcome.identifier);
    }
    let answer =
      'refusal' in operation || outcome.kind === 'refused'
        ? refusalAnswer(outcome.kind === 'refused' ? outcome.refusal : unreadable)
        : operation.answer(outcome, this.edition);
    for (const behaviour of this.#options.behaviours) answer = behaviour.answers?.(answer, outcome, context) ?? answer;
    this.#note(received, context.requests, answer, started, outcome);
    return answer;
  }

  /** The operation of a method and a target. */
  #find({ method, target }: ServiceRequest): MockOperation | { readonly refusal: Refusal } {
    const there = operationsAt(target, this.edition);
    const operation = there.find((one) => one.method === method);
    if (operation !== undefined) return operation;
    const [nearest = mockOperations(this.edition)[0]] = there;
    const clause = nearest === undefined ? {} : { clause: nearest.endpoint };
    if (there.length === 0) {
      return { refusal: { ...clause, status: 404, code: 404, message: 'There is no such resource.' } };
    }
    const methods = there.map((one) => one.method).join(', ');
    return { refusal: { ...clause, status: 405, code: 405, message: `The resource takes ${methods} only.` } };
  }

  async #judge(head: HeadReading, operation: MockOperation, context: Context): Promise<Outcome> {
    const { received } = head;
    const { behaviours, settings } = this.#options;
    const checking = { edition: this.edition, settings, conversations: this.conversations };
    const kind = bodyKindIn(operation, this.edition);
    const headRefusal = firstRefusal(headChecksOf[kind], head, checking);
    if (headRefusal !== undefined) return refused(headRefusal, received);

    const body = readValues(head, operation, kind, behaviours, checking);
    if (!body.ok) return refused(body.refusal, received);
    let { values } = body.reading;
    for (const behaviour of behaviours) values = behaviour.rewrites?.(values, context) ?? values;
    const reading = { ...body.reading, values };
    const checks = operation.checks.filter((check) => !this.#createsChannels || check !== operation.channelCheck);
    const valuesRefusal = firstRefusal(checks, reading, checking);
    if (valuesRefusal !== undefined) return refused(valuesRefusal, received);
    if (operation.pairOf === undefined) return { kind: 'done', reading };

    const pair = operation.pairOf(values);
    if (pair === undefined) return refused(unreadable, received);
    const accepted: AcceptedReading = { ...reading, pair };
    const refusal = firstOf(behaviours, (behaviour) => behaviour.refuses?.(accepted, context));
    if (refusal !== undefined) return refused(refusal, received);
    return { kind: 'accepted', identifier: await this.#identify(accepted, context), reading: accepted };
  }

  #identify(reading: AcceptedReading, context: Context): string | Promise<string> {
    let pair = reading.pair;
    for (const behaviour of this.#options.behaviours) pair = behaviour.keys?.(pair, reading, context) ?? pair;
    const findOrMake = () => {
      const known = this.conversations.find(pair);
      if (known !== undefined) return known;
      const identifier = context.newIdentifier();
      this.conversations.insert(pair, identifier);
      return identifier;
    };
    const identify = this.#options.behaviours.reduce<() => string | Promise<string>>(
      (next, behaviour) => () => behaviour.identifies?.(next, pair, reading, context) ?? next(),
      findOrMake,
    );
    return identify();
  }

  #context(): Context {
    const { settings, now, behaviours } = this.#options;
    return {
      settings,
      conversations: this.conversations,
      requests: this.#requests,
      accepted: this.#accepted,
      now,
      newIdentifier: () => firstOf(behaviours, (behaviour) => behaviour.newIdentifier?.()) ?? randomUUID(),
    };
  }

  #note(received: ServiceRequest, number: number, answer: Answer, started: number, outcome?: Outcome): void {
    if (this.#options.onExchange === undefined) return;
    const refusal = outcome?.kind === 'refused' ? outcome.refusal : undefined;
    this.#options.onExchange({
      number,
      method: received.method,
      path: received.target.split('?', 1)[0] ?? '',
      status: answer.status,
      ...(refusal === undefined ? {} : { refusal }),
      durationMs: performance.now() - started,
    });
  }
}

function refused(refusal: Refusal, received: ServiceRequest): Outcome {
  return { kind: 'refused', refusal, received };
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
