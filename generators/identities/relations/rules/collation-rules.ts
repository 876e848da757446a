/** Rules of collations as databases have them, by the ICU of this Node: what compares equal is one. */

import type { Rule } from './rule.js';
import { caseFolded, withoutAccents } from './text-rules.js';

const strengths = {
  base: 'primary strength: no case, no accents',
  accent: 'secondary strength: no case',
  variant: 'tertiary strength',
} as const;

const locales = [
  'und',
  'de-u-co-phonebk',
  'sv',
  'da',
  'fi',
  'es',
  'tr',
  'lt',
  'hr',
  'hu',
  'ja',
  'ko',
  'fa',
  'ar',
  'zh',
];

/** Made when first needed: a collator of a language is not cheap. */
function collatorRule(
  locale: string,
  sensitivity: keyof typeof strengths,
  more: Intl.CollatorOptions = {},
  told = '',
): Rule {
  let collator: Intl.Collator | undefined;
  const suffix = Object.keys(more)
    .map((option) => `-${option.toLowerCase()}`)
    .join('');
  return {
    slug: `collation-${locale.toLowerCase()}-${sensitivity}${suffix}`,
    name: `collation ${locale === 'und' ? 'of the root (ICU, MySQL 0900, PostgreSQL)' : `of ${locale}`}, ${strengths[sensitivity]}${told}`,
    same: (first, second) => {
      collator ??= new Intl.Collator(locale, { sensitivity, ...more });
      return collator.compare(first, second) === 0;
    },
  };
}

/** Upper case of the first plane without accents; all beyond it is one sign, a sharp s is an s, blanks at the end are nothing. */
const generalKey = (text: string): string =>
  caseFolded(withoutAccents(text.replaceAll('\u00DF', 's').replace(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD'))).replace(
    / +$/,
    '',
  );

export const collationRules: readonly Rule[] = [
  collatorRule('und', 'variant'),
  collatorRule('und', 'accent'),
  collatorRule('und', 'base'),
  collatorRule('und', 'base', { ignorePunctuation: true }, ', punctuation left out'),
  collatorRule('und', 'base', { numeric: true }, ', numbers by value'),
  {
    slug: 'collation-mysql-general-ci',
    name: 'utf8mb4_general_ci of MySQL',
    key: generalKey,
    same: (first, second) => generalKey(first) === generalKey(second),
  },
  ...locales.slice(1).map((locale) => collatorRule(locale, 'base')),
];
