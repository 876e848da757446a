/** Plays one scenario in front of the org. */

import { isOperation, type ReceivedRequest } from '../../wire/received.js';
import type { Org } from './org.js';
import type { OrgAnswer } from './org-answer.js';
import { retryKeyOf } from './retry-key.js';
import type { OrgScenario, Play, StageContext } from './scenario.js';

/** Keys that a scenario tells apart; beyond it nothing new is staged, so that memory stays bounded. */
const mostKeys = 10_000;

export class Stage {
  readonly #org: Org;
  readonly #play: Play;
  readonly #keys = new Map<string, { readonly number: number; attempts: number }>();

  constructor(scenario: OrgScenario, org: Org) {
    this.#org = org;
    this.#play = scenario.play();
  }

  async answer(request: ReceivedRequest): Promise<OrgAnswer> {
    if (!isOperation(request)) return this.#org.answer(request);
    const context = this.#context(request);
    const instead = this.#play.instead?.(request, context);
    if (instead !== undefined) return instead;
    const answer = await this.#org.answer(request);
    return this.#play.change?.(answer, request, context) ?? answer;
  }

  #context(request: ReceivedRequest): StageContext {
    const key = retryKeyOf(request);
    const token = this.#org.tokenOf(request);
    const { origin } = this.#org;
    return { key, ...this.#count(key), ...(token === undefined ? {} : { token }), origin, nowMs: Date.now() };
  }

  #count(key: string): { readonly attempt: number; readonly keyNumber: number } {
    let known = this.#keys.get(key);
    if (known === undefined) {
      // As a second try, for which nothing is staged now and then.
      if (this.#keys.size >= mostKeys) return { attempt: 2, keyNumber: mostKeys + 2 };
      known = { number: this.#keys.size + 1, attempts: 0 };
      this.#keys.set(key, known);
    }
    known.attempts += 1;
    return { attempt: known.attempts, keyNumber: known.number };
  }
}
