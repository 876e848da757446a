/**
 * What a 401 to a conforming request means: that the request is wrongly refused, or that the token is dead. One plain
 * request for a pair that was accepted before tells; a dead token is renewed, or the run is lost.
 */

import { classify } from '../../verdicts/service/classify.js';
import { isLimitReached } from '../../verdicts/service/probe-answer.js';
import type { Exchange } from '../../wire/exchange.js';
import type { RequestDraft } from '../../wire/request.js';
import type { TokenKeeper } from './token-keeper.js';
import type { Trouble } from './trouble.js';

/** `alive`: the answer stands. `renewed`: send again. `dead`: the answer says nothing. */
export type TokenState = 'alive' | 'renewed' | 'dead';

/** A service that now and then answers 401 must not pass for one whose tokens die. */
const mostChecks = 3;

export class TokenDeath {
  readonly #tokens: TokenKeeper;
  readonly #sendPlain: () => Promise<Exchange>;
  readonly #lose: (trouble: Trouble) => void;
  #judging: Promise<TokenState> | undefined;
  #isDead = false;
  #anyProven = false;

  /** @param sendPlain sends the plain request for a pair that was accepted, with the token of now. */
  constructor(tokens: TokenKeeper, sendPlain: () => Promise<Exchange>, lose: (trouble: Trouble) => void) {
    this.#tokens = tokens;
    this.#sendPlain = sendPlain;
    this.#lose = lose;
  }

  /** Takes note of what came to a conforming request. */
  note(generation: number, exchange: Exchange): void {
    const { kind } = classify(exchange);
    if (kind !== 'accepted' && kind !== 'malformed success') return;
    this.#anyProven = true;
    this.#tokens.noteAccepted(generation);
  }

  /** Judges a token that a conforming request was refused with; several ask at once and get one answer. */
  judge(generation: number): Promise<TokenState> {
    if (this.#isDead) return Promise.resolve('dead');
    if (generation < this.#tokens.generation) return Promise.resolve('renewed');
    this.#judging ??= this.#judge(generation).finally(() => {
      this.#judging = undefined;
    });
    return this.#judging;
  }

  async #judge(generation: number): Promise<TokenState> {
    if (!this.#anyProven) return this.#atTheStart(generation);
    for (let checks = 0; checks < mostChecks; checks += 1) {
      const exchange = await this.#sendPlain();
      this.note(generation, exchange);
      if (!isTokenRefusal(exchange)) return 'alive';
    }
    const wasProven = this.#tokens.isProven(generation);
    this.#tokens.noteDead(generation);
    if (!this.#tokens.renewable) return this.#lost(staticReason(this.#tokens.expiresAtMs, this.#tokens.nowMs));
    if (!wasProven && generation > 1) {
      return this.#lost(
        'The service refuses also the access token that was renewed: check the connected app and its org.',
      );
    }
    const problem = await this.#tokens.renew();
    if (problem === undefined) return 'renewed';
    // The budget tells of itself.
    if (problem.kind === 'stopped') return 'dead';
    return this.#lost(
      `The access token was good no longer, and no new one came: ${problem.message}: ${problem.advice}.`,
    );
  }

  /** Nothing was ever accepted: only a token that was handed over may have died on the way. */
  async #atTheStart(generation: number): Promise<TokenState> {
    if (generation > 1 || !this.#tokens.renewable) return 'alive';
    return (await this.#tokens.renew()) === undefined ? 'renewed' : 'alive';
  }

  #lost(reason: string): TokenState {
    this.#isDead = true;
    this.#lose({ cause: 'credentials refused', reason });
    return 'dead';
  }
}

/** Refused in a way in which dead tokens are refused. */
export function isTokenRefusal(exchange: Exchange): boolean {
  const { answer, failure } = exchange;
  return failure === undefined && (answer?.status === 401 || (answer?.status === 403 && !isLimitReached(exchange)));
}

/** The exchange marked as one that says nothing of its request. */
export function withDeadToken(exchange: Exchange): Exchange {
  const status = exchange.answer?.status ?? 401;
  const message = `${status} to an access token that was good no longer`;
  return { ...exchange, failure: { kind: 'token-dead', message } };
}

/** Why a run with a given token cannot go on. @param nowMs milliseconds since 1970, as `expiresAtMs`. */
export function staticReason(expiresAtMs: number | undefined, nowMs: number): string {
  const ended =
    expiresAtMs !== undefined && expiresAtMs <= nowMs
      ? `expired at ${timeOf(expiresAtMs)}`
      : `was refused from ${timeOf(nowMs)} on`;
  return `The access token ${ended}, half way: give a fresh one in SF_ACCESS_TOKEN, or configure the JWT bearer flow (SF_CONSUMER_KEY, SF_PRIVATE_KEY, SF_SUBJECT, SF_AUTH_ENDPOINT), which renews it.`;
}

/** `12:31 UTC`. */
function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 16)} UTC`;
}

/** The same request under another RequestId: the digits change, spelling, version and variant stay. */
export function withRequestId(draft: RequestDraft, guid: string): RequestDraft {
  const fields = draft.fields.map(
    ([name, value]) =>
      [name, name.trim().toLowerCase() === 'requestid' ? withFreshDigits(value, guid) : value] as const,
  );
  return { ...draft, fields };
}

/** A text with the digits of another GUID in that which it holds: its version, its variant and its letter case stay. */
export function withFreshDigits(text: string, guid: string): string {
  const fresh = guid.toLowerCase();
  return text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i, (known) =>
    [...known]
      .map((character, index) => {
        // Version and variant of RFC 9562 stand at 14 and 19.
        if (character === '-' || index === 14 || index === 19) return character;
        const digit = fresh.charAt(index);
        return /[A-F]/.test(known) ? digit.toUpperCase() : digit;
      })
      .join(''),
  );
}
