/** MySQL and MariaDB, whose default collations take more people for one than any other database. */
import iconv from 'iconv-lite';
import { fullFold, hiraganaOf } from '../folding.js';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';
import { foldByTable } from '../tables.js';

const withoutTrailingBlanks = (text: string): string => text.replace(/ +$/, '');

const generalCi = foldByTable('mysql-general-ci');
const unicodeCi = foldByTable('mysql-unicode-ci');
const primaryOfUca = foldByTable('uca-primary');

/** Collations before MySQL 8 weigh every character beyond the BMP alike: the "sushi = beer" bug. */
const supplementaryAsOne = (text: string): string => text.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd');

/** latin1_swedish_ci and latin1_german2_ci: the weights of 0xC0 to 0xFF as MariaDB's WEIGHT_STRING gives them. */
const swedishWeights = [...'AAAA\\[\\CEEEEIIIIDNOOOO]×ØUUUYYÞßAAAA\\[\\CEEEEIIIIDNOOOO]÷ØUUUYYÞÿ'];
const germanWeights =
  'A A A A AE A Æ C E E E E I I I I D N O O O O OE × Ø U U U UE Y Þ SS A A A A AE A Æ C E E E E I I I I D N O O O O OE ÷ Ø U U U UE Y Þ Y'.split(
    ' ',
  );

/** A column in latin1 keeps a question mark for whatever Windows-1252 has not. */
const inLatin1 = (text: string): string =>
  iconv.decode(iconv.encode(text.replace(/[\u{10000}-\u{10ffff}]/gu, '?'), 'windows-1252'), 'windows-1252');

const latin1Ci = (text: string, weights: readonly string[]): string =>
  withoutTrailingBlanks(inLatin1(text))
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[\u00c0-\u00ff]/g, (letter) => weights[letter.charCodeAt(0) - 0xc0] ?? letter);

/** Letters of their own at the end of the Danish and Norwegian alphabet, and ü, which is y there. */
const danishLetters = (text: string): string =>
  text
    .replace(/[üűÜŰ]/g, 'y')
    .replace(/[æäÆÄ]/g, '\ue000')
    .replace(/[øöőØÖŐ]/g, '\ue001')
    .replace(/[åÅ]|aa|A[aA]/g, '\ue002');

export const mysqlMerges = [
  {
    id: 'mysql/utf8mb4-general-ci',
    field: 5,
    told: 'The default of MySQL 5.7 and of MariaDB for utf8mb4: no case, no accents, ß is s, all emoji are one, blanks at the end do not count.',
    origin: 'MariaDB 10.11 utf8mb4_general_ci, WEIGHT_STRING of every character',
    key: (subject) => withoutTrailingBlanks(supplementaryAsOne(generalCi(subject))),
    witnesses: [
      ['Müller', 'MULLER'],
      ['Straße', 'Strase'],
      ['Anna 🍣', 'Anna 🍺'],
      ['anna ', 'Anna'],
    ],
  },
  {
    id: 'mysql/utf8mb4-unicode-ci',
    field: 4,
    told: 'The collation that most frameworks choose, by UCA 4.0: kana are one, voiced or not, ß is ss, emoji are one, marks count for nothing.',
    origin: 'MariaDB 10.11 utf8mb4_unicode_ci, WEIGHT_STRING of every character',
    key: (subject) => withoutTrailingBlanks(supplementaryAsOne(unicodeCi(subject))),
    witnesses: [
      ['Strauß', 'STRAUSS'],
      ['はは', 'パパ'],
      ['Lena 💃', 'Lena 🐝'],
    ],
  },
  {
    id: 'mysql/utf8mb4-0900-ai-ci',
    field: 5,
    told: 'The default of MySQL 8: no case, no accents, letters with a stroke are plain, æ is ae, kana are one.',
    origin: 'MySQL 8 utf8mb4_0900_ai_ci, primary weights of UCA 13 (allkeys.txt) for the 9.0 of MySQL',
    key: (subject) => primaryOfUca(subject.normalize('NFD')),
    witnesses: [
      ['Søren Kjær', 'soren kjaer'],
      ['Łukasz', 'Lukasz'],
      ['カズキ', 'かすき'],
    ],
  },
  {
    id: 'mysql/utf8mb4-0900-as-ci',
    field: 2,
    told: 'MySQL 8 with accents: still no case, no width, and both kana are one.',
    origin: 'MySQL 8 utf8mb4_0900_as_ci, secondary level of UCA',
    key: (subject) => hiraganaOf(fullFold(subject.normalize('NFKC'))).normalize('NFKC'),
    witnesses: [
      ['ANDRÉ', 'andré'],
      ['ユキ', 'ゆき'],
      ['Ｋｅｎ', 'ken'],
    ],
  },
  {
    id: 'mysql/latin1-swedish-ci',
    field: 3,
    told: 'The default of MySQL for fifteen years: ü is y, å is no a, and all that latin1 has not is a question mark.',
    origin: 'MariaDB 10.11 latin1_swedish_ci, WEIGHT_STRING of every character',
    key: (subject) => latin1Ci(subject, swedishWeights),
    witnesses: [
      ['Günther', 'GYNTHER'],
      ['André', 'andre'],
      ['Ольга', 'Мария'],
    ],
  },
  {
    id: 'mysql/latin1-german2-ci',
    field: 1,
    told: 'The German telephone book order: ä is ae.',
    origin: 'MariaDB 10.11 latin1_german2_ci, WEIGHT_STRING of every character',
    key: (subject) => latin1Ci(subject, germanWeights),
    witnesses: [
      ['Jäger', 'JAEGER'],
      ['Groß', 'gross'],
    ],
  },
  {
    id: 'mysql/utf8mb4-danish-ci',
    field: 1,
    told: 'In Danish aa is å, ä is æ and ö is ø.',
    origin: 'MariaDB 10.11 utf8mb4_danish_ci',
    key: (subject) => withoutTrailingBlanks(supplementaryAsOne(unicodeCi(danishLetters(subject)))),
    witnesses: [
      ['Aase', 'Åse'],
      ['Jørn', 'JÖRN'],
    ],
  },
  {
    id: 'mysql/utf8mb3-cut',
    field: 3,
    told: 'A column in utf8 of three bytes ends the text at the first emoji, when the server is not strict.',
    origin: 'MySQL 5.7 without STRICT_TRANS_TABLES, utf8mb3',
    key: (subject) => foldedOrItself(subject, (text) => /^[^\u{10000}-\u{10ffff}]*/u.exec(text)?.[0]),
    witnesses: [
      ['Anna 😀 Schmidt', 'Anna 😀 Meyer'],
      ['lea🌻', 'lea🌹1'],
    ],
  },
  {
    id: 'mysql/utf8mb3-question-marks',
    field: 3,
    told: 'A connection in utf8 of three bytes sends a question mark for each emoji.',
    origin: 'MariaDB 10.11 CONVERT(... USING utf8mb3)',
    key: (subject) => subject.replace(/[\u{10000}-\u{10ffff}]/gu, '?'),
    witnesses: [
      ['Max 🚀', 'Max 🎸'],
      ['Sam 👋', 'Sam ?'],
    ],
  },
] satisfies readonly ForeignMerge[];
