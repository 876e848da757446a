/** Hashes that read words of 32 bits, each as its source defines it. Pure. */

const rotated = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

const word = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);

export const murmur3 =
  (seed: number) =>
  (bytes: Uint8Array): number => {
    const mixed = (k: number): number => Math.imul(rotated(Math.imul(k, 0xcc9e2d51), 15), 0x1b873593);
    let h = seed;
    const whole = bytes.length & ~3;
    for (let at = 0; at < whole; at += 4) h = (Math.imul(rotated(h ^ mixed(word(bytes, at)), 13), 5) + 0xe6546b64) | 0;
    if (whole < bytes.length) h ^= mixed(word(bytes, whole));
    h ^= bytes.length;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  };

export const murmur2 =
  (seed: number) =>
  (bytes: Uint8Array): number => {
    const m = 0x5bd1e995;
    let h = seed ^ bytes.length;
    const whole = bytes.length & ~3;
    for (let at = 0; at < whole; at += 4) {
      const k = Math.imul(word(bytes, at), m);
      h = Math.imul(h, m) ^ Math.imul(k ^ (k >>> 24), m);
    }
    if (whole < bytes.length) h = Math.imul(h ^ word(bytes, whole), m);
    h = Math.imul(h ^ (h >>> 13), m);
    return (h ^ (h >>> 15)) >>> 0;
  };

export function xxHash32(bytes: Uint8Array): number {
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

/** PostgreSQL takes a whole last block as one of many, and leaves the lowest byte of the third word free. */
export function lookup3(start: number, isPostgres = false): (bytes: Uint8Array) => number {
  return (bytes) => {
    let [a, b, c] = [0, 0, 0];
    a = b = c = (0xdeadbeef + bytes.length + start) | 0;
    let at = 0;
    for (; bytes.length - at >= (isPostgres ? 12 : 13); at += 12) {
      a = (a + word(bytes, at)) | 0;
      b = (b + word(bytes, at + 4)) | 0;
      c = (c + word(bytes, at + 8)) | 0;
      a = ((a - c) ^ rotated(c, 4)) | 0;
      c = (c + b) | 0;
      b = ((b - a) ^ rotated(a, 6)) | 0;
      a = (a + c) | 0;
      c = ((c - b) ^ rotated(b, 8)) | 0;
      b = (b + a) | 0;
      a = ((a - c) ^ rotated(c, 16)) | 0;
      c = (c + b) | 0;
      b = ((b - a) ^ rotated(a, 19)) | 0;
      a = (a + c) | 0;
      c = ((c - b) ^ rotated(b, 4)) | 0;
      b = (b + a) | 0;
    }
    a = (a + word(bytes, at)) | 0;
    b = (b + word(bytes, at + 4)) | 0;
    c = (c + (isPostgres ? word(bytes, at + 8) << 8 : word(bytes, at + 8))) | 0;
    c = ((c ^ b) - rotated(b, 14)) | 0;
    a = ((a ^ c) - rotated(c, 11)) | 0;
    b = ((b ^ a) - rotated(a, 25)) | 0;
    c = ((c ^ b) - rotated(b, 16)) | 0;
    a = ((a ^ c) - rotated(c, 4)) | 0;
    b = ((b ^ a) - rotated(a, 14)) | 0;
    return ((c ^ b) - rotated(b, 24)) >>> 0;
  };
}

export function superFast(bytes: Uint8Array): number {
  const half = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  let h = bytes.length;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    h = (h + half(at)) | 0;
    h = (h << 16) ^ ((half(at + 2) << 11) ^ h);
    h = (h + (h >>> 11)) | 0;
  }
  const rest = bytes.length & 3;
  if (rest >= 2) h = (h + half(whole)) | 0;
  if (rest === 3) h ^= (h << 16) ^ ((bytes[whole + 2] ?? 0) << 18);
  if (rest === 2) h ^= h << 11;
  if (rest === 1) {
    h = (h + (bytes[whole] ?? 0)) | 0;
    h ^= h << 10;
  }
  if (rest > 0) h = (h + (h >>> (rest === 2 ? 17 : rest === 1 ? 1 : 11))) | 0;
  h ^= h << 3;
  h = (h + (h >>> 5)) | 0;
  h ^= h << 4;
  h = (h + (h >>> 17)) | 0;
  h ^= h << 25;
  return (h + (h >>> 6)) >>> 0;
}
