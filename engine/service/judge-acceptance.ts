/** Judges what came to a request that must be accepted: the identifier, or whose clause is broken. Pure. */
import type { NamedCase } from '../../generators/named-case.js';
import type { Difference } from '../../generators/violations/violation.js';
import { type ClauseId, clauseOf, isClauseId } from '../../schemas/clauses/clauses.js';
import { defaultOperation, type Operation, operationOf } from '../../schemas/operations/operations.js';
import { cameOf } from '../../verdicts/service/came.js';
import { classify, whatCame } from '../../verdicts/service/classify.js';
import type { Finding, StoryStep } from '../../verdicts/service/outcome.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Exchange } from '../../wire/exchange.js';
import type { Confirmation } from './confirm.js';
import { judgeUnconfirmed, judgeUndecided, whatCameAgain } from './judge-undecided.js';
import type { Booked } from './ledger.js';
import { plainCase } from './plain-cases.js';
import { undecidedCause } from './transport-trouble.js';

/** A case that must be accepted, as findings tell it. Its label says how the request is made: `part order reversed`. */
export interface AcceptanceFacts extends NamedCase {
  /** The clause that is broken when it is not accepted: that of the status when it is left out. */
  readonly blames?: ClauseId;
  readonly difference?: Difference;
  readonly control?: number;
  /** The sweep when it is left out. */
  readonly foundBy?: Finding['foundBy'];
  /** Path of fast-check to this case, when a search found it. */
  readonly path?: string;
}

export interface AcceptanceEvidence {
  readonly exchange: Exchange;
  /** Why an answer that is no success decides nothing. */
  readonly cause?: Cause;
  /** What came of sending it again, where it was no success and decides something. */
  readonly confirmed?: Confirmation;
  /** The plain request for a new pair, behind a failure that came again; behind a broken success only where it was accepted. */
  readonly plain?: Exchange;
  /** The clause of what is refused although it has one unusual thing less. */
  readonly simplerBlames?: ClauseId;
  /** Plain requests for new pairs, behind a failure that did not come again. */
  readonly newPairs?: readonly Exchange[];
  /** Calls that were accepted before those. */
  readonly calls?: number;
}

const successStatuses = '200, 201 or 202';

export function judgeAcceptance(
  one: AcceptanceFacts,
  evidence: AcceptanceEvidence,
  run: { readonly withinBudget: boolean },
): Booked {
  const { exchange, cause, confirmed } = evidence;
  const classified = classify(exchange);
  if (classified.kind === 'accepted') return { passes: classified.tested };
  if (classified.kind === 'malformed success') {
    const { plain } = evidence;
    return plain !== undefined && one.blames !== undefined
      ? { findings: [brokenForCase(one, one.blames, exchange, plain)] }
      : { findings: classified.broken.map((broken) => malformed(one, exchange, broken)) };
  }
  const { case: asked, label, blames = 'answer/success/status', difference, control, foundBy = 'sweep', path } = one;
  const finding = {
    clause: blamedFor(exchange, blames),
    case: asked,
    label,
    expects: 'acceptance',
    foundBy,
    expected: `acceptance with ${successStatuses}: the request conforms`,
    difference,
    control,
    path,
  } as const;
  if (cause !== undefined) return judgeUndecided(finding, exchange, cause, run);
  if (confirmed === undefined || confirmed.how === 'not again') {
    return nowAndThen(evidence) ?? judgeUnconfirmed(finding, exchange, confirmed);
  }
  const { plain, simplerBlames = blames, calls = 0 } = evidence;
  // Where a plain new pair fails alike, the way to ask is not to blame.
  const isAlike = plain !== undefined && isWrong(plain);
  const broken = {
    alone: isAlike ? newPairClause(exchange) : simplerBlames,
    'in company': 'answer/success/status',
    'on kept connections': connectionClause(exchange),
  } as const;
  const beside = control ?? plain?.number;
  const clause = blamedFor(confirmed.exchange, broken[confirmed.how]);
  return {
    findings: [
      {
        ...finding,
        verdict: 'nonconformant',
        clause,
        confirmed: confirmed.how,
        got: whatCameAgain(confirmed),
        ...(confirmed.how === 'alone' ? { came: cameOf(confirmed.exchange) } : {}),
        advice: adviceFor(confirmed),
        exchange: confirmed.exchange.number,
        control: beside,
        ...(clause === 'behaviour/new-conversation'
          ? { ...plainCase('a-new-pair', label), steps: [newPairStep(confirmed.exchange, calls)] }
          : {}),
      },
    ],
  };
}

function adviceFor({ how, exchange }: Exclude<Confirmation, { readonly how: 'not again' }>): string {
  if (how === 'on kept connections')
    return 'Judge each request by itself: what a connection carried before must not matter.';
  if (exchange.failure !== undefined)
    return 'Answer with a whole HTTP message: look into the log of the service and of what stands before it.';
  return 'Accept it: nothing in the contract forbids this way to ask.';
}

/** Neither accepted nor anything that decides nothing. */
export function isWrong(exchange: Exchange): boolean {
  const { kind } = classify(exchange);
  return kind !== 'accepted' && kind !== 'malformed success' && undecidedCause(exchange) === undefined;
}

function malformed(
  { label, foundBy = 'sweep' }: AcceptanceFacts,
  exchange: Exchange,
  { clause, at, problem }: { readonly clause: ClauseId; readonly at: string; readonly problem: string },
): Finding {
  return {
    ...plainCase('any-success', label),
    clause,
    verdict: 'nonconformant',
    expects: 'acceptance',
    foundBy,
    expected:
      'conversationIdentifier' in operationAt(exchange).yields
        ? `${successStatuses} with a JSON object whose conversationIdentifier is a non-empty string`
        : 'the success that the operation promises',
    got: whatCame(exchange),
    came: cameOf(exchange),
    advice: `Mend the success answer: ${at.slice(1).replaceAll('/', '.')} ${problem}.`,
    exchange: exchange.number,
  };
}

/** Others get a success that is whole: what is unusual about the case is to blame. */
function brokenForCase(
  { label, difference, foundBy = 'sweep', path }: AcceptanceFacts,
  blames: ClauseId,
  exchange: Exchange,
  plain: Exchange,
): Finding {
  return {
    ...plainCase('any-success', label),
    clause: blames,
    verdict: 'nonconformant',
    expects: 'acceptance',
    foundBy,
    confirmed: 'alone',
    expected: `acceptance with ${successStatuses}, answered like any other`,
    got: whatCame(exchange),
    advice:
      'Answer it like any other request that conforms: look up what was sent, and nothing that has the same name.',
    exchange: exchange.number,
    control: plain.number,
    difference,
    path,
  };
}

/**
 * What fails for new pairs only does not fail again for the same one: plain new pairs tell.
 *
 * @param exchange what failed before.
 */
export function nowAndThen({
  exchange,
  newPairs = [],
  calls = 0,
}: Pick<AcceptanceEvidence, 'exchange' | 'newPairs' | 'calls'>): Booked | undefined {
  const failed = newPairs.find(isWrong);
  if (failed === undefined) return undefined;
  return {
    findings: [
      {
        ...plainCase('new-pairs'),
        clause: newPairClause(exchange),
        verdict: 'nonconformant',
        expects: 'acceptance',
        foundBy: 'sweep',
        confirmed: 'now and then',
        expected: `acceptance of every one of them with ${successStatuses}`,
        got: `${whatCame(failed)} for one of ${newPairs.length}, after ${whatCame(exchange)} for another`,
        advice: 'Find out why a conversation is sometimes not established; asking again for the same pair succeeds.',
        exchange: failed.number,
        control: exchange.number,
        steps: [newPairStep(failed, calls + newPairs.length)],
      },
    ],
  };
}

/** That a new pair is not established may hang on how many calls were accepted before. */
function newPairStep(exchange: Exchange, others: number): StoryStep {
  const text = `establish a new pair, after ${others} accepted calls: ${whatCame(exchange)}`;
  return { text, exchange: exchange.number, others, sends: [exchange.number] };
}

/** What a plain request for a new pair breaks when it fails: that it gets a conversation, where that is what is asked for. */
function newPairClause(exchange: Exchange): ClauseId {
  const { operations = [] } = clauseOf('behaviour/new-conversation');
  return operations.includes(operationAt(exchange).id) ? 'behaviour/new-conversation' : 'answer/success/status';
}

/** What is refused only on a connection that carried others before. */
function connectionClause(exchange: Exchange): ClauseId {
  const { operations = [] } = clauseOf('behaviour/same-pair/connection');
  return operations.includes(operationAt(exchange).id) ? 'behaviour/same-pair/connection' : 'answer/success/status';
}

/** A plain request that finds no operation at the path tells of the endpoint; where it names a conversation, a 404 may mean that. */
function blamedFor(exchange: Exchange, clause: ClauseId): ClauseId {
  const status = exchange.answer?.status;
  const { endpoint, needs } = operationAt(exchange);
  const isLost = status === 405 || (status === 404 && Object.keys(needs).length === 0);
  return isLost && clause === 'answer/success/status' && isClauseId(endpoint) ? endpoint : clause;
}

const operationAt = ({ operation }: Exchange): Operation => operationOf(operation ?? defaultOperation);
