/**
 * Sends requests that must be refused, between controls that must be accepted, and books what comes.
 * A refusal counts only beside an accepted control; an acceptance is wrong whatever the control says.
 */

import type { CaseName, NamedCase } from '../../generators/named-case.js';
import type { Difference } from '../../generators/violations/violation.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { placeWords } from '../../text/place-words.js';
import { classify, whatCame } from '../../verdicts/service/classify.js';
import { leaksOf, refusalBodyClauses } from '../../verdicts/service/leaks.js';
import type { Finding } from '../../verdicts/service/outcome.js';
import type { Exchange, SendOptions } from '../../wire/exchange.js';
import type { RequestDraft } from '../../wire/request.js';
import { type Accepted, accept } from './accept.js';
import { confirm } from './confirm.js';
import { type PlainSlug, plainCase } from './plain-cases.js';
import type { Pair, Session } from './session.js';
import { isNotReached, isServiceGone, isStall, isTrouble, undecidedCause } from './transport-trouble.js';

export interface RefusalCase extends NamedCase {
  readonly clause: ClauseId;
  readonly difference: Difference;
  /** Its name in the catalogue, where it has one. */
  readonly violation?: CaseName;
  /** Makes the request with a new RequestId; the first call comes before the first await. */
  readonly make: () => RequestDraft;
  /** Markup that the request holds: an HTML refusal must not repeat it as it is. */
  readonly markup?: string;
  /** The sweep when it is left out. */
  readonly foundBy?: Finding['foundBy'];
  /** Path of fast-check to this case, when a search found it. */
  readonly path?: string;
}

/**
 * All cases at once, then the control for the same pair, then the verdicts. Returns the control. Cases that may have
 * been refused because their token was dead are sent again with a live one, and a control after them.
 *
 * @param send how the cases are sent; the controls are always sent plainly.
 */
export async function refuse(
  session: Session,
  pair: Pair,
  cases: readonly RefusalCase[],
  send: SendOptions = {},
): Promise<Accepted> {
  let sent = await Promise.all(cases.map((one) => sendCase(session, one, send)));
  let control = await controlFor(session, pair);
  for (let rounds = 1; rounds < mostRounds && sent.some((one) => !isProven(session, one, control)); rounds += 1) {
    // One with the right token needs the control after it and nothing more.
    const { generation } = session.tokens;
    const again = sent.map((one) =>
      isProven(session, one, control) || one.generation === generation ? one : sendCase(session, one.of, send),
    );
    sent = await Promise.all(again);
    control = await freshControl(session, pair);
  }
  for (const one of sent) {
    if (isProven(session, one, control)) await judgeRefused(session, one.of, one.exchange, control);
    else bookUnproven(session, one, control);
  }
  return control;
}

/** Rounds of cases and control; more are needed only where tokens die faster than the cases are sent. */
const mostRounds = 3;

/** A case that was sent, and the token that it was made with. */
export interface SentCase {
  readonly of: RefusalCase;
  readonly exchange: Exchange;
  readonly generation: number;
  /** Whether the token was still good when the answer came, as far as it says itself. */
  readonly alive: boolean | undefined;
}

/** Sends a case; again, made with a new token, when its own had expired by the time of a refusal. */
export async function sendCase(session: Session, one: RefusalCase, send: SendOptions = {}): Promise<SentCase> {
  const { tokens } = session;
  for (let tries = 1; ; tries += 1) {
    if (tokens.isDue) await tokens.ahead();
    const { generation } = tokens;
    const exchange = await session.send(one.make(), 'refused', send);
    const alive = tokens.isAlive(generation);
    const isDoubtful = alive === false && classify(exchange).kind === 'refused' && session.lost === undefined;
    if (!isDoubtful || tries >= mostRounds || !tokens.renewable) return { of: one, exchange, generation, alive };
    if (generation === tokens.generation && (await tokens.renew()) !== undefined) {
      return { of: one, exchange, generation, alive };
    }
  }
}

/** Whether a refusal cannot be the doing of a dead token: a control with the same token, sent after it, was accepted. */
function isProven(session: Session, { exchange, generation, alive }: SentCase, control: Accepted): boolean {
  // Nothing to prove, or nothing to prove it with: the judge says so.
  if (classify(exchange).kind !== 'refused' || !control.through) return true;
  const isSame = session.generationOf(control.exchange) === generation;
  const isAfter = control.exchange.startedMs >= exchange.startedMs + exchange.durationMs;
  if (isSame && isAfter) return true;
  if (exchange.answer?.status === 401 && holdsToken(session, exchange)) return false;
  // A shared control went before: enough while nothing speaks against the token.
  return session.tokens.isDead(generation) ? false : (alive ?? isSame);
}

/** The token of now as a whole behind the scheme Bearer: such a request may be refused for the token alone. */
function holdsToken(session: Session, { head }: Exchange): boolean {
  const token = /^authorization:[ \t]*bearer +([^\r\n]*?)[ \t]*$/im.exec(head)?.[1];
  return token !== undefined && session.tokens.isKnown(token);
}

function bookUnproven(session: Session, { of, exchange }: SentCase, control: Accepted): void {
  session.ledger.record({
    ...factsOf(of),
    clause: of.clause,
    verdict: 'inconclusive',
    cause: 'credentials refused',
    got: `${whatCame(exchange)}, perhaps only because the access token was good no longer`,
    advice: 'Let access tokens live longer than it takes to send some dozens of requests, or raise --rate.',
    exchange: exchange.number,
    control: control.exchange.number,
  });
}

/** What every finding about a case says of it. */
function factsOf({ case: violated, label, difference, violation, markup, foundBy = 'sweep', path }: RefusalCase) {
  return {
    case: violated,
    label,
    difference,
    expects: 'refusal',
    foundBy,
    expected: 'a refusal: a 4xx status other than 408 and 429',
    ...(violation === undefined ? {} : { violation }),
    ...(markup === undefined ? {} : { markup }),
    ...(path === undefined ? {} : { path }),
  } as const;
}

async function controlFor(session: Session, pair: Pair): Promise<Accepted> {
  if (!session.plan.economical) return plainControl(session, pair, plainCase('after-refused-requests'));
  return session.sharedControl?.through === true ? session.sharedControl : freshControl(session, pair);
}

async function freshControl(session: Session, pair: Pair): Promise<Accepted> {
  if (!session.plan.economical) return plainControl(session, pair, plainCase('after-refused-requests'));
  session.sharedControl = await plainControl(session, pair, plainCase('a-shared-control'));
  return session.sharedControl;
}

/** The plain conforming request for a pair: the control of everything that is refused for it. */
export function plainControl(session: Session, pair: Pair, named: NamedCase): Promise<Accepted> {
  return accept(session, {
    ...named,
    pair,
    blames: 'answer/success/status',
    probes: 'behaviour/same-pair/after-refusal',
    make: () => session.conforming(pair),
  });
}

/** Books one case; true when the service refused it as it must. */
export async function judgeRefused(
  session: Session,
  one: RefusalCase,
  exchange: Exchange,
  control: Accepted,
): Promise<boolean> {
  const { ledger } = session;
  const finding = { ...factsOf(one), control: control.exchange.number };
  const undecided = (cause: Finding['cause'], from = exchange): boolean => {
    ledger.record({
      ...finding,
      clause: one.clause,
      verdict: 'inconclusive',
      cause,
      ...(cause === 'not reproduced' ? { confirmed: 'not again' } : {}),
      got: whatCame(from),
      exchange: from.number,
    });
    return false;
  };
  const notReached = (): boolean => {
    ledger.skip(one.clause, 'budget spent');
    return false;
  };
  if (classify(exchange).kind === 'refused') {
    bookLeaks(session, one, exchange, finding);
    ledger.pass('answer/refusal/status');
    if (!control.through) {
      const cause = undecidedCause(control.exchange);
      return isNotReached(session, cause) ? notReached() : undecided(cause ?? 'control refused');
    }
    ledger.pass(one.clause);
    return true;
  }
  const cause = undecidedCause(exchange);
  if (isStall(exchange) && cause !== undefined) session.noteStall();
  if (isNotReached(session, cause)) return notReached();
  if (cause !== undefined) return undecided(cause);
  if (isStall(exchange) && session.isStalling) return undecided('another clause broken');
  if (isTrouble(exchange) && (await isServiceGone(session))) return undecided('unreachable');
  const confirmed = await confirm(
    async () => (await sendCase(session, one)).exchange,
    (again) => classify(again).kind !== 'refused' && undecidedCause(again) === undefined,
  );
  if (confirmed.how === 'not reproduced') return undecided(confirmed.budgetSpent ? 'budget spent' : 'not reproduced');
  if (isStall(confirmed.exchange)) session.noteStall();
  const got =
    whatCame(confirmed.exchange) +
    (confirmed.how === 'in company' ? ', only now and then or beside other requests' : '');
  const failure = {
    ...finding,
    verdict: 'nonconformant',
    confirmed: confirmed.how,
    got,
    advice: `Refuse a request with ${placeWords(one.difference.at)}: ${one.label}. Check it before anything is looked up or stored.`,
    exchange: confirmed.exchange.number,
  } as const;
  ledger.record({ ...failure, clause: one.clause });
  const wrong = wrongAnswers[classify(confirmed.exchange).kind];
  if (wrong !== undefined) {
    ledger.record({ ...failure, ...plainCase(wrong, one.label), clause: 'answer/refusal/status' });
  }
  return false;
}

/** What is wrong with an answer that is neither a refusal nor an acceptance, whatever was violated. */
const wrongAnswers: Partial<Record<ReturnType<typeof classify>['kind'], PlainSlug>> = {
  'malformed success': 'answered-with-a-broken-success',
  'other status': 'answered-with-another-status',
  'no answer': 'not-answered',
};

function bookLeaks(
  session: Session,
  one: RefusalCase,
  exchange: Exchange,
  finding: Omit<Finding, 'clause' | 'verdict' | 'got'>,
): void {
  const { ledger } = session;
  if (exchange.answer === undefined) return;
  const leaks = leaksOf(exchange.answer, session.carriesToken, one.markup);
  for (const { clause, got } of leaks) {
    ledger.record({
      ...finding,
      ...plainCase('any-refusal', one.label),
      clause,
      verdict: 'nonconformant',
      expects: 'clean refusal',
      expected: 'a refusal that gives away neither identifier, token, stack trace nor the markup of the request',
      got,
      advice:
        'Answer refusals with a code and a message of your own, never with parts of the request or of the program.',
      exchange: exchange.number,
    });
  }
  const leaking = new Set<ClauseId>(leaks.map(({ clause }) => clause));
  for (const clause of refusalBodyClauses) if (!leaking.has(clause)) ledger.pass(clause);
  if (one.markup !== undefined && !leaking.has('answer/refusal/no-markup')) ledger.pass('answer/refusal/no-markup');
}
