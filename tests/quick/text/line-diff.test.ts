/** The diff is minimal where it must be and always gives both sides back whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffLines, diffPieces, diffSequences } from '../../../text/line-diff.js';

test('a changed value marks only what differs in it', () => {
  const pieces = diffPieces('OrgId: 00DA0z', 'OrgId: 00DA0');
  assert.deepEqual(pieces, [
    { text: 'OrgId: ', changed: false },
    { text: '00DA0', changed: false },
    { text: 'z', changed: true },
  ]);
});

test('what is missing on one side is an empty changed piece there', () => {
  assert.deepEqual(
    diffPieces('00DA0', '00DA0z').filter((piece) => piece.changed),
    [{ text: '', changed: true }],
  );
});

test('a line that only one side has is changed and has no other', () => {
  const { left, right } = diffLines(['a', 'b', 'c'], ['a', 'c']);
  assert.deepEqual(
    left.map((line) => line.changed),
    [false, true, false],
  );
  assert.equal(left[1]?.other, undefined);
  assert.deepEqual(
    right.map((line) => line.changed),
    [false, false],
  );
});

test('both sides come back whole, and equal lines are never marked', () => {
  const lines = fc.array(fc.constantFrom('', 'a', 'b', 'a b', 'ab', 'é', '😀x'), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const { left, right } = diffLines(one, other);
      const text = (side: typeof left) => side.map((line) => line.pieces.map((piece) => piece.text).join(''));
      assert.deepEqual(text(left), one);
      assert.deepEqual(text(right), other);
      const kept = (side: typeof left, whole: readonly string[]) => whole.filter((_, index) => !side[index]?.changed);
      assert.deepEqual(kept(left, one), kept(right, other));
    }),
  );
});

test('sequences too long to compare are told as one block, in bounded time', () => {
  const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`);
  const blocks = diffSequences(many('a'), many('b'));
  assert.deepEqual(
    blocks.map((block) => [block.kind, block.left.length, block.right.length]),
    [['differs', 20_000, 20_000]],
  );
});
