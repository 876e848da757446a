/** The walker knows every keyword of the schemas, and says so when it does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Spot, walk } from '../../../../generators/violations/walk.js';
import type { SchemaNode } from '../../../../schemas/keywords.js';

const clause = 'headers/org-id/length';
const walked = (node: SchemaNode, value: unknown, json = true): readonly Spot<unknown>[] => [
  ...walk<unknown>(node, { value, path: [], json, write: (changed) => changed }),
];
const labels = (node: SchemaNode, value: unknown, json = true): readonly string[] =>
  walked(node, value, json).map(({ label }) => label);

for (const keyword of ['multipleOf', 'format', 'uniqueItems', 'oneOf', '$ref', 'minLenght']) {
  test(`the unknown keyword ${keyword} is thrown, at the top and inside`, () => {
    assert.throws(() => walked({ [keyword]: 1 }, 'x'), new RegExp(keyword.replace('$', '\\$')));
    assert.throws(() => walked({ properties: { a: { [keyword]: 1 } } }, { a: 'x' }));
    assert.throws(() => walked({ allOf: [{ [keyword]: 1 }] }, 'x'));
    assert.throws(() => walked({ items: { [keyword]: 1 } }, ['x']));
  });
}

test('near misses by a name that nobody knows are thrown', () => {
  const node = { pattern: '^a$', 'x-near-misses': 'no-such-misses', 'x-clauses': { pattern: clause } };
  assert.throws(() => walked(node, 'a'), /no-such-misses/);
});

test('a keyword without a clause has no violations', () => {
  assert.deepEqual(walked({ type: 'string', minLength: 1, const: 'x', required: ['a'] }, 'x'), []);
});

test('types are violated in JSON only: header fields and parts are text', () => {
  const node = { type: 'string', 'x-clauses': { type: clause } };
  assert.deepEqual(labels(node, 'x', false), []);
  assert.deepEqual(labels(node, 'x'), [
    'a number instead',
    'a boolean instead',
    'null instead',
    'a list instead',
    'an object instead',
    'wrapped in a list',
  ]);
});

test('a word of a list is spoiled as a fixed word is, with the misses that the schema lists', () => {
  const node = {
    enum: ['Initial', 'Transfer'],
    'x-clauses': { enum: clause },
    'x-near-misses': [['another-word', 'another word', 'Continue']],
  };
  const values = new Map(walked(node, 'Initial').map(({ slug, put }) => [slug, put()]));
  assert.equal(values.get('in-lower-case'), 'initial');
  assert.equal(values.get('another-word'), 'Continue');
  assert.ok(values.has('null-instead'));
});

test('a text is made longer than its bound, in code points', () => {
  const spots = walked({ maxLength: 3, 'x-clauses': { maxLength: clause } }, '\u{1F600}b');
  assert.deepEqual(
    spots.map(({ slug, put }) => [slug, put()]),
    [
      ['one-character-too-long', '\u{1F600}bxx'],
      ['twice-as-long-as-allowed', '\u{1F600}bxxxxx'],
      ['ten-times-as-long-as-allowed', `\u{1F600}b${'x'.repeat(29)}`],
    ],
  );
});

test('a member is left out, misnamed in case and misnamed by a letter; a header is left out only', () => {
  const node = { required: ['role'], 'x-clauses': { required: { role: clause } } };
  const spots = walked(node, { role: 'x', more: 1 });
  assert.deepEqual(
    spots.map(({ put }) => put()),
    [{ more: 1 }, { more: 1, Role: 'x' }, { more: 1, roles: 'x' }],
  );
  const header = [
    ...walk<unknown>(node, { value: { role: 'x' }, path: ['headers'], json: false, write: (value) => value }),
  ];
  assert.deepEqual(
    header.map(({ label }) => label),
    ['absent'],
  );
});

test('a value inside JSON text is written back into the text', () => {
  const node = {
    contentSchema: { properties: { a: { minLength: 1, 'x-clauses': { minLength: clause } } } },
  };
  const [spot] = walked(node, '{"a":"x","b":2}', false);
  assert.deepEqual([spot?.path, spot?.put()], [['a'], '{"a":"","b":2}']);
});

test('an entry is spoiled alone, then at each position of longer lists under the clause of the list', () => {
  const items = { minLength: 1, 'x-clauses': { minLength: 'headers/org-id/characters' } };
  const spots = walked({ items, 'x-clauses': { items: clause } }, ['x']);
  assert.deepEqual(
    spots.map((spot) => [spot.clause, spot.breaks, spot.path, spot.put()]),
    [
      ['headers/org-id/characters', 'headers/org-id/characters', [0], ['']],
      [clause, 'headers/org-id/characters', [0], ['', 'x']],
      [clause, 'headers/org-id/characters', [1], ['x', '']],
      [clause, 'headers/org-id/characters', [1], ['x', '', 'x']],
    ],
  );
});
