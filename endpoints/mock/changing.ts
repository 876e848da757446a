/** Hooks that change the answer to a success, to a refusal, or to both. */
import type { Answer } from './answer.js';
import type { Behaviour, Context, Outcome } from './behaviour.js';

type Accepted = Extract<Outcome, { kind: 'accepted' }>;
export type Refused = Extract<Outcome, { kind: 'refused' }>;

export function changesSuccess(change: (answer: Answer, accepted: Accepted) => Answer): Behaviour {
  return { answers: (answer, outcome) => (outcome.kind === 'accepted' ? change(answer, outcome) : answer) };
}

export function changesRefusal(change: (answer: Answer, refused: Refused, context: Context) => Answer): Behaviour {
  return {
    answers: (answer, outcome, context) => (outcome.kind === 'refused' ? change(answer, outcome, context) : answer),
  };
}

export function changesAnswer(change: (answer: Answer, context: Context) => Answer): Behaviour {
  return { answers: (answer, _outcome, context) => change(answer, context) };
}
