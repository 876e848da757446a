/**
 * Holds the access token of a run: which one is current, which ones are known to be dead, and gets a new one where
 * the flow for it is configured. At most one renewal at a time, a bounded number of them, with pauses after failures.
 */
import { setTimeout } from 'node:timers/promises';
import type { JwtBearerFlow } from '../../endpoints/token/jwt-bearer.js';
import { expiryOfToken, requestToken, type TokenResult } from '../../endpoints/token/request-token.js';
import type { TokenProblem } from '../../endpoints/token/token-problem.js';
import type { Credentials } from '../../generators/credentials.js';
import type { RequestDraft } from '../../wire/request.js';

export interface TokenKeeperOptions {
  readonly credentials: Credentials;
  /** Without it the token stays what it is. */
  readonly flow?: JwtBearerFlow;
  /** Counts and paces a token request; false when it may not be sent. */
  readonly admit?: () => Promise<boolean>;
  /** Told of every token before it is used: for the redactor. */
  readonly onToken?: (token: string) => void;
  readonly signal?: AbortSignal;
  /** For tests: milliseconds since 1970, and the way to a token. */
  readonly now?: () => number;
  readonly request?: typeof requestToken;
}

interface Held {
  readonly value: string;
  readonly obtainedMs: number;
  readonly expiresAtMs?: number;
  /** The service refused it although it had taken it before. */
  dead: boolean;
  /** The service has taken it. */
  proven: boolean;
}

/** A token is renewed when less than this is left of it, or less than a tenth of its life. */
const leastLeftMs = 30_000;
const mostRequests = 200;
const mostTries = 3;
const firstPauseMs = 1_000;
/** After a renewal ahead of time has failed, the next one waits so long. */
const restMs = 10_000;

export class TokenKeeper {
  readonly #options: TokenKeeperOptions;
  readonly #held: Held[] = [];
  #requests = 0;
  #deaths = 0;
  #notBefore = 0;
  #renewing: Promise<TokenProblem | undefined> | undefined;

  constructor(options: TokenKeeperOptions) {
    this.#options = options;
    const { accessToken } = options.credentials;
    this.#take(accessToken, expiryOfToken(accessToken));
  }

  /** The configured credentials with the token of now. */
  get credentials(): Credentials {
    const { credentials } = this.#options;
    const { value } = this.#current;
    return value === credentials.accessToken ? credentials : { ...credentials, accessToken: value };
  }

  /** 1 for the token that the run began with. */
  get generation(): number {
    return this.#held.length;
  }

  /** How often a token was found dead. */
  get deaths(): number {
    return this.#deaths;
  }

  get renewable(): boolean {
    return this.#options.flow !== undefined;
  }

  /** When the current token expires, as far as it says: milliseconds since 1970. */
  get expiresAtMs(): number | undefined {
    return this.#current.expiresAtMs;
  }

  /** Whether a new token is to be had before the next request. */
  get isDue(): boolean {
    const { expiresAtMs, obtainedMs } = this.#current;
    if (!this.renewable || expiresAtMs === undefined || this.nowMs < this.#notBefore) return false;
    return expiresAtMs - this.nowMs < Math.min(leastLeftMs, (expiresAtMs - obtainedMs) / 10);
  }

  /** Renews ahead of expiry. What goes wrong is told when the token is really dead. */
  async ahead(): Promise<void> {
    if (this.isDue && (await this.renew()) !== undefined) this.#notBefore = this.nowMs + restMs;
  }

  /** Gets a new token; all who ask meanwhile wait for the same one. Gives the problem when none came. */
  renew(): Promise<TokenProblem | undefined> {
    this.#renewing ??= this.#request().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** The service took a request with this token. */
  noteAccepted(generation: number): void {
    const held = this.#held[generation - 1];
    if (held !== undefined) held.proven = true;
  }

  noteDead(generation: number): void {
    const held = this.#held[generation - 1];
    if (held === undefined || held.dead) return;
    held.dead = true;
    this.#deaths += 1;
  }

  isDead(generation: number): boolean {
    return this.#held[generation - 1]?.dead === true;
  }

  /** Whether a text is a token of this run, earlier ones included. */
  isKnown(text: string): boolean {
    return this.#held.some(({ value }) => value === text);
  }

  /** Whether the service has ever taken this token. */
  isProven(generation: number): boolean {
    return this.#held[generation - 1]?.proven === true;
  }

  /** Whether a token is good now, as far as it can be known without asking: undefined when it does not say. */
  isAlive(generation: number): boolean | undefined {
    const held = this.#held[generation - 1];
    if (held?.dead === true) return false;
    return held?.expiresAtMs === undefined ? undefined : this.nowMs < held.expiresAtMs;
  }

  /** The draft with the current token wherever it holds an earlier one as a whole. */
  refreshed(draft: RequestDraft): RequestDraft {
    const { value } = this.#current;
    const earlier = this.#held.slice(0, -1).filter((one) => one.value !== value);
    const holds = earlier.filter((one) => draft.fields.some(([, text]) => text.includes(one.value)));
    if (holds.length === 0) return draft;
    const swap = (text: string): string => holds.reduce((rest, one) => rest.replaceAll(one.value, value), text);
    return { ...draft, fields: draft.fields.map(([name, text]) => [name, swap(text)] as const) };
  }

  async #request(): Promise<TokenProblem | undefined> {
    const { flow, admit, signal, request = requestToken } = this.#options;
    if (flow === undefined) return stopped('no flow to get another token is configured').problem;
    const ask = async (): Promise<TokenResult> => {
      if (this.#requests >= mostRequests) return stopped(`${mostRequests} tokens were asked for in this run already`);
      if (admit !== undefined && !(await admit())) return stopped('the budget of requests is spent');
      this.#requests += 1;
      return request(flow, { now: () => this.nowMs, signal });
    };
    const { result } = await insist(ask, signal);
    if (!result.ok) return result.problem;
    this.#take(result.token.value, result.token.expiresAtMs);
    return undefined;
  }

  #take(value: string, expiresAtMs: number | undefined): void {
    this.#options.onToken?.(value);
    this.#held.push({ value, expiresAtMs, obtainedMs: this.nowMs, dead: false, proven: false });
  }

  get #current(): Held {
    const current = this.#held.at(-1);
    if (current === undefined) throw new Error('a run has no token');
    return current;
  }

  /** The time that tokens expire by: milliseconds since 1970. */
  get nowMs(): number {
    return (this.#options.now ?? Date.now)();
  }
}

/** Asks for a token, and again after a pause while what keeps it away may pass. */
export async function insist(
  ask: () => Promise<TokenResult>,
  signal: AbortSignal | undefined,
): Promise<{ readonly result: TokenResult; readonly tries: number }> {
  for (let tries = 1; ; tries += 1) {
    const result = await ask();
    if (result.ok || !result.problem.passing || tries >= mostTries || signal?.aborted === true)
      return { result, tries };
    await setTimeout(firstPauseMs * 2 ** (tries - 1), undefined, { signal }).catch(() => {});
  }
}

function stopped(message: string) {
  const problem: TokenProblem = { kind: 'stopped', message, advice: 'nothing', settings: [], passing: false };
  return { ok: false, problem } as const;
}
