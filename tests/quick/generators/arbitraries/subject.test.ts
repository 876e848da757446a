/** Subjects that must work are never odd, never empty, of many scripts, and shrink to a plain letter. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawnText } from '../../../../generators/arbitraries/request.js';
import { subjectText } from '../../../../generators/arbitraries/subject.js';
import { isOdd } from '../../../../generators/identities/odd.js';

test('never odd, never empty, and short enough for a word before it', () => {
  fc.assert(
    fc.property(subjectText(), (text) => {
      assert.ok(text.length > 0 && text.length <= 200, String(text.length));
      assert.equal(isOdd(text), false, JSON.stringify(text));
      assert.equal(isOdd(`byoc-abcdef-any-99 ${text}`), false);
    }),
    { numRuns: 2000 },
  );
});

test('one seed gives the same texts', () => {
  const texts = (): readonly string[] => fc.sample(subjectText(), { seed: 11, numRuns: 200 });
  assert.deepEqual(texts(), texts());
});

test('scripts, emoji, punctuation and people are among them', () => {
  const texts = fc.sample(subjectText(), { seed: 2, numRuns: 1500 });
  const looks = [
    /\p{Script=Latin}/u,
    /\p{Script=Han}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Hebrew}/u,
    /\p{Emoji_Presentation}/u,
  ];
  for (const look of [...looks, /["']/, /\\/, /^\+\d+$/, /@/]) {
    assert.ok(
      texts.some((text) => look.test(text)),
      String(look),
    );
  }
});

test('a failure whatever the text shrinks to a plain letter', () => {
  const result = fc.check(
    fc.property(subjectText(), () => false),
    { seed: 5 },
  );
  assert.deepEqual(result.counterexample, ['a']);
});

test('channels are drawn by index, the first and the second', () => {
  const indices = new Set(fc.sample(drawnText(), { seed: 1, numRuns: 50 }).map(({ channelIndex }) => channelIndex));
  assert.deepEqual([...indices].sort(), [0, 1]);
});
