/** What a red test says: thrown by the test, and known again by the reporter, which excuses nothing else. */
import { visibleLines } from '../text/visible.js';
import type { ProbeOutcome } from '../verdicts/service/outcome.js';

type Told = Pick<ProbeOutcome, 'findings'>;

const mostTold = 5;

const troubling = ({ findings }: Told) => findings.filter(({ verdict }) => verdict !== 'observed');

/** Clause and verdict as data in front of the sentences: the only way across is the text of an error. */
const markOf = ({ clause, verdict }: Told['findings'][number]): string => `${clause} ${verdict}: `;

/** The failing and the undecided cases; undefined when there are none. */
export function complaintOf(outcome: Told): string | undefined {
  const lines = troubling(outcome).map(
    (finding) => `${markOf(finding)}${finding.label}\n  expected ${finding.expected}\n  got ${finding.got}`,
  );
  const more = lines.length > mostTold ? [`and ${lines.length - mostTold} more`] : [];
  return lines.length === 0 ? undefined : [...lines.slice(0, mostTold), ...more].join('\n');
}

/**
 * What is broken is the service, not this code: a stack trace would only mislead. Playwright prints the text as it is, so
 * what a service put into it is made harmless here.
 */
export function plainError(text: string): Error {
  const message = visibleLines(text);
  const error = new Error(message);
  error.stack = message;
  return error;
}

/**
 * Whether the errors of a test are its complaint and nothing else. The mark of the first case decides, as the sentences
 * behind it may hold what a service sent, which Playwright spells its own way.
 */
export function isComplaint(outcome: Told, errors: readonly { readonly message?: string }[]): boolean {
  const [first] = troubling(outcome);
  const [error, ...others] = errors;
  if (first === undefined || error === undefined || others.length > 0) return false;
  return error.message?.startsWith(`Error: ${markOf(first)}`) === true;
}
