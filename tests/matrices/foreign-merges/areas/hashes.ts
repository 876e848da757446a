/**
 * Hashes of 16 to 32 bits as keys. Their witnesses are ordinary ids that a birthday search found to collide; where the
 * beginning of a digest is the key, the digest is as good as random.
 */
import { createHash } from 'node:crypto';
import fnv1a from '@sindresorhus/fnv1a';
import adler32 from 'adler-32';
import crc32 from 'crc-32';
import hashSum from 'hash-sum';
import murmurhash from 'murmurhash';
import stringHash from 'string-hash';
import xxhash from 'xxhashjs';
import type { ForeignMerge } from '../merge.js';

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');

const unitsOf = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

const rotated = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

const javaHashCode = (text: string): number =>
  unitsOf(text).reduce((hash, unit) => (Math.imul(hash, 31) + unit) | 0, 0);

/** Two runs of djb2 over the even and the odd units. */
function dotnetFrameworkHash(text: string): number {
  const runs = [5381, 5381];
  for (const [index, unit] of unitsOf(text).entries()) {
    const run = index % 2;
    runs[run] = (Math.imul(runs[run] ?? 0, 33) ^ unit) | 0;
  }
  return ((runs[0] ?? 0) + Math.imul(runs[1] ?? 0, 1566083941)) | 0;
}

function oneAtATime(bytes: Uint8Array): number {
  let hash = 0;
  for (const byte of bytes) {
    hash = (hash + byte) | 0;
    hash = (hash + (hash << 10)) | 0;
    hash ^= hash >>> 6;
  }
  hash = (hash + (hash << 3)) | 0;
  hash ^= hash >>> 11;
  return (hash + (hash << 15)) | 0;
}

/** The hash of 28 bits that object files are made with. */
const elfHash = (bytes: Uint8Array): number =>
  bytes.reduce((hash, byte) => {
    const shifted = ((hash << 4) + byte) | 0;
    const high = shifted & 0xf0000000;
    return (shifted ^ (high >>> 24)) & ~high;
  }, 0);

/** lookup3 of Bob Jenkins over bytes, as PostgreSQL seeds it. */
function postgresHashtext(bytes: Buffer): number {
  let a = (0x9e3779b9 + bytes.length + 3923095) | 0;
  let b = a;
  let c = a;
  const word = (at: number): number =>
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  let at = 0;
  for (; bytes.length - at >= 12; at += 12) {
    a = (a + word(at)) | 0;
    b = (b + word(at + 4)) | 0;
    c = (c + word(at + 8)) | 0;
    a = ((a - c) | 0) ^ rotated(c, 4);
    c = (c + b) | 0;
    b = ((b - a) | 0) ^ rotated(a, 6);
    a = (a + c) | 0;
    c = ((c - b) | 0) ^ rotated(b, 8);
    b = (b + a) | 0;
    a = ((a - c) | 0) ^ rotated(c, 16);
    c = (c + b) | 0;
    b = ((b - a) | 0) ^ rotated(a, 19);
    a = (a + c) | 0;
    c = ((c - b) | 0) ^ rotated(b, 4);
    b = (b + a) | 0;
  }
  // The lowest byte of c is kept for the length.
  a = (a + word(at)) | 0;
  b = (b + word(at + 4)) | 0;
  c = (c + (word(at + 8) << 8)) | 0;
  c = ((c ^ b) - rotated(b, 14)) | 0;
  a = ((a ^ c) - rotated(c, 11)) | 0;
  b = ((b ^ a) - rotated(a, 25)) | 0;
  c = ((c ^ b) - rotated(b, 16)) | 0;
  a = ((a ^ c) - rotated(c, 4)) | 0;
  b = ((b ^ a) - rotated(a, 14)) | 0;
  return ((c ^ b) - rotated(b, 24)) | 0;
}

/** CRC-16 with the polynomial 0x1021, as XMODEM and the slots of Redis Cluster have it. */
const crc16 = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => {
    let next = sum ^ (byte << 8);
    for (let bit = 0; bit < 8; bit += 1) next = (next & 0x8000) === 0 ? next << 1 : (next << 1) ^ 0x1021;
    return next & 0xffff;
  }, 0);

const digest = (algorithm: 'md5' | 'sha1' | 'sha256', text: string): string =>
  createHash(algorithm).update(text).digest('hex');

export const hashMerges = [
  {
    id: 'hashes/java-hash-code',
    field: 4,
    told: 'hashCode of Java, Scala and Kotlin is taken for an id.',
    origin: 'Java String.hashCode',
    key: (subject) => hex(javaHashCode(subject)),
    witnesses: [
      ['AaBB-customer', 'BBAa-customer'],
      ['Siblings', 'Teheran'],
    ],
  },
  {
    id: 'hashes/crc32',
    field: 4,
    told: 'crc32 of PHP, MySQL and Python is taken for an id.',
    origin: 'crc-32@1.2.2',
    key: (subject) => hex(crc32.str(subject)),
    witnesses: [
      ['plumless', 'buckeroo'],
      ['codding', 'gnu'],
    ],
  },
  {
    id: 'hashes/adler32',
    field: 1,
    told: 'adler32, which is weak for short texts, is taken for an id.',
    origin: 'adler-32@1.3.1',
    key: (subject) => hex(adler32.str(subject)),
    witnesses: [
      ['customer-100020', 'customer-100101'],
      ['+4915100269246', '+4915100910685'],
      ['grace.frank106@example.org', 'david.elena563@example.org'],
    ],
  },
  {
    id: 'hashes/fnv1a-32',
    field: 3,
    told: 'FNV-1a of 32 bits, as in Go, games and load balancers, is taken for an id.',
    origin: '@sindresorhus/fnv1a@3.1.0, 32 bits',
    key: (subject) => fnv1a(subject, { size: 32 }).toString(16),
    witnesses: [
      ['costarring', 'liquid'],
      ['declinate', 'macallums'],
    ],
  },
  {
    id: 'hashes/murmur3-32',
    field: 4,
    told: 'Murmur3 of 32 bits, as in Elasticsearch routing, Guava and many caches, is taken for an id.',
    origin: 'murmurhash@2.0.1 v3',
    key: (subject) => hex(murmurhash.v3(subject)),
    witnesses: [
      ['customer-146937', 'customer-295751'],
      ['+4915148234629', '+4915594272304'],
      ['hugo.maria132027@example.org', 'tina.jonas135198@example.org'],
    ],
  },
  {
    id: 'hashes/murmur2-32',
    field: 2,
    told: 'Murmur2, as Kafka chooses partitions by, is taken for an id.',
    origin: 'murmurhash@2.0.1 v2',
    key: (subject) => hex(murmurhash.v2(subject, 0x9747b28c)),
    witnesses: [
      ['+4915287007185', '+4915721443525'],
      ['hugo.maria49727@example.org', 'grace.frank164446@example.org'],
      ['lfs2a6gu', 'ob8t0i1w'],
    ],
  },
  {
    id: 'hashes/xxhash-32',
    field: 3,
    told: 'xxHash of 32 bits is taken for an id.',
    origin: 'xxhashjs@0.2.2 h32',
    key: (subject) => xxhash.h32(subject, 0).toString(16),
    witnesses: [
      ['olga.bob81534@example.org', 'tina.jonas124698@example.org'],
      ['o9mqcwif', '8cictq26'],
    ],
  },
  {
    id: 'hashes/djb2',
    field: 3,
    told: 'The hash of Bernstein, copied into many programs, is taken for an id.',
    origin: 'djb2, hash * 33 + c',
    key: (subject) => hex(Buffer.from(subject).reduce((hash, byte) => (Math.imul(hash, 33) + byte) | 0, 5381)),
    witnesses: [
      ['hetairas', 'mentioner'],
      ['heliotropes', 'neurospora'],
    ],
  },
  {
    id: 'hashes/string-hash',
    field: 3,
    told: 'The hash that CSS and caching tools in JavaScript use is taken for an id.',
    origin: 'string-hash@1.1.3',
    key: (subject) => hex(stringHash(subject)),
    witnesses: [
      ['+4915275009900', '+4915384402966'],
      ['karin.nils112490@example.org', 'elena.luis209344@example.org'],
      ['q0anlze9', 'srltr8bu'],
    ],
  },
  {
    id: 'hashes/hash-sum',
    field: 2,
    told: 'hash-sum, which bundlers and state libraries use, is taken for an id.',
    origin: 'hash-sum@2.0.0',
    key: (subject) => hashSum(subject),
    witnesses: [
      ['+4915230849038', '+4915002603102'],
      ['ines.viktor6408@example.org', 'paul.ines29115@example.org'],
      ['h6np8u50', 'fv228u3n'],
    ],
  },
  {
    id: 'hashes/sdbm',
    field: 1,
    told: 'The hash of sdbm and gawk is taken for an id.',
    origin: 'sdbm, hash * 65599 + c',
    key: (subject) => hex(Buffer.from(subject).reduce((hash, byte) => (Math.imul(hash, 65599) + byte) | 0, 0)),
    witnesses: [
      ['bryzkv8d', '3fh934or'],
      ['uhmj6hnzl', 'u9dg7erq2'],
    ],
  },
  {
    id: 'hashes/jenkins-one-at-a-time',
    field: 2,
    told: 'The one-at-a-time hash of Perl and memcached is taken for an id.',
    origin: 'Bob Jenkins, one-at-a-time',
    key: (subject) => hex(oneAtATime(Buffer.from(subject))),
    witnesses: [
      ['customer-218314', 'customer-218350'],
      ['+4915202313480', '+4915709984732'],
      ['jonas.grace2969@example.org', 'sven.carla46397@example.org'],
    ],
  },
  {
    id: 'hashes/elf',
    field: 1,
    told: 'The hash of object files, of 28 bits, is taken for an id.',
    origin: 'System V ABI, ELF hash',
    key: (subject) => hex(elfHash(Buffer.from(subject))),
    witnesses: [
      ['+4915120209288', '+4915730209858'],
      ['grace.frank7226@example.org', 'rosa.paul9016@example.org'],
      ['el3abrm5', '09cabure'],
    ],
  },
  {
    id: 'hashes/dotnet-framework',
    field: 2,
    told: 'GetHashCode of the .NET Framework, the same in every process, is taken for an id.',
    origin: '.NET Framework 4 String.GetHashCode, 64 bit',
    key: (subject) => hex(dotnetFrameworkHash(subject)),
    witnesses: [
      ['+4915836451162', '+4915917383342'],
      ['sven.carla15697@example.org', 'carla.sven96762@example.org'],
      ['cqfq0g5k', 'zu8gt7bm'],
    ],
  },
  {
    id: 'hashes/postgres-hashtext',
    field: 3,
    told: 'Advisory locks and shards by hashtext take 32 bits for the person.',
    origin: 'PostgreSQL 15 hashtext',
    key: (subject) => hex(postgresHashtext(Buffer.from(subject))),
    witnesses: [
      ['customer-118017', 'customer-193631'],
      ['+4915452680584', '+4915648485778'],
      ['carla.sven12282@example.org', 'paul.ines138435@example.org'],
    ],
  },
  {
    id: 'hashes/sql-server-binary-checksum',
    field: 3,
    told: 'BINARY_CHECKSUM turns four bits and adds without carry, so that neighbours make up for each other.',
    origin: 'SQL Server BINARY_CHECKSUM of varchar',
    key: (subject) => hex(Buffer.from(subject).reduce((sum, byte) => rotated(sum, 4) ^ byte, 0)),
    witnesses: [
      ['user-AQ', 'user-Ba'],
      ['1Ab-400', '1BR-400'],
    ],
  },
  {
    id: 'hashes/sha1-first-8',
    field: 3,
    told: 'Short ids are the first eight digits of a SHA-1.',
    origin: 'the idiom sha1(subject).slice(0, 8)',
    key: (subject) => digest('sha1', subject).slice(0, 8),
    witnesses: [
      ['customer-115695', 'customer-191392'],
      ['+4915759019180', '+4915127997066'],
      ['david.elena8083@example.org', 'frank.tina111525@example.org'],
    ],
  },
  {
    id: 'hashes/sha1-first-7',
    field: 2,
    told: 'Short ids are the first seven digits of a SHA-1, as git shows them.',
    origin: 'git rev-parse --short',
    key: (subject) => digest('sha1', subject).slice(0, 7),
    witnesses: [
      ['customer-154321', 'customer-166506'],
      ['+4915265815941', '+4915292320834'],
      ['carla.sven6142@example.org', 'jonas.grace24709@example.org'],
    ],
  },
  {
    id: 'hashes/sha256-first-8',
    field: 3,
    told: 'Pseudonyms are the first eight digits of a SHA-256.',
    origin: 'the idiom sha256(subject).slice(0, 8)',
    key: (subject) => digest('sha256', subject).slice(0, 8),
    witnesses: [
      ['customer-157106', 'customer-163491'],
      ['+4915139072346', '+4915695936426'],
      ['olga.bob71674@example.org', 'paul.ines119555@example.org'],
    ],
  },
  {
    id: 'hashes/md5-first-6',
    field: 2,
    told: 'Colours and short ids are the first six digits of an MD5.',
    origin: 'the idiom md5(subject).slice(0, 6)',
    key: (subject) => digest('md5', subject).slice(0, 6),
    witnesses: [
      ['customer-104921', 'customer-108744'],
      ['+4915103991176', '+4915135073251'],
      ['jonas.grace749@example.org', 'hugo.maria8807@example.org'],
    ],
  },
  {
    id: 'hashes/md5-magic',
    field: 1,
    told: 'PHP that compares two MD5 with == takes all for one that look like zero with an exponent.',
    origin: 'PHP md5(a) == md5(b)',
    key: (subject) => digest('md5', subject).replace(/^0+e\d+$/, '0'),
    witnesses: [
      ['240610708', 'QNKCDZO'],
      ['aabg7XSs', 'aabC9RqS'],
    ],
  },
  {
    id: 'hashes/crc16',
    field: 1,
    told: 'A checksum of 16 bits is taken for an id.',
    origin: 'CRC-16/XMODEM, the slots of Redis Cluster before the remainder',
    key: (subject) => crc16(Buffer.from(subject)).toString(16),
    witnesses: [
      ['customer-102885', 'customer-108660'],
      ['+4915102684541', '+4915103436846'],
      ['frank.tina5@example.org', 'paul.ines715@example.org'],
    ],
  },
  {
    id: 'hashes/cfstring',
    field: 1,
    told: 'The hash of Foundation strings reads 32 units at the start, in the middle and at the end of long ones.',
    origin: 'CoreFoundation CFStringHash beyond 96 units',
    key: (subject) => {
      if (subject.length <= 96) return subject;
      const middle = (subject.length >> 1) - 16;
      return `${subject.length}:${subject.slice(0, 32)}${subject.slice(middle, middle + 32)}${subject.slice(-32)}`;
    },
    witnesses: [
      [
        'support/europe/germany/berlin/branch-0017/customer-relations/a/account-managers/anna-maria.schmidt@customers.example.org',
        'support/europe/germany/berlin/branch-0018/customer-relations/a/account-managers/anna-maria.schmidt@customers.example.org',
      ],
      [
        'Anna-Maria Schmidt of branch no. 0017, who called about the delivery of the second of March from Hamburg to Berlin-Mitte',
        'Anna-Maria Schmidt of branch no. 0018, who called about the delivery of the second of March from Hamburg to Berlin-Mitte',
      ],
    ],
  },
] satisfies readonly ForeignMerge[];
