/**
 * Relations of long subjects that share a beginning up to a size of a column and then differ in one character: what is cut in
 * characters, UTF-16 units or bytes. The fillings are incompressible, of characters of one to four bytes.
 */
import { fillings, subjectOfLength } from '../subject-of-length.js';
import type { RelationDraft } from './relation.js';

const longest = 255;
/** Sizes of columns and keys that are met, the likeliest first. */
const sizes = [255, 191, 128, 64, 100, 50, 36, 32, 80, 40];
const beyond = [256, 512, 1024, 300, 4096, 767, 1000, 2048, 4000];

export function cutRelations(): readonly RelationDraft[] {
  const inBytes = fillings.filter(({ bytes }) => bytes > 1);
  const bySize = (size: number, at: number): readonly RelationDraft[] => [
    cut(1, size, 'characters'),
    ...(at === 0 ? [cut(2, longest, 'characters'), cut(3, longest, 'characters'), cut(4, longest, 'characters')] : []),
    ...inBytes.map(({ bytes }) => cut(bytes, size, 'bytes')),
    ...(size < longest ? [cut(4, size, 'characters'), cut(1, size, 'characters', 1)] : []),
    cut(4, size, 'units'),
  ];
  return [
    ...sizes.flatMap(bySize),
    first(),
    ...beyond.flatMap((size) => [long(size, 1), long(size, 3)]),
    ...[512, 1024].map((size) => long(size, 2)),
  ];
}

type Unit = 'characters' | 'units' | 'bytes';

const lengthIn: Readonly<Record<Unit, (text: string) => number>> = {
  characters: (text) => Array.from(text).length,
  units: (text) => text.length,
  bytes: (text) => Buffer.byteLength(text),
};

/** A subject of 255 characters and one that differs from it in the first character of which nothing lies within the size. */
function cut(bytes: number, size: number, unit: Unit, before = 0): RelationDraft {
  const { name = '' } = fillings[bytes - 1] ?? {};
  const slug = `cut-${bytes}`;
  const more = before === 0 ? '' : ', the last of them changed';
  return {
    slug: `${slug}-${unit}-${size}${before === 0 ? '' : '-within'}`,
    name:
      size === longest && unit === 'characters'
        ? `the last of ${size} characters changed, of ${name}`
        : `the first ${size} ${unit} in common${more}, of ${name}`,
    source: 'columns',
    class: bytes === 1 ? 'cut-characters' : 'cut-units',
    members: {
      place: 'whole',
      base: slug,
      first: (word) => filled(word, longest, bytes),
      second: (word) => {
        const subject = filled(word, longest, bytes);
        return changedAt(subject, firstBehind(subject, size, unit) - before, bytes);
      },
    },
  };
}

/** The place of the first character that lies behind the size altogether; the last one where none does. */
function firstBehind(subject: string, size: number, unit: Unit): number {
  const characters = Array.from(subject);
  let length = 0;
  for (const [at, character] of characters.entries()) {
    if (length >= size) return at;
    length += lengthIn[unit](character);
  }
  return characters.length - 1;
}

function first(): RelationDraft {
  const beginningWith =
    (letter: string) =>
    (word: string): string =>
      letter + filled(word, longest - 1, 1);
  return {
    slug: 'cut-end-254',
    name: 'all but the first character in common',
    source: 'columns',
    class: 'cut-characters',
    members: { place: 'whole', base: 'cut-end', first: beginningWith('a'), second: beginningWith('k') },
  };
}

/** Beyond 255 a refusal is as good as a success: each length by itself, so that a refusal takes no other with it. */
function long(size: number, bytes: number): RelationDraft {
  const slug = `cut-long-${bytes}-${size}`;
  return {
    slug,
    name: `the first ${size} characters in common, of ${fillings[bytes - 1]?.name ?? ''}`,
    source: 'columns',
    class: bytes === 1 ? 'cut-characters' : 'cut-units',
    members: {
      place: 'whole',
      base: slug,
      first: (word) => filled(word, size + 1, bytes),
      second: (word) => changedAt(filled(word, size + 1, bytes), size, bytes),
    },
  };
}

/** The word and a hyphen, filled up to so many characters. */
const filled = (word: string, length: number, bytes: number): string => subjectOfLength(`${word}-`, length, bytes);

/** Another character of the same filling, half the list further. */
function changedAt(subject: string, at: number, bytes: number): string {
  const { characters = [] } = fillings[bytes - 1] ?? {};
  const all = Array.from(subject);
  const place = characters.indexOf(all[at] ?? '');
  all[at] = characters[(place + Math.floor(characters.length / 2)) % characters.length] ?? '';
  return all.join('');
}
