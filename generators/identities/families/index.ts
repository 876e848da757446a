/** All families of near neighbours, and the same around fewer first subjects. */
import { type Family, family } from '../family.js';
import { commonBeginnings, commonEnds } from './lengths.js';
import { mails } from './mails.js';
import { markup } from './markup.js';
import { names } from './names.js';
import { dotlessI, normalForms } from './normal-forms.js';
import { bigNumbers, exponents, nobodysPhone, numbers, phones } from './numbers.js';
import { emoji, scripts } from './scripts.js';

export const families: readonly Family[] = [
  names,
  phones,
  numbers,
  bigNumbers,
  exponents,
  mails,
  markup,
  normalForms,
  dotlessI,
  scripts,
  emoji,
  commonBeginnings,
  commonEnds,
];

/** Families that put a text behind the word: one first subject with all of the texts, and with more that must work. */
function written(slug: string, name: string, families: readonly Family[], more: string): Family {
  const texts = families.map(({ first }) => first('')).join('') + more;
  return family(
    slug,
    name,
    (word) => word + texts,
    families.flatMap(({ neighbours }) => neighbours),
  );
}

/** A phone number is a number behind a plus sign. */
export const numbersAndPhones = family('a-number', 'a number', (word) => nobodysPhone(word).slice(1), [
  ...numbers.neighbours,
  ...phones.neighbours.map(
    ([slug, relation, change, rank]) =>
      [slug, `a plus sign and ${relation}`, (s: string, word: string) => change(`+${s}`, word), rank] as const,
  ),
]);

/**
 * The same neighbours around fewer first subjects: where little may be sent, one request stands for those of several
 * families. Names keep apart from what is beyond ASCII or looks like markup: a service
 * that refuses that is still asked about them.
 */
export const compactFamilies: readonly Family[] = [
  numbersAndPhones,
  names,
  written('a-rich-text', 'a rich text', [markup, normalForms, dotlessI, scripts, emoji], ' שלום'),
  mails,
  commonBeginnings,
  commonEnds,
  bigNumbers,
  exponents,
];
