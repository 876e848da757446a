/** Judges what happens to tokens over time: after a 401 the refused one rests, and the token endpoint is not hammered. */
import { isJsonObject, parseJson } from '../../../schemas/validation/parse-json.js';
import type { GivenAnswer, ReceivedRequest } from '../../../wire/received.js';
import { broken, type Examination, type ExchangeFinding, nothing, observed } from '../contract.js';
import type { Words } from '../words.js';
import type { Call } from './call.js';
import { BoundedMap, fingerprint } from './memory.js';

const renewed = 'headers/authorization/renewed-after-401';
const unused = 'headers/authorization/token';
const hammered = 'headers/authorization/token-not-hammered';

/** Requests that a parallel worker had made ready before it heard of the 401. */
const parallelGraceMs = 1_000;
/** Token requests without an accepted call in between. */
const mostTokenRequests = 5;
/** Tokens fetched although nothing was wrong with the one before, from which on it is told. */
const manyTokens = 20;
const mostSoon = 100;
const mostGiven = 1_000;

interface DeadToken {
  readonly number: number;
  readonly refusedMs: number;
  readonly key: string;
  readonly reuses: number;
}

/** Beyond so many other calls with a dead token it is no worker that had it in its hand. */
const fewestReuses = 2;

export class Tokens {
  readonly #dead = new BoundedMap<DeadToken>(1_000);
  #lastAnswerMs = Number.NEGATIVE_INFINITY;
  #parallel = false;
  #sinceAccepted = 0;
  #fetched = 0;
  #calls = 0;
  #toldOfMany = false;
  /** Calls soon behind a 401, with its token, and before a new one was fetched: those of workers that had it, if one is. */
  #soon: ExchangeFinding[] = [];
  #anyDead = false;
  /** Tokens that were given, by fingerprint. */
  readonly #given = new Set<string>();
  #usedGiven = false;
  #lastGivenMs = 0;
  /** The first call behind them with another token. */
  #passedOver: number | undefined;

  /** Takes a request to the token endpoint. */
  takeTokenRequest({ answer }: ReceivedRequest): Examination {
    if (answer === undefined || answer.status === 429 || answer.status === 503) return nothing;
    if (answer.status < 300) this.#soon = [];
    this.#noteGiven(answer);
    this.#sinceAccepted += 1;
    this.#fetched += 1;
    const exercised = [hammered] as const;
    if (this.#sinceAccepted > mostTokenRequests) {
      const words = {
        message: `Tokens are expected to be fetched a few times at most, and this is request ${this.#sinceAccepted} to the token endpoint without an accepted call in between.`,
        advice:
          'Fetch one token after a 401, share it between all workers while the others wait for it, and give up with an error when a call with the fresh token is refused as well.',
      };
      return { findings: [broken(hammered, words)], exercised };
    }
    if (this.#fetched >= manyTokens && this.#fetched * 2 > this.#calls && !this.#toldOfMany) {
      this.#toldOfMany = true;
      const words = {
        message: `${this.#fetched} tokens were fetched for ${this.#calls} calls.`,
        advice: 'Keep a token until it expires or a 401 comes: an org bounds how often one may log in.',
      };
      return { findings: [observed(hammered, words)], exercised };
    }
    return { findings: [], exercised };
  }

  /** Takes any other request. */
  take(call: Call): Examination {
    const { request, token, outcome, answeredMs, key } = call;
    this.#calls += 1;
    if (request.receivedMs < this.#lastAnswerMs) this.#parallel = true;
    this.#lastAnswerMs = Math.max(this.#lastAnswerMs, answeredMs);
    if (outcome.kind === 'accepted') this.#sinceAccepted = 0;
    if (token === undefined) return nothing;
    if (this.#given.has(token)) this.#usedGiven = true;
    else if (this.#given.size > 0 && request.receivedMs > this.#lastGivenMs) this.#passedOver ??= request.number;
    const before = this.#dead.get(token);
    const exercised = this.#anyDead ? ([renewed] as const) : [];
    if (outcome.kind === 'accepted') this.#dead.delete(token);
    else if (outcome.kind === 'unauthorised' && before === undefined) {
      this.#anyDead = true;
      this.#dead.set(token, { number: request.number, refusedMs: answeredMs, key, reuses: 0 });
    }
    // Accepted all the same: the token was not dead.
    if (before === undefined || outcome.kind === 'accepted' || request.receivedMs < before.refusedMs)
      return { findings: [], exercised };
    const isLate = request.receivedMs >= before.refusedMs + parallelGraceMs;
    const reuses = before.reuses + (isLate ? 1 : 0);
    this.#dead.set(token, { ...before, reuses });
    const isRetry = key === before.key && (isLate || !this.#parallel);
    if (!isRetry && !isLate && !this.#parallel) {
      const found = broken(renewed, reusedWords(before.number, false, this.#soon.length + 1), before.number);
      if (this.#soon.length < mostSoon) this.#soon.push({ ...found, exchange: request.number });
    }
    if (!isRetry && reuses < fewestReuses) return { findings: [], exercised };
    const words = reusedWords(before.number, isRetry, reuses);
    return { findings: [broken(renewed, words, before.number)], exercised };
  }

  /** What is known only when the run ends: no new token was fetched, or none that was fetched was used. */
  end(): readonly ExchangeFinding[] {
    const reused = this.#soon.slice(fewestReuses - 1);
    if (this.#usedGiven || this.#passedOver === undefined) return reused;
    return [...reused, { ...observed(unused, unusedWords), exchange: this.#passedOver }];
  }

  #noteGiven({ status, body, sentMs }: GivenAnswer): void {
    if (status >= 300 || this.#usedGiven || this.#given.size >= mostGiven) return;
    const parsed = parseJson(Buffer.from(body).toString());
    const token = parsed.ok && isJsonObject(parsed.value) ? parsed.value.access_token : undefined;
    if (typeof token !== 'string') return;
    this.#given.add(fingerprint(token));
    this.#lastGivenMs = sentMs;
  }
}

const unusedWords: Words = {
  message: 'Tokens were fetched, and no call behind them carried one of them.',
  advice:
    'Send the access_token of the last token answer: a copy that was made before, of a setting or a cache, stays old.',
};

function reusedWords(number: number, isRetry: boolean, reuses: number): Words {
  return {
    message: `Request ${number} was answered 401, and its token came again${isRetry ? ' with the same call' : ` in ${reuses} later requests`}.`,
    advice:
      'On a 401 throw the token away, fetch a new one from SF_AUTH_ENDPOINT, and send the call once more with it.',
  };
}
