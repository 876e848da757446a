/** Judges that every request has a RequestId of its own: a retry and a call to a sibling operation as well. */
import { fieldIn, firstValue } from '../../../wire/http/field-values.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import { broken, type ConnectorFinding, type Examination, nothing, observed } from '../contract.js';
import { guidIn } from '../headers/request-id.js';
import type { Words } from '../words.js';
import type { Call } from './call.js';
import { BoundedMap, fingerprint } from './memory.js';

const clause = 'headers/request-id/unique';
const advice =
  'Make the GUID where the request is built, once for each request: not a constant, not once for each process, client or message, and anew in every retry.';

const nilWords: Words = {
  message: 'The RequestId is the nil GUID, which many languages write for a GUID without a value.',
  advice,
};

/** Within one run of a connector. */
export class RequestIds {
  /** Number of the first request with it. */
  readonly #known = new Map<string, number>();
  /** Whose call an earlier request was, to tell a retry from a constant. */
  readonly #calls = new BoundedMap<string>(10_000);

  /** A value without a GUID in it breaks the clause of its form in every request, and is not counted here. */
  take({ values, key, request, outcome }: Call): Examination {
    const guid = guidIn(firstValue(values, 'requestid') ?? '');
    if (guid === undefined) return nothing;
    const print = fingerprint(guid);
    const first = this.#known.get(print);
    if (first === undefined) {
      // Libraries that follow a redirect send the request as it was, and it is taken once.
      if (outcome.kind === 'redirected') return nothing;
      this.#known.set(print, request.number);
      this.#calls.set(guid, key);
      return { findings: /^0+$/.test(guid) ? [observed(clause, nilWords)] : [], exercised: [clause] };
    }
    const what = this.#calls.get(guid) === key ? 'this second try of the same call carries' : 'this request carries';
    const message = `Every request is expected to carry a RequestId of its own, and ${what} the one of request ${first}.`;
    return { findings: [broken(clause, { message, advice }, first)], exercised: [clause] };
  }
}

/** From run to run: a connector that draws them anew from the same seed repeats itself. */
export class RequestIdsOfEarlierRuns {
  /** Number of the first request with it. */
  readonly #known = new Map<string, number>();
  /** Number of the first request of the present run. */
  #first: number | undefined;

  beginRun(): void {
    this.#first = undefined;
  }

  take({ fields, number }: ReceivedRequest): ConnectorFinding | undefined {
    this.#first ??= number;
    const value = fieldIn(fields, 'requestid');
    // An empty or short one breaks the clause of the format, and says nothing more here.
    if (value === undefined || value.length < 32) return undefined;
    const print = fingerprint(value.toLowerCase());
    const first = this.#known.get(print);
    if (first === undefined) this.#known.set(print, number);
    if (first === undefined || first >= this.#first) return undefined;
    const words = {
      message: `expected a RequestId that was never used before, got the one of exchange ${first}, sent by an earlier run of the command`,
      advice:
        'Draw a fresh random GUID for every request; a constant one, or a seeded generator, repeats itself after each start.',
    };
    return broken(clause, words, first);
  }
}
