/** RequestIds of the runs before the present one: a connector that draws them anew from the same seed repeats itself. */
import { createHash } from 'node:crypto';
import type { ReceivedRequest } from '../../../wire/received.js';
import type { ConnectorFinding } from '../contract.js';

const mostKept = 500_000;

export class RequestIdsOfEarlierRuns {
  readonly #earlier = new Map<string, number>();
  #present = new Map<string, number>();

  beginRun(): void {
    for (const [id, number] of this.#present) if (this.#earlier.size < mostKept) this.#earlier.set(id, number);
    this.#present = new Map();
  }

  /** Within one run the judge over time sees to it; here only what an earlier run has used. */
  take(request: ReceivedRequest): ConnectorFinding | undefined {
    const value = request.fields.find(([name]) => name.toLowerCase() === 'requestid')?.[1];
    // An empty or short one breaks the clause of the format, and says nothing more here.
    if (value === undefined || value.length < 32) return undefined;
    const id = createHash('sha256').update(value.toLowerCase()).digest('base64').slice(0, 16);
    const first = this.#earlier.get(id);
    if (first === undefined) {
      if (this.#present.size < mostKept) this.#present.set(id, request.number);
      return undefined;
    }
    return {
      clause: 'headers/request-id/unique',
      verdict: 'nonconformant',
      message: `expected a RequestId that was never used before, got the one of exchange ${first}, sent by an earlier run of the command`,
      advice:
        'Draw a fresh random GUID for every request; a constant one, or a seeded generator, repeats itself after each start.',
    };
  }
}
