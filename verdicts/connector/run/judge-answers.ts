/**
 * Judges the answers of a real service that come through the proxy: their form and whether the request deserved them, one by
 * one; identities over the whole run.
 */
import { type ClauseId, clauseOf } from '../../../schemas/clauses/clauses.js';
import { findOperation, type Operation } from '../../../schemas/operations/operations.js';
import type { BrokenClause } from '../../../schemas/validation/broken-clause.js';
import { validateRefusal, validateSuccess } from '../../../schemas/validation/validate-answer.js';
import { readPair } from '../../../wire/codecs/pair-reader.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import { jsonBody } from '../../service/classify.js';
import { byPair, type Observation } from '../../service/history.js';
import { judgeHistory } from '../../service/judge-history.js';
import {
  broken,
  type ConnectorFinding,
  type Examination,
  type ExchangeFinding,
  joined,
  nothing,
  observed,
} from '../contract.js';
import type { FurtherJudge } from './ledger.js';

/** Beyond it pairs are no longer followed, so that memory stays bounded. */
const mostObservations = 200_000;

/** Clauses of a service that can be judged by watching alone. */
export function isWatched(id: string): boolean {
  return (
    id.startsWith('answer/') || id.startsWith('behaviour/same-pair/') || id.startsWith('behaviour/different-pair/')
  );
}

/** How often something was, and in which exchange first. */
class Occurrences {
  count = 0;
  first: number | undefined;

  note(exchange: number): void {
    this.count += 1;
    this.first ??= exchange;
  }
}

export class AnswerJudge {
  readonly #observations: Observation[] = [];
  /** Exchanges in which the service did not do as the request deserves. */
  readonly #refused = new Occurrences();
  readonly #taken = new Occurrences();

  /** Form of one answer, and whether the request deserved it. */
  readonly judge: FurtherJudge = (request, found) => joined(this.#judgeForm(request), this.#weigh(request, found));

  /** What the answer of the run is to say of the service's choices. */
  get warnings(): readonly string[] {
    const told = ({ count, first }: Occurrences, what: string): readonly string[] =>
      first === undefined ? [] : [`The service ${what}: ${count}, the first in exchange ${first}.`];
    return [
      ...told(this.#refused, 'refused requests that conform as far as can be seen from here'),
      ...told(this.#taken, 'accepted requests that do not conform'),
    ];
  }

  /**
   * Told and never red: whether token, org, context and channel are good is known to the service alone, and some of what a
   * connector may not send a service may take.
   */
  #weigh({ number, operation, method, answer }: ReceivedRequest, found: readonly ConnectorFinding[]): Examination {
    const called = findOperation(operation);
    if (called === undefined || method !== called.method || answer === undefined) return nothing;
    const { status } = answer;
    const wrong = found.find(({ verdict }) => verdict === 'nonconformant');
    if (status >= 200 && status < 300 && wrong !== undefined) {
      this.#taken.note(number);
      const message = `the service accepted with ${status} a request that does not conform: ${wrong.message}`;
      const advice = `If it is to refuse that, this is owed by the service: ${clauseOf(wrong.clause).statement}`;
      return { findings: [observed(wrong.clause, { message, advice })], exercised: [] };
    }
    const isJudged = found.every(({ verdict }) => verdict === 'observed');
    if (status < 400 || isTransient(status) || !isJudged) return nothing;
    this.#refused.note(number);
    const message = `the service refused with ${status} a request that conforms as far as can be seen from here`;
    const advice =
      'Read what the answer says. Where token, org, context and channel are right, the service breaks its contract: judge it by itself with `byoc-conformance run`.';
    return { findings: [observed('answer/success/status', { message, advice })], exercised: [] };
  }

  #judgeForm(request: ReceivedRequest): Examination {
    const { answer } = request;
    const operation = findOperation(request.operation);
    if (operation === undefined || request.method !== operation.method || answer === undefined) return nothing;
    const { status } = answer;
    const body = jsonBody(answer);
    if (status >= 200 && status < 300) {
      const judged = validateSuccess({ status, body }, operation.id);
      if (judged.ok) {
        this.#observe(request, operation, judged.yields.conversationIdentifier);
        return { findings: [], exercised: judged.tested };
      }
      return owedByService(judged.broken, status);
    }
    const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 429;
    return isRefusal ? owedByService(validateRefusal({ status, body }, operation.id), status) : nothing;
  }

  /** Splits and merges over the whole run, and the clauses that were put to the test. */
  end(): { readonly findings: readonly ExchangeFinding[]; readonly kept: readonly ClauseId[] } {
    const findings = judgeHistory(this.#observations).map(({ clause, expected, got, advice, exchange, control }) => ({
      clause,
      verdict: 'nonconformant' as const,
      message: `the service was expected to give ${expected}${control === undefined ? '' : ` (exchange ${control})`}; it gave ${got}`,
      advice: advice ?? '',
      exchange: exchange ?? 0,
    }));
    const broken = new Set(findings.map(({ clause }) => clause));
    const pairs = byPair(this.#observations).size;
    const tested: ClauseId[] = [];
    if (this.#observations.length > pairs) tested.push('behaviour/same-pair/repeated');
    if (pairs > 1) tested.push('behaviour/different-pair/subject');
    return { findings, kept: tested.filter((clause) => !broken.has(clause)) };
  }

  /** Only an operation that asks for the conversation of a pair gives one. */
  #observe(request: ReceivedRequest, operation: Operation, identifier: string | undefined): void {
    if (operation.key === undefined || identifier === undefined) return;
    const pair = readPair(request, operation);
    if (pair === undefined || this.#observations.length >= mostObservations) return;
    this.#observations.push({
      ...pair,
      identifier,
      exchange: request.number,
      connection: request.connection,
      sentMs: request.receivedMs,
      answeredMs: request.answer?.sentMs ?? request.endedMs,
      asked: { slug: 'watched' },
      label: `exchange ${request.number}`,
      probes: 'behaviour/same-pair/repeated',
    });
  }
}

/** Says nothing of the request: it may come again. */
const isTransient = (status: number): boolean => [401, 408, 425, 429, 503].includes(status);

function owedByService(found: readonly BrokenClause[], status: number): Examination {
  const findings = found.map(({ clause, at, problem }) =>
    broken(clause, {
      message: `the service answered ${status}, and ${at} ${problem}`,
      advice: `This is owed by the service: ${clauseOf(clause).statement}`,
    }),
  );
  return { findings, exercised: [] };
}
