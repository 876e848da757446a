/** A step of a sequence as data: what is done next to the conversations of a few named pairs. */
import type { MessagePlace } from '../../../schemas/record/message-place.schema.js';
import type { CaseName } from '../../named-case.js';
import type { Spelling } from '../../spellings/spelling.js';
import type { Family, Member } from '../family.js';

/** The pairs of a sequence by the names that its story uses. */
export const letters = ['A', 'B', 'C'] as const;

/** Which pair of the sequence is meant; the subject of a letter is new in each execution. */
export interface PairName {
  readonly letter: (typeof letters)[number];
  /** The same subject on another channel is another pair. */
  readonly channel: 'first' | 'other';
}

/** One plain call: the first for a new pair, or one more for a known one. */
export interface EstablishStep {
  readonly kind: 'establish';
  readonly pair: PairName;
  readonly connection: 'pooled' | 'fresh';
  /** Legal spellings of different dimensions; none for the plainest form. */
  readonly spellings: readonly Spelling[];
}

/** Calls for one pair that start together. */
interface AtOnceStep {
  readonly kind: 'at once';
  readonly pair: PairName;
  readonly calls: number;
}

/** A request for a pair with one violation, found in the catalogue by its name. */
export interface RefusedStep {
  readonly kind: 'refused';
  readonly pair: PairName;
  readonly violation: CaseName;
  /** For the story: what is wrong, in words, and where. */
  readonly label: string;
  readonly at: MessagePlace;
}

/** A pair whose subject is made from the word of another, then its near neighbour by a relation of the same family. */
export interface NeighbourStep {
  readonly kind: 'neighbour';
  readonly of: PairName;
  readonly family: Pick<Family, 'slug' | 'name'>;
  readonly relation: Pick<Member, 'slug' | 'relation'>;
}

/** Some other pairs, one after the other, so that a short memory forgets. */
interface OthersStep {
  readonly kind: 'others';
  readonly count: number;
}

interface WaitStep {
  readonly kind: 'wait';
  readonly ms: number;
}

export type Step = EstablishStep | AtOnceStep | RefusedStep | NeighbourStep | OthersStep | WaitStep;
