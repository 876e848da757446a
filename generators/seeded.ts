/** Values that follow from the seed and a name alone, so that one seed repeats a run byte for byte. Pure. */
import { createHash } from 'node:crypto';

/** 32 bytes that follow from the seed and a name. */
export function seededBytes(seed: number, name: string): Uint8Array {
  return createHash('sha256').update(`${seed}/${name}`).digest();
}

/** A 32-bit seed for something inside the run. */
export function seededInteger(seed: number, name: string): number {
  return Buffer.from(seededBytes(seed, name)).readUInt32BE(0);
}

/** A GUID of version 4 in its usual form. */
export function seededGuid(seed: number, name: string): string {
  return guidFrom(seededBytes(seed, name), 4);
}

/** 16 bytes as a GUID of a version from 1 to 8, variant 1 (RFC 9562). */
export function guidFrom(bytes: Uint8Array, version: number): string {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `${version}${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Some letters and digits that follow from the seed and a name. */
export function seededWord(seed: number, name: string, length: number): string {
  return Buffer.from(seededBytes(seed, name)).toString('hex').slice(0, length);
}
