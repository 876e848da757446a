/** People's data as subjects: names in many scripts, phone numbers, mail addresses, ids of messengers. One number, one person. */
import { faker as arabic } from '@faker-js/faker/locale/ar';
import { faker as english } from '@faker-js/faker/locale/en';
import { faker as japanese } from '@faker-js/faker/locale/ja';
import { faker as korean } from '@faker-js/faker/locale/ko';
import { faker as russian } from '@faker-js/faker/locale/ru';
import { faker as thai } from '@faker-js/faker/locale/th';
import { fc } from './fast-check.js';

const nameLocales = [english, arabic, japanese, korean, russian, thai];

const kinds: readonly ((seed: number) => string)[] = [
  (seed) => seeded(english, seed).phone.number({ style: 'international' }),
  (seed) => seeded(english, seed).internet.email(),
  (seed) => `whatsapp:${seeded(english, seed).phone.number({ style: 'international' })}`,
  (seed) => `@${seeded(english, seed).internet.username()}`,
  (seed) => seeded(english, seed).string.numeric({ length: 16, allowLeadingZeros: false }),
  (seed) => seeded(english, seed).string.uuid(),
  ...nameLocales.map((locale) => (seed: number) => seeded(locale, seed).person.fullName()),
];

function seeded(locale: typeof english, seed: number): typeof english {
  locale.seed(seed);
  return locale;
}

/** Drawn by fast-check's seed, so that one seed gives the same people. A person does not shrink: the text around does. */
export function people(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat({ max: kinds.length - 1 }), fc.nat({ max: 0xffffffff }))
    .map(([kind, seed]) => kinds[kind]?.(seed) ?? '');
}
