/** Values beyond a bound of a schema: texts that are too long, lists with too many entries. Pure. */
import { isSchemaNode } from '../../schemas/keywords.js';
import type { NamedValue } from './violation.js';

/** Texts beyond the bound that begin as the good one does. @param most in code points, as JSON Schema counts. */
export function tooLongTexts(good: string, most: number): readonly NamedValue[] {
  const filled = (length: number): string => [...good, ...'x'.repeat(length)].slice(0, length).join('');
  return [
    ['one-character-too-long', 'one character too long', filled(most + 1)],
    ['twice-as-long-as-allowed', 'twice as long as allowed', filled(2 * most + 1)],
  ];
}

/** Entries beyond the bound: alike, and with another text in each member that is no fixed word. */
export function tooManyEntries(items: unknown, good: unknown, most: number): readonly NamedValue[] {
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
  return [
    [`${most + 1}-entries`, `${most + 1} entries for different subjects`, fill(most + 1, other)],
    [`${most + 1}-entries-alike`, `${most + 1} entries that are alike`, fill(most + 1, () => good)],
    [`${most + 2}-entries`, `${most + 2} entries for different subjects`, fill(most + 2, other)],
    [`${most + 10}-entries`, `${most + 10} entries for different subjects`, fill(most + 10, other)],
  ];
}
