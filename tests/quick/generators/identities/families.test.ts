/** Families of near neighbours: members pairwise different, never odd, within 255, new for each word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compactFamilies, families } from '../../../../generators/identities/families/index.js';
import { family } from '../../../../generators/identities/family.js';
import { isOdd } from '../../../../generators/identities/odd.js';
import { seededWord } from '../../../../generators/seeded.js';

/** As the engine makes them: `byoc-4f2a91-f3`. */
const words = fc
  .tuple(fc.integer(), fc.nat({ max: 20 }))
  .map(([seed, index]) => `byoc-${seededWord(seed, 'run', 6)}-f${index}`);

/** Shorter than any shared beginning. */
const short = 'byoc-4f2a91';

/** At least so many members, whatever the word; a neighbour that comes out equal to another is left out. */
const fewest = 2;

for (const { name, members } of [...families, ...compactFamilies]) {
  test(`${name}: 200 words give members that differ pairwise and must work`, () => {
    fc.assert(
      fc.property(words, (word) => {
        const all = members(word);
        const subjects = all.map(({ subject }) => subject);
        assert.ok(all.length >= fewest);
        assert.equal(new Set(subjects).size, subjects.length, 'pairwise different');
        assert.equal(new Set(all.map(({ relation }) => relation)).size, all.length, 'relations are unique');
        assert.equal(all[0]?.relation, 'the subject itself');
        for (const subject of subjects) {
          assert.equal(isOdd(subject), false, JSON.stringify(subject));
          assert.ok(subject.length <= 255, String(subject.length));
        }
      }),
      { numRuns: 200 },
    );
  });

  test(`${name}: one word gives the same members, and hardly a relation is lost for any`, () => {
    const relations = (word: string): readonly string[] => members(word).map(({ relation }) => relation);
    fc.assert(
      fc.property(words, (word) => {
        assert.deepEqual(members(word), members(word));
        const lost = relations(short).filter((relation) => !relations(word).includes(relation));
        assert.ok(lost.length <= 1, lost.join(', '));
      }),
    );
  });
}

test('names are unique, and no two families share a subject', () => {
  assert.equal(new Set(families.map(({ name }) => name)).size, families.length);
  fc.assert(
    fc.property(words, (word) => {
      const subjects = families.flatMap(({ members }) => members(word)).map(({ subject }) => subject);
      assert.equal(new Set(subjects).size, subjects.length);
    }),
  );
});

test('a neighbour equal to another is left out, the earlier one stays', () => {
  const made = family('x', 'x', (word) => word, [
    ['same', 'same', (subject) => subject],
    ['longer', 'longer', (subject) => `${subject}x`],
    ['longer-as-well', 'longer as well', (subject, word) => `${word}${subject.slice(0, 0)}x`],
  ]);
  assert.deepEqual(made.members('a'), [
    { slug: 'the-subject-itself', relation: 'the subject itself', subject: 'a', rank: 5 },
    { slug: 'longer', relation: 'longer', subject: 'ax', rank: 5 },
  ]);
});
