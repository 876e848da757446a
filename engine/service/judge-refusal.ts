/**
 * Judges what came to a request that must be refused. A refusal counts only beside an accepted control; an acceptance is
 * wrong whatever the control says. Pure.
 */
import type { CaseName, NamedCase } from '../../generators/named-case.js';
import type { Difference } from '../../generators/violations/violation.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { placeWords } from '../../text/place-words.js';
import { cameOf } from '../../verdicts/service/came.js';
import { classify, whatCame } from '../../verdicts/service/classify.js';
import { judgeRefusalBody } from '../../verdicts/service/leaks.js';
import type { Finding } from '../../verdicts/service/outcome.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Exchange } from '../../wire/exchange.js';
import type { Accepted } from './accept.js';
import type { Confirmation } from './confirm.js';
import { judgeUnconfirmed, judgeUndecided, whatCameAgain } from './judge-undecided.js';
import type { Booked } from './ledger.js';
import { type PlainSlug, plainCase } from './plain-cases.js';
import { undecidedCause } from './transport-trouble.js';

/** A case that must be refused, as findings tell it. */
export interface RefusalFacts extends NamedCase {
  readonly clause: ClauseId;
  readonly difference: Difference;
  /** An acceptance is as good, and is told. */
  readonly mayBeTaken?: true;
  /** Its name in the catalogue, where it has one. */
  readonly violation?: CaseName;
  /** The sweep when it is left out. */
  readonly foundBy?: Finding['foundBy'];
  /** Path of fast-check to this case, when a search found it. */
  readonly path?: string;
}

export interface RefusalEvidence {
  readonly exchange: Exchange;
  /** The plain request for the same pair. */
  readonly control: Pick<Accepted, 'through' | 'exchange'>;
  /** Why an answer that is no refusal decides nothing. */
  readonly cause?: Cause;
  /** What came of sending it again, where it was no refusal and decides something. */
  readonly confirmed?: Confirmation;
  /** It was not sent again: the same came for enough others that break the clause, and came again. */
  readonly isSeen?: true;
}

export interface RefusalRun {
  readonly withinBudget: boolean;
  readonly carriesToken: (text: string) => boolean;
}

/** Whether it may be answered so. */
export function isAllowed({ mayBeTaken }: RefusalFacts, exchange: Exchange): boolean {
  const { kind } = classify(exchange);
  return kind === 'refused' || (kind === 'accepted' && mayBeTaken === true);
}

/** The service refused it as it must when the clause of the case is among what passes. */
export function judgeRefusal(one: RefusalFacts, evidence: RefusalEvidence, run: RefusalRun): Booked {
  const { exchange, control, cause, confirmed, isSeen = false } = evidence;
  const finding = { ...factsOf(one), control: control.exchange.number };
  const undecided = (why: Cause): Booked => judgeUndecided(finding, exchange, why, run);
  if (classify(exchange).kind === 'refused') {
    const leaks = judgeLeaks(one, exchange, finding, run);
    const passes: readonly ClauseId[] = [...leaks.passes, 'answer/refusal/status'];
    if (control.through) return { findings: leaks.findings, passes: [...passes, one.clause] };
    const beside = undecided(undecidedCause(control.exchange) ?? 'control refused');
    return { ...beside, passes, findings: [...leaks.findings, ...(beside.findings ?? [])] };
  }
  if (isAllowed(one, exchange)) {
    const observed = { ...finding, verdict: 'observed', got: whatCame(exchange), exchange: exchange.number } as const;
    return { passes: [one.clause], findings: [observed] };
  }
  if (cause !== undefined) return undecided(cause);
  if (confirmed === undefined || confirmed.how === 'not again') return judgeUnconfirmed(finding, exchange, confirmed);
  const failure = {
    ...finding,
    verdict: 'nonconformant',
    ...(isSeen ? {} : { confirmed: confirmed.how }),
    got: whatCameAgain(confirmed) + (isSeen ? ', as for others before it that came again' : ''),
    // What fails in some settings only is another matter.
    ...(confirmed.how === 'alone' ? { came: cameOf(confirmed.exchange) } : {}),
    advice: adviceFor(one, confirmed.exchange),
    exchange: confirmed.exchange.number,
  } as const;
  const wrong = one.mayBeTaken === true ? undefined : wrongAnswers[classify(confirmed.exchange).kind];
  const status = { ...failure, clause: 'answer/refusal/status' } as const;
  return {
    findings: [failure, ...(wrong === undefined ? [] : [{ ...status, ...plainCase(wrong, one.label) }])],
  };
}

/** Judges what a service may take or refuse: by what a refusal gives away, and by nothing else. */
export function judgeOpenRefusal(one: RefusalFacts, exchange: Exchange, run: RefusalRun): Booked {
  return classify(exchange).kind === 'refused' ? judgeLeaks(one, exchange, factsOf(one), run) : {};
}

/** What is known of the access token that a case was sent with. */
export interface TokenState {
  /** The control went out with the same one. */
  readonly isOfControl: boolean;
  /** Whether it was good when the answer came; undefined when it does not say. */
  readonly isAlive?: boolean;
  /** The service refused it although it had taken it before. */
  readonly isDead: boolean;
  /** The request holds a token of this run as a whole: it may be refused for the token alone. */
  readonly isWhole: boolean;
}

/** Whether a refusal cannot be the doing of a dead token: a control with the same token, sent after it, was accepted. */
export function isProven(exchange: Exchange, control: RefusalEvidence['control'], token: TokenState): boolean {
  // Nothing to prove, or nothing to prove it with: the judge says so.
  if (classify(exchange).kind !== 'refused' || !control.through) return true;
  const isAfter = control.exchange.startedMs >= exchange.startedMs + exchange.durationMs;
  if (token.isOfControl && isAfter) return true;
  if (exchange.answer?.status === 401 && token.isWhole) return false;
  // A shared control went before: enough while nothing speaks against the token.
  return token.isDead ? false : (token.isAlive ?? token.isOfControl);
}

/** A refusal that may be the doing of a dead token. */
export function judgeUnproven(one: RefusalFacts, { exchange, control }: RefusalEvidence): Booked {
  return {
    findings: [
      {
        ...factsOf(one),
        verdict: 'inconclusive',
        cause: 'credentials refused',
        got: `${whatCame(exchange)}, perhaps only because the access token was good no longer`,
        advice: 'Let access tokens live longer than it takes to send some dozens of requests, or raise --rate.',
        exchange: exchange.number,
        control: control.exchange.number,
      },
    ],
  };
}

function adviceFor({ difference, label, mayBeTaken }: RefusalFacts, { answer }: Exchange): string {
  const what = `a request with ${placeWords(difference.at)}: ${label}`;
  const status = answer?.status ?? 0;
  if (status >= 500) return `Answer 4xx instead of ${status} to ${what}. Check it before it is used.`;
  return mayBeTaken === true
    ? `Take or refuse ${what}, as you like, but answer it.`
    : `Refuse ${what}. Check it before anything is looked up or stored.`;
}

/** What every finding about a case says of it. */
function factsOf(facts: RefusalFacts) {
  const { clause, case: violated, label, difference, violation, foundBy = 'sweep', path, mayBeTaken = false } = facts;
  return {
    clause,
    case: violated,
    label,
    difference,
    expects: mayBeTaken ? 'acceptance or refusal' : 'refusal',
    foundBy,
    expected: `${mayBeTaken ? 'an acceptance, or ' : ''}a refusal: a 4xx status other than 408 and 429`,
    violation,
    path,
  } as const;
}

/** What is wrong with an answer that is neither a refusal nor an acceptance, whatever was violated. */
const wrongAnswers: Partial<Record<ReturnType<typeof classify>['kind'], PlainSlug>> = {
  'malformed success': 'answered-with-a-broken-success',
  'other status': 'answered-with-another-status',
  'no answer': 'not-answered',
};

function judgeLeaks(
  { label }: RefusalFacts,
  exchange: Exchange,
  finding: Omit<Finding, 'verdict' | 'got'>,
  { carriesToken }: RefusalRun,
) {
  const { leaks, tested } = judgeRefusalBody(exchange, carriesToken);
  const leaking = new Set<ClauseId>(leaks.map(({ clause }) => clause));
  const findings = leaks.map(
    ({ clause, got }): Finding => ({
      ...finding,
      ...plainCase('any-refusal', label),
      clause,
      verdict: 'nonconformant',
      expects: 'clean refusal',
      expected: 'a refusal that gives away neither identifier, token, stack trace nor the markup of the request',
      got,
      advice:
        'Answer refusals with a code and a message of your own, never with parts of the request or of the program.',
      exchange: exchange.number,
    }),
  );
  return { findings, passes: tested.filter((clause) => !leaking.has(clause)) };
}
