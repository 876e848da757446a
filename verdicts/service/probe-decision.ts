/** What the answers to a probe say: which edition and layout the service speaks, or why that cannot be told. Pure. */
import type { Layout } from '../../schemas/codecs/codecs.js';
import { type EditionId, editionOf, editionsInForce } from '../../schemas/editions/editions.js';
import { isThrough, type ProbeAnswer, tellAnswer } from './probe-answer.js';
import { sentence, whyNotAccepted } from './why-not-accepted.js';

export interface ProbeAttempt extends Spoken {
  readonly answer: ProbeAnswer;
}

export interface ProbeAnswers {
  /** One for each layout that was tried, in the order of the editions. */
  readonly attempts: readonly ProbeAttempt[];
  /** To a body that no edition takes; absent when it was not asked for. */
  readonly nonsense?: ProbeAnswer;
  /** To the first accepted request sent again. */
  readonly again?: ProbeAnswer;
}

export interface Spoken {
  readonly edition: EditionId;
  readonly layout: Layout;
}

export type ProbeDecision =
  | {
      readonly found: true;
      /** What to run with: the first of `spoken`. */
      readonly use: Spoken;
      /** Every layout that was accepted. */
      readonly spoken: readonly Spoken[];
      /** Success statuses that came, each once: for a new conversation first. */
      readonly statuses: readonly number[];
      readonly notes: readonly string[];
    }
  | {
      readonly found: false;
      readonly cause: string;
      /** What was expected and what came, one sentence. */
      readonly reason: string;
      /** What to do. */
      readonly advice: string;
    };

export function decideProbe({ attempts, nonsense, again }: ProbeAnswers): ProbeDecision {
  const accepted = attempts.filter(({ answer }) => isThrough(answer));
  const [first] = accepted;
  if (first === undefined) return whyNot(attempts);
  const takesNonsense = nonsense !== undefined && isThrough(nonsense);
  const editions = new Set(accepted.map(({ edition }) => edition));
  if (takesNonsense && editions.size === editionsInForce().length) {
    return {
      found: false,
      cause: 'accepts anything',
      reason: 'Every layout of every edition was accepted, and so was a body that is none of them.',
      advice: 'the service seems to accept whatever it gets: choose --edition and --layout by its documentation',
    };
  }
  const spoken = accepted.map(({ edition, layout }) => ({ edition, layout }));
  const statuses = [...accepted.map(({ answer }) => answer), ...(again === undefined ? [] : [again])]
    .filter(isThrough)
    .map(({ status }) => status);
  return {
    found: true,
    use: { edition: first.edition, layout: first.layout },
    spoken,
    statuses: [...new Set(statuses)],
    notes: notesOn(first, accepted, takesNonsense),
  };
}

function notesOn(first: ProbeAttempt, accepted: readonly ProbeAttempt[], takesNonsense: boolean): readonly string[] {
  const notes: string[] = [];
  const { documentedStatus } = editionOf(first.edition);
  const status = isThrough(first.answer) ? first.answer.status : undefined;
  if (documentedStatus !== undefined && status !== documentedStatus) {
    notes.push(`Edition ${first.edition} documents the status ${documentedStatus}; 200, 201 and 202 are all fine.`);
  }
  if (accepted.some(({ answer }) => answer.kind === 'malformed')) {
    notes.push('A 2xx answer came without a conversationIdentifier in a JSON object: a run will tell.');
  }
  if (takesNonsense) notes.push('A body that is of no edition was accepted as well: a run will tell.');
  const identifiers = accepted.flatMap(({ answer }) => (answer.kind === 'accepted' ? [answer.identifier] : []));
  if (new Set(identifiers).size > 1) notes.push('The layouts gave different identifiers for one conversation.');
  return notes;
}

function whyNot(attempts: readonly ProbeAttempt[]): ProbeDecision {
  const { cause, told, advice } = whyNotAccepted(
    attempts.map(({ answer }) => answer),
    'POST v1/conversation',
  );
  const reason = `No layout was accepted: ${toldBy(attempts)}.${told === '' ? '' : ` ${sentence(told)}`}`;
  return { found: false, cause, reason, advice };
}

function toldBy(attempts: readonly ProbeAttempt[]): string {
  return attempts.map(({ edition, layout, answer }) => `${edition} ${layout} ${tellAnswer(answer)}`).join(', ');
}
