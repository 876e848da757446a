/** The violations of a run with a budget as cases, the most telling first; the one with markup in it among the first. */

import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { ProbeContext } from '../probe-context.js';
import { markedCases } from '../probes/refusal-bodies.js';
import { caseOf } from '../probes/refuses.js';
import type { RefusalCase } from '../refuse.js';
import { violationsByTelling } from './violations.js';

/** Where the cases with markup stand: behind the first violations of most clauses. */
const afterFirst = 20;

export function casesByTelling(context: ProbeContext, pair: Pair): readonly RefusalCase[] {
  // A RequestId of its own, so that making the list takes none from the requests.
  const basis = context.basis(pair, context.fixedRequestId('budget'));
  const violations = violationsByTelling(basis).map((violation) => caseOf(context, pair, violation));
  const marked = markedCases(context, pair);
  // Markup in the body shows in a page that repeats the body, and in one that repeats everything.
  const [inBody, ...others] = [...marked.slice(3), ...marked.slice(0, 3)];
  return [
    ...violations.slice(0, afterFirst),
    ...(inBody === undefined ? [] : [inBody]),
    ...violations.slice(afterFirst),
    ...others,
  ];
}
