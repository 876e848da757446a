/** Neighbours that a service which decodes escapes once too often takes for one: entities, percent and backslash escapes. */
import { family } from '../family.js';

const change = (from: string, to: string) => (subject: string) => subject.replaceAll(from, to);

export const markup = family(
  'text-with-special-characters',
  'text with special characters',
  (word) => `${word} R&D <a@b> "x" 'y' 50% a+b c\\d`,
  [
    ['a-named-entity-for-the-ampersand', 'a named entity for the ampersand', change('&', '&amp;'), 2],
    ['a-numeric-entity-for-the-ampersand', 'a numeric entity for the ampersand', change('&', '&#38;')],
    ['a-hexadecimal-entity-for-the-ampersand', 'a hexadecimal entity for the ampersand', change('&', '&#x26;')],
    ['an-entity-twice-encoded', 'an entity twice encoded', change('&', '&amp;amp;')],
    [
      'entities-for-the-angle-brackets',
      'entities for the angle brackets',
      (s) => s.replace('<', '&lt;').replace('>', '&gt;'),
    ],
    ['without-the-tag', 'without the tag', (s) => s.replace('<a@b> ', ''), 3],
    ['entities-for-the-quotes', 'entities for the quotes', change('"', '&quot;')],
    ['a-backslash-before-the-quotes', 'a backslash before the quotes', change('"', '\\"')],
    ['two-apostrophes-for-one', 'two apostrophes for one', change("'", "''"), 4],
    ['a-backslash-before-the-apostrophes', 'a backslash before the apostrophes', change("'", "\\'")],
    ['a-percent-escape-for-the-percent-sign', 'a percent escape for the percent sign', change('50%', '50%25')],
    ['a-percent-escape-for-the-plus-sign', 'a percent escape for the plus sign', change('+', '%2B')],
    ['a-blank-for-the-plus-sign', 'a blank for the plus sign', change('a+b', 'a b')],
    ['two-backslashes-for-one', 'two backslashes for one', change('\\', '\\\\')],
    ['without-the-backslash', 'without the backslash', change('\\', '')],
    ['a-slash-for-the-backslash', 'a slash for the backslash', change('\\', '/'), 4],
  ],
);
