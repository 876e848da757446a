/** JSON written in any style is JSON for the same value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compact, type JsonStyle, writeJson } from '../../../../generators/spellings/json-text.js';

const styles: fc.Arbitrary<JsonStyle> = fc.record({
  gap: fc.stringMatching(/^[ \t\r\n]{0,3}$/),
  members: fc.constantFrom('as they are' as const, 'reversed' as const),
  escapes: fc.constantFrom(
    'none' as const,
    'values' as const,
    'names and values' as const,
    'upper-case hex' as const,
    'slashes' as const,
  ),
});

test('read back it is the value that was written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), styles, (value, style) => {
      const back: unknown = JSON.parse(writeJson(value, style));
      assert.deepEqual(back, JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('the compact style is what JSON.stringify writes', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(writeJson(value, compact), JSON.stringify(value))));
});

const examples: readonly (readonly [style: Partial<JsonStyle>, text: string])[] = [
  [{ gap: ' ' }, '[ { "a" : "/😀" , "b" : 1 } ]'],
  [{ members: 'reversed' }, '[{"b":1,"a":"/😀"}]'],
  [{ escapes: 'values' }, '[{"a":"\\u002f\\ud83d\\ude00","b":1}]'],
  [{ escapes: 'names and values' }, '[{"\\u0061":"\\u002f\\ud83d\\ude00","\\u0062":1}]'],
  [{ escapes: 'upper-case hex' }, '[{"a":"\\u002F\\uD83D\\uDE00","b":1}]'],
  [{ escapes: 'slashes' }, '[{"a":"\\/😀","b":1}]'],
];

for (const [style, text] of examples) {
  test(`${JSON.stringify(style)} writes ${text}`, () => {
    assert.equal(writeJson([{ a: '/😀', b: 1 }], { ...compact, ...style }), text);
  });
}
