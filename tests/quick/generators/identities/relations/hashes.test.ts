/** Hashes give what others give for known texts; a search finds two texts with one value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collision } from '../../../../../generators/identities/relations/birthday.js';
import { hashFunctions } from '../../../../../generators/identities/relations/hash-functions.js';
import { allRelations } from '../../../../../generators/identities/relations/index.js';
import { smallestPair } from '../../../../../generators/identities/relations/relation.js';

/** Of the text `hello`, as reference programs give them. */
const known: Readonly<Record<string, number>> = {
  java: 0x05e918d2,
  'crc-32': 0x3610a686,
  'fnv-1a': 0x4f9f2cab,
  djb2: 0x0f923099,
  murmur3: 0x248bfa47,
  'adler-32': 0x062c0215,
  'fnv-1': 0xb6fa7167,
  xxhash: 0xfb0077f9,
  md5: 0x5d41402a,
  'crc-32c': 0x9a71bb4c,
  jenkins: 0xc8fd181b,
  'sha-1': 0xaaf4c61d,
  'sha-256': 0x2cf24dba,
};

for (const hash of hashFunctions) {
  const { [hash.slug]: value } = known;
  if (value !== undefined)
    test(`${hash.name} of a known text`, () => assert.equal(hash.of(Buffer.from('hello')), value));
}

test('xxHash32 of a text longer than its lanes', () => {
  const xxhash = hashFunctions.find(({ slug }) => slug === 'xxhash');
  assert.equal(xxhash?.of(Buffer.from('Nobody inspects the spammish repetition')), 0xe2293b2f);
});

test('two texts with one value are found that begin with the word and are alike in length', () => {
  const some = hashFunctions.filter((hash, at) => at < 6 || hash.alikeBehindAll !== undefined);
  for (const hash of some) {
    const [first, second] = collision('byoc-4f2a91-r', hash);
    assert.notEqual(first, second);
    assert.equal(first.length, second.length);
    assert.equal(hash.of(Buffer.from(first)), hash.of(Buffer.from(second)), hash.slug);
    for (const text of [first, second]) assert.match(text, /^byoc-4f2a91-r-[a-z0-9]{8}$/);
  }
});

test('what sums of powers cannot tell inside a subject is one relation of one request', () => {
  for (const relation of allRelations().filter(({ slug }) => /^hash-.*-inside$/.test(slug))) {
    const hash = hashFunctions.find(({ slug }) => relation.slug === `hash-${slug}-inside`);
    const [one = 0, other = 1] = smallestPair(relation, 'byoc-4f2a91-r').map((text) => hash?.of(Buffer.from(text)));
    assert.equal(one, other, relation.slug);
  }
});
