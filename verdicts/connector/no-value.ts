/** Texts that a program writes where it has no value, or the wrong kind of one: `undefined`, `[object Object]`, `${orgId}`. */

const origins: Readonly<Record<string, string>> = {
  undefined: 'what JavaScript writes for a variable without a value',
  null: 'what many languages write for a variable without a value',
  None: 'what Python writes for a variable without a value',
  NaN: 'what JavaScript writes for a number that is none',
  nil: 'what Ruby and Lua write for a variable without a value',
  '<nil>': 'what Go writes for a variable without a value',
  '%!s(<nil>)': 'what Go writes for a variable without a value',
  '(null)': 'what C writes for a variable without a value',
  '[object Object]': 'what JavaScript writes for an object that was turned to text',
  '[object Promise]': 'what JavaScript writes for a promise that nobody awaited',
  '[object FormData]': 'what JavaScript writes for a form that was turned to text',
};

const placeholder = /^(?:\$\{.*\}|\$\(.*\)|\{\{.*\}\}|<[A-Za-z][\w -]*>|%[A-Za-z_]\w*%|\$[A-Z_][A-Z0-9_]*)$/;

/** What such a text is, as the end of a sentence; undefined for any other text. */
export function noValue(text: string): string | undefined {
  if (Object.hasOwn(origins, text)) return origins[text];
  return placeholder.test(text) ? 'a placeholder that was never filled in' : undefined;
}
