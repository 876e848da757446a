/** Relations of phone numbers: one number of each country that nobody has, in the ways that it is written there and abroad. */

import { drawnDigits } from '../drawn.js';
import { phoneNumbers } from './data/phone-numbers.js';
import { type RelationDraft, variantsOf } from './relation.js';

interface Country {
  readonly code: string;
  readonly callingCode: string;
  readonly trunk: string;
  readonly abroad: string;
  readonly beginning: string;
  readonly free: number;
  readonly national: string;
  readonly international: string;
}

/** Where messengers have most users, in that order; the other countries follow by their code. */
const populous =
  'US IN BR MX ID DE GB FR IT ES AR RU TR CO NG PK EG ZA SA AE CN JP KR PH VN TH MY CL PE UA PL NL CA AU IR'.split(' ');

/** Countries that share a calling code share the number that nobody has: only the first of them is kept. */
function countries(): readonly Country[] {
  const all = phoneNumbers.countries.split(';').map((row): Country => {
    const [
      code = '',
      callingCode = '',
      trunk = '',
      abroad = '',
      beginning = '',
      free = '',
      national = '',
      international = '',
    ] = row.split(',');
    return { code, callingCode, trunk, abroad, beginning, free: Number(free), national, international };
  });
  const place = (code: string): number => (populous.includes(code) ? populous.indexOf(code) : populous.length);
  const sorted = [...all].sort((a, b) => place(a.code) - place(b.code) || (a.code < b.code ? -1 : 1));
  const seen = new Set<string>();
  return sorted.filter(({ callingCode, beginning }) => {
    const key = callingCode + beginning;
    return !seen.has(key) && seen.add(key);
  });
}

/** The national significant number of a word. */
function significant({ beginning, free }: Country, word: string): string {
  return beginning + drawnDigits(word, free);
}

/** The digits into the places of a pattern; undefined where the pattern has another number of places. */
function filled(pattern: string, digits: string): string | undefined {
  if (pattern.replace(/[^#]/g, '').length !== digits.length) return undefined;
  let at = 0;
  return pattern.replace(/#/g, () => digits.charAt(at++));
}

type Variant = readonly [slug: string, name: string, change: (subject: string, word: string) => string];

export function phoneRelations(): readonly RelationDraft[] {
  const all = countries();
  const detailed = all.find(({ code }) => code === 'GB');
  const first = detailed === undefined ? [] : everyWriting(detailed);
  const mobileTokens = tokens.flatMap(tokenRelations);
  const each = all.map((country) => ofCountry(country));
  const turns = Math.max(...each.map((relations) => relations.length));
  const dealt = Array.from({ length: turns }, (_, turn) => each.flatMap((relations) => relations[turn] ?? [])).flat();
  const rest = [...mobileTokens.slice(3), ...dealt];
  return [...first.slice(0, 10), ...mobileTokens.slice(0, 3), ...interleaved(first.slice(10), rest)];
}

/** Two of the second list for one of the first. */
function interleaved<T>(one: readonly T[], two: readonly T[]): readonly T[] {
  const mixed: T[] = [];
  for (let at = 0; at < Math.max(one.length, two.length / 2); at += 1) {
    mixed.push(...one.slice(at, at + 1), ...two.slice(2 * at, 2 * at + 2));
  }
  return mixed;
}

/** What differs by country; the writings that do not are tried with one number. */
function ofCountry(country: Country): readonly RelationDraft[] {
  const { code, callingCode, trunk, abroad, national, international } = country;
  const e164 = (word: string): string => `+${callingCode}${significant(country, word)}`;
  const base = { slug: `phone-${code.toLowerCase()}`, subject: e164 };
  const domestic = (word: string): string => trunk + significant(country, word);
  const grouped = (word: string): string =>
    filled(national, domestic(word)) ?? filled(national, significant(country, word)) ?? domestic(word);
  const variants: Variant[] = [
    ['national', `the number as it is written in ${code}`, (_, word) => grouped(word)],
    [
      'international',
      `the number of ${code} in groups`,
      (_, word) => `+${callingCode} ${filled(international, significant(country, word)) ?? significant(country, word)}`,
    ],
  ];
  if (trunk !== '') {
    variants.push([
      'trunk-inside',
      `the trunk prefix ${trunk} of ${code} behind the calling code`,
      (_, word) => `+${callingCode}${domestic(word)}`,
    ]);
  }
  if (/[^\d#]/.test(national)) {
    variants.push(['national-digits', `the digits that are dialled in ${code}`, (_, word) => domestic(word)]);
  }
  if (abroad !== '00') {
    variants.push([
      'from-abroad',
      `${abroad} for the plus sign, as dialled in ${code}`,
      (subject) => abroad + subject.slice(1),
    ]);
  }
  return distinct(base, variants, 'phones');
}

/** Leaves out variants that come out alike. */
function distinct(
  base: { readonly slug: string; readonly subject: (word: string) => string },
  variants: readonly Variant[],
  source: 'phones' | 'e-164' | 'numbering-plans',
): readonly RelationDraft[] {
  const sample = base.subject('sample');
  const seen = new Set([sample]);
  const kept = variants.filter(([, , change]) => {
    const subject = change(sample, 'sample');
    return !seen.has(subject) && seen.add(subject);
  });
  return variantsOf(base, { source, class: 'phone' }, kept);
}

/** Behind the first five characters, which a reader needs to see a number; 0 and 1 have no letters. */
const onKeypad = (subject: string): string =>
  subject.slice(0, 5) + subject.slice(5).replace(/[2-9]/g, (digit) => 'ADGJMPTW'.charAt(Number(digit) - 2));

const inOtherDigits =
  (zero: number) =>
  (subject: string): string =>
    subject.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** The writings of E.123 and RFC 3966, and what people and address books make of them. */
function everyWriting(country: Country): readonly RelationDraft[] {
  const { callingCode: cc } = country;
  const nsn = (word: string): string => significant(country, word);
  const local = (s: string): string => s.slice(cc.length + 1);
  const three = (s: string, by: string): string => `${s.slice(0, 3)}${by}${s.slice(3, 7)}${by}${s.slice(7)}`;
  const variants: Variant[] = [
    ['no-plus', 'without the plus sign', (s) => s.slice(1)],
    ['zeros', '00 for the plus sign', (s) => `00${s.slice(1)}`],
    ['blanks', 'blanks between groups', (s) => three(s, ' ')],
    ['domestic', 'the trunk zero for the calling code', (_, word) => `0${nsn(word)}`],
    ['hyphens', 'hyphens between groups', (s) => three(s, '-')],
    ['tel', 'with tel:', (s) => `tel:${s}`],
    ['whatsapp', 'with whatsapp:', (s) => `whatsapp:${s}`],
    ['last-digit', 'another last digit', (s) => s.slice(0, -1) + ((Number(s.slice(-1)) + 5) % 10)],
    ['trunk-in-parentheses', 'the trunk zero in parentheses', (s) => `+${cc} (0)${local(s)}`],
    ['trunk', 'a trunk zero behind the calling code', (s) => `+${cc}0${local(s)}`],
    ['parentheses', 'parentheses', (s) => `+${cc}(${local(s).slice(0, 4)})${local(s).slice(4)}`],
    ['dots', 'dots between groups', (s) => three(s, '.')],
    ['extension', 'an extension behind x', (s) => `${s}x12`],
    ['blank-behind', 'a blank behind', (s) => `${s} `],
    ['blank-before', 'a blank before, as a plus sign in a query becomes', (s) => ` ${s.slice(1)}`],
    ['blank-and-plus', 'a blank before', (s) => ` ${s}`],
    ['escaped-plus', 'a percent escape for the plus sign', (s) => `%2B${s.slice(1)}`],
    ['national-significant', 'without calling code and trunk zero', (_, word) => nsn(word)],
    ['no-break-spaces', 'no-break spaces between groups', (s) => three(s, '\u00A0')],
    ['narrow-spaces', 'narrow no-break spaces between groups', (s) => three(s, '\u202F')],
    ['no-break-hyphens', 'non-breaking hyphens between groups', (s) => three(s, '\u2011')],
    ['en-dashes', 'en dashes between groups', (s) => three(s, '\u2013')],
    ['slash', 'a slash behind the calling code', (s) => `+${cc}/${local(s)}`],
    ['directional', 'between directional marks, as address books copy it', (s) => `\u202A${s}\u202C`],
    ['left-to-right', 'a left-to-right mark before', (s) => `\u200E${s}`],
    ['full-width-plus', 'a full-width plus sign', (s) => `\uFF0B${s.slice(1)}`],
    ['full-width', 'full-width digits', inOtherDigits(0xff10)],
    ['arabic-indic', 'Arabic-Indic digits', inOtherDigits(0x660)],
    ['persian', 'Persian digits', inOtherDigits(0x6f0)],
    ['devanagari', 'Devanagari digits', inOtherDigits(0x966)],
    ['extension-word', 'an extension behind ext.', (s) => `${s} ext. 12`],
    ['extension-parameter', 'an extension as a parameter', (s) => `${s};ext=12`],
    ['extension-hash', 'an extension behind #', (s) => `${s}#12`],
    ['extension-comma', 'digits dialled after a pause', (s) => `${s},12`],
    ['in-parentheses', 'all in parentheses', (s) => `(${s})`],
    ['code-in-parentheses', 'the calling code in parentheses', (s) => `(+${cc})${local(s)}`],
    ['blank-behind-plus', 'a blank behind the plus sign', (s) => `+ ${s.slice(1)}`],
    ['two-plus', 'two plus signs', (s) => `+${s}`],
    ['zeros-and-plus', 'zeros behind the plus sign', (s) => `+00${s.slice(1)}`],
    ['label', 'a word before', (s) => `Tel. ${s}`],
    ['letter-o', 'letters O for zeros', (s) => s.replaceAll('0', 'O')],
    ['dot-behind', 'a dot behind', (s) => `${s}.`],
    ['blank-behind-code', 'a blank behind the calling code', (s) => `+${cc} ${local(s)}`],
    ['keypad', 'letters of a keypad for the digits', onKeypad],
    ['hides-caller', 'a code before that hides the caller', (s) => `#31#${s}`],
    ['shows-caller', 'a code before that shows the caller', (s) => `*31#${s}`],
    ['us-abroad', '011 for the plus sign', (s) => `011${s.slice(1)}`],
    // No country has the calling code 210.
    ['last-ten', 'another calling code before the same ten digits', (s) => `+210${local(s)}`],
    ['last-nine', 'another beginning of the same nine digits', (s) => `+2106${local(s).slice(1)}`],
    ['last-eight', 'another beginning of the same eight digits', (s) => `+21061${local(s).slice(2)}`],
    ['last-seven', 'another beginning of the same seven digits', (s) => `+210611${local(s).slice(3)}`],
  ];
  return distinct({ slug: 'phone', subject: (word) => `+${cc}${nsn(word)}` }, variants, 'e-164');
}

/**
 * Digits that a plan once asked for or asks for in one direction only, so that messengers have the number both ways.
 * The digits behind are of ranges that are not given out: they begin with zeros.
 */
const tokens: readonly (readonly [country: string, name: string, from: string, to: string, digits: number])[] = [
  ['mx', 'the 1 of mobile numbers of Mexico', '+52550', '+521550', 7],
  ['ar', 'the 9 of mobile numbers of Argentina', '+54110', '+549110', 7],
  ['br', 'the ninth digit of mobile numbers of Brazil', '+55110', '+551190', 7],
  ['ar-15', 'the 15 of mobile numbers of Argentina', '+54911000', '01115000', 5],
  ['mx-044', 'the 044 of mobile numbers of Mexico', '+52550', '044550', 7],
  ['mx-045', 'the 045 of mobile numbers of Mexico', '+52551', '045551', 7],
  ['mx-01', 'the 01 of numbers of Mexico', '+52552', '01552', 7],
  ['mx-1-bare', 'the 1 of mobile numbers of Mexico without a plus sign', '52553', '521553', 7],
  ['ar-bare', 'the 9 of mobile numbers of Argentina without a plus sign', '54111', '549111', 7],
  ['br-bare', 'the ninth digit of Brazil without a plus sign', '55111', '551191', 7],
  ['br-carrier', 'a carrier code of Brazil', '+5511902', '01511902', 7],
  ['br-north', 'the ninth digit in an area of one digit', '+55850', '+558590', 7],
  ['bj', 'the 01 that Benin put before its numbers', '+22900', '+2290100', 6],
  ['ci', 'the 07 that Ivory Coast put before its numbers', '+22500', '+2250700', 6],
  ['cl', 'the 9 that Chile put before its numbers', '+5600', '+56900', 6],
  ['it', 'the leading zero of Italy', '+3900', '+39000', 6],
  ['ru', '8 for +7 in Russia', '+70009', '80009', 6],
  ['uy', 'the zero of mobile numbers of Uruguay', '+59800', '+598000', 6],
  ['us-1', 'the 1 before numbers of North America', '20355501', '120355501', 2],
  ['us-plus', 'numbers of North America without +1', '+121255501', '21255501', 2],
  ['hu', '06 for +36 in Hungary', '+360000', '060000', 5],
  ['cr', 'the 8 that Costa Rica put before its numbers', '+50600', '+506800', 5],
  ['lt', '8 for +370 in Lithuania', '+3700000', '80000', 4],
  ['de-zero', 'a zero kept behind +49', '+49176040690', '+490176040690', 2],
];

function tokenRelations([country, name, from, to, digits]: (typeof tokens)[number]): readonly RelationDraft[] {
  const slug = `phone-token-${country}`;
  const rest = (word: string): string => drawnDigits(word, digits);
  return [
    {
      slug,
      name,
      source: 'numbering-plans',
      class: 'phone',
      members: { place: 'whole', base: slug, first: (word) => from + rest(word), second: (word) => to + rest(word) },
    },
  ];
}
