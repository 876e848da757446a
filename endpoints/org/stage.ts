/** Plays one scenario in front of the org. */

import { isOperation, type ReceivedRequest } from '../../wire/received.js';
import type { GateAnswer } from './gate-answer.js';
import type { GateOrg } from './org.js';
import { retryKeyOf } from './retry-key.js';
import type { Play, Scenario, StageContext } from './scenario.js';

/** Keys that a scenario tells apart; beyond it nothing new is staged, so that memory stays bounded. */
const mostKeys = 10_000;

export class Stage {
  readonly scenario: Scenario;
  readonly #org: GateOrg;
  readonly #play: Play;
  readonly #keys = new Map<string, { readonly number: number; attempts: number }>();

  constructor(scenario: Scenario, org: GateOrg) {
    this.scenario = scenario;
    this.#org = org;
    this.#play = scenario.play();
  }

  async answer(request: ReceivedRequest): Promise<GateAnswer> {
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
    return { key, ...this.#count(key), ...(token === undefined ? {} : { token }), nowMs: Date.now() };
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
