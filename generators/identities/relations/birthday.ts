/** Two texts with one hash of 32 bits, found by trying: about 80,000 texts have an even chance. Pure. */
import type { HashFunction } from './hash-functions.js';

const suffixLength = 8;
const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Ten times what is needed half of the time: a failure would need luck beyond measure. */
const mostTries = 1 << 20;
const slots = 1 << 21;

/**
 * Two different texts of one length that begin with the word and end in lower-case letters and digits, so that a store that
 * folds case before it hashes merges them too.
 *
 * @throws Error where a hash has no two texts in a million, which is none of 32 bits.
 */
export function collision(word: string, hash: HashFunction): readonly [first: string, second: string] {
  const prefix = Buffer.from(`${word}-`);
  const text = Buffer.alloc(prefix.length + suffixLength);
  prefix.copy(text);
  const hashes = new Int32Array(mostTries);
  const table = new Int32Array(slots);
  for (let tried = 0; tried < mostTries; tried += 1) {
    writeSuffix(text, prefix.length, tried);
    const value = hash.of(text) | 0;
    hashes[tried] = value;
    let slot = Math.imul(value, 0x9e3779b1) >>> 11;
    while ((table[slot] ?? 0) !== 0) {
      const earlier = (table[slot] ?? 0) - 1;
      if (hashes[earlier] === value) {
        const second = text.toString('latin1');
        writeSuffix(text, prefix.length, earlier);
        return [text.toString('latin1'), second];
      }
      slot = (slot + 1) % slots;
    }
    table[slot] = tried + 1;
  }
  throw new Error(`no two texts with one value of ${hash.name}`);
}

/** A suffix for each number, none twice: the number is scattered over 40 bits and written in base 36. */
function writeSuffix(text: Buffer, start: number, number: number): void {
  let rest = (number * 1_099_511_627_791) % 2_821_109_907_456;
  for (let at = 0; at < suffixLength; at += 1) {
    text[start + at] = alphabet.charCodeAt(rest % 36);
    rest = Math.floor(rest / 36);
  }
}
