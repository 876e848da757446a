/** Rules that read a text as a value: number, date, phone, mail, id, URI, bytes, hash; and those that cut at a separator. */
import { phoneNumbers } from '../data/phone-numbers.js';
import { hashFunctions } from '../hash-functions.js';
import { keyRule, type Rule, type SubjectPair, valueRule } from './rule.js';

const numeric = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

const asDouble = (text: string): string | undefined => (numeric.test(text) ? String(Number(text) + 0) : undefined);

const withoutGroups = (text: string): string => text.replace(/(?<=\d)[,_' \u00A0](?=\d)/g, '');

/** The largest that fits where it does not fit. */
function asInteger64(text: string): string | undefined {
  const digits = /^\s*([+-]?\d+)/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const value = BigInt(digits);
  const largest = 2n ** 63n - 1n;
  return String(value > largest ? largest : value < -largest - 1n ? -largest - 1n : value);
}

const leadingInteger = (text: string): string | undefined => {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? undefined : String(value);
};

const leadingNumber = (text: string): string | undefined => {
  const value = Number.parseFloat(text);
  return Number.isNaN(value) ? undefined : String(value);
};

/** As SQL and PHP cast a text without a number at its beginning: zero. */
const castToNumber = (text: string): string => leadingNumber(text) ?? '0';

function moment(text: string): string | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  const compact = /^(\d{4})(\d\d)(\d\d)(?:t(\d\d)(\d\d)(\d\d)z)?$/i.exec(text);
  const iso =
    compact === null
      ? text
      : `${compact[1]}-${compact[2]}-${compact[3]}T${compact[4] ?? '00'}:${compact[5] ?? '00'}:${compact[6] ?? '00'}Z`;
  const epoch = /^\d{10}$|^\d{13}$/.test(text) ? Number(text) * (text.length === 10 ? 1000 : 1) : Date.parse(iso);
  return Number.isNaN(epoch) ? undefined : String(epoch);
}

const trunks: ReadonlyMap<string, string> = new Map(
  phoneNumbers.countries.split(';').map((row) => {
    const [, callingCode = '', trunk = ''] = row.split(',');
    return [callingCode, trunk];
  }),
);

/** The dialled digits: without scheme, server, device, extension and signs. */
function dialled(text: string): string {
  const local = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^[a-z]+:(\/\/[^=]*=)?/i, '')
    .replace(/%2B/gi, '+')
    .replace(/[:@].*$/, '')
    .replace(/\s*(?:;?ext\.?=?|x|#|,)\s*\d+$/i, '');
  const digits = local.replace(/\p{Nd}/gu, (digit) => (/\d/.test(digit) ? digit : digitValue(digit)));
  return /\d{5}/.test(digits.replace(/[^0-9]/g, '')) ? digits.replace(/[^0-9+]/g, '') : '';
}

function digitValue(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(((digit.codePointAt(0) ?? 0) - zero) % 10);
}

const phoneDigits = (text: string): string | undefined => {
  const digits = dialled(text)
    .replace(/^\+|^00/, '')
    .replaceAll('+', '');
  return digits === '' ? undefined : digits;
};

/** The same number in E.164 where it is read in some one country. */
function samePhone(first: string, second: string): boolean {
  const [one, two] = [dialled(first), dialled(second)];
  if (one === '' || two === '') return false;
  return [...trunks].some(([callingCode, trunk]) => {
    const e164 = (number: string): string => {
      const rest = number.startsWith('+') ? number.slice(1) : number.startsWith('00') ? number.slice(2) : undefined;
      const inside = rest ?? (number.startsWith(callingCode) ? number : undefined);
      const own = inside?.startsWith(callingCode)
        ? inside.slice(callingCode.length)
        : rest === undefined
          ? number
          : undefined;
      if (own === undefined) return `+${rest ?? number}`;
      return `+${callingCode}${trunk !== '' && own.startsWith(trunk) ? own.slice(trunk.length) : own}`;
    };
    return e164(one) === e164(two);
  });
}

const lastDigits =
  (count: number) =>
  (text: string): string | undefined => {
    const digits = dialled(text).replace(/\D/g, '');
    return digits.length >= count ? digits.slice(-count) : undefined;
  };

/** Mailbox and domain of an address, in whatever it is wrapped. */
function address(text: string): readonly [mailbox: string, domain: string] | undefined {
  const match = /([^\s<>:"]+)@([^\s<>?;,()]+)/.exec(text.replace(/\([^)]*\)/g, '').replace(/"/g, ''));
  return match === null ? undefined : [match[1] ?? '', (match[2] ?? '').toLowerCase().replace(/\.$/, '')];
}

const mail =
  (change: (mailbox: string, domain: string) => string) =>
  (text: string): string | undefined => {
    const found = address(text);
    return found === undefined ? undefined : change(...found);
  };

const withoutTag = (mailbox: string): string => mailbox.replace(/[+].*$/, '');

/** Domains of one provider. */
const aliases: Readonly<Record<string, string>> = {
  'googlemail.com': 'gmail.com',
  'hotmail.com': 'outlook.com',
  'live.com': 'outlook.com',
  'ymail.com': 'yahoo.com',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'ya.ru': 'yandex.ru',
  'yandex.com': 'yandex.ru',
  'pm.me': 'proton.me',
  'protonmail.com': 'proton.me',
};

const hexDigits = (text: string): string | undefined => {
  const digits = text.toLowerCase().replace(/^urn:uuid:|^uuid:|^0x|[-{}()_ ]/g, '');
  return /^[0-9a-f]{32}$/.test(digits) ? digits : undefined;
};

const base64Decoded = (text: string): string | undefined =>
  /^[\w+/\- ]{8,}=*$/.test(text) ? Buffer.from(text, 'base64').toString('hex') : undefined;

function uriNormalised(text: string): string | undefined {
  try {
    const uri = new URL(text);
    uri.hash = '';
    uri.searchParams.sort();
    return uri.href.replace(/\/$/, '').replace(/%7E/gi, '~');
  } catch {
    return undefined;
  }
}

const escaped = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const separators: readonly (readonly [sign: string, name: string])[] = [
  ['@', 'at sign'],
  [':', 'colon'],
  ['/', 'slash'],
  ['#', 'number sign'],
  ['?', 'question mark'],
  [';', 'semicolon'],
  [',', 'comma'],
  ['|', 'bar'],
  ['.', 'full stop'],
  [' ', 'blank'],
  ['+', 'plus sign'],
  ['&', 'ampersand'],
  ['\\', 'backslash'],
  ['(', 'parenthesis'],
  ['<', 'angle bracket'],
];

const slugOf = (name: string): string => name.replaceAll(' ', '-');

export const valueRules: readonly Rule[] = [
  valueRule('number', 'one value as numbers of double precision', asDouble),
  valueRule('grouped-number', 'one value as numbers, signs between thousands left out', (text) =>
    asDouble(withoutGroups(text)),
  ),
  valueRule('leading-integer', 'one integer at the beginning', leadingInteger),
  valueRule('leading-number', 'one number at the beginning', leadingNumber),
  keyRule('cast-number', 'cast to a number, all else zero', castToNumber),
  valueRule('integer-64', 'one integer of 64 bits, cut to the largest', asInteger64),
  valueRule('integer-32', 'one integer of 32 bits', (text) =>
    /^\s*[+-]?\d+\s*$/.test(text) ? String(BigInt.asIntN(32, BigInt(text.trim()))) : undefined,
  ),
  valueRule('single-precision', 'one value as numbers of single precision', (text) =>
    numeric.test(text) ? String(Math.fround(Number(text))) : undefined,
  ),
  valueRule('any-base', 'one value in any base', (text) =>
    /^0[xob][0-9a-f]+$|^\d+$/i.test(text) ? BigInt(text).toString() : undefined,
  ),
  valueRule('date', 'one moment', moment),
  valueRule('day', 'one day', (text) => moment(text)?.slice(0, -8)),
  valueRule('phone-digits', 'one phone number: digits without 00, scheme, server and extension', phoneDigits),
  { slug: 'phone', name: 'one phone number in E.164', same: samePhone },
  valueRule('phone-last-ten', 'the last ten digits', lastDigits(10)),
  valueRule('phone-last-nine', 'the last nine digits', lastDigits(9)),
  valueRule('phone-last-eight', 'the last eight digits', lastDigits(8)),
  valueRule('phone-last-seven', 'the last seven digits', lastDigits(7)),
  valueRule(
    'mail-domain-case',
    'one mailbox: case of the domain',
    mail((mailbox, domain) => `${mailbox}@${domain}`),
  ),
  valueRule(
    'mail-case',
    'one mailbox: any case',
    mail((mailbox, domain) => `${mailbox.toLowerCase()}@${domain}`),
  ),
  valueRule(
    'mail-tag',
    'one mailbox: any case, without its tag',
    mail((mailbox, domain) => `${withoutTag(mailbox).toLowerCase()}@${domain}`),
  ),
  valueRule(
    'mail-provider',
    'one mailbox: without tag and dots, domains of one provider',
    mail((mailbox, domain) => `${withoutTag(mailbox).replaceAll('.', '').toLowerCase()}@${aliases[domain] ?? domain}`),
  ),
  valueRule('guid', 'one GUID in any spelling', hexDigits),
  valueRule('base64', 'one value in base64', base64Decoded),
  valueRule('vendor-id', 'one vendor id of 15 or 18 characters', (text) =>
    /^[A-Za-z0-9]{15}(?:[A-Z0-5]{3})?$/.test(text) ? text.slice(0, 15) : undefined,
  ),
  valueRule('uri', 'one URI after normalisation', uriNormalised),
  ...separators.map(([sign, name]) =>
    keyRule(`before-${slugOf(name)}`, `up to the first ${name}`, (text) =>
      text.replace(new RegExp(`\\s*${escaped(sign)}.*$`, 'su'), ''),
    ),
  ),
  ...separators
    .slice(0, 10)
    .map(([sign, name]) =>
      keyRule(`behind-${slugOf(name)}`, `behind the last ${name}`, (text) => text.slice(text.lastIndexOf(sign) + 1)),
    ),
  keyRule('before-hyphen', 'up to the last hyphen', (text) => text.replace(/-[^-]*$/, '')),
  ...hashFunctions.map(({ slug, name, of }) =>
    keyRule(`hash-${slug}`, `one value of ${name}`, (text) => String(of(Buffer.from(text)))),
  ),
];

const lengthUnits = [
  { slug: 'characters', split: (text: string): readonly string[] => Array.from(text) },
  { slug: 'units', split: (text: string): readonly string[] => text.split('') },
  { slug: 'bytes', split: (text: string): readonly string[] => Array.from(Buffer.from(text), String) },
] as const;

/** Sizes that a cut is named by, where the pairs leave a choice. */
const usualSizes = [
  16, 20, 32, 36, 40, 50, 64, 80, 100, 120, 128, 150, 191, 200, 240, 250, 254, 255, 256, 512, 1024, 2048, 4000, 4096,
];

/** Rules of the first and last N characters, units and bytes, with an N that the pairs allow. */
export function cutRules(merged: readonly SubjectPair[], apart: readonly SubjectPair[]): readonly Rule[] {
  return cutRulesBeside(apart)(merged);
}

/** The same for several sets of merged pairs beside the same that came back apart. */
export function cutRulesBeside(apart: readonly SubjectPair[]): (merged: readonly SubjectPair[]) => readonly Rule[] {
  const ways = ['first', 'last'].flatMap((end) =>
    lengthUnits.map(({ slug, split }) => {
      const parts = (text: string): readonly string[] => (end === 'last' ? [...split(text)].reverse() : split(text));
      const common = ([a, b]: SubjectPair): number => {
        const [one, two] = [parts(a), parts(b)];
        let length = 0;
        while (length < one.length && length < two.length && one[length] === two[length]) length += 1;
        return length;
      };
      return { end, slug, parts, common, least: apart.reduce((most, pair) => Math.max(most, common(pair)), 0) + 1 };
    }),
  );
  return (merged) =>
    ways.flatMap(({ end, slug, parts, common, least }) => {
      const most = merged.reduce((fewest, pair) => Math.min(fewest, common(pair)), Number.POSITIVE_INFINITY);
      if (merged.length === 0 || most < least) return [];
      const size = usualSizes.find((usual) => usual >= least && usual <= most) ?? most;
      const kept = (text: string): string => parts(text).slice(0, size).join(' ');
      const rule = keyRule(`${end}-${size}-${slug}`, `the ${end} ${size} ${slug}`, kept);
      return [{ ...rule, kind: `${end}-${slug}` }];
    });
}
