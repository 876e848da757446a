/**
 * Judges what no single request shows: fresh RequestIds, waits between retries, tokens, identifiers. Takes one request
 * after the other and keeps fingerprints only, so that hundreds of thousands of requests cost some tens of megabytes.
 */
import { noOperation, type ReceivedRequest } from '../../wire/received.js';
import {
  type ConnectorContract,
  defaultBasePath,
  type Examination,
  type ExchangeFinding,
  joined,
  nothing,
} from './contract.js';
import { judgeRequest } from './judge-request.js';
import { readCall } from './over-time/call.js';
import { goesOnInConversation, Identifiers } from './over-time/identifiers.js';
import { Refusals } from './over-time/refusals.js';
import { RequestIds } from './over-time/request-ids.js';
import { Retries } from './over-time/retries.js';
import { Tokens } from './over-time/tokens.js';
import { readPath, readTarget } from './target.js';

export class OverTime {
  readonly #contract: ConnectorContract;
  readonly #requestIds = new RequestIds();
  readonly #retries: Retries;
  readonly #refusals = new Refusals();
  readonly #tokens = new Tokens();
  readonly #identifiers: Identifiers;

  /**
   * @param identifiers what is known of them from earlier runs against the same org.
   * @param onWaited told of each retry that was asked to wait.
   */
  constructor(
    contract: ConnectorContract,
    identifiers = new Identifiers(),
    onWaited?: ConstructorParameters<typeof Retries>[0],
  ) {
    this.#contract = contract;
    this.#identifiers = identifiers;
    this.#retries = new Retries(onWaited);
  }

  /** Takes the next request, answered, in the order of arrival or of the answers, and judges it in view of those before. */
  take(request: ReceivedRequest): Examination {
    if (request.operation === noOperation.token) return this.#tokens.takeTokenRequest(request);
    const { basePath = defaultBasePath, edition } = this.#contract;
    const path = readPath(request.method, readTarget(request.target).path, basePath, edition);
    const operation = path.kind === 'other' ? undefined : path.duties.operation;
    const isSibling = operation === undefined && request.operation === noOperation.sibling;
    if ((operation === undefined && !isSibling) || ['OPTIONS', 'HEAD'].includes(request.method)) return nothing;
    const call = readCall(request, this.#contract);
    if (operation !== undefined) this.#identifiers.takeAnswer(request, operation);
    const goesOn = isSibling || (operation !== undefined && goesOnInConversation(operation));
    return joined(
      this.#requestIds.take(call),
      this.#retries.take(call),
      this.#refusals.take(call, () => this.#brokenBy(request)),
      this.#tokens.take(call),
      goesOn ? this.#identifiers.take(call, this.#contract) : nothing,
    );
  }

  /** What is known only when the run ends. */
  end(): readonly ExchangeFinding[] {
    return [...this.#retries.end(), ...this.#tokens.end()];
  }

  #brokenBy(request: ReceivedRequest): ReadonlySet<string> {
    const broken = judgeRequest(request, this.#contract).filter(({ verdict }) => verdict === 'nonconformant');
    return new Set(broken.map(({ clause }) => clause));
  }
}
