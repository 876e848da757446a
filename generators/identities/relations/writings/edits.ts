/** Writings of ids of several shapes after a small change at either end or inside, and in the encodings of texts. */
import { guidFrom } from '../../../seeded.js';
import { drawnBytes, drawnDigits } from '../../drawn.js';
import { type RelationDraft, variantsOf } from '../relation.js';
import type { Change } from './change.js';
import { encodings } from './encodings.js';
import { capital, drawnName } from './writing.js';

/** Their first and last two characters differ, so that they can be swapped. */
const shapes: Readonly<Record<string, (word: string) => string>> = {
  letters: (word) => drawnName(word, 16),
  digits: (word) => `83${drawnDigits(word, 10)}27`,
  guid: (word) => `c8${guidFrom(drawnBytes(word, 16), 4).slice(2, -2)}4e`,
  words: (word) => `Ann ${capital(drawnName(word, 6))} O'Lee-Ray & Co`,
  mail: (word) => `${drawnName(word, 6)}.lee@example.com`,
  accents: (word) => `Zo\u00EB ${drawnName(word, 6)} M\u00FCller`,
};

const other = (character: string): string =>
  /\d/.test(character) ? String((Number(character) + 3) % 10) : character === 'k' ? 'g' : 'k';

/** Another character at a place counted from the beginning, or from the end. */
const changedAt =
  (at: number) =>
  (text: string): string => {
    const all = [...text];
    const place = at < 0 ? all.length + at : at;
    all[place] = other(all[place] ?? '');
    return all.join('');
  };

const inserted =
  (at: number, more: string) =>
  (text: string): string =>
    `${text.slice(0, at)}${more}${text.slice(at)}`;
const half = (text: string): number => Math.floor(text.length / 2);

const changes: readonly Change[] = [
  ['last', 'the last character changed', changedAt(-1)],
  ['first', 'the first character changed', changedAt(0)],
  ['inside', 'a character in the middle changed', (s) => changedAt(half(s))(s)],
  ['without-last', 'without the last character', (s) => s.slice(0, -1)],
  ['without-first', 'without the first character', (s) => s.slice(1)],
  ['lower-case', 'in lower case', (s) => s.toLowerCase()],
  ['upper-case', 'in upper case', (s) => s.toUpperCase()],
  ['capital', 'with a capital', capital],
  [
    'swapped-case',
    'upper and lower case exchanged',
    (s) => s.replace(/\p{L}/gu, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())),
  ],
  ['twice', 'twice', (s) => s + s],
  ['reversed', 'from right to left', (s) => [...s].reverse().join('')],
  ['halves', 'its halves exchanged', (s) => s.slice(half(s)) + s.slice(0, half(s))],
  ['first-half', 'its first half alone', (s) => s.slice(0, half(s))],
  ['last-half', 'its last half alone', (s) => s.slice(half(s))],
  ['swapped', 'two characters swapped', (s) => `${s.charAt(1)}${s.charAt(0)}${s.slice(2)}`],
  ['swapped-last', 'the last two characters swapped', (s) => `${s.slice(0, -2)}${s.at(-1) ?? ''}${s.at(-2) ?? ''}`],
  ['doubled', 'a character doubled', (s) => inserted(3, s.charAt(3))(s)],
  ['without-inside', 'without a character in the middle', (s) => s.slice(0, half(s)) + s.slice(half(s) + 1)],
  ['sorted', 'its characters sorted', (s) => [...s].sort().join('')],
  ['blank-inside', 'a blank inside', inserted(4, ' ')],
  ['hyphen-inside', 'a hyphen inside', inserted(4, '-')],
  ['zero-width-inside', 'a zero-width space inside', inserted(4, '\u200B')],
  ['soft-hyphen-inside', 'a soft hyphen inside', inserted(4, '\u00AD')],
  ['groups-of-four', 'in groups of four', (s) => (s.match(/.{1,4}/gu) ?? []).join(' ')],
  ['groups-of-three', 'in groups of three', (s) => (s.match(/.{1,3}/gu) ?? []).join('-')],
  ['spaced', 'blanks between all characters', (s) => [...s].join(' ')],
  ['dotted', 'full stops between all characters', (s) => [...s].join('.')],
  ['without-vowels', 'without vowels', (s) => s.replace(/[aeiou]/gi, '')],
  ['without-digits', 'without digits', (s) => s.replace(/\d/g, '')],
  ['without-signs', 'letters and digits alone', (s) => s.replace(/[^\p{L}\p{N}]/gu, '')],
  [
    'full-width',
    'in full-width characters',
    (s) => s.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ],
  ['second', 'the second character changed', changedAt(1)],
  ['fourth', 'the fourth character changed', changedAt(3)],
  ['sixth-last', 'the sixth last character changed', changedAt(-6)],
  ['third-last', 'the third last character changed', changedAt(-3)],
  ['fifth-last', 'the fifth last character changed', changedAt(-5)],
  ['eighth', 'the eighth character changed', changedAt(7)],
  ['without-two', 'without the first two characters', (s) => s.slice(2)],
  ['without-three', 'without the first three characters', (s) => s.slice(3)],
  ['without-four', 'without the first four characters', (s) => s.slice(4)],
  ['without-last-two', 'without the last two characters', (s) => s.slice(0, -2)],
  ['without-last-three', 'without the last three characters', (s) => s.slice(0, -3)],
  ['without-last-four', 'without the last four characters', (s) => s.slice(0, -4)],
  ['one-more', 'a letter behind', (s) => `${s}k`],
  ['digit-more', 'a digit behind', (s) => `${s}7`],
];

const encoded: readonly string[] = ['words', 'mail', 'accents'];

export function editRelations(): readonly RelationDraft[] {
  const of = (shape: string, kind: string, some: readonly Change[], common: Parameters<typeof variantsOf>[1]) =>
    shapes[shape] === undefined
      ? []
      : distinct(variantsOf({ slug: `${kind}-${shape}`, subject: shapes[shape] }, common, some));
  return [
    ...encoded.flatMap((shape) => of(shape, 'encoding', encodings, { source: 'encodings', class: 'encoding' })),
    ...Object.keys(shapes).flatMap((shape) => of(shape, 'edit', changes, { source: 'columns', class: 'edit' })),
  ];
}

/** Those that change a shape, each result once. */
function distinct(relations: readonly RelationDraft[]): readonly RelationDraft[] {
  const seen = new Set<string>();
  return relations.filter(({ members }) => {
    if (members.place === 'inside') return true;
    const [first, second] = [members.first('a'), members.second('a')];
    return second !== '' && first !== second && !seen.has(second) && seen.add(second) !== undefined;
  });
}
