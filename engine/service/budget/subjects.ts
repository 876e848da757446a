/**
 * Subjects for a run that may send little, the most telling first: near neighbours of a few bases, each apart from
 * another by one thing that services wrongly overlook. Only identifiers are compared, so one request for each will do,
 * and every two of them are compared. The names family stands around the subject of the first control, which every run
 * has asked for already. Pure.
 */
import { subjectOfLength } from '../../../generators/identities/any-text.js';
import { families } from '../../../generators/identities/families/index.js';
import { commonBeginnings } from '../../../generators/identities/families/lengths.js';
import { mails } from '../../../generators/identities/families/mails.js';
import { nobodysPhone, numbers } from '../../../generators/identities/families/numbers.js';
import { type Family, itself, memberCase } from '../../../generators/identities/family.js';
import type { NamedCase } from '../../../generators/named-case.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';

/** Its case is a member of a family, as the history tells a merge. */
export interface TellingSubject extends NamedCase {
  readonly subject: string;
  /** The clause that lets the subject be what it is. */
  readonly clause: ClauseId;
}

export const anyText: ClauseId = 'body/participants/subject/any-text';
export const anyLength: ClauseId = 'body/participants/subject/length-255';

type Name = Pick<Family, 'slug' | 'name'>;
type Change = readonly [slug: string, relation: string, change: (subject: string) => string];

const swap =
  (from: string, to: string) =>
  (subject: string): string =>
    subject.replace(from, to);

/** Of the subject of the first control: lower-case words joined by hyphens. */
const aroundTheFirst: readonly Change[] = [
  ['a-byte-order-mark-before', 'a byte order mark before', (s) => `\uFEFF${s}`],
  ['blanks-for-hyphens', 'blanks for hyphens', (s) => s.replaceAll('-', ' ')],
  ['no-break-spaces-for-hyphens', 'no-break spaces for hyphens', (s) => s.replaceAll('-', '\u00A0')],
  ['underscores-for-hyphens', 'underscores for hyphens', (s) => s.replaceAll('-', '_')],
  ['percent-escapes-for-hyphens', 'percent escapes for hyphens', (s) => s.replaceAll('-', '%2D')],
  ['in-double-quotes', 'in double quotes', (s) => `"${s}"`],
  ['a-slash-behind', 'a slash behind', (s) => `${s}/`],
  ['a-cyrillic-letter-that-looks-the-same', 'a Cyrillic letter that looks the same', swap('o', '\u043E')],
  ['a-zero-width-space-inside', 'a zero-width space inside', swap('y', 'y\u200B')],
  ['a-soft-hyphen-inside', 'a soft hyphen inside', swap('y', 'y\u00AD')],
  ['a-json-escape-for-a-letter', 'a JSON escape for a letter', swap('y', '\\u0079')],
  ['plus-signs-for-hyphens', 'plus signs for hyphens', (s) => s.replaceAll('-', '+')],
  ['html-entities-for-hyphens', 'HTML entities for hyphens', (s) => s.replaceAll('-', '&#45;')],
  ['in-single-quotes', 'in single quotes', (s) => `'${s}'`],
  ['a-backslash-inside', 'a backslash inside', swap('y', 'y\\')],
  ['a-zero-width-joiner-inside', 'a zero-width joiner inside', swap('y', 'y\u200D')],
  ['a-word-joiner-inside', 'a word joiner inside', swap('y', 'y\u2060')],
  ['ideographic-spaces-for-hyphens', 'ideographic spaces for hyphens', (s) => s.replaceAll('-', '\u3000')],
];

/** One text with a detail for each relation; few services take offence at all of it, and what they merge shows one by one. */
const richText = (word: string): string =>
  `${word} \u00C5 \u05E9\u05DC\u05D5\u05DD \u03C3\u03B1 title \uFB01n \u2460 stra\u00DFe \uAC00 \u738B \u{1F469}\u200D\u{1F469}\u200D\u{1F467} \u{1F44D}\u{1F3FD} R&D o'c c\\d`;
const ofTheRichText: readonly Change[] = [
  ['the-sign-of-the-unit-for-a-letter', 'the sign of the unit for a letter', swap('\u00C5', '\u212B')],
  ['final-sigma', 'final sigma', swap('\u03C3\u03B1', '\u03C2\u03B1')],
  ['another-skin-tone', 'another skin tone', swap('\u{1F3FD}', '\u{1F3FF}')],
  ['a-variation-selector', 'a variation selector', swap('\u{1F3FD}', '\u{1F3FD}\uFE0F')],
  ['an-i-with-a-combining-dot', 'an i with a combining dot', swap('title', 'ti\u0307tle')],
  ['one-han-character-changed', 'one Han character changed', swap('\u738B', '\u6708')],
  ['a-named-entity-for-the-ampersand', 'a named entity for the ampersand', swap('&', '&amp;')],
  ['a-tag-inside', 'a tag inside', swap('R&D', '<b>R&D')],
  ['a-dotless-i', 'a dotless i', swap('title', 't\u0131tle')],
  ['a-ligature-as-two-letters', 'a ligature as two letters', swap('\uFB01', 'fi')],
  ['a-circled-digit-as-a-digit', 'a circled digit as a digit', swap('\u2460', '1')],
  ['sharp-s-as-two-letters', 'sharp s as two letters', swap('\u00DF', 'ss')],
  ['a-hangul-syllable-as-two-letters', 'a Hangul syllable as two letters', swap('\uAC00', '\u1100\u1161')],
  ['one-more-child', 'one more child', swap('\u{1F467}', '\u{1F467}\u200D\u{1F466}')],
  ['two-apostrophes-for-one', 'two apostrophes for one', swap("'", "''")],
  ['a-slash-for-the-backslash', 'a slash for the backslash', swap('\\', '/')],
];

const ofTheNumber: readonly Change[] = [
  ['a-blank-behind', 'a blank behind', (s) => `${s} `],
  ['a-full-stop-behind', 'a full stop behind', (s) => `${s}.`],
  ['full-width-digits', 'full-width digits', (s) => s.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))],
  ['a-plus-sign', 'a plus sign', (s) => `+${s}`],
  ['a-plus-sign-and-tel', 'a plus sign and tel:', (s) => `tel:+${s}`],
  ['a-plus-sign-and-a-hyphen', 'a plus sign and a hyphen', (s) => `+${s.slice(0, 2)}-${s.slice(2)}`],
  ['zeros-before-it', '00 before it', (s) => `00${s}`],
  ['a-minus-sign', 'a minus sign', (s) => `-${s}`],
  ['commas-between-thousands', 'commas between thousands', (s) => s.replace(/(\d)(?=(\d{3})+$)/g, '$1,')],
  [
    'a-plus-sign-and-the-last-digit-changed',
    'a plus sign and the last digit changed',
    (s) => `+${s.slice(0, -1)}${(Number(s.slice(-1)) + 1) % 10}`,
  ],
  ['a-plus-sign-and-a-trunk-zero', 'a plus sign and a trunk zero', (s) => `+${s.slice(0, 2)}0${s.slice(2)}`],
  [
    'a-plus-sign-and-parentheses',
    'a plus sign and parentheses',
    (s) => `+${s.slice(0, 2)}(${s.slice(2, 5)})${s.slice(5)}`,
  ],
  ['a-plus-sign-and-an-extension', 'a plus sign and an extension', (s) => `+${s}x1`],
];

const ofTheMailAddress: readonly Change[] = [
  ['case-of-the-domain', 'case of the domain', swap('example', 'Example')],
  ['a-tag', 'a tag', swap('@', '+news@')],
  ['in-angle-brackets', 'in angle brackets', (s) => `<${s}>`],
  ['with-a-display-name', 'with a display name', (s) => `Ann <${s}>`],
  ['with-mailto', 'with mailto:', (s) => `mailto:${s}`],
  ['another-top-level-domain', 'another top-level domain', swap('example.com', 'example.org')],
  ['without-the-dot-in-the-mailbox', 'without the dot in the mailbox', swap('ann.lee', 'annlee')],
];

const related = (name: Name, base: string, changes: readonly Change[]): readonly TellingSubject[] =>
  changes.map(([slug, relation, change]) => ({
    ...memberCase(name, { slug, relation }),
    subject: change(base),
    clause: anyText,
  }));

const withBase = (name: Name, base: string, changes: readonly Change[]): readonly TellingSubject[] => [
  { ...memberCase(name, itself), subject: base, clause: anyText },
  ...related(name, base, changes),
];

/** Long ones: apart in the last letter, which shows every cut, apart in the middle, which shows who looks at the end, and beyond 255. */
function longSubjects(word: string): readonly TellingSubject[] {
  const longest = subjectOfLength(word, 255);
  const at = (index: number): string => `${longest.slice(0, index)}Z${longest.slice(index + 1)}`;
  const rows = [
    ['another-letter-at-80', 'another letter at 80', at(80)],
    ['a-letter-more-than-255', 'a letter more than 255', `${at(80)}c`],
    ['another-last-letter', 'another last letter', `${at(80).slice(0, -1)}Z`],
    ['another-letter-at-100', 'another letter at 100', at(100)],
  ] as const;
  return rows.map(([slug, relation, subject]) => ({
    ...memberCase(commonBeginnings, { slug, relation }),
    subject,
    clause: anyLength,
  }));
}

const richTexts: Name = { slug: 'a-rich-text', name: 'a rich text' };
const firstControls: Name = { slug: 'the-first-control', name: 'the first control' };

/**
 * @param first subject of the first control.
 * @param word makes a text that is new in each run from a name.
 * @returns distinct subjects, none of them odd but for the one of 256 letters.
 */
export function tellingSubjects(first: string, word: (name: string) => string): readonly TellingSubject[] {
  const bases = [
    // With a plus sign before it, a phone number that nobody has.
    withBase(numbers, nobodysPhone(word('number')).slice(1), ofTheNumber),
    longSubjects(word('long')),
    withBase(richTexts, richText(word('rich')), ofTheRichText),
    related(firstControls, first, aroundTheFirst),
    withBase(mails, `ann.lee@${word('mail')}.example.com`, ofTheMailAddress),
  ];
  return inTurn(bases);
}

/** The full families that a run without a budget asks for, for what is left when all that tells more is through. */
export function everyFamily(word: (name: string) => string): readonly TellingSubject[] {
  return families.flatMap((family, index) =>
    family.members(word(`f${index}`)).map((member) => ({
      ...memberCase(family, member),
      subject: member.subject,
      clause: family === commonBeginnings ? anyLength : anyText,
    })),
  );
}

/** Dealt from all lists at the pace of their length, so that each is through to the same share at every moment. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists
    .flatMap((list) => list.map((one, index) => ({ one, at: index / list.length })))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
