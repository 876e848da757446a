/** Sends one replay case again: what comes before the case first, then the case, a race in rounds. Never rejects. */
import { type Clock, pass, systemClock } from '../../../endpoints/sender/clock.js';
import { createSender } from '../../../endpoints/sender/sender.js';
import { defaultEdition, isEditionId } from '../../../schemas/editions/editions.js';
import {
  defaultLayoutOf,
  defaultOperation,
  findOperation,
  layoutsOf,
  operationOf,
} from '../../../schemas/operations/operations.js';
import type { RequestForm } from '../../../schemas/operations/request-schema.js';
import type { ReplayCase, ReplayRequest } from '../../../schemas/record/replay-case.js';
import { createRedactor } from '../../../text/redactor.js';
import { classify, whatCame } from '../../../verdicts/service/classify.js';
import type { Exchange, Sender } from '../../../wire/exchange.js';
import type { WireRequest } from '../../../wire/request.js';
import { yieldingOperation } from '../conversations.js';
import type { Target } from '../run-options.js';
import { secretsOf } from '../secrets.js';
import { exchangeOf, judgeReplay, type Replayed, type ReplayVerdict, weighed } from './judge-replay.js';
import { conversationsOf, newConversation, type PreparedRequest, prepare } from './prepare.js';

export interface ReplayOptions {
  readonly target: Target;
  /** Requests a second. */
  readonly rate?: number;
  readonly maxRequests?: number;
  readonly signal?: AbortSignal;
  /** For tests: the time that pace, throttling and waits go by. */
  readonly clock?: Clock;
  /** Told before time is let pass, in milliseconds. */
  readonly onWait?: (ms: number) => void;
}

export interface ReplayResult extends Pick<ReplayVerdict, 'result' | 'reason'> {
  readonly requests: number;
  /** What came then and now, secrets removed; absent when nothing was sent that could be compared. */
  readonly difference?: { readonly before: Shown; readonly now: Shown };
}

interface Shown {
  /** In plain words: `202 with the identifier "x"`. */
  readonly came: string;
  /** The body of the answer. */
  readonly body: string;
}

/** A race shows itself by chance: this often it is given one. */
const racingRounds = 20;
/** Others under way at once: the order among them means nothing. */
const othersAtOnce = 8;

const isRace = (requests: readonly ReplayRequest[]): boolean =>
  requests.some(({ together, alongside }) => together > 1 || alongside === true);

/** All else is given some chances too, for a service may fail now and then, or on one of its nodes: more where a round asks once. */
const usualRounds = { askedOnce: 6, askedOften: 3 };

function roundsOf({ requests }: ReplayCase): number {
  if (isRace(requests)) return racingRounds;
  const isCostly = requests.some(({ others = 0, waitMs = 0 }) => others + waitMs > 0);
  const cases = requests.filter(({ role }) => role === 'case').length;
  if (isCostly) return 1;
  return cases === 1 ? usualRounds.askedOnce : usualRounds.askedOften;
}

/** How many requests a replay sends at most, retries left aside. */
export function requestsOf(replay: ReplayCase): number {
  const form = formOf(replay);
  const conversations = form === undefined ? 0 : conversationsOf(replay, form).length;
  const sent = replay.requests.reduce((sum, { together, others = 0 }) => sum + together + others, conversations);
  return sent * roundsOf(replay);
}

/** How long a replay waits at most, in milliseconds: as long as when it was recorded. */
export function waitsOf(replay: ReplayCase): number {
  return replay.requests.reduce((sum, { waitMs = 0 }) => sum + waitMs, 0) * roundsOf(replay);
}

export async function replayCase(replay: ReplayCase, options: ReplayOptions): Promise<ReplayResult> {
  const { target, rate: ratePerSecond, maxRequests, signal, clock } = options;
  const redactor = createRedactor(secretsOf(target.credentials));
  const carriesToken = (text: string): boolean => redactor.text(text) !== text;
  const form = formOf(replay);
  if (form === undefined) {
    return { result: 'INCONCLUSIVE', reason: `This version knows no operation ${replay.operation}.`, requests: 0 };
  }
  const calls = replay.requests.reduce((sum, { together }) => sum + together, 0);
  const limits = { concurrency: Math.max(othersAtOnce, calls), ratePerSecond, maxRequests, signal, clock };
  const sender = createSender({ baseUrl: target.baseUrl, userAgent: 'byoc-conformance', ...limits });
  try {
    let verdict: ReplayVerdict = { result: 'INCONCLUSIVE', reason: 'Nothing was sent.' };
    for (let round = 0; round < roundsOf(replay); round += 1) {
      const undecided = (reason: string): ReplayResult => {
        return { result: 'INCONCLUSIVE', reason: redactor.text(reason), requests: sender.counts.requests };
      };
      const opened = await openConversations(sender, replay, target.credentials, form);
      if (!opened.ok) return undecided(`The conversation that it goes on in was not established: ${opened.came}.`);
      const prepared = prepare(replay, target.credentials, form, opened.conversations);
      if (!prepared.ok) return undecided(`It cannot be sent: ${prepared.reason}.`);
      const sent = await sendStory(sender, prepared.requests, options);
      const { operation } = form;
      const asked = sent.map((one) => ({ ...one, exchange: { ...one.exchange, operation } }));
      verdict = judgeReplay(replay, asked, carriesToken);
      if (verdict.result !== 'FIXED') break;
    }
    const { result, reason, decisive } = weighed(replay, verdict);
    return redactor.value({
      result,
      reason,
      requests: sender.counts.requests,
      difference: decisive && differenceOf(decisive, form.operation),
    });
  } finally {
    await sender.close();
  }
}

/** Requests that start in the same instant, each by itself else. */
function volleysOf(requests: readonly PreparedRequest[]): readonly (readonly PreparedRequest[])[] {
  const volleys: PreparedRequest[][] = [];
  for (const request of requests) {
    const last = volleys.at(-1);
    if (last !== undefined && request.recorded.alongside === true) last.push(request);
    else volleys.push([request]);
  }
  return volleys;
}

async function sendStory(
  sender: Sender,
  requests: readonly PreparedRequest[],
  { signal, clock = systemClock, onWait = () => {} }: ReplayOptions,
): Promise<readonly Replayed[]> {
  const sent: Replayed[] = [];
  let answeredAt = clock.now();
  for (const volley of volleysOf(requests)) {
    const [first] = volley;
    if (first === undefined) continue;
    sent.push(...(await sendOthers(sender, first)));
    const waitMs = (first.recorded.waitMs ?? 0) - (clock.now() - answeredAt);
    if (waitMs > 0) {
      onWait(waitMs);
      await pass(clock, waitMs, signal);
    }
    sent.push(...(await sendVolley(sender, volley)));
    answeredAt = clock.now();
  }
  return sent;
}

async function sendOthers(sender: Sender, { recorded, others }: PreparedRequest): Promise<readonly Replayed[]> {
  const sent: Replayed[] = [];
  for (let index = 0; index < others.length; index += othersAtOnce) {
    const some = others.slice(index, index + othersAtOnce);
    const exchanges = await Promise.all(some.map(({ wire }) => sender.send(wire)));
    for (const [place, exchange] of exchanges.entries()) {
      sent.push({ role: 'other', recorded, exchange, pair: some[place]?.pair });
    }
  }
  return sent;
}

async function sendVolley(sender: Sender, volley: readonly PreparedRequest[]): Promise<readonly Replayed[]> {
  const [first] = volley;
  const isAlone = volley.length === 1 && first?.recorded.together === 1;
  const calls = volley.flatMap((request) => Array.from({ length: request.recorded.together }, () => request));
  const exchanges = isAlone
    ? [await sender.send(first.wire, { connection: first.recorded.connection })]
    : // Each call has a RequestId of its own, as one that is sent twice is a mistake of the connector.
      await sender.race(
        calls.map(({ wire }) => withOwnRequestId(wire)),
        { connection: volley.some(brokeOff) ? 'fresh' : 'pooled' },
      );
  return exchanges.flatMap((exchange, index): readonly Replayed[] => {
    const call = calls[index];
    return call === undefined ? [] : [{ role: call.recorded.role, recorded: call.recorded, exchange, pair: call.pair }];
  });
}

/** What breaks off on a kept connection is sent again by itself, as if the connection had grown old: that hides a race. */
const brokeOff = ({ recorded }: PreparedRequest): boolean => recorded.answered.failure !== undefined;

function withOwnRequestId(wire: WireRequest): WireRequest {
  const fields = wire.fields.map(([name, value]): [string, string] =>
    name.toLowerCase() === 'requestid' ? [name, crypto.randomUUID()] : [name, value],
  );
  return { ...wire, fields };
}

function differenceOf({ recorded, exchange }: Replayed, operation: string): NonNullable<ReplayResult['difference']> {
  const shown = (one: Exchange): Shown => ({
    came: whatCame(one),
    body: Buffer.from(one.answer?.body ?? []).toString('utf8'),
  });
  return { before: shown(exchangeOf(recorded, operation)), now: shown(exchange) };
}

/** Editions and layouts are known by name; a file may name one of a later suite. Undefined for an operation that is not known. */
function formOf({ operation = defaultOperation, edition: named, layout }: ReplayCase): RequestForm | undefined {
  const edition = isEditionId(named) ? named : defaultEdition;
  if (findOperation(operation) === undefined || layoutsOf(edition, operation).length === 0) return undefined;
  const known = layoutsOf(edition, operation).find((one) => one === layout);
  return { operation, edition, layout: known ?? defaultLayoutOf(edition, operation) };
}

type Opened =
  | { readonly ok: true; readonly conversations: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly came: string };

/** A new conversation for each that the requests go on in, by the operation that yields them. */
async function openConversations(
  sender: Sender,
  replay: ReplayCase,
  credentials: Target['credentials'],
  { operation, edition, ...form }: RequestForm,
): Promise<Opened> {
  const conversations = new Map<string, string>();
  const yielding = yieldingOperation(operationOf(operation), edition)?.id;
  if (yielding === undefined) return { ok: true, conversations };
  const layout = defaultLayoutOf(edition, yielding);
  for (const recorded of conversationsOf(replay, { ...form, operation, edition })) {
    const exchange = await sender.send(newConversation(credentials, { operation: yielding, edition, layout }));
    const classified = classify({ ...exchange, operation: yielding });
    const identifier = classified.kind === 'accepted' ? classified.identifier : undefined;
    if (identifier === undefined) return { ok: false, came: whatCame(exchange) };
    conversations.set(recorded, identifier);
  }
  return { ok: true, conversations };
}
