/**
 * Watches what a connector does in one scenario, request by request, and says at its end whether it coped. Pure; memory
 * is bounded by what a scenario stages.
 */

import { isOperation, type ReceivedRequest, type Staged } from '../../../wire/received.js';
import type { Scenario } from '../../../wire/scenario.js';

/** How the command, or the driving, came to its end. */
export interface ExerciseEnding {
  /** It ended by itself and well. */
  readonly ok: boolean;
  /** It was cut short by us: what it did not do, it may not have had the time to do. */
  readonly cut: boolean;
  /** In plain words: `the command ended with exit code 1`. */
  readonly told: string;
}

export interface ScenarioVerdict {
  readonly verdict: 'conformant' | 'nonconformant' | 'inconclusive';
  /** Why, one sentence. */
  readonly reason: string;
  /** The exchange that shows it. */
  readonly exchange?: number;
}

interface Failed {
  readonly number: number;
  readonly staged: Staged;
}

/** What a retry shares with what failed; the same function that the scenario used. */
export type KeyOf = (request: ReceivedRequest) => string;

/** Keys watched for a retry; a scenario that stages more is still judged by these. */
const mostWatched = 1_000;

export class ScenarioWatch {
  readonly #scenario: Scenario;
  readonly #keyOf: KeyOf;
  /** What failed and was not yet asked for again. */
  readonly #open = new Map<string, Failed>();
  #staged = 0;
  #firstStaged: number | undefined;
  #judged = 0;
  /** The first request that asked again and was refused for what it is: it does not show that the connector copes. */
  #refused: number | undefined;

  constructor(scenario: Scenario, keyOf: KeyOf) {
    this.#scenario = scenario;
    this.#keyOf = keyOf;
  }

  get staged(): number {
    return this.#staged;
  }

  /** Takes the requests in the order of arrival. */
  take(request: ReceivedRequest): void {
    if (!isOperation(request)) return;
    this.#judged += 1;
    const staged = request.answer?.staged;
    if (staged !== undefined) {
      this.#staged += 1;
      this.#firstStaged ??= request.number;
    }
    const mustAskAgain = this.#scenario.expects !== 'goes on' || request.answer?.undelivered === true;
    if (this.#open.size === 0 && (staged === undefined || !mustAskAgain)) return;
    const key = this.#keyOf(request);
    if (staged !== undefined && mustAskAgain) {
      if (this.#open.size < mostWatched) this.#open.set(key, { number: request.number, staged });
    } else if (this.#open.delete(key) && isRefused(request)) this.#refused ??= request.number;
  }

  /** @param control how the scenario in which all goes well ended, when it was played before. */
  end(ending: ExerciseEnding, control: ExerciseEnding | undefined): ScenarioVerdict {
    const isControl = this.#scenario.clause === undefined;
    if (this.#judged === 0) return undecided(`No request came to play it with; ${ending.told}.`);
    if (isControl)
      return ending.ok
        ? { verdict: 'conformant', reason: 'Requests came, and the end was good.' }
        : undecided(`${sentence(ending.told)}.`);
    if (this.#staged === 0) return undecided('The connector never met it: nothing that it sent gave occasion for it.');
    const [gaveUp] = this.#open.values();
    if (gaveUp !== undefined) {
      const what = `After "${stagedWords(gaveUp.staged)}" (exchange ${gaveUp.number}) ${this.#missing()}`;
      return ending.cut
        ? undecided(`${what}, but ${ending.told}.`)
        : { verdict: 'nonconformant', reason: `${what}; ${ending.told}.`, exchange: gaveUp.number };
    }
    if (this.#refused !== undefined) {
      return undecided(
        `What asked again (exchange ${this.#refused}) was refused for what it is, so that nothing is proved.`,
      );
    }
    if (ending.ok) return { verdict: 'conformant', reason: this.#coped() };
    if (this.#scenario.expects === 'goes on' && !ending.cut && control?.ok === true) {
      return {
        verdict: 'nonconformant',
        reason: `${sentence(ending.told)}, while it ended well when all went well: the connector did not cope.`,
        ...(this.#firstStaged === undefined ? {} : { exchange: this.#firstStaged }),
      };
    }
    return undecided(
      `What was sent is right, but ${ending.told}${control?.ok === true ? '' : ', and whether that is due to the scenario is not known'}.`,
    );
  }

  #missing(): string {
    return this.#scenario.expects === 'renews and asks again'
      ? 'no request with a new token followed'
      : 'the same was not asked for again';
  }

  #coped(): string {
    const met = `Met ${this.#staged === 1 ? 'once' : `${this.#staged} times`}`;
    if (this.#scenario.expects === 'goes on') return `${met}, and the connector went on.`;
    return `${met}, and each time the connector asked again.`;
  }
}

function isRefused({ answer }: ReceivedRequest): boolean {
  return answer !== undefined && answer.staged === undefined && answer.status >= 400 && answer.status < 500;
}

function undecided(reason: string): ScenarioVerdict {
  return { verdict: 'inconclusive', reason };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a scenario did on purpose, in words. */
export function stagedWords(staged: Staged): string {
  switch (staged.did) {
    case 'expired the token':
      return 'the token expired';
    case 'throttled':
      return `429 with Retry-After ${staged.retryAfter}`;
    case 'was unavailable':
      return '503';
    case 'reset':
      return staged.when === 'after'
        ? 'the connection closes after the answer'
        : `the connection breaks ${staged.when} the answer`;
    case 'delayed':
      return `answered after ${staged.delayMs} ms`;
    case 'changed':
      return changes[staged.what];
  }
}

const changes = {
  status: 'another status of success',
  members: 'unknown members',
  identifier: 'an identifier in another format',
} as const;
