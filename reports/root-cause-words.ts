/** What one mend settles, in words: what is wrong, and what to do. */
import type { FindingRecord } from '../schemas/record/run-record.js';
import { clipped } from '../text/clip.js';
import { plural } from '../text/format.js';
import { placeWords } from '../text/place-words.js';
import type { FailureGroup, Overview } from './overview.js';

type RootCause = NonNullable<FindingRecord['rootCause']>;

/** `49 failures in 3 clauses`. */
export const failuresWords = ({ others, clauses }: FailureGroup): string =>
  `${plural(others.length + 1, 'failure')} in ${plural(clauses.length, 'clause')}`;

/** Where failures are fewer things to mend; undefined where each is one of its own. */
export function mendsWords({
  failures,
  failureGroups,
}: Pick<Overview, 'failures' | 'failureGroups'>): string | undefined {
  if (failureGroups.length === failures.length) return undefined;
  return `${plural(failures.length, 'failure')}, but ${plural(failureGroups.length, 'thing')} to mend.`;
}

/** What is wrong: `participants[0].role is not checked`. */
export function rootCauseWords({ kind, at, clause = '', status = 0, failure = '' }: RootCause): string {
  const wrong = at === undefined ? 'whatever is wrong' : `what is wrong with ${nounOf(at)}`;
  switch (kind) {
    case 'not checked':
      return `${nounOf(at)} is not checked: nothing that is wrong with it is refused`;
    case 'not refused':
      return `what breaks ${clipped(clause, 200)} is taken`;
    case 'refused with a success':
      return `what is wrong is answered with ${status}, which says success`;
    case 'refused with another status':
      return `${wrong} is answered with ${status}`;
    case 'refused with a broken answer':
      return `refusals are broken as HTTP (${clipped(failure, 100)})`;
    case 'not answered':
      return `${wrong} is not answered (${clipped(failure, 100)})`;
    case 'not accepted':
      return `some of what conforms in ${nounOf(at)} is ${failure === '' ? `answered with ${status}` : `not answered (${clipped(failure, 100)})`}`;
  }
}

export function mendWords({ kind, at, status = 0 }: RootCause): string {
  switch (kind) {
    case 'not checked':
      return `Check ${nounOf(at)} before anything is looked up or stored, and answer 4xx.`;
    case 'not refused':
      return 'Check it before anything is looked up or stored, and answer 4xx.';
    case 'refused with a success':
      return `Answer 4xx instead of ${status}.`;
    case 'refused with another status':
      return `Answer 4xx instead of ${status}: check ${nounOf(at)} before it is used.`;
    case 'refused with a broken answer':
      return 'Mend what writes refusals: the answer has to be whole, as long as it says.';
    case 'not answered':
      return `Answer 4xx: check ${nounOf(at)} before it is used.`;
    case 'not accepted':
      return 'Accept it: nothing in the contract forbids it. The cases show what it takes.';
  }
}

function nounOf(at: RootCause['at']): string {
  if (at === undefined) return 'the request';
  return at.in === 'body' ? 'the body' : clipped(placeWords(at), 200);
}
