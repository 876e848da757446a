/** Other databases, and the systems of record in front of them. */
import { hiraganaOf, narrowAscii, simpleLower, withoutAccents } from '../folding.js';
import type { ForeignMerge } from '../merge.js';
import { foldByTable } from '../tables.js';

/** What Windows collations weigh as two letters. */
const windowsExpansions = (text: string): string =>
  text.replace(/[ßæœþ]/g, (letter) => ({ æ: 'ae', œ: 'oe', þ: 'th' })[letter] ?? 'ss');

/** NVARCHAR in a Windows collation of version 80: no case, width or kana, and no weight for what is beyond the BMP. */
const windowsCi = (text: string): string =>
  windowsExpansions(
    hiraganaOf(
      narrowAscii(text.replace(/[\uff65-\uff9f]+/g, (kana) => kana.normalize('NFKC')))
        .normalize('NFC')
        .toLowerCase(),
    )
      .replace(/[\u{10000}-\u{10ffff}]/gu, '')
      .replace(/ +$/, ''),
  );

/** Windows-1252 beyond Latin-1. */
const windows1252Extras = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** The best fit of Windows for letters that are nearly one of the code page. */
const bestFits: Readonly<Record<string, string>> = {
  ...{ đ: 'd', Đ: 'Ð', ł: 'l', Ł: 'L', ı: 'i', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T' },
  ...{ Γ: 'G', Θ: 'T', Σ: 'S', Φ: 'F', Ω: 'O', α: 'a', δ: 'd', ε: 'e', π: 'p', σ: 's', τ: 't', φ: 'f' },
  ...{ '‐': '-', '‑': '-', '−': '-', '′': "'", '″': '"', '⁄': '/', '∞': '8', '∕': '/', '√': 'v', '∗': '*' },
};

/** The text as a column in code page 1252 keeps it: itself, its best fit, or a question mark. */
const asWindows1252 = (text: string): string =>
  text.replace(/[^\0-\u00ff]/gu, (character) => {
    if (windows1252Extras.includes(character)) return character;
    const narrow = narrowAscii(character);
    if (narrow !== character) return narrow;
    const base = /[\u0100-\u024f]/.test(character) ? character.normalize('NFD').charAt(0) : character;
    return bestFits[character] ?? (base <= '\u007f' ? base : '?'.repeat(character.length));
  });

const unaccent = foldByTable('postgres-unaccent');

export const databaseMerges = [
  {
    id: 'databases/sqlite-nocase',
    field: 5,
    told: 'COLLATE NOCASE of SQLite, like lower-casing in C, PHP 8 and Redis, takes the 26 ASCII letters only.',
    origin: 'SQLite 3 COLLATE NOCASE',
    key: (subject) => subject.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    witnesses: [
      ['Anna-42', 'ANNA-42'],
      ['U0G9QF9C6', 'u0g9qf9c6'],
    ],
  },
  {
    id: 'databases/char-padding',
    field: 4,
    told: 'Blanks at the end do not count in CHAR columns, nor in any column of a collation that pads.',
    origin: 'PostgreSQL bpchar, MySQL PAD SPACE, SQLite RTRIM',
    key: (subject) => subject.replace(/ +$/, ''),
    witnesses: [
      ['Anna ', 'Anna'],
      ['4711   ', '4711'],
    ],
  },
  {
    id: 'databases/sql-server-ci-as',
    field: 5,
    told: 'The default of SQL Server compares without case, width and kana, pads, and gives emoji no weight at all.',
    origin: 'SQL Server Latin1_General_CI_AS, nvarchar',
    key: windowsCi,
    witnesses: [
      ['ANNA', 'Anna '],
      ['Anna 😀', 'Anna 🎉'],
      ['Weiß', 'weiss'],
    ],
  },
  {
    id: 'databases/sql-server-ci-ai',
    field: 4,
    told: 'SQL Server and Access without case and accents.',
    origin: 'SQL Server Latin1_General_CI_AI, nvarchar',
    key: (subject) => withoutAccents(windowsCi(subject)),
    witnesses: [
      ['JOSÉ', 'Jose'],
      ['Çelik', 'celik'],
    ],
  },
  {
    id: 'databases/sql-server-varchar-best-fit',
    field: 4,
    told: 'A VARCHAR column in code page 1252 keeps the best fit of a letter, or a question mark.',
    origin: 'Windows code page 1252 with best fit',
    key: asWindows1252,
    witnesses: [
      ['Łukasz', 'Lukasz'],
      ['张伟', '王芳'],
      ['Ｋｅｎ', 'Ken'],
      ['Āda', 'Ada'],
    ],
  },
  {
    id: 'databases/postgres-citext',
    field: 4,
    told: 'citext, and indexes on lower(subject), compare the simple lower case of the locale.',
    origin: 'PostgreSQL 16 citext, glibc towlower',
    key: simpleLower,
    witnesses: [
      ['ZOË', 'zoë'],
      ['İlker', 'ilker'],
    ],
  },
  {
    id: 'databases/postgres-identifier',
    field: 2,
    told: 'A schema or role for each person is folded to lower case and cut at 63 bytes.',
    origin: 'PostgreSQL 16, unquoted identifiers and NAMEDATALEN',
    key: (subject) =>
      Buffer.from(subject.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
        .subarray(0, 63)
        .toString()
        .replace(/\ufffd+$/, ''),
    witnesses: [
      ['tenant_Anna', 'tenant_anna'],
      [
        'subscriber-of-the-quarterly-newsletter-of-the-northern-branch-0001',
        'subscriber-of-the-quarterly-newsletter-of-the-northern-branch-0002',
      ],
    ],
  },
  {
    id: 'databases/postgres-unaccent',
    field: 3,
    told: 'Indexes on unaccent(subject) take letters with accents, ligatures and typographic signs for plain ones.',
    origin: 'PostgreSQL 15 contrib/unaccent, unaccent.rules',
    key: unaccent,
    witnesses: [
      ['Ægir', 'AEgir'],
      ['Anna–Lena', 'Anna-Lena'],
      ['Семён', 'Семен'],
    ],
  },
  {
    id: 'databases/oracle-binary-ai',
    field: 3,
    told: 'Oracle sessions with NLS_SORT=BINARY_AI compare without case and accents.',
    origin: 'Oracle 19c NLS_COMP=LINGUISTIC, BINARY_AI',
    key: (subject) => withoutAccents(subject.toLowerCase()),
    witnesses: [
      ['Renée', 'RENEE'],
      ['Ñandú', 'nandu'],
    ],
  },
  {
    id: 'databases/oracle-us7ascii',
    field: 1,
    told: 'An Oracle database in US7ASCII keeps the base letter, or a question mark.',
    origin: 'Oracle 19c character set conversion to US7ASCII',
    key: (subject) => withoutAccents(subject).replace(/[^\0-\x7f]/gu, '?'),
    witnesses: [
      ['Zoë', 'Zoe'],
      ['Дима', 'Юлия'],
    ],
  },
  {
    id: 'databases/mongodb-numeric-ordering',
    field: 1,
    told: 'A MongoDB index with numericOrdering compares runs of digits by their value.',
    origin: 'MongoDB 7 collation numericOrdering',
    key: (subject) => subject.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '')),
    witnesses: [
      ['user007', 'user7'],
      ['A-01-02', 'A-1-2'],
    ],
  },
  {
    id: 'databases/mongodb-field-name',
    field: 3,
    told: 'Subjects as names of fields have no dot or dollar sign in MongoDB, so both become underscores.',
    origin: 'MongoDB 4 restrictions on field names',
    key: (subject) => subject.replace(/[.$]/g, '_'),
    witnesses: [
      ['anna.schmidt', 'anna_schmidt'],
      ['cash$anna', 'cash_anna'],
    ],
  },
  {
    id: 'databases/firebase-key',
    field: 3,
    told: 'Keys of the Firebase Realtime Database have no . # $ [ ] or /, so a comma or underscore stands for them.',
    origin: 'Firebase Realtime Database keys, the usual escape',
    key: (subject) => subject.replaceAll('.', ',').replace(/[#$[\]/]/g, '_'),
    witnesses: [
      ['anna@example.org', 'anna@example,org'],
      ['team/anna', 'team#anna'],
    ],
  },
  {
    id: 'databases/salesforce-external-id',
    field: 4,
    told: 'An external id in Salesforce is trimmed and unique without case.',
    origin: 'Salesforce text field, unique case insensitive',
    key: (subject) => subject.trim().toLowerCase(),
    witnesses: [
      ['Cust-7f3A ', 'cust-7F3a'],
      ['LÉA', 'léa'],
    ],
  },
  {
    id: 'databases/salesforce-id-18',
    field: 3,
    told: 'The last three letters of an 18-character Salesforce id only repeat the case of the first 15.',
    origin: 'Salesforce record id',
    key: (subject) => (/^[A-Za-z0-9]{15}[A-Z0-5]{3}$/.test(subject) ? subject.slice(0, 15) : subject),
    witnesses: [
      ['0035e00000KqZbTAAV', '0035e00000KqZbT'],
      ['0015g00000PqZxYAAV', '0015g00000PqZxY'],
    ],
  },
  {
    id: 'databases/sap-alpha-conversion',
    field: 3,
    told: 'SAP strips the zeros in front of a number on the way out, and pads with them on the way in.',
    origin: 'SAP ABAP conversion exit ALPHA',
    key: (subject) => (/^ *\d+ *$/.test(subject) ? subject.trim().replace(/^0+(?=\d)/, '') : subject),
    witnesses: [
      ['0000004711', '4711'],
      ['00100', '100'],
    ],
  },
] satisfies readonly ForeignMerge[];
