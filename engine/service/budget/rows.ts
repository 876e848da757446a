/**
 * Rows: conforming requests that carry as much as possible at once, a new subject and one spelling of every dimension,
 * spread so that each spelling goes out within the first few rows. A row that is accepted has proved all that it carries.
 */
import {
  lengthCase,
  lengthsUpTo255,
  singleCharacters,
  subjectOfLength,
  textSamples,
} from '../../../generators/identities/any-text.js';
import type { NamedCase } from '../../../generators/named-case.js';
import { seededInteger } from '../../../generators/seeded.js';
import { spellingsByDimension } from '../../../generators/spellings/index.js';
import { type Spelling, spellingFacts } from '../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../../wire/request.js';
import type { ProbeContext } from '../probe-context.js';
import { anyLength, anyText, everyFamily, type TellingSubject, tellingSubjects } from './subjects.js';

/** Its label is `family: relation` of its subject. */
export interface Row extends NamedCase {
  readonly pair: Pair;
  /** The clause that lets its subject be what it is. */
  readonly clause: ClauseId;
  readonly spellings: readonly Spelling[];
}

/** The pair of the first control on the first channel, known before any probe runs. */
export function firstPair(context: ProbeContext): Pair {
  return context.pair('first-control');
}

/** Every row, the most telling first. The seed turns the spellings. */
export function rowsOf(context: ProbeContext): readonly Row[] {
  const dimensions = [...spellingsByDimension(context.options.edition, context.operation.id).values()];
  const turn = seededInteger(context.options.seed, 'rows') % 1_000;
  return subjectsOf(context).map(({ case: told, label, subject, clause }, index) => {
    // One place more than there are spellings: the plain way.
    const spellings = dimensions
      .map((some) => some[(turn + index) % (some.length + 1)])
      .filter((spelling) => spelling !== undefined);
    return {
      pair: { channel: context.channel, subject },
      case: { ...told, ...spellingFacts(spellings) },
      label,
      clause: subject.length > 255 ? 'body/participants/subject/beyond-255' : clause,
      spellings,
    };
  });
}

/** The conforming request of a row, with a new RequestId each time. */
export function draftOfRow(context: ProbeContext, { pair, spellings }: Row): RequestDraft {
  return spellings.reduce((draft, spelling) => spelling.apply(draft), context.conforming(pair));
}

/** Near neighbours that tell most, then texts and lengths and whole families, one of each in turn. All distinct. */
function subjectsOf(context: ProbeContext): readonly TellingSubject[] {
  const word = (name: string): string => context.word(name);
  const lengths = [...lengthsUpTo255].reverse();
  const later: readonly (readonly TellingSubject[])[] = [
    textSamples.map(([slug, label, text]) => ({
      case: { slug },
      label,
      subject: `${word('text')} ${text}`,
      clause: anyText,
    })),
    lengths.map((length) => ({
      ...lengthCase(length),
      subject: subjectOfLength(word('length'), length),
      clause: anyLength,
    })),
    singleCharacters.map(([slug, label, subject]) => ({ case: { slug }, label, subject, clause: anyText })),
    everyFamily(word),
  ];
  const longest = Math.max(...later.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, index) => later.flatMap((list) => list.slice(index, index + 1)));
  const seen = new Set([firstPair(context).subject]);
  return [...tellingSubjects(firstPair(context).subject, word), ...inTurn.flat()].filter(
    ({ subject }) => !seen.has(subject) && seen.add(subject) !== undefined,
  );
}
