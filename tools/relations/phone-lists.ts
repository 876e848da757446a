/**
 * A telephone number of each country that nobody has, and how it is written there, from the metadata of libphonenumber-js.
 * Where the regulator keeps a range for films, it is that; elsewhere a number of a length that is possible, in no range
 * that anybody is given numbers of.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

const require = createRequire(import.meta.url);

/** Beginnings of numbers that the regulators keep for films and plays; the rest is free digits. */
const keptForDrama: Readonly<Partial<Record<CountryCode, readonly [beginning: string, free: number]>>> = {
  GB: ['7700900', 3],
  US: ['20255501', 2],
  CA: ['61355501', 2],
  FR: ['63998', 4],
  DE: ['176040690', 2],
  AU: ['25550', 4],
  IE: ['2091', 5],
  SE: ['70174069', 1],
};

const freeDigits = 4;
const samples = 40;

export interface PhoneRow {
  readonly country: CountryCode;
  readonly callingCode: string;
  /** What stands before the number at home: `0`, `8`, `06`, or nothing. */
  readonly trunk: string;
  /** What is dialled there for the plus sign. */
  readonly abroad: string;
  /** The first digits of the national number, and how many follow that are free. */
  readonly beginning: string;
  readonly free: number;
  /** How it is written at home and after the calling code, each digit as `#`. */
  readonly national: string;
  readonly international: string;
}

export async function phoneRows(): Promise<readonly PhoneRow[]> {
  const examples: unknown = JSON.parse(
    await readFile(require.resolve('libphonenumber-js/examples.mobile.json'), 'utf8'),
  );
  if (typeof examples !== 'object' || examples === null) throw new Error('no examples of mobile numbers');
  const lengths = new Map(Object.entries(examples).map(([country, number]) => [country, String(number).length]));
  return getCountries().flatMap((country) => rowOf(country, lengths.get(country)) ?? []);
}

/** One text for all rows, as it is committed. */
export function phoneLine(rows: readonly PhoneRow[]): string {
  return rows
    .map((row) =>
      [
        row.country,
        row.callingCode,
        row.trunk,
        row.abroad,
        row.beginning,
        row.free,
        row.national,
        row.international,
      ].join(','),
    )
    .join(';');
}

function rowOf(country: CountryCode, length = 9): PhoneRow | undefined {
  // Places in the package's own table of a country: what is dialled to go abroad, and before a number at home.
  const plan: readonly unknown[] = metadata.countries[country] ?? [];
  const [abroad, trunk] = [plan[1], plan[5]];
  const kept = keptForDrama[country];
  const found = kept ?? unassigned(country, length);
  if (found === undefined) return undefined;
  const [beginning, free] = found;
  const number = parsed(country, beginning + '2'.repeat(free));
  if (number === undefined) return undefined;
  const digits = (one: string): string => one.replace(/\d/g, '#');
  return {
    country,
    callingCode: getCountryCallingCode(country),
    trunk: digitsOf(trunk),
    // Where a carrier is chosen by further digits, the international form of the other countries.
    abroad: digitsOf(abroad) || '00',
    beginning,
    free,
    national: digits(number.formatNational()).replaceAll(',', ' '),
    international: digits(number.formatInternational().replace(/^\+\d+\s*/, '')).replaceAll(',', ' '),
  };
}

const digitsOf = (value: unknown): string => (typeof value === 'string' && /^\d+$/.test(value) ? value : '');

function parsed(country: CountryCode, national: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(`+${getCountryCallingCode(country)}${national}`);
}

/** The first beginning under which no number is valid and each is possible; one that is written in groups, if there is one. */
function unassigned(country: CountryCode, length: number): readonly [string, number] | undefined {
  let plain: string | undefined;
  const middle = '0'.repeat(Math.max(0, length - freeDigits - 3));
  // 7 and 1000 have no divisor in common: every number of three digits, the neighbours far apart.
  for (let step = 1; step < 1000; step += 1) {
    const lead = String((step * 387) % 1000)
      .padStart(3, '0')
      .slice(0, Math.max(1, length - freeDigits));
    const beginning = lead + middle;
    if (beginning.startsWith('0') || !isNobodys(country, beginning)) continue;
    plain ??= beginning;
    const written = parsed(country, `${beginning}${'2'.repeat(freeDigits)}`)?.formatNational() ?? '';
    if (/[^\d]/.test(written)) return [beginning, freeDigits];
  }
  return plain === undefined ? undefined : [plain, freeDigits];
}

function isNobodys(country: CountryCode, beginning: string): boolean {
  for (let sample = 0; sample < samples; sample += 1) {
    const number = parsed(country, beginning + String((sample * 2503) % 10000).padStart(freeDigits, '0'));
    if (number === undefined || !number.isPossible() || number.isValid()) return false;
    if (number.nationalNumber.length !== beginning.length + freeDigits) return false;
  }
  return true;
}
