/**
 * Judges what no single request shows: fresh RequestIds, waits between retries, tokens, identifiers. Takes one request
 * after the other and keeps fingerprints only, so that hundreds of thousands of requests cost some megabytes.
 */

import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { noOperation, type ReceivedRequest } from '../../wire/received.js';
import type { ConnectorContract, ConnectorFinding, Examination, ExchangeFinding } from './contract.js';
import { defaultBasePath } from './contract.js';
import { judgeRequest } from './judge-request.js';
import { readCall } from './over-time/call.js';
import { goesOnInConversation, Identifiers } from './over-time/identifiers.js';
import { Refusals } from './over-time/refusals.js';
import { RequestIds } from './over-time/request-ids.js';
import { Retries } from './over-time/retries.js';
import { Tokens } from './over-time/tokens.js';
import { readPath, readTarget } from './target.js';

/** Paths that are listed as not judged further; what comes beyond is counted under the last word. */
const mostPaths = 100;
const beyond = 'other paths';

export class OverTime {
  readonly #contract: ConnectorContract;
  readonly #requestIds = new RequestIds();
  readonly #retries = new Retries();
  readonly #refusals = new Refusals();
  readonly #tokens = new Tokens();
  readonly #identifiers = new Identifiers();
  readonly #notJudgedFurther = new Map<string, number>();

  constructor(contract: ConnectorContract) {
    this.#contract = contract;
  }

  /** Method and path of the calls whose headers alone were judged, with how often each came. */
  get notJudgedFurther(): ReadonlyMap<string, number> {
    return this.#notJudgedFurther;
  }

  /** Takes the next request, answered; requests may come in the order of arrival or of their answers. */
  take(request: ReceivedRequest): readonly ExchangeFinding[] {
    return this.examine(request).findings.map((finding) => ({ ...finding, exchange: request.number }));
  }

  /** The same, with the clauses that the request put to the test in view of those before it. */
  examine(request: ReceivedRequest): Examination {
    if (request.operation === noOperation.token) return this.#tokens.takeTokenRequest(request);
    const { basePath = defaultBasePath, edition } = this.#contract;
    const path = readPath(request.method, readTarget(request.target).path, basePath, edition);
    const operation = path.kind === 'other' ? undefined : path.duties.operation;
    const isSibling = path.kind === 'other' && request.operation === noOperation.sibling;
    if (path.kind === 'other') this.#count(request);
    if ((path.kind === 'other' && !isSibling) || ['OPTIONS', 'HEAD'].includes(request.method))
      return { findings: [], exercised: [] };
    const call = readCall(request, this.#contract);
    const requestIds = this.#requestIds.take(call);
    const retries = this.#retries.take(call);
    const refusals = this.#refusals.take(call, () => this.#isFaulty(request));
    const tokens = this.#tokens.take(call);
    if (operation !== undefined) this.#identifiers.takeAnswer(request, operation);
    const goesOn = isSibling || (operation !== undefined && goesOnInConversation(operation));
    const identifiers = goesOn ? this.#identifiers.take(call, this.#contract) : { findings: [], exercised: false };
    const exercised: ClauseId[] = [...retries.exercised, ...tokens.exercised];
    if (requestIds.exercised) exercised.push('headers/request-id/unique');
    if (refusals.exercised) exercised.push('behaviour/retry/not-after-refusal');
    if (identifiers.exercised) exercised.push('behaviour/conversation-identifier/used');
    const findings: ConnectorFinding[] = [
      requestIds.findings,
      retries.findings,
      refusals.findings,
      tokens.findings,
      identifiers.findings,
    ].flat();
    return { findings, exercised };
  }

  /** Whatever can only be told when nothing more comes: at present nothing, as the scenarios judge what was given up. */
  end(): readonly ExchangeFinding[] {
    return [];
  }

  #isFaulty(request: ReceivedRequest): boolean {
    return judgeRequest(request, this.#contract).some(({ verdict }) => verdict === 'nonconformant');
  }

  #count({ method, target }: ReceivedRequest): void {
    const known = `${method.slice(0, 20)} ${readTarget(target).path.slice(0, 200)}`;
    const key = this.#notJudgedFurther.has(known) || this.#notJudgedFurther.size < mostPaths ? known : beyond;
    this.#notJudgedFurther.set(key, (this.#notJudgedFurther.get(key) ?? 0) + 1);
  }
}

/** Judges a whole list of requests over time. */
export function judgeOverTime(
  requests: readonly ReceivedRequest[],
  contract: ConnectorContract,
): readonly ExchangeFinding[] {
  const judge = new OverTime(contract);
  return [...requests.flatMap((request) => judge.take(request)), ...judge.end()];
}
