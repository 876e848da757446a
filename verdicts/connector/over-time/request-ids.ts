/** Judges that every request has a RequestId of its own: a retry and a call to a sibling operation as well. */
import { firstValue } from '../../../wire/http/field-values.js';
import { broken, type ConnectorFinding } from '../contract.js';
import { guidIn } from '../headers/request-id.js';
import { BoundedMap } from './bounded-map.js';
import type { Call } from './call.js';
import { Fingerprints, fingerprint } from './fingerprints.js';

const clause = 'headers/request-id/unique';
const advice =
  'Make the GUID where the request is built, once for each request: not a constant, not once for each process, client or message, and anew in every retry.';

export class RequestIds {
  readonly #known = new Fingerprints();
  /** Whose call an earlier request was, to tell a retry from a constant. */
  readonly #calls = new BoundedMap<string>(10_000);

  /** A value without a GUID in it breaks the clause of its form in every request, and is not counted here. */
  take({ values, key, request }: Call): {
    readonly findings: readonly ConnectorFinding[];
    readonly exercised: boolean;
  } {
    const guid = guidIn(firstValue(values, 'requestid') ?? '');
    if (guid === undefined) return { findings: [], exercised: false };
    const first = this.#known.remember(fingerprint(guid), request.number);
    if (first === undefined) {
      this.#calls.set(guid, key);
      return { findings: [], exercised: true };
    }
    const what = this.#calls.get(guid) === key ? 'this second try of the same call carries' : 'this request carries';
    const message = `Every request is expected to carry a RequestId of its own, and ${what} the one of request ${first}.`;
    return { findings: [broken(clause, { message, advice })], exercised: true };
  }
}
