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
import type { RequestDraft } from '../../../wire/request.js';
import type { Pair, Session } from '../session.js';
import { anyLength, anyText, everyFamily, type TellingSubject, tellingSubjects } from './subjects.js';

/** Its label is `family: relation` of its subject. */
export interface Row extends NamedCase {
  readonly pair: Pair;
  /** The clause that lets its subject be what it is. */
  readonly clause: ClauseId;
  readonly spellings: readonly Spelling[];
}

/** The pair of the first control on the first channel, known before any probe runs. */
export function firstPair(session: Session): Pair {
  return { channel: session.channel, subject: session.word('first-control') };
}

/** Every row, the most telling first. The seed turns the spellings. */
export function rowsOf(session: Session): readonly Row[] {
  const dimensions = [...spellingsByDimension(session.options.edition).values()];
  const turn = seededInteger(session.options.seed, 'rows') % 1_000;
  return subjectsOf(session).map(({ case: told, label, subject, clause }, index) => {
    // One place more than there are spellings: the plain way.
    const spellings = dimensions
      .map((some) => some[(turn + index) % (some.length + 1)])
      .filter((spelling) => spelling !== undefined);
    return {
      pair: { channel: session.channel, subject },
      case: { ...told, ...spellingFacts(spellings) },
      label,
      clause: subject.length > 255 ? 'body/participants/subject/beyond-255' : clause,
      spellings,
    };
  });
}

/** The conforming request of a row, with a new RequestId each time. */
export function draftOfRow(session: Session, { pair, spellings }: Row): RequestDraft {
  return spellings.reduce((draft, spelling) => spelling.apply(draft), session.conforming(pair));
}

/** Near neighbours that tell most, then texts and lengths and whole families, one of each in turn. All distinct. */
function subjectsOf(session: Session): readonly TellingSubject[] {
  const word = (name: string): string => session.word(name);
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
  const seen = new Set([firstPair(session).subject]);
  return [...tellingSubjects(firstPair(session).subject, word), ...inTurn.flat()].filter(
    ({ subject }) => !seen.has(subject) && seen.add(subject) !== undefined,
  );
}
