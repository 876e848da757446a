/** Looking up the clause behind a keyword: by keyword, by required member, and never one that does not exist. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clauseOfKeyword } from '../../../schemas/clauses/clause-of-keyword.js';
import { isSchemaNode } from '../../../schemas/keywords.js';

const node = {
  minLength: 1,
  required: ['OrgId'],
  'x-clauses': {
    minLength: 'headers/org-id/length',
    required: { OrgId: 'headers/org-id/required' },
    pattern: 'no/such/clause',
    const: 7,
  },
};

const lookups: readonly (readonly [keyword: string, member: string | undefined, clause: string | undefined])[] = [
  ['minLength', undefined, 'headers/org-id/length'],
  ['required', 'OrgId', 'headers/org-id/required'],
  ['required', 'RequestId', undefined],
  ['required', undefined, undefined],
  ['pattern', undefined, undefined],
  ['const', undefined, undefined],
  ['maxLength', undefined, undefined],
];

for (const [keyword, member, clause] of lookups) {
  test(`the clause of ${[keyword, member].filter((part) => part !== undefined).join(' ')} is ${clause ?? 'none'}`, () => {
    assert.equal(clauseOfKeyword(node, keyword, member), clause);
  });
}

test('a node without x-clauses has no clause', () => {
  assert.equal(clauseOfKeyword({ minLength: 1 }, 'minLength'), undefined);
});

test('only plain objects are schema nodes', () => {
  assert.deepEqual([{}, [], null, 'x', 7, undefined].map(isSchemaNode), [true, false, false, false, false, false]);
});
