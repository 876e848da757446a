/** Neighbours of a name: letter case, blanks, invisible characters, look-alikes, escapes. */
import { family } from '../family.js';

const insert = (text: string) => (subject: string) => subject.replace('Ann', `An${text}n`);
const blankTo = (text: string) => (subject: string) => subject.replace(' Lee', `${text}Lee`);

export const names = family('a-name', 'a name', (word) => `${word} Ann Lee`, [
  ['case-of-one-letter', 'case of one letter', (s) => s.replace('Ann', 'ann')],
  ['all-letters-upper', 'all letters upper', (s) => s.toUpperCase()],
  ['all-letters-lower', 'all letters lower', (s) => s.toLowerCase()],
  ['a-blank-before', 'a blank before', (s) => ` ${s}`, 4],
  ['a-blank-behind', 'a blank behind', (s) => `${s} `, 1],
  ['two-blanks-inside', 'two blanks inside', blankTo('  '), 4],
  ['no-blank-inside', 'no blank inside', blankTo('')],
  ['a-no-break-space-inside', 'a no-break space inside', blankTo('\u00A0'), 2],
  ['an-ideographic-space-inside', 'an ideographic space inside', blankTo('\u3000'), 4],
  ['a-hyphen-for-a-blank', 'a hyphen for a blank', blankTo('-'), 4],
  ['an-underscore-for-a-blank', 'an underscore for a blank', blankTo('_'), 3],
  ['a-plus-sign-for-a-blank', 'a plus sign for a blank', blankTo('+'), 2],
  ['a-percent-escape-for-a-blank', 'a percent escape for a blank', blankTo('%20'), 2],
  ['an-html-entity-for-a-blank', 'an HTML entity for a blank', blankTo('&#32;'), 3],
  ['a-zero-width-space-inside', 'a zero-width space inside', insert('\u200B'), 2],
  ['a-zero-width-joiner-inside', 'a zero-width joiner inside', insert('\u200D'), 3],
  ['a-word-joiner-inside', 'a word joiner inside', insert('\u2060'), 4],
  ['a-byte-order-mark-before', 'a byte order mark before', (s) => `\uFEFF${s}`, 2],
  ['a-soft-hyphen-inside', 'a soft hyphen inside', insert('\u00AD'), 3],
  ['a-full-stop-behind', 'a full stop behind', (s) => `${s}.`],
  ['a-slash-behind', 'a slash behind', (s) => `${s}/`, 3],
  ['in-double-quotes', 'in double quotes', (s) => `"${s}"`, 3],
  ['in-single-quotes', 'in single quotes', (s) => `'${s}'`, 3],
  ['a-backslash-inside', 'a backslash inside', insert('\\'), 3],
  ['a-json-escape-for-a-letter', 'a JSON escape for a letter', (s) => s.replace('Ann', '\\u0041nn'), 3],
  ['a-percent-escape-for-a-letter', 'a percent escape for a letter', (s) => s.replace('Ann', '%41nn')],
  ['an-html-entity-for-a-letter', 'an HTML entity for a letter', (s) => s.replace('Ann', '&#65;nn')],
  [
    'a-cyrillic-letter-that-looks-the-same',
    'a Cyrillic letter that looks the same',
    (s) => s.replace('Ann', '\u0410nn'),
    3,
  ],
  ['a-greek-letter-that-looks-the-same', 'a Greek letter that looks the same', (s) => s.replace('Ann', '\u0391nn')],
  ['full-width-letters', 'full-width letters', (s) => s.replace('Ann', '\uFF21\uFF4E\uFF4E')],
  ['an-accent', 'an accent', (s) => s.replace('Ann', '\u00C1nn')],
  ['a-combining-accent', 'a combining accent', (s) => s.replace('Ann', 'A\u0301nn')],
  ['one-letter-swapped-with-the-next', 'one letter swapped with the next', (s) => s.replace('Lee', 'eLe')],
]);
