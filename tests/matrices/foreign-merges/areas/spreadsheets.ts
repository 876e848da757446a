/** Lists of people that went through a spreadsheet, CSV or a data frame. */
import { parse as parseCsv } from 'csv-parse/sync';
import papaparse from 'papaparse';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

/** Fifteen digits, as a spreadsheet keeps of each number. */
const asSpreadsheetNumber = (text: string): string => String(Number(Number(text).toPrecision(15)));

const months = 'january february march april may june july august september october november december'.split(' ');

/** The month that a word names in full or by its first three letters, one of twelve. */
function monthOf(word: string): string | undefined {
  const name = word.toLowerCase().replace(/^sept$/, 'sep');
  return months.find((month) => month === name || month.slice(0, 3) === name);
}

/** What pandas takes for missing, without the empty text. */
const missingValues = new Set([
  ...['#N/A', '#N/A N/A', '#NA', '-1.#IND', '-1.#QNAN', '-NaN', '-nan', '1.#IND', '1.#QNAN', '<NA>'],
  ...['N/A', 'NA', 'NULL', 'NaN', 'None', 'n/a', 'nan', 'null'],
]);

const textOf = (value: unknown): string | undefined =>
  value instanceof Date ? value.toISOString() : value === null || value === undefined ? undefined : String(value);

export const spreadsheetMerges = [
  {
    id: 'spreadsheets/excel-number',
    field: 4,
    told: 'A cell makes a number of 15 digits of whatever looks like one, and loses zeros in front and signs.',
    origin: 'Microsoft Excel, General format',
    key: (subject) =>
      /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i.test(subject) ? asSpreadsheetNumber(subject) : subject,
    witnesses: [
      ['4111111111111111', '4111111111111112'],
      ['0301234567', '301234567'],
      ['12E5', '1200000'],
    ],
  },
  {
    id: 'spreadsheets/excel-date',
    field: 2,
    told: 'A cell makes a date of what looks like a month and a day.',
    origin: 'Microsoft Excel, the SEPT2 problem of gene names',
    key: (subject) => {
      const parts = /^(\d{1,2})[ -]?([a-z]{3,9})$|^([a-z]{3,9})[ -]?(\d{1,2})$/i.exec(subject);
      const month = monthOf(parts?.[2] ?? parts?.[3] ?? '');
      return month === undefined ? subject : `${Number(parts?.[1] ?? parts?.[4])} ${month}`;
    },
    witnesses: [
      ['MARCH1', 'MAR-1'],
      ['SEPT2', '2-Sep'],
    ],
  },
  {
    id: 'spreadsheets/formula-signs-stripped',
    field: 3,
    told: 'Exports strip the signs that would start a formula.',
    origin: 'OWASP CSV injection, signs = + - @ in front',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/^[=+\-@']+/, '')),
    witnesses: [
      ['+4930901820', '4930901820'],
      ['@anna', 'anna'],
      ['-42', '42'],
    ],
  },
  {
    id: 'spreadsheets/csv-field-unquoted',
    field: 3,
    told: 'A subject written into CSV as it is ends at the comma and loses its quotes.',
    origin: 'papaparse@5.7.1',
    key: (subject) =>
      foldedOrItself(subject, (text) => papaparse.parse<string[]>(text, { delimiter: ',' }).data[0]?.[0]),
    witnesses: [
      ['Schmidt, Anna', 'Schmidt, Bob'],
      ['"anna"', 'anna'],
    ],
  },
  {
    id: 'spreadsheets/csv-semicolon',
    field: 2,
    told: 'Where the comma is the decimal sign, a field ends at the semicolon and is trimmed.',
    origin: 'csv-parse@7.0.3 with trim',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        parseCsv(text, { delimiter: ';', trim: true, relax_quotes: true, relax_column_count: true }).at(0)?.at(0),
      ),
    witnesses: [
      ['anna;work', 'anna;home'],
      [' anna ', 'anna'],
    ],
  },
  {
    id: 'spreadsheets/csv-dynamic-typing',
    field: 3,
    told: 'Readers of CSV make numbers, booleans and dates of fields.',
    origin: 'papaparse@5.7.1 with dynamicTyping',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        textOf(papaparse.parse<unknown[]>(text, { dynamicTyping: true, delimiter: '\t' }).data[0]?.[0]),
      ),
    witnesses: [
      ['TRUE', 'true'],
      ['007', '7.0'],
      ['2024-01-05T10:00:00Z', '2024-01-05T10:00:00.000Z'],
    ],
  },
  {
    id: 'spreadsheets/pandas-missing',
    field: 2,
    told: 'Names like Null and ids like NA are missing values, and all of them are one.',
    origin: 'pandas 2 read_csv na_values',
    key: (subject) => (missingValues.has(subject) ? 'nan' : subject),
    witnesses: [
      ['NA', 'None'],
      ['null', 'n/a'],
    ],
  },
  {
    id: 'spreadsheets/pandas-float',
    field: 2,
    told: 'A column of numbers with one gap becomes floats, with .0 behind each id.',
    origin: 'pandas 2 read_csv, astype(str)',
    key: (subject) => (/^[+-]?\d+(?:\.0*)?$/.test(subject) ? `${Number(subject)}.0` : subject),
    witnesses: [
      ['4711', '4711.0'],
      ['17841405822304912.0', '17841405822304913'],
    ],
  },
  {
    id: 'spreadsheets/text-marker',
    field: 2,
    told: 'An apostrophe in front, or a formula around, only says that a cell is text.',
    origin: 'Microsoft Excel and Google Sheets',
    key: (subject) => subject.replace(/^'(?=.)/su, '').replace(/^="(.+)"$/su, '$1'),
    witnesses: [
      ["'007", '007'],
      ['="0049"', '0049'],
    ],
  },
] satisfies readonly ForeignMerge[];
