/** Hashes of 32 bits that stores use as keys, over bytes. Each as its source defines it; a test holds them to known values. Pure. */
import { hash } from 'node:crypto';
import { lookup3, murmur2, murmur3, superFast, xxHash32 } from './word-hashes.js';

export interface HashFunction {
  readonly slug: string;
  readonly name: string;
  /** An unsigned number of 32 bits. */
  readonly of: (bytes: Uint8Array) => number;
  /** The same number for texts that begin alike, where the beginning need be taken in only once. */
  readonly behind?: (beginning: Uint8Array) => (bytes: Uint8Array) => number;
  /** Numbers of two suffixes (birthday.ts) that it cannot tell behind any word: a sum, of which the word is a part by itself. */
  readonly alikeBehindAll?: readonly [first: number, second: number];
}

/** One byte after the other into a state. */
function serial(start: number, step: (state: number, byte: number) => number, end = (state: number): number => state) {
  const taken = (state: number, bytes: Uint8Array, from = 0): number => {
    let next = state;
    for (let at = from; at < bytes.length; at += 1) next = step(next, bytes[at] ?? 0);
    return next;
  };
  return {
    of: (bytes: Uint8Array) => end(taken(start, bytes)) >>> 0,
    behind: (beginning: Uint8Array) => {
      const begun = taken(start, beginning);
      return (bytes: Uint8Array) => end(taken(begun, bytes, beginning.length)) >>> 0;
    },
  } satisfies Partial<HashFunction>;
}

/** A table for a reflected polynomial. */
function crcTable(polynomial: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let state = byte;
    for (let bit = 0; bit < 8; bit += 1) state = state & 1 ? (state >>> 1) ^ polynomial : state >>> 1;
    return state;
  });
}

function crc(polynomial: number) {
  const table = crcTable(polynomial);
  return serial(
    -1,
    (state, byte) => (state >>> 8) ^ (table[(state ^ byte) & 0xff] ?? 0),
    (state) => ~state,
  );
}

/** Two sums in one state. */
const adler32 = serial(1, (state, byte) => {
  const a = ((state & 0xffff) + byte) % 65521;
  const b = ((state >>> 16) + a) % 65521;
  return (b << 16) | a;
});

const elf = serial(0, (state, byte) => {
  const moved = (state << 4) + byte;
  const high = moved & 0xf0000000;
  return (moved ^ (high >>> 24)) & ~high;
});

const oneAtATime = serial(
  0,
  (state, byte) => {
    const added = (state + byte) | 0;
    const mixed = (added + (added << 10)) | 0;
    return mixed ^ (mixed >>> 6);
  },
  (state) => {
    const a = (state + (state << 3)) | 0;
    const b = a ^ (a >>> 11);
    return (b + (b << 15)) | 0;
  },
);

/** Of the characters as UTF-16 has them, little end first. */
const ofUnits =
  (of: (bytes: Uint8Array) => number) =>
  (bytes: Uint8Array): number => {
    const units = new Uint8Array(bytes.length * 2);
    for (let at = 0; at < bytes.length; at += 1) units[at * 2] = bytes[at] ?? 0;
    return of(units);
  };

/** The last byte first. */
const fromBehind =
  (of: (bytes: Uint8Array) => number) =>
  (bytes: Uint8Array): number =>
    of(Uint8Array.from(bytes).reverse());

/** Every so many bytes, fewer of longer texts, from behind. */
function lua(bytes: Uint8Array): number {
  let h = bytes.length;
  const step = (bytes.length >> 5) + 1;
  for (let at = bytes.length; at >= step; at -= step) h ^= (h << 5) + (h >>> 2) + (bytes[at - 1] ?? 0);
  return h >>> 0;
}

/** Two states that take turns. */
function dotnet(bytes: Uint8Array): number {
  const states = [5381, 5381];
  for (let at = 0; at < bytes.length; at += 1) states[at & 1] = Math.imul(states[at & 1] ?? 0, 33) ^ (bytes[at] ?? 0);
  return ((states[0] ?? 0) + Math.imul(states[1] ?? 0, 1566083941)) >>> 0;
}

/** Not reflected: the highest bit first. */
function crcHighFirst(polynomial: number) {
  const table = Int32Array.from({ length: 256 }, (_, byte) => {
    let state = byte << 24;
    for (let bit = 0; bit < 8; bit += 1) state = state < 0 ? (state << 1) ^ polynomial : state << 1;
    return state;
  });
  return serial(
    -1,
    (state, byte) => (state << 8) ^ (table[((state >>> 24) ^ byte) & 0xff] ?? 0),
    (state) => ~state,
  );
}

/** Sums of powers of a number; the length is the same, so that where it starts does not matter. */
const powers = (factor: number) => serial(0, (state, byte) => (Math.imul(state, factor) + byte) | 0);

/** The same within a prime number below 2^32. */
const powersWithin = (factor: number, prime: number) => serial(0, (state, byte) => (state * factor + byte) % prime);

/** The first or last 32 bits of a longer one: as a text in one go, which costs a seventh of a hash object and its buffer. */
const digest =
  (algorithm: string, end: 'first' | 'last' = 'first') =>
  (bytes: Uint8Array): number => {
    const all = hash(algorithm, bytes, 'binary');
    const start = end === 'first' ? 0 : all.length - 4;
    const byte = (at: number): number => all.charCodeAt(start + at);
    return ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) >>> 0;
  };

const fnv1a = serial(0x811c9dc5, (state, byte) => Math.imul(state ^ byte, 0x01000193));
const djb2a = serial(5381, (state, byte) => Math.imul(state, 33) ^ byte);

function qt(state: number, byte: number): number {
  const moved = ((state << 4) + byte) | 0;
  return (moved ^ ((moved & 0xf0000000) >>> 23)) & 0x0fffffff;
}

/** By how often they are met as a key. */
export const hashFunctions: readonly HashFunction[] = [
  { slug: 'java', name: 'hashCode of Java', ...powers(31), alikeBehindAll: [108_431, 312_587] },
  { slug: 'crc-32', name: 'CRC-32', ...crc(0xedb88320), alikeBehindAll: [78_030, 86_638] },
  { slug: 'fnv-1a', name: 'FNV-1a', ...fnv1a },
  {
    slug: 'djb2',
    name: 'djb2',
    ...serial(5381, (state, byte) => (Math.imul(state, 33) + byte) | 0),
    alikeBehindAll: [67_720, 131_796],
  },
  { slug: 'murmur3', name: 'Murmur3', of: murmur3(0) },
  { slug: 'adler-32', name: 'Adler-32', ...adler32, alikeBehindAll: [63, 367] },
  { slug: 'sdbm', name: 'sdbm', ...powers(65599), alikeBehindAll: [2_653, 31_864] },
  { slug: 'djb2a', name: 'djb2 with exclusive or', ...djb2a },
  { slug: 'fnv-1', name: 'FNV-1', ...serial(0x811c9dc5, (state, byte) => Math.imul(state, 0x01000193) ^ byte) },
  { slug: 'xxhash', name: 'xxHash32', of: xxHash32 },
  { slug: 'md5', name: 'the first 32 bits of MD5', of: digest('md5') },
  { slug: 'crc-32c', name: 'CRC-32C', ...crc(0x82f63b78), alikeBehindAll: [22_700, 59_499] },
  { slug: 'murmur2', name: 'Murmur2 as Kafka seeds it', of: murmur2(0x9747b28c) },
  { slug: 'jenkins', name: 'one-at-a-time', ...oneAtATime },
  { slug: 'sha-1', name: 'the first 32 bits of SHA-1', of: digest('sha1') },
  { slug: 'sha-256', name: 'the first 32 bits of SHA-256', of: digest('sha256') },
  { slug: 'elf', name: 'the hash of ELF', ...elf },
  { slug: 'bkdr', name: 'BKDR with 131', ...powers(131), alikeBehindAll: [30_310, 115_264] },
  { slug: 'md5-last', name: 'the last 32 bits of MD5', of: digest('md5', 'last') },
  { slug: 'sha-1-last', name: 'the last 32 bits of SHA-1', of: digest('sha1', 'last') },
  { slug: 'sha-256-last', name: 'the last 32 bits of SHA-256', of: digest('sha256', 'last') },
  { slug: 'sha-512', name: 'the first 32 bits of SHA-512', of: digest('sha512') },
  { slug: 'string-hash', name: 'djb2 with exclusive or, from behind', of: fromBehind(djb2a.of) },
  { slug: 'dotnet', name: 'the hash of .NET of 64 bits', of: dotnet },
  {
    slug: 'python-2',
    name: 'hash of Python 2',
    ...serial(0, (state, byte) => Math.imul(state, 1000003) ^ byte),
  },
  { slug: 'lookup3', name: 'lookup3', of: lookup3(0) },
  { slug: 'postgres', name: 'hashtext of PostgreSQL', of: lookup3(0x9e3779b9 + 3923095 - 0xdeadbeef, true) },
  {
    slug: 'fnv-1a-64',
    name: 'the lower half of FNV-1a of 64 bits',
    ...serial(0x84222325, (state, byte) => Math.imul(state ^ byte, 0x1b3)),
  },
  { slug: 'crc-32-bzip2', name: 'CRC-32 with the highest bit first', ...crcHighFirst(0x04c11db7) },
  { slug: 'lua', name: 'the hash of Lua', of: lua },
  { slug: 'super-fast', name: 'SuperFastHash', of: superFast },
  { slug: 'murmur3-utf-16', name: 'Murmur3 of UTF-16', of: ofUnits(murmur3(0)) },
  { slug: 'murmur3-42', name: 'Murmur3 with the seed 42', of: murmur3(42) },
  { slug: 'murmur2-0', name: 'Murmur2', of: murmur2(0) },
  {
    slug: 'js',
    name: 'the hash of Justin Sobel',
    ...serial(1315423911, (state, byte) => state ^ ((state << 5) + byte + (state >>> 2))),
  },
  { slug: 'qt', name: 'qHash of Qt 4', ...serial(0, qt) },
  { slug: 'prime-31', name: 'sums of powers of 31 within 1000000007', ...powersWithin(31, 1_000_000_007) },
  { slug: 'crc-32-utf-16', name: 'CRC-32 of UTF-16', of: ofUnits(crc(0xedb88320).of) },
  { slug: 'md5-utf-16', name: 'the first 32 bits of MD5 of UTF-16', of: ofUnits(digest('md5')) },
  { slug: 'sha3-256', name: 'the first 32 bits of SHA3-256', of: digest('sha3-256') },
  { slug: 'blake2b', name: 'the first 32 bits of BLAKE2b', of: digest('blake2b512') },
];
