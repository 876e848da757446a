/** Relations: unique, ranked, none odd, two different members for any word, each with a source whose version is the installed one. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { relationClasses } from '../../../../../generators/identities/relations/classes.js';
import { allRelations } from '../../../../../generators/identities/relations/index.js';
import { relationName, smallestPair } from '../../../../../generators/identities/relations/relation.js';
import { sources } from '../../../../../generators/identities/relations/sources.js';

const all = allRelations();
const words = ['byoc-4f2a91-r-x', 'byoc-000000-r-yz'];
const fewest = 4_000;

/** What reading.md leaves to the service; the length is told apart, as relations of cuts go beyond 255. */
const odd = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u;
/** Found by trying, which a test of its own does. */
const isSearched = (slug: string): boolean => /^hash-(?!.*inside)/.test(slug);

test('there are thousands, with slugs and names of their own and ranks from 1', () => {
  assert.ok(all.length >= fewest, `${all.length}`);
  assert.equal(new Set(all.map(({ slug }) => slug)).size, all.length);
  assert.deepEqual(
    all.map(({ rank }) => rank),
    all.map((_, at) => at + 1),
  );
  for (const relation of all) {
    assert.match(relation.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(relationName(relation).length > 0);
    assert.ok(!odd.test(relationName(relation)), relation.slug);
  }
});

test('every class has relations, every source is used', () => {
  assert.deepEqual(new Set(all.map((relation) => relation.class)), new Set(Object.keys(relationClasses)));
  assert.deepEqual(new Set(all.map(({ source }) => source)), new Set(Object.keys(sources)));
});

test('the members of each differ and are subjects that must work', () => {
  for (const relation of all.filter(({ slug }) => !isSearched(slug))) {
    for (const word of words) {
      const [first, second] = smallestPair(relation, word);
      assert.notEqual(first, second, relation.slug);
      for (const subject of [first, second]) {
        assert.ok(!odd.test(subject), `${relation.slug}: ${JSON.stringify(subject)}`);
        assert.ok(subject.trim() !== '', relation.slug);
        const length = Array.from(subject).length;
        assert.ok(length <= 255 || relation.slug.startsWith('cut-long-'), `${relation.slug}: ${length}`);
      }
    }
  }
});

test('a package is named with the version that is installed', async () => {
  const text = await readFile(new URL('../../../../../../package.json', import.meta.url), 'utf8');
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(text);
  for (const source of Object.values(sources)) {
    if (source.kind === 'package') assert.equal(devDependencies[source.name], source.version, source.name);
  }
});
