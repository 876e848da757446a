/**
 * Words of programming languages as whole subjects, ordinary ones by reading.md. A prefix would hide what they do, so that
 * they are the same in every run: whoever runs again meets the conversations of the run before, which is as promised.
 */
import { type RelationDraft, variantsOf } from './relation.js';

/** Each group: the word that the others are compared with first. All of all groups are compared with each other. */
const groups: readonly (readonly [
  slug: string,
  subject: string,
  others: readonly (readonly [slug: string, subject: string])[],
])[] = [
  [
    'null',
    'null',
    [
      ['undefined', 'undefined'],
      ['capital-null', 'NULL'],
      ['none', 'None'],
      ['nan', 'NaN'],
      ['nil', 'nil'],
      ['title-null', 'Null'],
      ['not-available', 'N/A'],
      ['database-null', '\\N'],
      ['angle-null', '(null)'],
      ['quotes', '""'],
      ['void', 'void'],
      ['lower-nan', 'nan'],
      ['infinity', 'Infinity'],
      ['minus-infinity', '-Infinity'],
      ['lower-none', 'none'],
      ['na', 'NA'],
      ['empty-guid', '00000000-0000-0000-0000-000000000000'],
    ],
  ],
  [
    'zero',
    '0',
    [
      ['minus-zero', '-0'],
      ['point-zero', '0.0'],
      ['plus-zero', '+0'],
      ['two-zeros', '00'],
      ['false', 'false'],
      ['hexadecimal', '0x0'],
      ['exponent', '0e0'],
      ['no', 'no'],
      ['off', 'off'],
      ['capital-false', 'False'],
      ['upper-false', 'FALSE'],
      ['empty-list', '[]'],
      ['empty-object', '{}'],
    ],
  ],
  [
    'true',
    'true',
    [
      ['one', '1'],
      ['title', 'True'],
      ['upper', 'TRUE'],
      ['yes', 'yes'],
      ['on', 'on'],
      ['letter', 't'],
      ['two', '2'],
      ['point', '1.0'],
    ],
  ],
  [
    'constructor',
    'constructor',
    [
      ['proto', '__proto__'],
      ['to-string', 'toString'],
      ['has-own-property', 'hasOwnProperty'],
      ['prototype', 'prototype'],
      ['value-of', 'valueOf'],
      ['is-prototype-of', 'isPrototypeOf'],
      ['define-getter', '__defineGetter__'],
      ['to-locale-string', 'toLocaleString'],
      ['length', 'length'],
      ['object', '[object Object]'],
      ['array', '[object Array]'],
      ['class', '__class__'],
      ['init', '__init__'],
      ['dollar-where', '$where'],
      ['dollar-ne', '{"$ne":null}'],
      ['this', 'this'],
      ['function', 'function'],
      ['default', 'default'],
      ['con', 'CON'],
      ['nul', 'NUL'],
      ['dot', '.'],
      ['two-dots', '..'],
      ['asterisk', '*'],
      ['percent', '%'],
    ],
  ],
];

export function wordRelations(): readonly RelationDraft[] {
  return groups.flatMap(([slug, subject, others]) =>
    variantsOf(
      { slug: `word-${slug}`, subject: () => subject },
      { source: 'languages', class: 'word' },
      others.map(([other, text]) => [other, `${text} for ${subject}`, () => text] as const),
    ),
  );
}
