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
  'sha-512': 0x9b71d224,
  'sha3-256': 0x3338be69,
  blake2b: 0xe4cfa39a,
  'fnv-1a-64': 0x80aabd0b,
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

test('lookup3 of a text longer than its blocks, CRC-32 with the highest bit first of digits', () => {
  const ofText = (name: string, text: string): number | undefined =>
    hashFunctions.find(({ slug }) => slug === name)?.of(Buffer.from(text));
  assert.equal(ofText('lookup3', 'Four score and seven years ago'), 0x17770551);
  assert.equal(ofText('crc-32-bzip2', '123456789'), 0xfc891918);
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
  for (const relation of allRelations().filter(({ slug }) => /^hash-(?!sums).*-inside$/.test(slug))) {
    const hash = hashFunctions.find(({ slug }) => relation.slug === `hash-${slug}-inside`);
    const [one = 0, other = 1] = smallestPair(relation, 'byoc-4f2a91-r').map((text) => hash?.of(Buffer.from(text)));
    assert.equal(one, other, relation.slug);
  }
});

test('one pair shows all sums of powers of odd numbers, of places and of bytes, whatever stands before and behind', () => {
  const relation = allRelations().find(({ slug }) => slug === 'hash-sums-inside');
  assert.ok(relation);
  const [one, other] = smallestPair(relation, 'byoc-4f2a91-r').map((text) => Buffer.from(text));
  assert.ok(one && other && !one.equals(other));
  for (const factor of [31, 33, 37, 53, 131, 257, 65599, 16777619]) {
    const sum = (bytes: Buffer): number => bytes.reduce((state, byte) => (Math.imul(state, factor) + byte) | 0, 5381);
    assert.equal(sum(one), sum(other), `${factor}`);
  }
  for (const slug of ['java', 'djb2', 'sdbm', 'bkdr', 'adler-32']) {
    const hash = hashFunctions.find((known) => known.slug === slug);
    assert.equal(hash?.of(one), hash?.of(other), slug);
  }
  const rotated = (bytes: Buffer): number => bytes.reduce((state, byte) => ((state << 4) | (state >>> 28)) ^ byte, 0);
  assert.equal(rotated(one), rotated(other));
});
