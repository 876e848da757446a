/**
 * Kinds of relations, and how often such a merge is met in the field: the share is an estimate from public bug reports,
 * the defaults of databases and what connectors do to ids of messengers. Only their order and rough size matter.
 */

export interface ClassFacts {
  readonly name: string;
  /** Relative to the others: 100 for what is met most. */
  readonly share: number;
  /** A store that takes the first relation of it for one takes most of the others so too: they tell less. */
  readonly isOneFold?: true;
}

export const relationClasses = {
  case: { name: 'letter case', share: 100, isOneFold: true },
  ends: { name: 'blanks and signs around a subject', share: 50 },
  phone: { name: 'writings of a phone number', share: 100 },
  mail: { name: 'writings of a mail address', share: 80 },
  messenger: { name: 'forms of messenger ids and URIs', share: 80 },
  accent: { name: 'accents', share: 80, isOneFold: true },
  'cut-characters': { name: 'cuts of plain letters', share: 50, isOneFold: true },
  'cut-units': { name: 'cuts where a character is more than one byte or unit', share: 60, isOneFold: true },
  charset: { name: 'character sets that cannot hold all', share: 70, isOneFold: true },
  canonical: { name: 'canonical normal forms', share: 60 },
  number: { name: 'texts with the same value as numbers', share: 70 },
  'special-case': { name: 'special case folding', share: 40 },
  'default-ignorable': { name: 'characters that are not seen', share: 60 },
  compatibility: { name: 'compatibility forms', share: 40, isOneFold: true },
  collation: { name: 'collations of databases', share: 30 },
  blank: { name: 'blanks inside', share: 40 },
  escape: { name: 'escapes and markup', share: 60 },
  punctuation: { name: 'punctuation left out or replaced', share: 50 },
  pattern: { name: 'signs that are patterns in a search', share: 30 },
  'cut-at': { name: 'cut at a separator', share: 40 },
  transliteration: { name: 'Latin spellings', share: 45, isOneFold: true },
  width: { name: 'full and half width', share: 25, isOneFold: true },
  kana: { name: 'kana', share: 40 },
  guid: { name: 'GUIDs and other ids', share: 60 },
  word: { name: 'words of programming languages', share: 40 },
  dash: { name: 'dashes', share: 25 },
  quote: { name: 'quotation marks', share: 25 },
  mark: { name: 'marks that stand alone', share: 25, isOneFold: true },
  emoji: { name: 'emoji', share: 30 },
  'regional-indicator': { name: 'flags', share: 20 },
  tag: { name: 'tags', share: 6, isOneFold: true },
  digit: { name: 'decimal digits of all scripts', share: 25, isOneFold: true },
  confusable: { name: 'look-alikes', share: 25, isOneFold: true },
  final: { name: 'final forms', share: 15 },
  jamo: { name: 'jamo', share: 12 },
  arabic: { name: 'Arabic letters and forms', share: 40 },
  han: { name: 'Han variants', share: 25, isOneFold: true },
  hash: { name: 'keys of 32 bits', share: 70 },
  base64: { name: 'spellings of base64 and hexadecimal', share: 25 },
  date: { name: 'dates and times', share: 25 },
  affix: { name: 'what systems put around an id', share: 100 },
  segment: { name: 'ids of several parts', share: 50 },
  place: { name: 'URLs, hosts and paths', share: 60 },
  directory: { name: 'names of accounts', share: 40 },
  encoding: { name: 'encodings of a whole text', share: 30 },
  edit: { name: 'a small change of an id', share: 30 },
  structure: { name: 'JSON, XML, lists and marked text', share: 40 },
  name: { name: 'names of people as they are matched', share: 70 },
} as const satisfies Readonly<Record<string, ClassFacts>>;

export type RelationClass = keyof typeof relationClasses;
