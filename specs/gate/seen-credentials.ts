/** Takes up what a connector sends as credentials: a real token sent by mistake must not get into a report either. */
import type { ReceivedRequest } from '../../endpoints/gate/received.js';
import type { GateRedactor } from './gate-options.js';

/** Shorter ones are words such as "Bearer undefined", which the report must be able to show. */
const shortest = 24;
/** A connector that invents a token for each request must not slow down the redactor. */
const most = 200;

export class SeenCredentials {
  readonly #redactor: GateRedactor;
  readonly #seen = new Set<string>();

  constructor(redactor: GateRedactor) {
    this.#redactor = redactor;
  }

  look({ fields }: Pick<ReceivedRequest, 'fields'>): void {
    for (const [name, value] of fields) {
      if (!/^(?:proxy-)?authorization$/i.test(name)) continue;
      const credentials = value.replace(/^(?:bearer|basic)\s+/i, '');
      if (credentials.length < shortest || this.#seen.has(credentials) || this.#seen.size >= most) continue;
      this.#seen.add(credentials);
      this.#redactor.add(credentials);
    }
  }
}
