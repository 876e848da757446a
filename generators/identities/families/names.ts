/** Neighbours of a name: letter case, blanks, invisible characters, look-alikes, escapes. */
import { family } from '../family.js';

const insert = (text: string) => (subject: string) => subject.replace('Ann', `An${text}n`);
const blankTo = (text: string) => (subject: string) => subject.replace(' Lee', `${text}Lee`);

export const names = family('a-name', 'a name', (word) => `${word} Ann Lee`, [
  ['case-of-one-letter', 'case of one letter', (s) => s.replace('Ann', 'ann')],
  ['all-letters-upper', 'all letters upper', (s) => s.toUpperCase()],
  ['all-letters-lower', 'all letters lower', (s) => s.toLowerCase()],
  ['a-blank-before', 'a blank before', (s) => ` ${s}`],
  ['a-blank-behind', 'a blank behind', (s) => `${s} `],
  ['two-blanks-inside', 'two blanks inside', blankTo('  ')],
  ['no-blank-inside', 'no blank inside', blankTo('')],
  ['a-no-break-space-inside', 'a no-break space inside', blankTo('\u00A0')],
  ['an-ideographic-space-inside', 'an ideographic space inside', blankTo('\u3000')],
  ['a-hyphen-for-a-blank', 'a hyphen for a blank', blankTo('-')],
  ['an-underscore-for-a-blank', 'an underscore for a blank', blankTo('_')],
  ['a-plus-sign-for-a-blank', 'a plus sign for a blank', blankTo('+')],
  ['a-percent-escape-for-a-blank', 'a percent escape for a blank', blankTo('%20')],
  ['an-html-entity-for-a-blank', 'an HTML entity for a blank', blankTo('&#32;')],
  ['a-zero-width-space-inside', 'a zero-width space inside', insert('\u200B')],
  ['a-zero-width-joiner-inside', 'a zero-width joiner inside', insert('\u200D')],
  ['a-word-joiner-inside', 'a word joiner inside', insert('\u2060')],
  ['a-byte-order-mark-before', 'a byte order mark before', (s) => `\uFEFF${s}`],
  ['a-soft-hyphen-inside', 'a soft hyphen inside', insert('\u00AD')],
  ['a-full-stop-behind', 'a full stop behind', (s) => `${s}.`],
  ['a-slash-behind', 'a slash behind', (s) => `${s}/`],
  ['in-double-quotes', 'in double quotes', (s) => `"${s}"`],
  ['in-single-quotes', 'in single quotes', (s) => `'${s}'`],
  ['a-backslash-inside', 'a backslash inside', insert('\\')],
  ['a-json-escape-for-a-letter', 'a JSON escape for a letter', (s) => s.replace('Ann', '\\u0041nn')],
  ['a-percent-escape-for-a-letter', 'a percent escape for a letter', (s) => s.replace('Ann', '%41nn')],
  ['an-html-entity-for-a-letter', 'an HTML entity for a letter', (s) => s.replace('Ann', '&#65;nn')],
  [
    'a-cyrillic-letter-that-looks-the-same',
    'a Cyrillic letter that looks the same',
    (s) => s.replace('Ann', '\u0410nn'),
  ],
  ['a-greek-letter-that-looks-the-same', 'a Greek letter that looks the same', (s) => s.replace('Ann', '\u0391nn')],
  ['full-width-letters', 'full-width letters', (s) => s.replace('Ann', '\uFF21\uFF4E\uFF4E')],
  ['an-accent', 'an accent', (s) => s.replace('Ann', '\u00C1nn')],
  ['a-combining-accent', 'a combining accent', (s) => s.replace('Ann', 'A\u0301nn')],
  ['one-letter-swapped-with-the-next', 'one letter swapped with the next', (s) => s.replace('Lee', 'eLe')],
]);
