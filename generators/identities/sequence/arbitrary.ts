/** Arbitrary sequences of steps over a few pairs. A new arbitrary for each search: that of commands keeps a log. Pure. */
import type { EditionId } from '../../../schemas/editions/editions.js';
import { drawnSpellings } from '../../arbitraries/request.js';
import { fc } from '../../fast-check.js';
import type { Violation } from '../../violations/violation.js';
import { families } from '../families/index.js';
import { isOdd } from '../odd.js';
import { type Sequence, StepCommand } from './command.js';
import { letters, type PairName, type Step } from './step.js';

export interface SequenceMaterial {
  /** Its spellings are drawn. */
  readonly edition: EditionId;
  /** The catalogue of violations; only name, label and place are taken from it. */
  readonly violations: readonly Pick<Violation, 'clause' | 'slug' | 'label' | 'difference'>[];
  /** Whether there is another channel to ask on. */
  readonly twoChannels: boolean;
  /** Most steps of a sequence. */
  readonly steps: number;
  /** fast-check's log of a sequence that was shrunk; needed to walk its path again. */
  readonly replayPath?: string;
}

export function sequenceOf(material: SequenceMaterial): fc.Arbitrary<Sequence> {
  const command = stepOf(material).map((step) => new StepCommand(step));
  const { steps, replayPath } = material;
  // Any size but the largest would cap the length far below what is asked for.
  return fc.commands([command], {
    maxCommands: steps,
    size: 'max',
    ...(replayPath === undefined ? {} : { replayPath }),
  });
}

/** Weighted so that a sequence mostly asks again for what it has established, and costs about two requests a step. */
function stepOf({ edition, violations, twoChannels }: SequenceMaterial): fc.Arbitrary<Step> {
  return fc.oneof(
    { weight: 10, arbitrary: establish(onFirst, fc.constant('pooled'), fc.constant([])) },
    { weight: 3, arbitrary: establish(onFirst, fc.constant('fresh'), fc.constant([])) },
    { weight: 6, arbitrary: establish(onFirst, fc.constantFrom('pooled', 'fresh'), drawnSpellings(edition)) },
    { weight: twoChannels ? 2 : 0, arbitrary: establish(onOther, fc.constant('pooled'), fc.constant([])) },
    { weight: 3, arbitrary: atOnce() },
    { weight: 9, arbitrary: refused(violations) },
    { weight: 2, arbitrary: neighbour() },
    { weight: 2, arbitrary: fc.integer({ min: 2, max: 12 }).map((count): Step => ({ kind: 'others', count })) },
    { weight: 2, arbitrary: fc.noShrink(fc.integer({ min: 0, max: 300 })).map((ms): Step => ({ kind: 'wait', ms })) },
  );
}

/** Mostly the first of them: what is asked for often shows most. */
const letter = fc.oneof(
  ...letters.map((one, index) => ({ weight: (letters.length - index) ** 2, arbitrary: fc.constant(one) })),
);
const onFirst = letter.map((one): PairName => ({ letter: one, channel: 'first' }));
const onOther = letter.map((one): PairName => ({ letter: one, channel: 'other' }));

function establish(
  pairs: fc.Arbitrary<PairName>,
  connections: fc.Arbitrary<'pooled' | 'fresh'>,
  manners: ReturnType<typeof drawnSpellings>,
): fc.Arbitrary<Step> {
  return fc
    .tuple(pairs, connections, manners)
    .map(([pair, connection, spellings]) => ({ kind: 'establish', pair, connection, spellings }));
}

function atOnce(): fc.Arbitrary<Step> {
  return fc.tuple(onFirst, fc.integer({ min: 2, max: 8 })).map(([pair, calls]) => ({ kind: 'at once', pair, calls }));
}

/** A clause first and then one of its violations, so that clauses with many do not crowd out the others. */
function refused(violations: SequenceMaterial['violations']): fc.Arbitrary<Step> {
  const clauses = [...new Set(violations.map(({ clause }) => clause))];
  const violation = fc.oneof(
    ...clauses.map((clause) => fc.constantFrom(...violations.filter((one) => one.clause === clause))),
  );
  return fc.tuple(onFirst, violation).map(([pair, { clause, slug, label, difference }]) => {
    return { kind: 'refused', pair, violation: { clause, slug }, label, at: difference.at };
  });
}

/** As long as the words of a run at most, so that every relation that is drawn here is there then. */
const longestWord = 'w'.repeat(30);

function neighbour(): fc.Arbitrary<Step> {
  const relatives = families.map(({ slug, name, members }) =>
    members(longestWord)
      .slice(1)
      .filter(({ subject }) => !isOdd(subject))
      .map((member) => ({
        family: { slug, name },
        relation: { slug: member.slug, relation: member.relation },
      })),
  );
  const relative = fc.oneof(...relatives.filter((some) => some.length > 0).map((some) => fc.constantFrom(...some)));
  return fc.tuple(onFirst, relative).map(([of, one]) => ({ kind: 'neighbour', of, ...one }));
}
