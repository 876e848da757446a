/** One value of each JSON type, to stand where another type belongs. */

type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

const examples: readonly (readonly [label: string, type: JsonType, value: unknown])[] = [
  ['a string', 'string', 'x'],
  ['a number', 'number', 7],
  ['a boolean', 'boolean', true],
  ['null', 'null', null],
  ['a list', 'array', []],
  ['an object', 'object', {}],
];

/** Labelled values of every JSON type but the given one, and the value itself wrapped in a list. */
export function otherTypes(type: string, value: unknown): readonly (readonly [label: string, value: unknown])[] {
  const others = examples.filter(([, candidate]) => candidate !== type);
  const plain = others.map(([label, , example]) => [`${label} instead`, example] as const);
  if (type === 'array')
    return Array.isArray(value) ? [...plain, ['its first entry without the list', value[0]]] : plain;
  return [...plain, ['wrapped in a list', [value]] as const];
}
