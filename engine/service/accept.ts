/** Sends a request that must be accepted and books what comes: the identifier, or whose clause is broken. */

import type { NamedCase } from '../../generators/named-case.js';
import type { Difference } from '../../generators/violations/violation.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { classify, whatCame } from '../../verdicts/service/classify.js';
import type { Finding, StoryStep } from '../../verdicts/service/outcome.js';
import type { Exchange, SendOptions } from '../../wire/exchange.js';
import type { RequestDraft } from '../../wire/request.js';
import { confirm } from './confirm.js';
import { plainCase } from './plain-cases.js';
import type { Pair, Session } from './session.js';
import { isNotReached, isServiceGone, isStall, isTrouble, undecidedCause } from './transport-trouble.js';

/** Its label says how the request is made: `part order reversed`. */
export interface Acceptance extends NamedCase {
  readonly pair: Pair;
  /** The clause that is broken when it is not accepted. */
  readonly blames: ClauseId;
  /** The clause that is broken when the pair had another identifier before. */
  readonly probes: ClauseId;
  /** Makes the request, with a new RequestId at each call. The first call comes before the first await. */
  readonly make: () => RequestDraft;
  readonly send?: SendOptions;
  readonly difference?: Difference;
  readonly control?: number;
  /** Exchanges for other pairs that began in the same instant. */
  readonly beside?: readonly number[];
  /** The sweep when it is left out. */
  readonly foundBy?: Finding['foundBy'];
  /** Path of fast-check to this case, when a search found it. */
  readonly path?: string;
}

export interface Accepted {
  /** Present when an identifier came. */
  readonly identifier?: string;
  /** A 2xx answer came: as a control this lets refusals count, whatever the body lacks. */
  readonly through: boolean;
  readonly exchange: Exchange;
}

const successClauses = [
  'answer/success/status',
  'answer/success/json-object',
  'answer/success/conversation-identifier/required',
  'answer/success/conversation-identifier/string',
  'answer/success/conversation-identifier/non-empty',
] as const satisfies readonly ClauseId[];

export async function accept(session: Session, acceptance: Acceptance): Promise<Accepted> {
  const exchange = await session.send(acceptance.make(), { accepted: acceptance.pair }, acceptance.send);
  return judgeAccepted(session, acceptance, exchange);
}

/** Judges an exchange that is there already, as `accept` does after sending. */
export async function judgeAccepted(session: Session, acceptance: Acceptance, exchange: Exchange): Promise<Accepted> {
  const { ledger } = session;
  const classified = classify(exchange);
  if (classified.kind === 'accepted') {
    for (const clause of successClauses) ledger.pass(clause);
    const { pair, case: asked, label, probes, beside } = acceptance;
    session.remember(pair, classified.identifier, exchange, {
      asked,
      label,
      probes,
      ...(beside === undefined ? {} : { beside }),
    });
    return { identifier: classified.identifier, through: true, exchange };
  }
  if (classified.kind === 'malformed success') {
    for (const { clause, at, problem } of classified.broken) {
      ledger.record({
        ...plainCase('any-success', acceptance.label),
        clause,
        verdict: 'nonconformant',
        expects: 'acceptance',
        foundBy: acceptance.foundBy ?? 'sweep',
        expected: '200, 201 or 202 with a JSON object whose conversationIdentifier is a non-empty string',
        got: whatCame(exchange),
        advice: `Mend the success answer: ${at.slice(1).replaceAll('/', '.')} ${problem}.`,
        exchange: exchange.number,
      });
    }
    return { through: true, exchange };
  }
  await bookRefused(session, acceptance, exchange);
  return { through: false, exchange };
}

/** Neither accepted nor anything that decides nothing. */
function isWrong(exchange: Exchange): boolean {
  const { kind } = classify(exchange);
  return kind !== 'accepted' && kind !== 'malformed success' && undecidedCause(exchange) === undefined;
}

/** New pairs asked for when a failure did not come again; enough to meet what happens once in a dozen. */
const newPairs = 30;

async function bookRefused(session: Session, acceptance: Acceptance, first: Exchange): Promise<void> {
  const { ledger } = session;
  const { case: asked, label, difference, control, foundBy = 'sweep', path } = acceptance;
  const finding = {
    clause: blamedFor(first, acceptance.blames),
    case: asked,
    label,
    expects: 'acceptance',
    foundBy,
    expected: 'acceptance with 200, 201 or 202: the request conforms',
    ...(difference === undefined ? {} : { difference }),
    ...(control === undefined ? {} : { control }),
    ...(path === undefined ? {} : { path }),
  } as const;
  const undecided = (cause: ReturnType<typeof undecidedCause>): void =>
    ledger.record({
      ...finding,
      verdict: 'inconclusive',
      cause,
      ...(cause === 'not reproduced' ? { confirmed: 'not again' } : {}),
      got: whatCame(first),
      exchange: first.number,
    });
  const cause = undecidedCause(first);
  if (isStall(first) && cause !== undefined) session.noteStall();
  if (isNotReached(session, cause)) return ledger.skip(finding.clause, 'budget spent');
  if (cause !== undefined) return undecided(cause);
  if (isStall(first) && session.isStalling) return undecided('another clause broken');
  if (isTrouble(first) && (await isServiceGone(session))) return undecided('unreachable');
  const confirmed = await confirm(
    () => session.send(acceptance.make(), { accepted: acceptance.pair }, acceptance.send),
    isWrong,
  );
  if (confirmed.how === 'not reproduced') {
    return bookNowAndThen(session, first, () => undecided(confirmed.budgetSpent ? 'budget spent' : 'not reproduced'));
  }
  const { exchange, how } = confirmed;
  const calls = acceptedCalls(session);
  if (isStall(exchange)) session.noteStall();
  const plain = await plainNewPair(session);
  const clause =
    how === 'in company' ? 'answer/success/status' : isWrong(plain) ? 'behaviour/new-conversation' : acceptance.blames;
  ledger.record({
    ...finding,
    verdict: 'nonconformant',
    clause: blamedFor(exchange, clause),
    confirmed: how,
    got: whatCame(exchange) + (how === 'in company' ? ', only now and then or beside other requests' : ''),
    advice: 'Accept it: nothing in the contract forbids this way to ask.',
    exchange: exchange.number,
    control: control ?? plain.number,
    ...(clause === 'behaviour/new-conversation'
      ? { ...plainCase('a-new-pair', label), steps: [newPairStep(exchange, calls)] }
      : {}),
  });
}

/** A control beside the case: where a plain new pair fails alike, the way to ask is not to blame. */
function plainNewPair(session: Session): Promise<Exchange> {
  const pair = session.newPair();
  return session.send(session.conforming(pair), { accepted: pair });
}

/** What fails for new pairs only does not fail again for the same one: plain new pairs tell. */
async function bookNowAndThen(session: Session, first: Exchange, undecided: () => void): Promise<void> {
  const pairs = Array.from({ length: Math.min(newPairs, session.left) }, () => session.newPair());
  const sent = await Promise.all(pairs.map((pair) => session.send(session.conforming(pair), { accepted: pair })));
  const failed = sent.find((exchange) => isWrong(exchange));
  if (failed === undefined) return undecided();
  const calls = acceptedCalls(session) + pairs.length;
  session.ledger.record({
    ...plainCase('new-pairs'),
    clause: 'behaviour/new-conversation',
    verdict: 'nonconformant',
    expects: 'acceptance',
    foundBy: 'sweep',
    confirmed: 'now and then',
    expected: 'acceptance of every one of them with 200, 201 or 202',
    got: `${whatCame(failed)} for one of ${pairs.length}, after ${whatCame(first)} for another`,
    advice: 'Find out why a conversation is sometimes not established; asking again for the same pair succeeds.',
    exchange: failed.number,
    control: first.number,
    steps: [newPairStep(failed, calls)],
  });
}

/** The history does not hold the first controls. */
const acceptedCalls = ({ history, firstControls }: Session): number => history.length + firstControls.length;

/** That a new pair is not established may hang on how many calls were accepted before. */
function newPairStep(exchange: Exchange, others: number): StoryStep {
  const text = `establish a new pair, after ${others} accepted calls: ${whatCame(exchange)}`;
  return { text, exchange: exchange.number, others, sends: [exchange.number] };
}

/** A plain request that finds no operation at the path tells of the endpoint. */
function blamedFor(exchange: Exchange, clause: ClauseId): ClauseId {
  const status = exchange.answer?.status;
  return clause === 'answer/success/status' && (status === 404 || status === 405) ? 'operation/endpoint' : clause;
}
