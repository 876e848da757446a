/** All families of near neighbours. */
import type { Family } from '../family.js';
import { commonBeginnings, commonEnds } from './lengths.js';
import { mails } from './mails.js';
import { markup } from './markup.js';
import { names } from './names.js';
import { dotlessI, normalForms } from './normal-forms.js';
import { bigNumbers, exponents, numbers, phones } from './numbers.js';
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
