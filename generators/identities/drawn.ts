/** Digits, letters and bytes that follow from a word alone: incompressible, and the same in every run with the same word. Pure. */
import { createHash } from 'node:crypto';

/** As many bytes as asked for. */
export function drawnBytes(word: string, count: number): Uint8Array {
  const blocks = Math.ceil(count / 32);
  const all = Array.from({ length: blocks }, (_, block) => createHash('sha256').update(`${block}/${word}`).digest());
  return Buffer.concat(all).subarray(0, count);
}

/** Decimal digits; the first is never a zero. */
export function drawnDigits(word: string, count: number): string {
  const digits = Array.from(drawnBytes(word, count), (byte) => byte % 10).join('');
  return digits.startsWith('0') ? `7${digits.slice(1)}` : digits;
}

/** Lower-case letters and digits. */
export function drawnLetters(word: string, count: number): string {
  return Array.from(drawnBytes(word, count), (byte) => 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(byte % 36)).join(
    '',
  );
}
