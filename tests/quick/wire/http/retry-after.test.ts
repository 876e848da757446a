/** Retry-After in its three date forms, as seconds, and as nonsense. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfterMs } from '../../../../wire/http/retry-after.js';

const here = Date.UTC(1994, 10, 6, 8, 49, 0);

const cases: readonly (readonly [value: string, ms: number | undefined])[] = [
  ['0', 0],
  [' 120 ', 120_000],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
  ['Sun Nov  6 08:49:37 1994', 37_000],
  ['Sun, 06 Nov 1994 08:48:00 GMT', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['', undefined],
  ['soon', undefined],
  ['Sun, 06 Nvo 1994 08:49:37 GMT', undefined],
];

for (const [value, ms] of cases) {
  test(`Retry-After: ${value} asks for ${ms ?? 'nothing'}`, () => {
    assert.equal(retryAfterMs([['retry-AFTER', value]], here), ms);
  });
}

test('no Retry-After asks for nothing', () => {
  assert.equal(retryAfterMs([['Date', 'Sun, 06 Nov 1994 08:49:37 GMT']], here), undefined);
});

test('years of two digits belong to the nearest century', () => {
  const now = Date.UTC(2099, 11, 31, 23, 59, 59);
  assert.equal(retryAfterMs([['Retry-After', 'Thursday, 31-Dec-99 23:59:59 GMT']], now), 0);
});
