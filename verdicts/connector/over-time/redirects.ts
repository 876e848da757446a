/**
 * Knows which request follows a redirect. Libraries that follow by themselves spoil what was right: fetch of Node 20 cuts the form
 * by a new boundary and keeps the old header, others make a GET of a POST. So what is wrong there is told and not red: whether
 * the call was taken in the end, or given up in silence, is judged by the scenario.
 */
import { fieldIn } from '../../../wire/http/field-values.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import { type ConnectorFinding, observed } from '../contract.js';
import { BoundedMap } from './memory.js';

const advice =
  'Let the HTTP library follow no redirect, and send the call to the new address by your own code, as it was: libraries that follow may change method or form.';

export class Redirects {
  /** Targets that an answer named and that were not followed yet. */
  readonly #named = new BoundedMap<true>(1_000);

  /** Takes the next request, and says whether it follows a redirect of an earlier one. */
  take(request: ReceivedRequest): boolean {
    const own = targetOf(request.target);
    const follows = own !== undefined && this.#named.get(own) === true;
    if (follows) this.#named.delete(own);
    const named = redirectOf(request);
    if (named !== undefined && named !== own) this.#named.set(named, true);
    return follows;
  }
}

/** What was found in a request that follows a redirect. */
export function behindRedirect({ clause, message }: ConnectorFinding): ConnectorFinding {
  return observed(clause, { message: `Behind a redirect: ${message}`, advice });
}

function redirectOf({ target, answer }: ReceivedRequest): string | undefined {
  if (answer === undefined || answer.status < 300 || answer.status >= 400) return undefined;
  const location = fieldIn(answer.fields, 'location');
  return location === undefined ? undefined : targetOf(location, target);
}

/** Path and query, wherever they lead. */
function targetOf(written: string, from = '/'): string | undefined {
  const base = URL.canParse(from, 'http://host') ? new URL(from, 'http://host').href : 'http://host';
  if (!URL.canParse(written, base)) return undefined;
  const { pathname, search } = new URL(written, base);
  return pathname + search;
}
