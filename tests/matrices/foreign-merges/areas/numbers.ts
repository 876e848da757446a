/** Ids that look like numbers, dates or words of a language, and become what they look like. */
import { load as loadYaml } from 'js-yaml';
import yamlOfVersionOne from 'js-yaml3';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

const int32 = { min: -(2n ** 31n), max: 2n ** 31n - 1n };
const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

const isInteger = (text: string): boolean => /^[+-]?\d+$/.test(text);

const clamped = (text: string, { min, max }: typeof int32): string => {
  if (!isInteger(text)) return text;
  const value = BigInt(text.replace('+', ''));
  return String(value > max ? max : value < min ? min : value);
};

const numericString = /^[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?[ \t\n\r\v\f]*$/i;

/** A scalar as YAML reads it; texts stay, all else is told apart from texts. */
const yamlScalar = (subject: string, load: (text: string) => unknown): string =>
  foldedOrItself(subject, (text) => {
    if (/[\n\r]/.test(text)) return undefined;
    const value = load(text);
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'string') return value;
    return typeof value === 'object' && value !== null ? undefined : String(value);
  });

export const numberMerges = [
  {
    id: 'numbers/js-number',
    field: 5,
    told: 'Ids of digits become numbers of JavaScript, exact up to 2^53 only.',
    origin: 'ECMAScript Number()',
    key: (subject) => (Number.isFinite(Number(subject)) && subject.trim() !== '' ? String(Number(subject)) : subject),
    witnesses: [
      ['007', '7'],
      ['24583716249158212', '24583716249158213'],
      ['1e3', '1000'],
      ['0x1F', '31'],
    ],
  },
  {
    id: 'numbers/leading-digits',
    field: 4,
    told: 'parseInt, atoi, to_i and a comparison with a number in MySQL read the digits in front and stop.',
    origin: 'ECMAScript parseInt, PHP (int), MySQL implicit conversion',
    key: (subject) =>
      /^\s*([+-]?\d+)/
        .exec(subject)?.[1]
        ?.replace(/^\+/, '')
        .replace(/^(-?)0+(?=\d)/, '$1') ?? subject,
    witnesses: [
      ['42abc', '42'],
      ['4711-A', '4711-B'],
      ['12 Main Street', '12 High Street'],
    ],
  },
  {
    id: 'numbers/json-number',
    field: 4,
    told: 'Ids of 17 digits and more, as Facebook, Instagram and Discord have them, pass through JSON as numbers.',
    origin: 'RFC 8259 section 6, IEEE 754 doubles',
    key: (subject) => (/^-?(?:0|[1-9]\d*)$/.test(subject) ? String(Number(subject)) : subject),
    witnesses: [
      ['17841405822304912', '17841405822304913'],
      ['9007199254740993', '9007199254740992'],
    ],
  },
  {
    id: 'numbers/php-loose-equality',
    field: 4,
    told: 'PHP compares strings that look like numbers as numbers, with blanks around and exponents, whole ones exactly up to 2^63.',
    origin: 'PHP 8 numeric strings with ==, columns of SQLite with NUMERIC affinity',
    key: (subject) => {
      const number = subject.trim();
      if (isInteger(number) && clamped(number, int64) === String(BigInt(number.replace('+', '')))) {
        return clamped(number, int64);
      }
      return numericString.test(subject) ? String(Number(subject)) : subject;
    },
    witnesses: [
      ['0e462097431906509019562988736854', '0e830400451993494058024219903391'],
      ['1e3', '1000'],
      [' 42', '42'],
    ],
  },
  {
    id: 'numbers/leading-zeros',
    field: 4,
    told: 'Customer numbers lose the zeros in front.',
    origin: 'the idiom ltrim(id, "0")',
    key: (subject) => subject.replace(/^0+(?=.)/su, ''),
    witnesses: [
      ['00042', '42'],
      ['0301234567', '301234567'],
      ['0A17', 'A17'],
    ],
  },
  {
    id: 'numbers/int32-clamped',
    field: 4,
    told: 'An INT column of a server that is not strict keeps 2147483647 for all that is larger, so for most telephone numbers.',
    origin: 'MySQL 5.7 INT without STRICT_TRANS_TABLES',
    key: (subject) => clamped(subject, int32),
    witnesses: [
      ['4915123456789', '12015550123'],
      ['9876543210', '2147483647'],
    ],
  },
  {
    id: 'numbers/int32-wrapped',
    field: 3,
    told: 'A cast to 32 bits keeps the lower half.',
    origin: 'Java (int), C# unchecked, Go int32()',
    key: (subject) => (isInteger(subject) ? String(BigInt.asIntN(32, BigInt(subject.replace('+', '')))) : subject),
    witnesses: [
      ['4294967338', '42'],
      ['4915123456789', '4919418424085'],
    ],
  },
  {
    id: 'numbers/int64-clamped',
    field: 1,
    told: 'strtoll and BIGINT columns keep the largest number for all that is larger.',
    origin: 'C strtoll, MySQL BIGINT, PHP (int)',
    key: (subject) => clamped(subject, int64),
    witnesses: [
      ['9223372036854775808', '18446744073709551615'],
      ['12345678901234567890', '99999999999999999999'],
    ],
  },
  {
    id: 'numbers/float32',
    field: 2,
    told: 'FLOAT columns and tensors hold whole numbers exactly up to 16777216 only.',
    origin: 'IEEE 754 single precision',
    key: (subject) => (isInteger(subject) ? String(Math.fround(Number(subject))) : subject),
    witnesses: [
      ['16777217', '16777216'],
      ['4930901820', '4930901819'],
    ],
  },
  {
    id: 'numbers/decimal-scale',
    field: 2,
    told: 'Decimals lose the zeros at their end.',
    origin: 'Java BigDecimal.stripTrailingZeros, PostgreSQL trim_scale',
    key: (subject) => (/^\d+\.\d+$/.test(subject) ? subject.replace(/\.?0+$/, '') : subject),
    witnesses: [
      ['10.50', '10.5'],
      ['17.0', '17'],
    ],
  },
  {
    id: 'numbers/thousands-separators',
    field: 3,
    told: 'Separators of thousands are dropped.',
    origin: 'Java NumberFormat.parse, numeral',
    key: (subject) => (/^\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+$/u.test(subject) ? subject.replace(/\D/g, '') : subject),
    witnesses: [
      ['1,234,567', '1234567'],
      ["10'000", '10 000'],
    ],
  },
  {
    id: 'numbers/decimal-comma',
    field: 1,
    told: 'A comma between digits is a point for half of the world.',
    origin: 'CLDR de, parseFloat after replace(",", ".")',
    key: (subject) => subject.replace(/^(\d+),(\d+)$/, '$1.$2'),
    witnesses: [
      ['17,5', '17.5'],
      ['3,14', '3.14'],
    ],
  },
  {
    id: 'numbers/yaml-1-1-scalar',
    field: 3,
    told: 'Keys of YAML 1.1 are octal, sexagesimal, boolean or null when they look so.',
    origin: 'js-yaml@3.15.2',
    key: (subject) => yamlScalar(subject, (text) => yamlOfVersionOne.safeLoad(text)),
    witnesses: [
      ['1:30', '90'],
      ['1_000', '1000'],
      ['Null', '~'],
      ['0b11', '3'],
    ],
  },
  {
    id: 'numbers/yaml-1-1-boolean',
    field: 2,
    told: 'Yes, on and y are true in YAML 1.1, no and off are false: the Norway problem.',
    origin: 'YAML 1.1 bool type, PyYAML and go-yaml 2',
    key: (subject) => subject.replace(/^(?:y|yes|on|true)$/i, 'true').replace(/^(?:n|no|off|false)$/i, 'false'),
    witnesses: [
      ['NO', 'off'],
      ['yes', 'on'],
    ],
  },
  {
    id: 'numbers/yaml-1-2-scalar',
    field: 2,
    told: 'Keys of YAML lose quotes and comments, and become numbers when they look so.',
    origin: 'js-yaml@4.3.2',
    key: (subject) => yamlScalar(subject, (text) => loadYaml(text)),
    witnesses: [
      ['anna # work', 'anna'],
      ['0x2A', '42'],
      ["'anna'", 'anna'],
    ],
  },
  {
    id: 'numbers/boolean-words',
    field: 1,
    told: 'Settings take 1 and on for true, and 0 and off for false.',
    origin: 'Spring and Pydantic boolean conversion',
    key: (subject) => subject.replace(/^(?:1|t|true|yes|on)$/i, 'true').replace(/^(?:0|f|false|no|off)$/i, 'false'),
    witnesses: [
      ['1', 'true'],
      ['0', 'false'],
    ],
  },
  {
    id: 'numbers/python-int',
    field: 3,
    told: 'int() of Python reads the digits of every script, blanks around and underscores between.',
    origin: 'Python 3 int()',
    key: (subject) =>
      /^\s*[+-]?\p{Nd}+(?:_\p{Nd}+)*\s*$/u.test(subject)
        ? String(BigInt(asciiDigits(subject).replace(/[\s_+]/g, '')))
        : subject,
    witnesses: [
      ['٤٧١١', '4711'],
      ['1_000', '1000'],
      ['+42', '42'],
    ],
  },
  {
    id: 'numbers/sign-dropped',
    field: 2,
    told: 'Ids of groups are negative, and abs() makes people of them.',
    origin: 'Telegram chat ids with abs()',
    key: (subject) => subject.replace(/^-(?=\d+$)/, ''),
    witnesses: [
      ['-551020304', '551020304'],
      ['-42', '42'],
    ],
  },
  {
    id: 'numbers/first-number-in-text',
    field: 3,
    told: 'The first number in a text is taken for the id.',
    origin: 'the idiom /\\d+/.exec(subject)[0]',
    key: (subject) => /\d+/.exec(subject)?.[0] ?? subject,
    witnesses: [
      ['customer-4711', 'user-4711'],
      ['acct_42_eu', 'acct_42_us'],
    ],
  },
  {
    id: 'numbers/hexadecimal-value',
    field: 2,
    told: 'Ids in hexadecimal lose their zeros in front and their case.',
    origin: 'Python int(id, 16), Java Long.parseUnsignedLong(id, 16)',
    key: (subject) =>
      /^(?:0x)?[0-9a-f]{6,}$/i.test(subject) ? BigInt(`0x${subject.replace(/^0x/i, '')}`).toString(16) : subject,
    witnesses: [
      ['00c0ffee', 'C0FFEE'],
      ['0x0000a1b2c3', 'a1b2c3'],
    ],
  },
  {
    id: 'numbers/iso-instant',
    field: 2,
    told: 'Keys that look like a date and time are kept as that moment.',
    origin: 'ECMAScript Date.parse, ISO 8601',
    key: (subject) => {
      const time = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(subject)
        ? Date.parse(subject)
        : Number.NaN;
      return Number.isNaN(time) ? subject : new Date(time).toISOString();
    },
    witnesses: [
      ['2024-01-05T10:00:00+02:00', '2024-01-05T08:00:00Z'],
      ['2024-01-05', '2024-01-05T00:00Z'],
    ],
  },
  {
    id: 'numbers/date-padding',
    field: 1,
    told: 'Dates of birth are written with zeros or without, and with any separator.',
    origin: 'imports of customer data',
    key: (subject) =>
      subject.replace(
        /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/,
        (_, day: string, month: string, year: string) => `${day.padStart(2, '0')}.${month.padStart(2, '0')}.${year}`,
      ),
    witnesses: [
      ['5.1.1980', '05.01.1980'],
      ['05/01/1980', '05-01-1980'],
    ],
  },
  {
    id: 'numbers/version-padding',
    field: 1,
    told: 'Numbers in a version are compared one by one, missing ones are zero.',
    origin: 'Maven ComparableVersion, packaging.version',
    key: (subject) =>
      /^v?\d+(?:\.\d+)+$/.test(subject)
        ? subject
            .replace('v', '')
            .split('.')
            .map(Number)
            .join('.')
            .replace(/(?:\.0)+$/, '')
        : subject,
    witnesses: [
      ['v1.2.0', '1.2'],
      ['1.02', '1.2'],
    ],
  },
] satisfies readonly ForeignMerge[];

/** The digits of all scripts lie in runs of ten, each from a code point whose predecessor is no digit or ends another run. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const codePoint = digit.codePointAt(0) ?? 0;
    let run = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - run - 1))) run += 1;
    return String(run % 10);
  });
}
