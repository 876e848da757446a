/** Columns, keys and protocols that keep a part of a subject only: in characters, UTF-16 units or bytes. */
import { createHash } from 'node:crypto';
import type { Field, ForeignMerge, Witness } from '../merge.js';

const firstCharacters = (text: string, count: number): string => Array.from(text).slice(0, count).join('');

/** The most whole characters that fit, as databases cut that know their encoding. */
export function firstBytes(text: string, count: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > count) break;
    kept += character;
  }
  return kept;
}

/** Ordinary text of that many characters, different for each seed, that no index compresses well. */
function longText(length: number, alphabet: string, seed: string): string {
  const letters = Array.from(alphabet);
  let text = '';
  for (let block = 0; Array.from(text).length < length; block += 1) {
    for (const byte of createHash('sha256').update(`${seed}/${block}`).digest()) text += letters[byte % letters.length];
  }
  return firstCharacters(text, length);
}

const latin = 'abcdefghijklmnopqrstuvwxyz0123456789';
const accented = 'àâäçéèêëîïôöùûüÿæœñß';
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя';
const kana = 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ';
const emoji = '😀😎🐱🐶🌸🌻🍣🍺🚀🎸🎉💃👋🧡🦊🐝';

/** Two subjects that share so many characters. */
function alikeUntil(length: number, alphabet: string, seed: string): Witness {
  const start = longText(length, alphabet, seed);
  const [one, other] = Array.from(alphabet);
  return [`${start}${one}`, `${start}${other}`];
}

type Cut = readonly [size: number, field: Field, why: string, origin: string];

const characterCuts: readonly Cut[] = [
  [15, 2, 'Host and NetBIOS names, and numbers by E.164, have 15 characters', 'NetBIOS, E.164'],
  [20, 3, 'Log-on names of Active Directory have 20 characters', 'Active Directory sAMAccountName'],
  [30, 2, 'Names in older Oracle and in many forms have 30 characters', 'Oracle 12.1 identifiers, VARCHAR(30)'],
  [32, 3, 'Columns made for the hex of an MD5 or a Linux login have 32 characters', 'VARCHAR(32), useradd'],
  [36, 3, 'Columns made for a GUID have 36 characters', 'CHAR(36)'],
  [40, 2, 'Columns made for the hex of a SHA-1, and names in SAP, have 40 characters', 'CHAR(40), SAP NAME1'],
  [50, 4, 'NVARCHAR(50) is what designers of SQL Server tables offer first', 'SQL Server NVARCHAR(50)'],
  [64, 4, 'Ids of messengers and of identity providers are kept in 64 characters', 'VARCHAR(64)'],
  [80, 2, 'Name fields of Salesforce have 80 characters', 'Salesforce Name'],
  [100, 4, 'A hundred is what people think of first', 'VARCHAR(100)'],
  [128, 3, 'Object keys, tags and ASP.NET Identity keys have 128 characters', 'NVARCHAR(128), AWS tag keys'],
  [150, 2, 'User names in Django have 150 characters', 'Django AbstractUser.username'],
  [191, 3, 'Laravel and WordPress cut indexed columns at 191 characters for utf8mb4', 'MySQL 5.6 index of 767 bytes'],
  [200, 2, 'Titles and display names have 200 characters', 'VARCHAR(200), WordPress slug'],
];

const byteCuts: readonly (readonly [...Cut, alphabet: string, length: number])[] = [
  [30, 2, 'VARCHAR2(30) counts bytes', 'Oracle VARCHAR2(30 BYTE)', cyrillic, 15],
  [50, 2, 'VARCHAR2(50) counts bytes', 'Oracle VARCHAR2(50 BYTE)', cyrillic, 25],
  [64, 2, 'Names in Linux and in many protocols have 64 bytes', 'utsname, X.520 ub-common-name', kana, 21],
  [100, 3, 'VARCHAR2(100) counts bytes', 'Oracle VARCHAR2(100 BYTE)', kana, 33],
  [128, 2, 'Topics and client ids of message brokers have 128 bytes', 'Amazon SQS MessageGroupId', cyrillic, 64],
  [250, 2, 'Keys of memcached have 250 bytes', 'memcached text protocol', cyrillic, 125],
  [
    255,
    4,
    'Names of files, short strings of AMQP and VARCHAR2(255) have 255 bytes',
    'ext4, AMQP 0-9-1, Oracle',
    accented,
    127,
  ],
  [512, 1, 'Buffers of 512 bytes are common in C', 'C char[512]', kana, 170],
  [767, 1, 'An InnoDB index holds 767 bytes', 'MySQL 5.6 InnoDB', emoji, 191],
];

const unitCuts: readonly (readonly [...Cut, alphabet: string])[] = [
  [50, 2, 'NVARCHAR counts UTF-16 units, so that 25 emoji fill it', 'SQL Server NVARCHAR(50)', emoji],
  [64, 2, 'substring(0, 64) in JavaScript, Java and C# counts UTF-16 units', 'ECMAScript substring', emoji],
  [100, 2, 'JavaScript, Java and C# cut at 100 UTF-16 units', 'ECMAScript slice', emoji],
  [
    255,
    2,
    'JPA columns have 255 UTF-16 units unless told otherwise',
    'Jakarta Persistence @Column(length = 255)',
    emoji,
  ],
];

const cutsInCharacters = characterCuts.map(
  ([size, field, why, origin]): ForeignMerge => ({
    id: `cuts/${size}-characters`,
    field,
    told: `${why}: the rest is cut off.`,
    origin,
    key: (subject) => firstCharacters(subject, size),
    witnesses: [alikeUntil(size, latin, `${size} characters`), alikeUntil(size, kana, `${size} kana`)],
  }),
);

const cutsInBytes = byteCuts.map(
  ([size, field, why, origin, alphabet, length]): ForeignMerge => ({
    id: `cuts/${size}-bytes`,
    field,
    told: `${why}: the rest is cut off, whole characters only.`,
    origin,
    key: (subject) => firstBytes(subject, size),
    witnesses:
      size < 255
        ? [alikeUntil(length, alphabet, `${size} bytes`), alikeUntil(size, latin, `${size} bytes`)]
        : [alikeUntil(length, alphabet, `${size} bytes`), alikeUntil(length + 3, alphabet, `more than ${size} bytes`)],
  }),
);

const cutsInUnits = unitCuts.map(
  ([size, field, why, origin, alphabet]): ForeignMerge => ({
    id: `cuts/${size}-units`,
    field,
    told: `${why}: the rest is cut off.`,
    origin,
    key: (subject) => subject.slice(0, size),
    witnesses: [
      alikeUntil(Math.ceil(size / 2), alphabet, `${size} units`),
      alikeUntil(Math.ceil(size / 2) + 4, alphabet, `more than ${size} units`),
    ],
  }),
);

export const cutMerges: readonly ForeignMerge[] = [
  ...cutsInCharacters,
  ...cutsInBytes,
  ...cutsInUnits,
  {
    id: 'cuts/bcrypt-72-bytes',
    field: 3,
    told: 'Pseudonyms made with bcrypt hang on the first 72 bytes only, as in the cache of a known identity provider.',
    origin: 'bcrypt, OpenBSD',
    key: (subject) => Buffer.from(subject).subarray(0, 72).toString('latin1'),
    witnesses: [alikeUntil(72, latin, 'bcrypt'), alikeUntil(36, cyrillic, 'bcrypt')],
  },
  {
    id: 'cuts/des-crypt-8-bytes',
    field: 1,
    told: 'Unix crypt hangs on the first eight bytes only, seven bits of each.',
    origin: 'crypt(3) with DES',
    key: (subject) =>
      Buffer.from(
        Buffer.from(subject)
          .subarray(0, 8)
          .map((byte) => byte & 0x7f),
      ).toString('latin1'),
    witnesses: [
      ['anna.schmidt', 'anna.schneider'],
      ['49301234567', '49301234999'],
    ],
  },
  {
    id: 'cuts/c-string-31-bytes',
    field: 2,
    told: 'strncpy into a buffer of 32 leaves room for 31 bytes, cut anywhere.',
    origin: 'C strncpy(char[32])',
    key: (subject) => Buffer.from(subject).subarray(0, 31).toString('latin1'),
    witnesses: [alikeUntil(31, latin, 'strncpy'), ['зззззззззззззззи', 'зззззззззззззззй']],
  },
  {
    id: 'cuts/sms-sender-11',
    field: 2,
    told: 'Alphanumeric senders of SMS have 11 characters.',
    origin: 'GSM 03.40 TP-Originating-Address',
    key: (subject) => firstCharacters(subject, 11),
    witnesses: [
      ['Muster Bank Berlin', 'Muster Bank Bonn'],
      ['Anna Schmidt 1', 'Anna Schmidt 2'],
    ],
  },
  {
    id: 'cuts/last-32-characters',
    field: 1,
    told: 'The end of an id is kept, as that is where most ids differ.',
    origin: 'SQL RIGHT(subject, 32)',
    key: (subject) => Array.from(subject).slice(-32).join(''),
    witnesses: [
      ['eu/3f2b8c1de94a47d0a6b15c2e7f9038ad', 'us/3f2b8c1de94a47d0a6b15c2e7f9038ad'],
      ['1:anna.schmidt@customers.example.org', '2:anna.schmidt@customers.example.org'],
    ],
  },
  {
    id: 'cuts/middle-left-out',
    field: 1,
    told: 'Long names are shortened in the middle, as log fields and lists do.',
    origin: 'lodash.truncate idiom, first 20 and last 20',
    key: (subject) => {
      const characters = Array.from(subject);
      return characters.length <= 41
        ? subject
        : `${characters.slice(0, 20).join('')}…${characters.slice(-20).join('')}`;
    },
    witnesses: [
      [
        'anna.maria.schmidt.of.the.first.department@example.org',
        'anna.maria.schmidt.of.the.other.department@example.org',
      ],
      ['tenant-0001/customers/2024/000017/conversation', 'tenant-0001/customers/2023/000017/conversation'],
    ],
  },
];
