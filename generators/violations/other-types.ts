/** One value of each JSON type, to stand where another type belongs. */
import type { NamedValue } from './violation.js';

type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

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
