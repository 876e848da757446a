/**
 * Kinds of relations, and how often such a merge is met in the field: the share is an estimate from public bug reports,
 * the defaults of databases and what connectors do to ids of messengers. Only their order and rough size matter.
 */

export interface ClassFacts {
  readonly name: string;
  /** Relative to the others: 100 for what is met most. */
  readonly share: number;
}

export const relationClasses = {
  case: { name: 'letter case', share: 100 },
  ends: { name: 'blanks and signs around a subject', share: 100 },
  phone: { name: 'writings of a phone number', share: 100 },
  mail: { name: 'writings of a mail address', share: 80 },
  messenger: { name: 'forms of messenger ids and URIs', share: 100 },
  accent: { name: 'accents', share: 80 },
  'cut-characters': { name: 'cuts of plain letters', share: 50 },
  'cut-units': { name: 'cuts where a character is more than one byte or unit', share: 60 },
  charset: { name: 'character sets that cannot hold all', share: 70 },
  canonical: { name: 'canonical normal forms', share: 60 },
  number: { name: 'texts with the same value as numbers', share: 70 },
  'special-case': { name: 'special case folding', share: 40 },
  'default-ignorable': { name: 'characters that are not seen', share: 50 },
  compatibility: { name: 'compatibility forms', share: 40 },
  collation: { name: 'collations of databases', share: 40 },
  blank: { name: 'blanks inside', share: 50 },
  escape: { name: 'escapes and markup', share: 50 },
  punctuation: { name: 'punctuation left out or replaced', share: 50 },
  pattern: { name: 'signs that are patterns in a search', share: 30 },
  'cut-at': { name: 'cut at a separator', share: 40 },
  transliteration: { name: 'Latin spellings', share: 45 },
  width: { name: 'full and half width', share: 25 },
  kana: { name: 'kana', share: 35 },
  guid: { name: 'GUIDs and other ids', share: 40 },
  word: { name: 'words of programming languages', share: 50 },
  dash: { name: 'dashes', share: 25 },
  quote: { name: 'quotation marks', share: 25 },
  mark: { name: 'marks that stand alone', share: 25 },
  emoji: { name: 'emoji', share: 30 },
  'regional-indicator': { name: 'flags', share: 20 },
  tag: { name: 'tags', share: 6 },
  digit: { name: 'decimal digits of all scripts', share: 25 },
  confusable: { name: 'look-alikes', share: 25 },
  final: { name: 'final forms', share: 15 },
  jamo: { name: 'jamo', share: 12 },
  arabic: { name: 'Arabic letters and forms', share: 30 },
  han: { name: 'Han variants', share: 25 },
  hash: { name: 'keys of 32 bits', share: 45 },
  base64: { name: 'spellings of base64 and hexadecimal', share: 25 },
  date: { name: 'dates and times', share: 25 },
  name: { name: 'names of people as they are matched', share: 15 },
} as const satisfies Readonly<Record<string, ClassFacts>>;

export type RelationClass = keyof typeof relationClasses;
