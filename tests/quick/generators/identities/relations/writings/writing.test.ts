/** Writings: each form of a table is one relation of its base; what comes out alike is one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallestPair } from '../../../../../../generators/identities/relations/relation.js';
import { drawnName, writingRelations } from '../../../../../../generators/identities/relations/writings/writing.js';

const made = (forms: string) =>
  writingRelations({
    slug: 'sample',
    source: 'slugs',
    class: 'affix',
    parts: (word) => ({ x: `${word}b`, y: 'lee' }),
    forms,
  });

const seconds = (forms: string): readonly string[] => made(forms).map((relation) => smallestPair(relation, 'a')[1]);

test('forms stand between two blanks or on lines of their own, the first is the base of all others', () => {
  const relations = made('{x}  user {x}\n  {x}@example.com');
  assert.deepEqual(
    relations.map((relation) => smallestPair(relation, 'a')),
    [
      ['ab', 'user ab'],
      ['ab', 'ab@example.com'],
      ['ab', 'AB'],
    ],
  );
  assert.deepEqual(
    relations.map(({ slug }) => slug),
    ['sample-user-20-7b-x-7d', 'sample-7b-x-7d-40-example-2e-com', 'sample-all-in-upper-case'],
  );
});

test('a part is written in capitals, with a capital, as its first letter, from behind, in percent escapes', () => {
  assert.deepEqual(seconds('{y}  {x^}  {x!}  {x1}  {x~}  {x%}/'), ['AB', 'Ab', 'a', 'ba', 'ab/', 'LEE']);
});

test('braces around a part stay, and so do those around no part', () => {
  assert.deepEqual(seconds('{x}  {{x}}  {z}{x}  {"x":"{x}"}'), ['{ab}', '{z}ab', '{"x":"ab"}', 'AB']);
});

test('what comes out like the base or like an earlier form is left out', () => {
  assert.deepEqual(seconds('{x}  {x}  +{x}  +{x}  {x}'), ['+ab', 'AB']);
});

test('a drawn name follows from its word alone, and can be spoken', () => {
  assert.equal(drawnName('a', 8), drawnName('a', 8));
  assert.notEqual(drawnName('a', 8), drawnName('b', 8));
  assert.match(drawnName('a', 8), /^([b-z][aeiou]){4}$/);
});
