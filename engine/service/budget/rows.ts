/**
 * Rows: conforming requests that carry as much as possible at once, a new subject and one spelling of every dimension,
 * spread so that each spelling goes out within the first few rows. A row that is accepted has proved all that it carries.
 */
import {
  lengthsUpTo255,
  singleCharacters,
  subjectOfLength,
  textSamples,
} from '../../../generators/identities/any-text.js';
import { seededInteger } from '../../../generators/seeded.js';
import { spellingsByDimension } from '../../../generators/spellings/index.js';
import type { Spelling } from '../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { RequestDraft } from '../../../wire/request.js';
import type { Pair, Session } from '../session.js';
import { everyFamily, type TellingSubject, tellingSubjects } from './subjects.js';

export interface Row {
  readonly pair: Pair;
  /** `family: relation` of its subject. */
  readonly label: string;
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
  return subjectsOf(session).map(({ label, subject }, index) => ({
    pair: { channel: session.channel, subject },
    label,
    clause: clauseOf(label, subject),
    // One place more than there are spellings: the plain way.
    spellings: dimensions
      .map((spellings) => spellings[(turn + index) % (spellings.length + 1)])
      .filter((spelling) => spelling !== undefined),
  }));
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
    textSamples.map(([label, text]) => ({ label, subject: `${word('text')} ${text}` })),
    lengths.map((length) => ({ label: `a length of ${length}`, subject: subjectOfLength(word('length'), length) })),
    singleCharacters.map(([label, subject]) => ({ label, subject })),
    everyFamily(word),
  ];
  const longest = Math.max(...later.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, index) => later.flatMap((list) => list.slice(index, index + 1)));
  const seen = new Set([firstPair(session).subject]);
  return [...tellingSubjects(firstPair(session).subject, word), ...inTurn.flat()].filter(
    ({ subject }) => !seen.has(subject) && seen.add(subject) !== undefined,
  );
}

function clauseOf(label: string, subject: string): ClauseId {
  if (subject.length > 255) return 'body/participants/subject/beyond-255';
  const isPlain = /^a (?:length|common beginning)/.test(label);
  return isPlain ? 'body/participants/subject/length-255' : 'body/participants/subject/any-text';
}
