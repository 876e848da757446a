/** Carriers: n relations cost n requests and their bases, variants differ from the base by their relation only, and no fold reaches a neighbour. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Carrier, packCarriers, requestsOf } from '../../../../../generators/identities/relations/carriers.js';
import { allRelations } from '../../../../../generators/identities/relations/index.js';
import { knownRules } from '../../../../../generators/identities/relations/rules.js';
import { costOf, selectRelations, standardBudget } from '../../../../../generators/identities/relations/select.js';

const word = (name: string): string => `byoc-4f2a91-${name}`;
/** Found by trying, which a test of its own does. */
const all = allRelations().filter(({ slug }) => !/^hash-(?!.*inside)/.test(slug));
const carriers = packCarriers(all, word);
const inside = carriers.filter(({ variants }) => variants.some(({ relation }) => relation.members.place === 'inside'));

/** The base and all variants of it. */
const subjectsOf = ({ base, variants }: Carrier): readonly string[] => [
  base,
  ...variants.map(({ subject }) => subject),
];

test('all relations are in carriers, but for those that come out like another for this word', () => {
  const packed = carriers.reduce((sum, { variants }) => sum + variants.length, 0);
  assert.ok(packed >= all.length - 5, `${packed} of ${all.length}`);
  assert.equal(requestsOf(all, word), all.length + carriers.length);
});

test('within a carrier the base and all variants differ', () => {
  for (const carrier of carriers) {
    const subjects = subjectsOf(carrier);
    assert.equal(new Set(subjects).size, subjects.length, carrier.slug);
  }
});

test('all subjects that carry the word differ, so that none is asked twice', () => {
  const seen = new Set<string>();
  for (const carrier of carriers) {
    for (const subject of subjectsOf(carrier).filter((one) => one.includes('byoc'))) {
      assert.ok(!seen.has(subject), `${carrier.slug}: ${JSON.stringify(subject)}`);
      seen.add(subject);
    }
  }
});

test('a base holds many relations, is short enough for any column and carries the word', () => {
  for (const { slug, base, variants } of inside) {
    assert.ok(Array.from(base).length <= 200, slug);
    assert.ok(Buffer.byteLength(base) <= 255, slug);
    assert.ok(variants.length <= 40, slug);
    for (const { subject } of variants) assert.ok(subject.startsWith(word('r-')), slug);
  }
});

/** Where a text stands in another, also where one begins in the end of the other. */
function placesOf(whole: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) places.push(at);
  return places;
}

test('a variant differs from its base by its relation only', () => {
  for (const { base, variants } of inside) {
    for (const { relation, subject } of variants) {
      if (relation.members.place !== 'inside') continue;
      const { plain, other } = relation.members;
      const made = placesOf(base, `-${plain}-`).map(
        (at) => `${base.slice(0, at)}-${other}-${base.slice(at + plain.length + 2)}`,
      );
      assert.ok(made.includes(subject), relation.slug);
    }
  }
});

/** Enough to show every class; a test for all would take minutes. */
const inStandard = packCarriers(
  selectRelations(standardBudget).filter(({ members }) => members.place === 'inside'),
  word,
);
const variantsInStandard = inStandard.flatMap(({ base, variants }) =>
  variants.flatMap(({ relation, subject }) =>
    relation.members.place === 'inside' ? [{ base, subject, relation, ...relation.members }] : [],
  ),
);

/** Takes the members of each relation of a class for one, and those that are so by way of a third; nothing else. */
function foldOf(one: string): (text: string) => string {
  const firsts = new Map<string, string>();
  const first = (text: string): string => {
    const next = firsts.get(text);
    return next === undefined ? text : first(next);
  };
  for (const { relation, plain, other } of variantsInStandard) {
    if (relation.class === one && first(plain) !== first(other)) firsts.set(first(other), first(plain));
  }
  const members = [...firsts.keys()].sort((a, b) => b.length - a.length);
  const escaped = members.map((member) => member.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<=-)(?:${escaped.join('|')})(?=-)`, 'g');
  return (text) => text.replace(pattern, first);
}

/** Their members are no members of other classes, so that folding them leads to no other pair on the way. */
const closed = 'case accent digit kana han arabic jamo final emoji regional-indicator tag confusable width hash'.split(
  ' ',
);

test('a store that folds one class merges the variants of that class, and others only where it merges them alone', () => {
  for (const one of new Set(variantsInStandard.map(({ relation }) => relation.class))) {
    const fold = foldOf(one);
    for (const { base, subject, relation, plain, other } of variantsInStandard) {
      const isMerged = fold(base) === fold(subject);
      if (relation.class === one) assert.ok(isMerged, `${relation.slug} by ${one}`);
      else {
        assert.equal(isMerged, fold(`-${plain}-`) === fold(`-${other}-`), `${relation.slug} by ${one}`);
        assert.ok(!isMerged || !closed.includes(one), `${relation.slug} by ${one}`);
      }
    }
  }
});

/** Of the whole subject, not of what stands inside. */
const ofTheWhole =
  /^(length|letters-sorted|words-sorted|leading-|before-|behind-|date|day|phone|mail|guid|base64|vendor|uri|cast|any-base|number|integer|single|grouped|quotes-around|hash-|percent-decoded|form-decoded|everything|digits-only)/;

test('a relation inside a carrier merges under a known rule as it does alone', () => {
  const told: string[] = [];
  for (const rule of knownRules.filter(({ slug }) => !ofTheWhole.test(slug))) {
    for (const { base, subject, relation, plain, other } of variantsInStandard) {
      const alone = rule.same(`${word('r')}-${plain}-z`, `${word('r')}-${other}-z`);
      if (rule.same(base, subject) !== alone) told.push(`${rule.slug} ${relation.slug}, alone ${alone}`);
    }
  }
  assert.deepEqual(told, []);
});

test('level standard holds 400 relations in 500 requests, and less money buys the likeliest', () => {
  const standard = selectRelations(standardBudget);
  assert.ok(standard.length >= 400, `${standard.length}`);
  assert.ok(costOf(standard) <= 500, `${costOf(standard)}`);
  let before = 0;
  for (const budget of [0, 1, 2, 10, 30, 100, 250, 500]) {
    const chosen = selectRelations(budget);
    assert.ok(costOf(chosen) <= budget);
    assert.deepEqual(chosen, allRelations().slice(0, chosen.length), 'the best by rank');
    assert.ok(chosen.length >= before);
    before = chosen.length;
  }
  assert.equal(selectRelations(Number.POSITIVE_INFINITY).length, allRelations().length);
});
