/** Relations of characters and their escapes: each character that is met in ids, as each language of escapes writes it. */
import type { RelationDraft } from './relation.js';
import { hexSlug } from './told.js';

/** The likeliest first. */
const characters = '& / @ + : # = ? . < > " \' % \\ _ ; A \u00E9 \u00FC \u20AC \u6F22 \u{1F600}'.split(' ').concat(' ');

const named: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '@': 'commat',
  '+': 'plus',
  ':': 'colon',
  '#': 'num',
  '=': 'equals',
  '?': 'quest',
  '.': 'period',
  _: 'lowbar',
  '/': 'sol',
  '\\': 'bsol',
  '%': 'percnt',
  ';': 'semi',
  '\u00E9': 'eacute',
  '\u00FC': 'uuml',
  '\u20AC': 'euro',
};

const hex = (character: string, digits: number): string =>
  (character.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');
const bytes = (character: string, written: (byte: string) => string): string =>
  [...Buffer.from(character)].map((byte) => written(byte.toString(16).padStart(2, '0'))).join('');
const units = (character: string, written: (unit: string) => string): string =>
  character
    .split('')
    .map((unit) => written(unit.charCodeAt(0).toString(16).padStart(4, '0')))
    .join('');

/** The likeliest first. */
const languages: Readonly<Record<string, (character: string) => string | undefined>> = {
  percent: (c) => bytes(c, (byte) => `%${byte.toUpperCase()}`),
  'named-entity': (c) => (named[c] === undefined ? undefined : `&${named[c]};`),
  'decimal-entity': (c) => `&#${c.codePointAt(0) ?? 0};`,
  json: (c) => units(c, (unit) => `\\u${unit}`),
  'percent-lower': (c) => bytes(c, (byte) => `%${byte}`),
  'hex-entity': (c) => `&#x${hex(c, 1)};`,
  backslash: (c) => (/[\w]/.test(c) ? undefined : `\\${c}`),
  'percent-twice': (c) => bytes(c, (byte) => `%25${byte.toUpperCase()}`),
  'entity-twice': (c) => (named[c] === undefined ? undefined : `&amp;${named[c]};`),
  'hex-escape': (c) => bytes(c, (byte) => `\\x${byte}`),
  'quoted-printable': (c) => bytes(c, (byte) => `=${byte.toUpperCase()}`),
  octal: (c) => bytes(c, (byte) => `\\${Number.parseInt(byte, 16).toString(8).padStart(3, '0')}`),
  braces: (c) => `\\u{${hex(c, 1)}}`,
  'hex-entity-upper': (c) => `&#X${hex(c, 4).toUpperCase()};`,
  'entity-open': (c) => `&#${c.codePointAt(0) ?? 0}`,
  'percent-u': (c) => units(c, (unit) => `%u${unit.toUpperCase()}`),
  ldap: (c) => bytes(c, (byte) => `\\${byte}`),
  twice: (c) => (/[\w]/.test(c) ? undefined : c + c),
};

/** One character after the other in all languages, so that none waits for the end of another. */
export function escapeRelations(): readonly RelationDraft[] {
  return characters.flatMap((character) =>
    Object.entries(languages).flatMap(([language, written]): readonly RelationDraft[] => {
      const other = written(character);
      if (other === undefined) return [];
      return [
        {
          slug: `escape-${language}-${hexSlug(character)}`,
          name: `${other} for ${JSON.stringify(character)}`,
          source: 'markup',
          class: 'escape',
          members: { place: 'inside', plain: `n${character}n`, other: `n${other}n` },
        },
      ];
    }),
  );
}
