/** Two texts with one hash of 32 bits, found by trying: about 80,000 texts have an even chance. Pure. */
import type { HashFunction } from './hash-functions.js';

const suffixLength = 8;
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Six times what is needed half of the time: a failure would need luck beyond measure. */
const mostTries = 1 << 19;
const slotBits = 20;

/** One pair of tables for all searches, each of which begins with empty slots: a run makes many, of some megabytes each. */
const hashes = new Int32Array(mostTries);
const slots = new Int32Array(1 << slotBits);

/**
 * Two different texts of one length that begin with the word and end in lower-case letters and digits, so that a store that
 * folds case before it hashes merges them too.
 *
 * @throws Error where a hash has no two texts in half a million, which is none of 32 bits.
 */
export function collision(word: string, hash: HashFunction): readonly [first: string, second: string] {
  const prefix = Buffer.from(`${word}-`);
  const [first, second] = hash.alikeBehindAll ?? searched(prefix, hash);
  return [textWith(prefix, first), textWith(prefix, second)];
}

function searched(prefix: Buffer, hash: HashFunction): readonly [first: number, second: number] {
  const text = new Uint8Array(prefix.length + suffixLength);
  text.set(prefix);
  const hashOf = hash.behind?.(prefix) ?? hash.of;
  slots.fill(0);
  for (let tried = 0; tried < mostTries; tried += 1) {
    writeSuffix(text, prefix.length, tried);
    const value = hashOf(text) | 0;
    hashes[tried] = value;
    let slot = Math.imul(value, 0x9e3779b1) >>> (32 - slotBits);
    for (let taken = slots[slot] ?? 0; taken !== 0; taken = slots[slot] ?? 0) {
      if (hashes[taken - 1] === value) return [taken - 1, tried];
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = tried + 1;
  }
  throw new Error(`no two texts with one value of ${hash.name}`);
}

function textWith(prefix: Buffer, number: number): string {
  const text = Buffer.alloc(prefix.length + suffixLength);
  prefix.copy(text);
  writeSuffix(text, prefix.length, number);
  return text.toString('latin1');
}

const digits = Buffer.from(alphabet);
const halfLength = suffixLength / 2;
const halfCount = alphabet.length ** halfLength;

/** All suffixes that were needed so far, one behind the other: every search goes through the same ones. */
const suffixes = new Uint8Array(mostTries * suffixLength);
let written = 0;

function writeSuffix(text: Uint8Array, start: number, number: number): void {
  for (; written <= number; written += 1) makeSuffix(written);
  for (let at = 0; at < suffixLength; at += 1) text[start + at] = suffixes[number * suffixLength + at] ?? 0;
}

/** A suffix for each number, none twice: the number is scattered over 40 bits and written in base 36. */
function makeSuffix(number: number): void {
  const scattered = (number * 1_099_511_627_791) % 2_821_109_907_456;
  const high = Math.floor(scattered / halfCount);
  // In halves, which are small enough for the arithmetic of whole numbers.
  makeHalf(number * suffixLength, (scattered - high * halfCount) | 0);
  makeHalf(number * suffixLength + halfLength, high | 0);
}

function makeHalf(start: number, half: number): void {
  let rest = half;
  for (let at = start; at < start + halfLength; at += 1) {
    const next = (rest / alphabet.length) | 0;
    suffixes[at] = digits[rest - next * alphabet.length] ?? 0;
    rest = next;
  }
}
