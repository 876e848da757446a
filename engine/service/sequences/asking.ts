/** How a pair was asked for, and which clause is broken when it then has another identifier than before. Pure. */
import type { Step } from '../../../generators/identities/sequence/step.js';
import type { Spelling } from '../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';

/** What is known of a pair from its first call on. */
export interface FirstAsking {
  readonly step: Step;
  /** Steps done before it. */
  readonly position: number;
}

/**
 * The clause that a split breaks between the first call for a pair and one in the last step. Exact for a sequence that
 * was shrunk, where everything that is left matters; before that, of what could matter the first.
 */
export function splitClause(steps: readonly Step[], first: FirstAsking): ClauseId {
  const ways = [first.step, ...steps.slice(-1)];
  const between = steps.slice(first.position + 1, -1);
  if (ways.some(({ kind }) => kind === 'at once')) return 'behaviour/same-pair/at-once';
  // A refused request may do harm before the first call too.
  if (steps.some(({ kind }) => kind === 'refused')) return 'behaviour/same-pair/after-refusal';
  if (ways.some((step) => spellingsOf(step).length > 0)) return 'behaviour/same-pair/spelling';
  if (ways.some((step) => step.kind === 'establish' && step.connection === 'fresh')) {
    return 'behaviour/same-pair/connection';
  }
  return between.some((step) => tellPairs(step) !== tellPairs(first.step))
    ? 'behaviour/same-pair/for-ever'
    : 'behaviour/same-pair/repeated';
}

function spellingsOf(step: Step): readonly Spelling[] {
  return step.kind === 'establish' ? step.spellings : [];
}

/** The pairs of a step, as one text to compare; a wait has none. */
function tellPairs(step: Step): string {
  switch (step.kind) {
    case 'establish':
    case 'at once':
    case 'refused':
      return `${step.pair.letter} ${step.pair.channel}`;
    case 'neighbour':
      return `a neighbour of ${step.of.letter}`;
    default:
      return step.kind;
  }
}
