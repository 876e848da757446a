/**
 * Sends requests that must be refused, between controls that must be accepted, and books what comes.
 * A refusal counts only beside an accepted control; an acceptance is wrong whatever the control says.
 */
import type { Exchange } from '../../endpoints/exchange.js';
import type { RequestDraft } from '../../generators/request.js';
import type { Difference } from '../../generators/violations/violation.js';
import type { ClauseId } from '../../schemas/clauses.js';
import { classify, whatCame } from '../../verdicts/classify.js';
import { leaksOf, refusalBodyClauses } from '../../verdicts/leaks.js';
import type { Finding } from '../../verdicts/outcome.js';
import { type Accepted, accept } from './accept.js';
import { confirm } from './confirm.js';
import type { Pair, Session } from './session.js';
import { isServiceGone, isStall, isTrouble, undecidedCause } from './transport-trouble.js';

export interface RefusalCase {
  readonly clause: ClauseId;
  readonly label: string;
  readonly difference: Difference;
  /** Makes the request with a new RequestId; the first call comes before the first await. */
  readonly make: () => RequestDraft;
  /** Markup that the request holds: an HTML refusal must not repeat it as it is. */
  readonly markup?: string;
  /** Path of fast-check to this case, when a search found it. */
  readonly path?: string;
}

const expected = 'a refusal: a 4xx status other than 408 and 429';

/** All cases at once, then the control for the same pair, then the verdicts. Returns the control. */
export async function refuse(session: Session, pair: Pair, cases: readonly RefusalCase[]): Promise<Accepted> {
  const sent = await Promise.all(cases.map((one) => session.send(one.make(), 'refused')));
  const control = await controlFor(session, pair);
  for (const [index, one] of cases.entries()) {
    const exchange = sent[index];
    if (exchange !== undefined) await judgeRefused(session, one, exchange, control);
  }
  return control;
}

async function controlFor(session: Session, pair: Pair): Promise<Accepted> {
  if (!session.plan.economical) return plainControl(session, pair, 'after refused requests');
  if (session.sharedControl?.through !== true) {
    session.sharedControl = await plainControl(session, pair, 'a control shared by many refusals');
  }
  return session.sharedControl;
}

/** The plain conforming request for a pair: the control of everything that is refused for it. */
export function plainControl(session: Session, pair: Pair, label: string): Promise<Accepted> {
  return accept(session, {
    pair,
    label,
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
  const finding = {
    label: one.label,
    difference: one.difference,
    expected,
    control: control.exchange.number,
    ...(one.path === undefined ? {} : { path: one.path }),
  };
  const undecided = (cause: Finding['cause'], from = exchange): boolean => {
    ledger.record({
      ...finding,
      clause: one.clause,
      verdict: 'inconclusive',
      cause,
      got: whatCame(from),
      exchange: from.number,
    });
    return false;
  };
  if (classify(exchange).kind === 'refused') {
    bookLeaks(session, one, exchange, finding);
    ledger.pass('answer/refusal/status');
    if (!control.through) return undecided(undecidedCause(control.exchange) ?? 'control refused');
    ledger.pass(one.clause);
    return true;
  }
  const cause = undecidedCause(exchange);
  if (isStall(exchange) && cause !== undefined) session.noteStall();
  if (cause !== undefined) return undecided(cause);
  if (isStall(exchange) && session.isStalling) return undecided('another clause broken');
  if (isTrouble(exchange) && (await isServiceGone(session))) return undecided('unreachable');
  const confirmed = await confirm(
    () => session.send(one.make(), 'refused'),
    (again) => classify(again).kind !== 'refused' && undecidedCause(again) === undefined,
  );
  if (confirmed.how === 'not reproduced') return undecided('not reproduced');
  if (isStall(confirmed.exchange)) session.noteStall();
  const got =
    whatCame(confirmed.exchange) +
    (confirmed.how === 'in company' ? ', only now and then or beside other requests' : '');
  const broken: readonly ClauseId[] =
    classify(confirmed.exchange).kind === 'accepted' ? [one.clause] : [one.clause, 'answer/refusal/status'];
  for (const clause of new Set(broken)) {
    ledger.record({
      ...finding,
      clause,
      verdict: 'nonconformant',
      got,
      advice: `Refuse a request with ${one.difference.where}: ${one.label}. Check it before anything is looked up or stored.`,
      exchange: confirmed.exchange.number,
    });
  }
  return false;
}

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
      clause,
      verdict: 'nonconformant',
      kind: got,
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
