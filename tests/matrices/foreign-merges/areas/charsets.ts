/** Columns, connections and drivers that hold fewer characters than Unicode has. */
import iconv from 'iconv-lite';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';
import { foldByTable } from '../tables.js';

const through =
  (charset: string) =>
  (subject: string): string =>
    iconv.decode(iconv.encode(subject, charset), charset);

const transliterated = foldByTable('glibc-translit');

export const charsetMerges = [
  {
    id: 'charsets/ascii-question-marks',
    field: 4,
    told: 'Whatever is not ASCII becomes a question mark.',
    origin: 'iconv-lite@0.7.3 ascii, Java getBytes(US_ASCII)',
    key: through('ascii'),
    witnesses: [
      ['Müller', 'Möller'],
      ['José', 'Jos?'],
    ],
  },
  {
    id: 'charsets/latin1-question-marks',
    field: 4,
    told: 'Whatever is not Latin-1 becomes a question mark.',
    origin: 'iconv-lite@0.7.3 latin1, JDBC and HTTP headers',
    key: through('latin1'),
    witnesses: [
      ['Иван', 'Олег'],
      ['Łucja', '?ucja'],
      ['10 €', '10 ₽'],
    ],
  },
  {
    id: 'charsets/windows-1252-question-marks',
    field: 4,
    told: 'Whatever the Western code page lacks becomes a question mark.',
    origin: 'iconv-lite@0.7.3 windows-1252, ODBC and Delphi clients',
    key: through('windows-1252'),
    witnesses: [
      ['Željko Đ', 'Željko Ć'],
      ['שרה', 'דוד'],
    ],
  },
  {
    id: 'charsets/windows-1251-question-marks',
    field: 2,
    told: 'Whatever the Cyrillic code page lacks becomes a question mark.',
    origin: 'iconv-lite@0.7.3 windows-1251',
    key: through('windows-1251'),
    witnesses: [
      ['Zoë', 'Zoé'],
      ['Әсел', 'Өсел'],
    ],
  },
  {
    id: 'charsets/windows-1250-question-marks',
    field: 1,
    told: 'Whatever the Central European code page lacks becomes a question mark.',
    origin: 'iconv-lite@0.7.3 windows-1250',
    key: through('windows-1250'),
    witnesses: [
      ['Åsa', 'Ñsa'],
      ['Дан', 'Ева'],
    ],
  },
  {
    id: 'charsets/shift-jis',
    field: 2,
    told: 'Japanese systems of record hold Shift_JIS, without accents, Hangul or emoji.',
    origin: 'iconv-lite@0.7.3 Shift_JIS',
    key: through('Shift_JIS'),
    witnesses: [
      ['田中 😀', '田中 🌸'],
      ['René', 'Renè'],
      ['김민수', '이영희'],
    ],
  },
  {
    id: 'charsets/gbk',
    field: 2,
    told: 'Chinese systems of record hold GBK, without Hangul, most accents or emoji.',
    origin: 'iconv-lite@0.7.3 GBK',
    key: through('GBK'),
    witnesses: [
      ['李娜 🎉', '李娜 🚀'],
      ['Bjørn', 'Bjœrn'],
    ],
  },
  {
    id: 'charsets/euc-kr',
    field: 1,
    told: 'Korean systems of record hold code page 949, without rare Han, accents or emoji.',
    origin: 'iconv-lite@0.7.3 cp949',
    key: through('cp949'),
    witnesses: [
      ['Jürgen', 'Jörgen'],
      ['민수 👋', '민수 💃'],
    ],
  },
  {
    id: 'charsets/big5',
    field: 1,
    told: 'Systems of record in Taiwan hold Big5, without simplified forms, accents or emoji.',
    origin: 'iconv-lite@0.7.3 Big5-HKSCS',
    key: through('big5'),
    witnesses: [
      ['김민수', '이영희'],
      ['陳 😀', '陳 😎'],
    ],
  },
  {
    id: 'charsets/iconv-translit',
    field: 3,
    told: 'iconv with //TRANSLIT writes plain letters, and a question mark where it knows none.',
    origin: 'glibc 2.36 iconv -t ASCII//TRANSLIT in C.UTF-8',
    key: (subject) => transliterated(subject).replace(/[^\0-\x7f]/gu, '?'),
    witnesses: [
      ['Noël', 'Noel'],
      ['Weiß', 'Weiss'],
      ['10 €', '10 EUR'],
    ],
  },
  {
    id: 'charsets/low-byte',
    field: 2,
    told: 'Text written as latin1 in Node, or by the low byte of each unit elsewhere, keeps eight bits of each.',
    origin: 'Node 20 Buffer.from(text, "latin1"), charCodeAt & 0xff',
    key: (subject) => Buffer.from(subject, 'latin1').toString('latin1'),
    witnesses: [
      ['ŁA', 'AA'],
      ['šef', 'aef'],
      ['Анна', '\u0110==0'],
    ],
  },
  {
    id: 'charsets/seven-bits',
    field: 1,
    told: 'Mail and terminal lines of seven bits take the eighth off Latin-1.',
    origin: 'RFC 5321 without 8BITMIME',
    key: (subject) => subject.replace(/[\u00a0-\u00ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) & 0x7f)),
    witnesses: [
      ['André', 'Andri'],
      ['Jürgen', 'J|rgen'],
    ],
  },
  {
    id: 'charsets/mojibake-repaired',
    field: 2,
    told: 'UTF-8 that was read as Latin-1 is repaired, wherever it looks so.',
    origin: 'Python ftfy, PHP utf8_decode',
    key: (subject) => {
      if (!/^[\0-\u00ff]*$/.test(subject)) return subject;
      const repaired = Buffer.from(subject, 'latin1').toString();
      return repaired.includes('\ufffd') ? subject : repaired;
    },
    witnesses: [
      ['MÃ¼ller', 'Müller'],
      ['FranÃ§ois', 'François'],
    ],
  },
  {
    id: 'charsets/beyond-bmp-dropped',
    field: 4,
    told: 'Filters against the errors of old MySQL drop all that takes four bytes.',
    origin: 'the idiom replace(/[\\u{10000}-\\u{10FFFF}]/gu, "")',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '')),
    witnesses: [
      ['Anna🌸', 'Anna'],
      ['𠮷田', '田'],
    ],
  },
  {
    id: 'charsets/beyond-bmp-replaced',
    field: 3,
    told: 'Drivers for UCS-2 put the replacement character for each emoji.',
    origin: 'Python 2 narrow builds, MySQL Connector with utf8mb3',
    key: (subject) => subject.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd'),
    witnesses: [
      ['Tom 🐱', 'Tom 🐭'],
      ['𠮷田', '𠮟田'],
    ],
  },
  {
    id: 'charsets/character-references',
    field: 1,
    told: 'A form in a small charset sends what it lacks as a numeric reference, the same as when that was typed.',
    origin: 'HTML form submission in windows-1252',
    key: (subject) => subject.replace(/[^\0-\u00ff]/gu, (character) => `&#${character.codePointAt(0)};`),
    witnesses: [
      ['Łucja', '&#321;ucja'],
      ['Ива', '&#1048;&#1074;&#1072;'],
    ],
  },
] satisfies readonly ForeignMerge[];
