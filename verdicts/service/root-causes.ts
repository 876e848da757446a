/**
 * Which failures one mend settles. Requests that had to be refused and were not are put together by what came for them, and
 * by what they were wrong in as far as that may need a mend of its own; those that conform and were not accepted by clause,
 * place and what came. Clauses keep their verdicts. Pure.
 */
import type { Violation } from '../../generators/violations/violation.js';
import type { MessagePlace } from '../../schemas/record/message-place.schema.js';
import type { ClauseResult, FindingRecord } from '../../schemas/record/run-record.js';
import type { FailureKind } from '../../wire/exchange.js';
import type { Came } from './came.js';
import type { Finding } from './outcome.js';

export type RootCause = NonNullable<FindingRecord['rootCause']>;

/**
 * @param findings all of the run.
 * @param violations what there is to be refused in a run like this.
 */
export function rootCauses(
  findings: readonly Finding[],
  violations: readonly Violation[],
  results: readonly Pick<ClauseResult, 'id' | 'cases'>[],
): (finding: Finding) => RootCause | undefined {
  const casesOf = new Map<string, ClauseResult['cases']>(results.map(({ id, cases }) => [id, cases]));
  const refusesSome = (clause: string): boolean => (casesOf.get(clause)?.conformant ?? 0) > 0;
  const failsOnly = (clause: string): boolean => !refusesSome(clause) && (casesOf.get(clause)?.nonconformant ?? 0) > 0;
  // What is wrong in an entry of a longer list is wrong in the entry.
  const own = violations.filter(({ breaks }) => breaks === undefined);
  const placeOf = new Map(own.map(({ clause, difference }) => [clause, difference.at]));
  const namedAs = new Map(violations.map((one) => [nameOf(one), one]));
  /** A service whose every success lacks something takes a wrong request with such a success as well. */
  const successes = new Set(
    findings.flatMap(({ expects, came }) =>
      expects === 'acceptance' && came?.kind === 'malformed success' ? [shapeOf(came)] : [],
    ),
  );

  /** The widest place at which every clause was broken by all that was sent. */
  const unchecked = (at: MessagePlace): MessagePlace | undefined =>
    placesAbove(at).find((place) => {
      const clauses = own.filter(({ difference }) => isAtOrBelow(difference.at, place)).map(({ clause }) => clause);
      return clauses.length > 0 && clauses.every(failsOnly);
    });

  const whatIsTaken = ({ clause, violation, difference: { at } }: Failure): RootCause => {
    const within = (violation && namedAs.get(nameOf(violation))?.breaks) ?? clause;
    // Where the same is refused elsewhere, what is missing is what the clause itself asks for.
    const breaks = refusesSome(within) ? clause : within;
    const place = unchecked(placeOf.get(breaks) ?? at);
    return place === undefined ? { kind: 'not refused', clause: breaks } : { kind: 'not checked', at: place };
  };

  return (finding) => {
    if (!isFailed(finding)) return undefined;
    const { clause, came, difference } = finding;
    if (finding.expects === 'acceptance') {
      const what = came.kind === 'no answer' ? { failure: came.failure } : { status: came.status, shape: came.shape };
      return { kind: 'not accepted', clause, at: difference.at, ...what };
    }
    // Where nothing is refused at all, it does not matter what is wrong.
    const at = refusesSome('answer/refusal/status') ? { at: readAt(difference.at) } : {};
    if (came.kind === 'no answer') {
      const { failure } = came;
      return isOfWriter(failure)
        ? { kind: 'refused with a broken answer', failure }
        : { kind: 'not answered', failure, ...at };
    }
    const { kind, status, shape } = came;
    if (kind === 'accepted' || successes.has(shapeOf(came))) return whatIsTaken(finding);
    // The writer of refusals serves all of them.
    return kind === 'malformed success'
      ? { kind: 'refused with a success', status, shape }
      : { kind: 'refused with another status', status, shape, ...at };
  };
}

type Failure = Finding & Required<Pick<Finding, 'came' | 'difference'>>;

function isFailed(finding: Finding): finding is Failure {
  const { verdict, expects = '', came, difference } = finding;
  const isJudged = ['refusal', 'acceptance or refusal', 'acceptance'].includes(expects);
  return verdict === 'nonconformant' && isJudged && came !== undefined && difference !== undefined;
}

/** What the writer of answers does wrong, whatever the request was. */
const isOfWriter = (failure: FailureKind): boolean =>
  failure === 'cut-answer' || failure === 'not-http' || failure === 'malformed-answer';

const nameOf = ({ clause, slug }: { readonly clause: string; readonly slug: string }): string => `${clause} ${slug}`;
const shapeOf = (came: Came): string => JSON.stringify(came);

/** Those that hold it, the widest first, and itself. */
function placesAbove(at: MessagePlace): readonly MessagePlace[] {
  if (at.in !== 'member') return [at];
  return at.path.map((_, index) => ({ in: 'member', path: at.path.slice(0, index + 1) }));
}

/** Whichever entry of a list. */
function isAtOrBelow(one: MessagePlace, place: MessagePlace): boolean {
  if (one.in !== 'member' || place.in !== 'member') return JSON.stringify(one) === JSON.stringify(place);
  return place.path.every((step, index) => {
    const other = one.path[index];
    return other === step || (typeof other === 'number' && typeof step === 'number');
  });
}

/** What is read in one go: a header, the body as its media type says, or one of its values with all that it holds. */
function readAt(at: MessagePlace): MessagePlace {
  if (at.in === 'member') return { in: 'member', path: [at.path[0] ?? ''] };
  const isOfBody = at.in === 'part' || (at.in === 'header' && at.name === 'Content-Type');
  return isOfBody ? { in: 'body' } : at;
}
