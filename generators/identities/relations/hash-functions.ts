/** Hashes of 32 bits that stores use as keys, over bytes. Each as its source defines it; a test holds them to known values. Pure. */
import { createHash } from 'node:crypto';

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

const rotated = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

const word = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);

function murmur3(bytes: Uint8Array): number {
  const mixed = (k: number): number => Math.imul(rotated(Math.imul(k, 0xcc9e2d51), 15), 0x1b873593);
  let h = 0;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) h = (Math.imul(rotated(h ^ mixed(word(bytes, at)), 13), 5) + 0xe6546b64) | 0;
  if (whole < bytes.length) h ^= mixed(word(bytes, whole));
  h ^= bytes.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** As Kafka seeds it. */
function murmur2(bytes: Uint8Array): number {
  const m = 0x5bd1e995;
  let h = 0x9747b28c ^ bytes.length;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    const k = Math.imul(word(bytes, at), m);
    h = Math.imul(h, m) ^ Math.imul(k ^ (k >>> 24), m);
  }
  if (whole < bytes.length) h = Math.imul(h ^ word(bytes, whole), m);
  h = Math.imul(h ^ (h >>> 13), m);
  return (h ^ (h >>> 15)) >>> 0;
}

function xxHash32(bytes: Uint8Array): number {
  const [p1, p2, p3, p4, p5] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1] as const;
  const round = (state: number, lane: number): number => Math.imul(rotated((state + Math.imul(lane, p2)) | 0, 13), p1);
  let at = 0;
  let h: number = p5;
  if (bytes.length >= 16) {
    let [a, b, c, d] = [(p1 + p2) | 0, p2 | 0, 0, -p1 | 0];
    for (; at <= bytes.length - 16; at += 16) {
      a = round(a, word(bytes, at));
      b = round(b, word(bytes, at + 4));
      c = round(c, word(bytes, at + 8));
      d = round(d, word(bytes, at + 12));
    }
    h = rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18);
  }
  h = (h + bytes.length) | 0;
  for (; at <= bytes.length - 4; at += 4) h = Math.imul(rotated((h + Math.imul(word(bytes, at), p3)) | 0, 17), p4);
  for (; at < bytes.length; at += 1) h = Math.imul(rotated((h + Math.imul(bytes[at] ?? 0, p5)) | 0, 11), p1);
  h = Math.imul(h ^ (h >>> 15), p2);
  h = Math.imul(h ^ (h >>> 13), p3);
  return (h ^ (h >>> 16)) >>> 0;
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

/** The first eight hexadecimal digits of a longer one. */
const firstDigits =
  (algorithm: string) =>
  (bytes: Uint8Array): number =>
    createHash(algorithm).update(bytes).digest().readUInt32BE(0);

/** By how often they are met as a key. */
export const hashFunctions: readonly HashFunction[] = [
  {
    slug: 'java',
    name: 'hashCode of Java',
    ...serial(0, (state, byte) => (Math.imul(state, 31) + byte) | 0),
    alikeBehindAll: [108_431, 312_587],
  },
  { slug: 'crc-32', name: 'CRC-32', ...crc(0xedb88320), alikeBehindAll: [78_030, 86_638] },
  { slug: 'fnv-1a', name: 'FNV-1a', ...serial(0x811c9dc5, (state, byte) => Math.imul(state ^ byte, 0x01000193)) },
  {
    slug: 'djb2',
    name: 'djb2',
    ...serial(5381, (state, byte) => (Math.imul(state, 33) + byte) | 0),
    alikeBehindAll: [67_720, 131_796],
  },
  { slug: 'murmur3', name: 'Murmur3', of: murmur3 },
  { slug: 'adler-32', name: 'Adler-32', ...adler32, alikeBehindAll: [63, 367] },
  {
    slug: 'sdbm',
    name: 'sdbm',
    ...serial(0, (state, byte) => (Math.imul(state, 65599) + byte) | 0),
    alikeBehindAll: [2_653, 31_864],
  },
  { slug: 'djb2a', name: 'djb2 with exclusive or', ...serial(5381, (state, byte) => Math.imul(state, 33) ^ byte) },
  { slug: 'fnv-1', name: 'FNV-1', ...serial(0x811c9dc5, (state, byte) => Math.imul(state, 0x01000193) ^ byte) },
  { slug: 'xxhash', name: 'xxHash32', of: xxHash32 },
  { slug: 'md5', name: 'the first 32 bits of MD5', of: firstDigits('md5') },
  { slug: 'crc-32c', name: 'CRC-32C', ...crc(0x82f63b78), alikeBehindAll: [22_700, 59_499] },
  { slug: 'murmur2', name: 'Murmur2', of: murmur2 },
  { slug: 'jenkins', name: 'one-at-a-time', ...oneAtATime },
  { slug: 'sha-1', name: 'the first 32 bits of SHA-1', of: firstDigits('sha1') },
  { slug: 'sha-256', name: 'the first 32 bits of SHA-256', of: firstDigits('sha256') },
  { slug: 'elf', name: 'the hash of ELF', ...elf },
  {
    slug: 'bkdr',
    name: 'BKDR with 131',
    ...serial(0, (state, byte) => (Math.imul(state, 131) + byte) | 0),
    alikeBehindAll: [30_310, 115_264],
  },
];
