/**
 * Watches what a connector does in one scenario, request by request, and says at its end whether it coped. Pure; memory
 * is bounded by what a scenario stages.
 */

import { fieldIn } from '../../../wire/http/field-values.js';
import { isOperation, noOperation, type ReceivedRequest, type Staged } from '../../../wire/received.js';
import type { Scenario } from '../../../wire/scenario.js';

/** How the command, or the driving, came to its end. */
export interface ExerciseEnding {
  /** It ended by itself and well. */
  readonly ok: boolean;
  /** It was cut short by us: what it did not do, it may not have had the time to do. */
  readonly cut: boolean;
  /** It ended without a word on success or failure: people stopped it. */
  readonly unsaid?: true;
  /** In plain words: `the command ended with exit code 1`. */
  readonly told: string;
}

export interface ScenarioVerdict {
  readonly verdict: 'conformant' | 'nonconformant' | 'inconclusive';
  /** Why, one sentence. */
  readonly reason: string;
  /** The exchange that shows it. */
  readonly exchange?: number;
  /** Right as it is: the connector gave up, where it may, and did not end well, which says so. */
  readonly gaveUp?: true;
}

interface Failed {
  readonly number: number;
  readonly staged: Staged;
}

/** What a retry shares with what failed; the same function that the scenario used. */
export type KeyOf = (request: ReceivedRequest) => string;

/** Keys watched for a retry; a scenario that stages more is still judged by these. */
const mostWatched = 1_000;
/** Given-up tries of one call that an org may be at work for at the same time. */
const mostGivenUp = 4;

export class ScenarioWatch {
  readonly #scenario: Scenario;
  readonly #keyOf: KeyOf;
  /** What failed and was not yet asked for again. */
  readonly #open = new Map<string, Failed>();
  #staged = 0;
  #firstStaged: number | undefined;
  #judged = 0;
  /** The first request that brought credentials to another origin. */
  #strayed: number | undefined;
  /** Tries that the connector gave up before their answer, while the org is still at work for them. */
  #givenUp: { readonly key: string; readonly untilMs: number }[] = [];
  /** The first request that came upon too many of them. */
  #piledUp: number | undefined;
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
    if (request.operation === noOperation.elsewhere && fieldIn(request.fields, 'authorization') !== undefined)
      this.#strayed ??= request.number;
    if (!isOperation(request)) return;
    this.#judged += 1;
    const staged = request.answer?.staged;
    if (staged !== undefined) {
      this.#staged += 1;
      this.#firstStaged ??= request.number;
    }
    // A library may have spoilt what it sends behind a redirect: the call that was redirected first is to be taken.
    if (staged?.did === 'redirected' && staged.again === true) return;
    const isAnswered = this.#scenario.expects === 'goes on' || staged?.did === 'delayed';
    const mustAskAgain = !isAnswered || request.answer?.undelivered === true;
    if (this.#open.size === 0 && (staged === undefined || (!mustAskAgain && staged.did !== 'delayed'))) return;
    const key = this.#keyOf(request);
    this.#countGivenUp(request, key);
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
    if (this.#strayed !== undefined)
      return broken('The access token was sent to another host, to which a redirect led.', this.#strayed);
    if (this.#piledUp !== undefined) {
      const reason = `This try came while ${mostGivenUp} earlier ones of the same call were still worked on, each given up before its answer.`;
      return broken(reason, this.#piledUp);
    }
    const mayTell = this.#scenario.expects === 'goes on or tells';
    if (mayTell && !ending.ok && !ending.cut && control?.ok === true) {
      const reason = `${this.#met()}; the connector gave up and told so: ${ending.told}.`;
      return { verdict: 'conformant', reason, gaveUp: true };
    }
    const [gaveUp] = this.#open.values();
    if (gaveUp !== undefined) {
      const what = `After "${stagedWords(gaveUp.staged)}" (exchange ${gaveUp.number}) ${this.#missing()}`;
      const isUntold = mayTell && (!ending.ok || ending.unsaid === true);
      return ending.cut || isUntold
        ? undecided(`${what}, but ${ending.told}${ending.ok || ending.cut ? '' : this.#compare(control)}.`)
        : broken(`${what}; ${ending.told}.`, gaveUp.number);
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
      `What was sent is right, but ${ending.told}${control?.ok === true ? '' : `, and whether that is due to the scenario is not known${this.#compare(control)}`}.`,
    );
  }

  /** Parallel workers wait for their answers, and are counted by none. */
  #countGivenUp({ number, receivedMs, answer }: ReceivedRequest, key: string): void {
    this.#givenUp = this.#givenUp.filter(({ untilMs }) => untilMs > receivedMs);
    if (this.#givenUp.filter((one) => one.key === key).length >= mostGivenUp) this.#piledUp ??= number;
    if (answer?.hungUp === true && answer.staged?.did === 'delayed' && this.#givenUp.length < mostWatched)
      this.#givenUp.push({ key, untilMs: receivedMs + answer.staged.delayMs });
  }

  /** What to do where there is nothing to compare its end with. */
  #compare(control: ExerciseEnding | undefined): string {
    if (control !== undefined) return '';
    return `: play it beside the one in which all goes well (--scenario all-well --scenario ${this.#scenario.id})`;
  }

  #missing(): string {
    return this.#scenario.expects === 'renews and asks again'
      ? 'no request with a new token followed'
      : 'the same was not asked for again';
  }

  #coped(): string {
    return this.#scenario.expects === 'goes on' || this.#scenario.expects === 'goes on or tells'
      ? `${this.#met()}, and the connector went on.`
      : `${this.#met()}, and each time the connector asked again.`;
  }

  #met(): string {
    return `Met ${this.#staged === 1 ? 'once' : `${this.#staged} times`}`;
  }
}

function isRefused({ answer }: ReceivedRequest): boolean {
  return answer !== undefined && answer.staged === undefined && answer.status >= 400 && answer.status < 500;
}

function broken(reason: string, exchange: number): ScenarioVerdict {
  return { verdict: 'nonconformant', reason, exchange };
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
    case 'answered as a gateway':
      return `${staged.status} with a page`;
    case 'redirected':
      return `${staged.status} to an address of ${staged.to}`;
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
  time: '202 with a time to come back',
} as const;
