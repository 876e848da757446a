/** Keywords that are violated by another value in the same place: which values do that. Pure. */
import { isSchemaNode, type SchemaNode } from '../../schemas/keywords.js';
import { brokenJson } from './broken-json.js';
import { constMutations } from './const-mutations.js';
import { nearMissesOf } from './near-misses/index.js';
import { otherTypes } from './other-types.js';
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
