/** Keywords that are violated by another value in the same place: which values do that. Pure. */
import { isSchemaNode, type SchemaNode } from '../../schemas/keywords.js';
import { nearMissesOf } from './near-misses/index.js';
import type { NamedValue } from './violation.js';

/** @param argument of the keyword in its schema. @param good the value that conforms. */
type OtherValues = (node: SchemaNode, argument: unknown, good: unknown) => readonly NamedValue[];

const fixedWord = (node: SchemaNode, word: string): readonly NamedValue[] => [
  ...constMutations(word),
  ...nearMissesOf(node, word),
];

/** By keyword. A value that comes out as one that conforms breaks nothing, and is dropped where violations are confirmed. */
export const otherValues: Readonly<Record<string, OtherValues>> = {
  type: (_node, type, good) => (typeof type === 'string' ? otherTypes(type, good) : []),
  const: (node, word) => fixedWord(node, String(word)),
  enum: (node, _words, good) => fixedWord(node, String(good)),
  minLength: () => [['empty', 'empty', '', 2]],
  maxLength: (_node, most, good) => (typeof most === 'number' ? tooLongTexts(String(good), most) : []),
  minItems: () => [['an-empty-list', 'an empty list', [], 1]],
  maxItems: ({ items }, most, good) =>
    Array.isArray(good) && typeof most === 'number' ? tooManyEntries(items, good[0], most) : [],
  pattern: (node, _pattern, good) => nearMissesOf(node, String(good)),
  contentMediaType: (_node, _type, good) => brokenJson(String(good)),
};

/** Texts beyond the bound that begin as the good one does. @param most in code points, as JSON Schema counts. */
function tooLongTexts(good: string, most: number): readonly NamedValue[] {
  const filled = (length: number): string => [...good, ...'x'.repeat(length)].slice(0, length).join('');
  return [
    ['one-character-too-long', 'one character too long', filled(most + 1)],
    ['twice-as-long-as-allowed', 'twice as long as allowed', filled(2 * most + 1)],
    ['ten-times-as-long-as-allowed', 'ten times as long as allowed', filled(10 * most + 1)],
  ];
}

/** Entries beyond the bound: alike, and with another text in each member that is no fixed word. */
function tooManyEntries(items: unknown, good: unknown, most: number): readonly NamedValue[] {
  const members = isSchemaNode(items) && isSchemaNode(items.properties) ? items.properties : {};
  const isFree = (name: string): boolean => {
    const member = members[name];
    return isSchemaNode(member) && member.type === 'string';
  };
  const other = (number: number): unknown =>
    isSchemaNode(good)
      ? Object.fromEntries(
          Object.entries(good).map(([name, value]) => [name, isFree(name) ? `${String(value)}-${number}` : value]),
        )
      : good;
  const fill = (length: number, entry: (index: number) => unknown): unknown[] =>
    Array.from({ length }, (_, index) => (index === 0 ? good : entry(index + 1)));
  const different = (length: number): NamedValue => [
    `${length}-entries`,
    `${length} entries for different subjects`,
    fill(length, other),
  ];
  return [
    different(most + 1),
    [`${most + 1}-entries-alike`, `${most + 1} entries that are alike`, fill(most + 1, () => good)],
    different(most + 2),
    different(most + 10),
  ];
}

type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

/** One value of each JSON type, to stand where another type belongs. */
const examples: readonly (readonly [type: JsonType, slug: string, label: string, value: unknown])[] = [
  ['string', 'a-string-instead', 'a string instead', 'x'],
  ['number', 'a-number-instead', 'a number instead', 7],
  ['boolean', 'a-boolean-instead', 'a boolean instead', true],
  ['null', 'null-instead', 'null instead', null],
  ['array', 'a-list-instead', 'a list instead', []],
  ['object', 'an-object-instead', 'an object instead', {}],
];

/** By the type that belongs there, what services most often take for it. */
const ranks: Readonly<Record<string, Partial<Record<JsonType, number>>>> = {
  string: { number: 1, null: 2, boolean: 3, array: 3 },
  array: { null: 2, string: 2 },
  object: { null: 2, string: 2 },
};

/** Values of every JSON type but the given one, and the value itself wrapped in a list. */
export function otherTypes(type: string, value: unknown): readonly NamedValue[] {
  const others = examples.filter(([candidate]) => candidate !== type);
  const plain = others.map(([other, ...example]): NamedValue => [...example, ranks[type]?.[other]]);
  if (type === 'array') {
    return Array.isArray(value)
      ? [...plain, ['its-first-entry-without-the-list', 'its first entry without the list', value[0], 1]]
      : plain;
  }
  return [...plain, ['wrapped-in-a-list', 'wrapped in a list', [value], type === 'object' ? 4 : undefined]];
}

/** Who compares at all takes no other type; but null is often taken for an absent member, and a list for its entry. */
const typeRanks: ReadonlyMap<string, number> = new Map([
  ['null-instead', 2],
  ['wrapped-in-a-list', 4],
]);

/** Ways in which a fixed word is missed: case, blanks, length, quotes, other types. */
export function constMutations(word: string): readonly NamedValue[] {
  const swapped = [...word].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
  const first = word.charAt(0);
  const otherFirst = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return [
    ['empty', 'empty', '', 3],
    ['in-lower-case', 'in lower case', word.toLowerCase(), 1],
    ['in-upper-case', 'in upper case', word.toUpperCase(), word === word.toLowerCase() ? 1 : undefined],
    ['in-swapped-case', 'in swapped case', swapped],
    ['first-letter-in-other-case', 'first letter in other case', otherFirst + word.slice(1)],
    ['a-blank-before', 'a blank before', ` ${word}`],
    ['a-blank-behind', 'a blank behind', `${word} `, 2],
    ['a-tab-behind', 'a tab behind', `${word}\t`],
    ['a-line-end-behind', 'a line end behind', `${word}\n`],
    ['a-blank-inside', 'a blank inside', `${word.slice(0, 3)} ${word.slice(3)}`],
    ['extended-by-a-letter', 'extended by a letter', `${word}s`],
    ['extended-by-a-word', 'extended by a word', `${word},${word}`],
    ['cut-by-a-letter', 'cut by a letter', word.slice(0, -1)],
    ['only-the-first-letter', 'only the first letter', first],
    ['in-quotes', 'in quotes', `"${word}"`],
    ['a-zero-width-space-behind', 'a zero-width space behind', `${word}\u200B`],
    ...otherTypes('string', word).map(([slug, label, value]): NamedValue => [slug, label, value, typeRanks.get(slug)]),
  ];
}

/** Texts that are no JSON, made from one that is: cut, decorated, written in a laxer language, not written at all. */
export function brokenJson(text: string): readonly NamedValue<string>[] {
  const inner = text.slice(0, -1);
  const close = text.slice(-1);
  return [
    ['empty-text', 'empty text', '', 3],
    ['the-word-undefined', 'the word undefined', 'undefined'],
    ['an-object-turned-to-text', 'an object turned to text', '[object Object]'],
    ['a-bare-word', 'a bare word', 'EndUser'],
    ['last-bracket-missing', 'last bracket missing', inner, 2],
    ['cut-in-the-middle', 'cut in the middle', text.slice(0, Math.ceil(text.length / 2))],
    ['one-bracket-too-many', 'one bracket too many', `${text}${close}`],
    ['a-comma-behind-the-last-entry', 'a comma behind the last entry', `${inner},${close}`, 1],
    ['two-texts-in-a-row', 'two texts in a row', `${text}${text}`],
    ['a-word-behind-it', 'a word behind it', `${text} x`],
    ['a-semicolon-behind-it', 'a semicolon behind it', `${text};`],
    ['single-quotes', 'single quotes', text.replaceAll('"', "'"), 3],
    ['names-without-quotes', 'names without quotes', text.replace(/"([A-Za-z]\w*)":/g, '$1:'), 3],
    ['a-comment-inside', 'a comment inside', `${text.slice(0, 1)}/* one */${text.slice(1)}`],
    ['a-comment-behind-it', 'a comment behind it', `${text} // one`, 2],
    ['commas-missing', 'commas missing', text.replaceAll('",', '"')],
    ['equals-signs-for-colons', 'equals signs for colons', text.replaceAll('":', '"=')],
    ['quotes-escaped-once-too-often', 'quotes escaped once too often', text.replaceAll('"', '\\"')],
    ['percent-encoded', 'percent-encoded', encodeURIComponent(text)],
    ['in-base64', 'in base64', Buffer.from(text).toString('base64')],
    ['as-xml', 'as XML', '<participants><participant/></participants>'],
  ];
}
