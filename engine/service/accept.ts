/** Sends a request that must be accepted, and again where it was not, and books what its judge makes of it. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { type Classified, classify } from '../../verdicts/service/classify.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange, SendOptions } from '../../wire/exchange.js';
import type { RequestDraft } from '../../wire/request.js';
import { confirm } from './confirm.js';
import { type AcceptanceEvidence, type AcceptanceFacts, isWrong, judgeAcceptance } from './judge-acceptance.js';
import type { ProbeContext } from './probe-context.js';
import { whyUndecided } from './transport-trouble.js';

export interface Acceptance extends AcceptanceFacts {
  readonly pair: Pair;
  /** The clause that is broken when the pair had another identifier before: that of all time when it is left out. */
  readonly probes?: ClauseId;
  /**
   * Makes the request, with a new RequestId at each call. The first call comes before the first await. The plain request
   * for the pair when it is left out.
   */
  readonly make?: () => RequestDraft;
  readonly send?: SendOptions;
  /** A pair with one unusual thing less, and the clause to blame when that is refused as well. */
  readonly simpler?: { readonly pair: Pair; readonly blames: ClauseId };
  /** Exchanges for other pairs that began in the same instant. */
  readonly beside?: readonly number[];
}

export interface Accepted {
  /** Present when an identifier came. */
  readonly identifier?: string;
  /** A 2xx answer came: as a control this lets refusals count, whatever the body lacks. */
  readonly through: boolean;
  readonly exchange: Exchange;
}

export async function accept(context: ProbeContext, acceptance: Acceptance): Promise<Accepted> {
  const exchange = await context.send(draftOf(context, acceptance), { accepted: acceptance.pair }, acceptance.send);
  return bookAccepted(context, acceptance, exchange);
}

/** The request anew. */
export function draftOf(context: ProbeContext, { pair, make }: Pick<Acceptance, 'pair' | 'make'>): RequestDraft {
  return make?.() ?? context.conforming(pair);
}

/** Books an exchange that is there already, as `accept` does after sending. */
export async function bookAccepted(
  context: ProbeContext,
  acceptance: Acceptance,
  answered: Exchange,
): Promise<Accepted> {
  let exchange = answered;
  const isThrough = ({ kind }: Classified): boolean => kind === 'accepted' || kind === 'malformed success';
  let classified = classify(exchange);
  const evidence = await evidenceOf(context, acceptance, exchange, classified.kind);
  context.ledger.book(judgeAcceptance(acceptance, evidence, context.run));
  if (evidence.confirmed?.how === 'on kept connections') {
    // As a control, and for the history, what came on a new connection counts.
    exchange = evidence.confirmed.passed;
    classified = classify(exchange);
    context.run.sending.avoidKeptConnections();
  }
  const through = isThrough(classified);
  if (classified.kind !== 'accepted' || classified.identifier === undefined || context.operation.key === undefined) {
    return { through, exchange };
  }
  const { identifier } = classified;
  const { pair, case: asked, label, probes = 'behaviour/same-pair/for-ever', beside } = acceptance;
  context.remember(pair, identifier, exchange, { asked, label, probes, ...(beside === undefined ? {} : { beside }) });
  return { identifier, through, exchange };
}

/** Sends what it takes to judge what came. */
function evidenceOf(
  context: ProbeContext,
  acceptance: Acceptance,
  exchange: Exchange,
  kind: Classified['kind'],
): Promise<AcceptanceEvidence> | AcceptanceEvidence {
  if (kind === 'accepted') return { exchange };
  return kind === 'malformed success'
    ? brokenSuccessOf(context, acceptance, exchange)
    : failureOf(context, acceptance, exchange);
}

/** A success that is broken is the doing of the case where it comes again, and a plain new pair gets a whole one. */
async function brokenSuccessOf(
  context: ProbeContext,
  acceptance: Acceptance,
  exchange: Exchange,
): Promise<AcceptanceEvidence> {
  const { pair, blames = 'answer/success/status', send } = acceptance;
  // A service that never answers a whole one has said all that there is to say.
  if (blames === 'answer/success/status' || context.history.observations.length === 0) return { exchange };
  const options = { ...send, connection: 'fresh', leaves: 0 } as const;
  const again = await context.send(draftOf(context, acceptance), { accepted: pair }, options);
  if (classify(again).kind !== 'malformed success') return { exchange };
  const plain = await askNewPair(context);
  return classify(plain).kind === 'accepted' ? { exchange, plain } : { exchange };
}

/** New pairs asked for when a failure did not come again; enough to meet what happens once in a dozen. */
const newPairs = 30;

/** Sends what it takes to judge a request that was not accepted. */
async function failureOf(
  context: ProbeContext,
  acceptance: Acceptance,
  exchange: Exchange,
): Promise<AcceptanceEvidence> {
  const cause = await whyUndecided(context, exchange);
  if (cause !== undefined) return { exchange, cause };
  const options = { ...acceptance.send, leaves: 0 };
  const again = (connection: SendOptions['connection']) =>
    context.send(draftOf(context, acceptance), { accepted: acceptance.pair }, { connection, ...options });
  const confirmed = await confirm(again, isWrong);
  const { run } = context;
  const evidence = { exchange, confirmed, calls: run.acceptedCalls };
  if (confirmed.how === 'not again') {
    const asked = await askNewPairs(context);
    run.breaksNowAndThen ||= asked.some(isWrong);
    return { ...evidence, newPairs: asked };
  }
  run.noteStall(confirmed.exchange);
  if (confirmed.how === 'on kept connections') return evidence;
  const plain = await askNewPair(context);
  const { simpler } = acceptance;
  if (simpler === undefined || isWrong(plain)) return { ...evidence, plain };
  const less = await context.send(context.conforming(simpler.pair), { accepted: simpler.pair }, { leaves: 0 });
  return { ...evidence, plain, ...(isWrong(less) ? { simplerBlames: simpler.blames } : {}) };
}

/** Plain calls for new pairs, side by side, as many as the budget has. */
export function askNewPairs(context: ProbeContext): Promise<readonly Exchange[]> {
  return Promise.all(Array.from({ length: Math.min(newPairs, context.run.left) }, () => askNewPair(context)));
}

async function askNewPair(context: ProbeContext): Promise<Exchange> {
  const [pair, requestId] = [context.newPair(), context.nextRequestId()];
  await context.open(pair);
  return context.send(context.conforming(pair, requestId), { accepted: pair }, { leaves: 0 });
}
