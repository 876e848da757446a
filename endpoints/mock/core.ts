/**
 * The core of the mock: a pure model of the service over bytes. It knows nothing of sockets or msw; every way into the
 * mock ends here, so all share one set of conversations.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { defaultEdition, type EditionId, editionOf } from '../../schemas/editions/editions.js';
import { readContentType } from '../../wire/http/content-type-reader.js';
import { readMultipart } from '../../wire/multipart/multipart-reader.js';
import type { MultipartPart } from '../../wire/multipart/part-reader.js';
import { type Answer, jsonAnswer } from './answer.js';
import type { Behaviour, Context, Outcome } from './behaviour.js';
import { firstRefusal } from './check.js';
import { authorizationChecks } from './checks/authorization.js';
import { authorizationContextChecks } from './checks/authorization-context.js';
import { channelAddressIdentifierChecks, unknownChannelCheck } from './checks/channel-address-identifier.js';
import { contentTypeChecks } from './checks/content-type.js';
import { jsonBodyChecks, jsonValuesChecks } from './checks/json-body.js';
import { jsonContentTypeChecks } from './checks/json-content-type.js';
import { multipartChecks } from './checks/multipart.js';
import { operationChecks } from './checks/operation.js';
import { orgIdChecks } from './checks/org-id.js';
import { entriesOf, participantsChecks, participantsJsonCheck } from './checks/participants.js';
import { requestIdChecks } from './checks/request-id.js';
import { Conversations, type Pair } from './conversations.js';
import { type FormValues, type JsonReader, readBody, readForm, readJson } from './form.js';
import type { AcceptedReading, HeadReading, PartsReading, ValuesReading } from './reading.js';
import { type Refusal, refusalAnswer } from './refusal.js';
import { headerOf, type ServiceRequest } from './service-request.js';
import type { Settings } from './settings.js';
import { isObject, type TokenReading, type TokenVerifier } from './token-verifier.js';

/** What the mock tells of one request: enough for a log line, nothing secret and nothing that the caller wrote but its path. */
export interface ExchangeNote {
  /** 1 for the first request. */
  readonly number: number;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly status: number;
  /** Why it was refused; absent when it was accepted or turned away at the door. */
  readonly refusal?: { readonly clause?: ClauseId; readonly code: number; readonly message: string };
  readonly durationMs: number;
}

export interface CoreOptions {
  /** The edition that it speaks; 61.0 when absent. */
  readonly edition?: EditionId;
  readonly settings: Settings;
  readonly verifier: TokenVerifier;
  readonly behaviours: readonly Behaviour[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onExchange?: (note: ExchangeNote) => void;
}

const headChecks = (isJson: boolean) => [
  ...operationChecks,
  ...authorizationChecks,
  ...(isJson ? jsonContentTypeChecks : contentTypeChecks),
  ...orgIdChecks,
  ...authorizationContextChecks,
  ...requestIdChecks,
];

interface BodyReading {
  readonly parts: readonly MultipartPart[];
  readonly values: FormValues;
}

export class Core {
  readonly conversations = new Conversations();
  /** Whether the server must keep the blanks around header values. */
  readonly wantsExactFields: boolean;
  readonly #options: CoreOptions;
  readonly #isJson: boolean;
  readonly #headChecks;
  readonly #valuesChecks;
  readonly #readJson: JsonReader;
  #requests = 0;
  #accepted = 0;

  constructor(options: CoreOptions) {
    this.#options = options;
    const { behaviours } = options;
    this.wantsExactFields = behaviours.some((behaviour) => behaviour.wantsExactFields === true);
    this.#isJson = editionOf(options.edition ?? defaultEdition).mediaType === 'application/json';
    this.#headChecks = headChecks(this.#isJson);
    this.#valuesChecks = [
      ...(this.#isJson ? jsonBodyChecks : [participantsJsonCheck]),
      ...channelAddressIdentifierChecks,
      ...(behaviours.some(({ createsChannels }) => createsChannels === true) ? [] : [unknownChannelCheck]),
      ...participantsChecks,
      ...(this.#isJson ? jsonValuesChecks : []),
    ];
    this.#readJson = (text) => readJson(text) ?? firstOf(behaviours, (behaviour) => behaviour.readsJson?.(text));
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
    const outcome = await this.#judge(received, context);
    if (outcome.kind === 'accepted') this.#accepted += 1;
    let answer = outcome.kind === 'accepted' ? this.#successAnswer(outcome.identifier) : refusalAnswer(outcome.refusal);
    for (const behaviour of this.#options.behaviours) answer = behaviour.answers?.(answer, outcome, context) ?? answer;
    this.#note(received, context.requests, answer, started, outcome);
    return answer;
  }

  async #judge(received: ServiceRequest, context: Context): Promise<Outcome> {
    const { behaviours, settings } = this.#options;
    const head = await this.#readHead(received, context);
    const headRefusal = firstRefusal(this.#headChecks, head, settings);
    if (headRefusal !== undefined) return refused(headRefusal, received);

    const body = this.#readBody(head);
    if ('refusal' in body) return refused(body.refusal, received);
    let { values } = body;
    for (const behaviour of behaviours) values = behaviour.rewrites?.(values, context) ?? values;
    const reading: ValuesReading = { ...head, parts: body.parts, values };
    const valuesRefusal = firstRefusal(this.#valuesChecks, reading, settings);
    const pair = pairOf(reading);
    if (valuesRefusal !== undefined || pair === undefined) return refused(valuesRefusal ?? unreadable, received);

    const accepted: AcceptedReading = { ...reading, pair };
    const refusal = firstOf(behaviours, (behaviour) => behaviour.refuses?.(accepted, context));
    if (refusal !== undefined) return refused(refusal, received);
    return { kind: 'accepted', identifier: await this.#identify(accepted, context), reading: accepted };
  }

  /** The values in the body; of a form that cannot be read, why. */
  #readBody(head: HeadReading): BodyReading | { readonly refusal: Refusal } {
    const { body } = head.request;
    if (this.#isJson) return { parts: [], values: readBody(body, this.#readJson) };
    const boundary = head.contentType?.parameters.get('boundary') ?? '';
    const parts: PartsReading = { ...head, multipart: readMultipart(body, boundary) };
    const refusal = firstRefusal(multipartChecks, parts, this.#options.settings);
    if (refusal !== undefined || !parts.multipart.ok) return { refusal: refusal ?? unreadable };
    return { parts: parts.multipart.parts, values: readForm(parts.multipart.parts, this.#readJson) };
  }

  /** In the later edition with the session, which belongs to the conversation. */
  #successAnswer(conversationIdentifier: string): Answer {
    if (!this.#isJson) return jsonAnswer(202, { conversationIdentifier, success: true });
    const hash = createHash('sha256').update(conversationIdentifier).digest('hex');
    return jsonAnswer(202, { conversationIdentifier, success: true, messagingSessionId: `0Mw${hash.slice(0, 12)}` });
  }

  async #readHead(received: ServiceRequest, context: Context): Promise<HeadReading> {
    const { behaviours } = this.#options;
    let request = received;
    for (const behaviour of behaviours) request = behaviour.receives?.(request, context) ?? request;
    const token = await this.#readToken(request, context);
    const contentType = readContentType(headerOf(request, 'content-type') ?? '');
    return {
      received,
      request,
      ...(token === undefined ? {} : { token }),
      ...(contentType === undefined ? {} : { contentType }),
    };
  }

  async #readToken(request: ServiceRequest, context: Context): Promise<TokenReading | undefined> {
    const text = /^bearer +(.+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
    if (text === undefined) return undefined;
    const token = await this.#options.verifier.verify(text);
    const trusted = token.outcome !== 'valid' && this.#options.behaviours.some((b) => b.trusts?.(token, context));
    if (!trusted) return token;
    // Taken for the org's own token, which may have expired where tokens live for seconds.
    return { ...(await this.#options.verifier.verify(this.#options.settings.accessToken)), outcome: 'valid' };
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

const unreadable: Refusal = { status: 400, code: 10089, message: 'The body cannot be read.' };

function refused(refusal: Refusal, received: ServiceRequest): Outcome {
  return { kind: 'refused', refusal, received };
}

/** The pair that a request asks for: its channel and the subject of its first entry. */
function pairOf({ values }: ValuesReading): Pair | undefined {
  const [entry] = entriesOf(values.participants);
  const subject = isObject(entry) ? entry.subject : undefined;
  const channel = values.channelAddressIdentifier;
  return typeof channel === 'string' && typeof subject === 'string' ? [channel, subject] : undefined;
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
