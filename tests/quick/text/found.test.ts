/** Holds how what was found is shown: escaped, bounded, and never when it may be a token. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showFound } from '../../../text/found.js';
import { removeTokens } from '../../../text/token-like.js';
import { goodToken, opaqueToken } from '../cli/sample.js';

const rows: readonly (readonly [value: string, shown: string])[] = [
  ['abc', '"abc"'],
  ['', 'nothing (it is set, but empty)'],
  ['a"b\\c', '"a\\"b\\\\c"'],
  ['\x1b[31mred\u009b', '"\\u001b[31mred\\u{9b}"'],
  ['x'.repeat(100), `"${'x'.repeat(80)}"... (100 characters)`],
  [goodToken, `${goodToken.length} characters that look like a token (not shown)`],
  [`x ${opaqueToken}`, `${opaqueToken.length + 2} characters that look like a token (not shown)`],
];

for (const [value, shown] of rows) {
  test(`${JSON.stringify(value).slice(0, 40)} is shown as ${shown}`, () => {
    assert.equal(showFound(value), shown);
  });
}

test('tokens are taken out of a text by their shape, cut ones too', () => {
  const cut = goodToken.slice(0, goodToken.lastIndexOf('.'));
  for (const token of [goodToken, opaqueToken, cut]) {
    assert.equal(removeTokens(`before ${token} after`), 'before [token removed] after');
  }
  const ordinary = 'POST https://example.my.salesforce-scrt.com/api/v1/conversation 00D000000000001 eyJ Hello!';
  assert.equal(removeTokens(ordinary), ordinary);
});
