/** Rules name what merged: of a store that folds by one rule that rule is told, and no rule that what came back apart contradicts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packCarriers } from '../../../../../generators/identities/relations/carriers.js';
import { explain, rulesExplaining, type SubjectPair } from '../../../../../generators/identities/relations/rules.js';
import { selectRelations, standardBudget } from '../../../../../generators/identities/relations/select.js';

/** What a run of level standard compares: each variant with its base; hashes are searched for elsewhere. */
const relations = selectRelations(standardBudget).filter(({ slug }) => !/^hash-(?!.*inside)/.test(slug));
const pairs: readonly SubjectPair[] = packCarriers(relations, (name) => `byoc-4f2a91-${name}`).flatMap(
  ({ base, variants }) => variants.map(({ subject }) => [base, subject] as const),
);

function answersOf(store: (subject: string) => string): {
  merged: readonly SubjectPair[];
  apart: readonly SubjectPair[];
} {
  const isMerged = ([a, b]: SubjectPair): boolean => store(a) === store(b);
  return { merged: pairs.filter(isMerged), apart: pairs.filter((pair) => !isMerged(pair)) };
}

/** Stores written here, not taken from the rules. */
const stores: readonly (readonly [rule: string, store: (subject: string) => string])[] = [
  ['trailing-blanks', (s) => s.trimEnd()],
  ['trimmed', (s) => s.trim()],
  ['blanks-removed', (s) => s.split(/\s/).join('')],
  ['ascii-case', (s) => s.replace(/[a-z]/g, (c) => c.toUpperCase())],
  ['lower-case', (s) => s.toLowerCase()],
  ['upper-case', (s) => s.toUpperCase()],
  ['nfc', (s) => s.normalize('NFD')],
  ['nfkc', (s) => s.normalize('NFKD')],
  ['accents', (s) => s.normalize('NFD').replace(/\p{Mn}|\p{Me}|\p{Mc}/gu, '')],
  ['ascii-only', (s) => s.replace(/[^ -~]/g, '')],
  ['ascii-alphanumerics', (s) => s.match(/[a-z0-9]/gi)?.join('') ?? ''],
  ['ascii-digits-only', (s) => s.match(/[0-9]/g)?.join('') ?? ''],
  ['ignorables', (s) => s.replace(/\p{DI}/gu, '')],
  ['beyond-first-plane-one', (s) => s.replace(/[\u{10000}-\u{10ffff}]/gu, '*')],
  ['percent-decoded', (s) => s.replace(/(%[0-9A-F]{2})+/gi, (m) => decodeURIComponent(m))],
  ['first-64-characters', (s) => Array.from(s).slice(0, 64).join('')],
  ['first-191-bytes', (s) => Buffer.from(s).subarray(0, 191).toString('hex')],
  ['everything', () => ''],
];

for (const [rule, store] of stores) {
  test(`a store that merges by ${rule} is told so`, () => {
    const { merged, apart } = answersOf(store);
    assert.ok(merged.length > 0, 'the relations show it');
    const told = rulesExplaining(merged, apart).map(({ slug }) => slug);
    assert.ok(told.includes(rule), `${told.slice(0, 8).join(', ') || 'no rule'} for ${merged.length} merged pairs`);
  });
}

test('a rule that would merge what came back apart is not told', () => {
  const merged: SubjectPair[] = [['Ann', 'ann']];
  const slugs = (apart: readonly SubjectPair[]): readonly string[] =>
    rulesExplaining(merged, apart).map(({ slug }) => slug);
  assert.ok(slugs([]).includes('accents-and-case'));
  assert.ok(!slugs([['\u00E9', 'e']]).includes('accents-and-case'));
  assert.ok(slugs([['\u00E9', 'e']]).includes('lower-case'));
});

test('nothing merged is explained by nothing', () => {
  assert.deepEqual(rulesExplaining([], pairs), []);
  assert.deepEqual(explain([], pairs), { parts: [], unexplained: [] });
});

test('a store that folds by two rules is told both', () => {
  const { merged, apart } = answersOf((s) => s.trim().normalize('NFC'));
  assert.deepEqual(rulesExplaining(merged, apart), []);
  const { parts, unexplained } = explain(merged, apart);
  assert.deepEqual(new Set(parts.map(({ rule }) => rule.slug)), new Set(['nfc', 'trimmed']));
  assert.deepEqual(unexplained, []);
});

test('one phone number is told as such', () => {
  const merged: SubjectPair[] = [
    ['+447700900123', '+44 (0)7700 900123'],
    ['+447700900123', '07700 900123'],
    ['+447700900123', 'tel:+44-7700-900123'],
  ];
  assert.ok(rulesExplaining(merged, [['+447700900123', '+447700900124']]).some(({ slug }) => slug === 'phone'));
});
