/** Relations of subjects with one hash of 32 bits: what a store merges that keeps the hash for a key. */
import { collision } from './birthday.js';
import { type HashFunction, hashFunctions } from './hash-functions.js';
import { insidePairs, type RelationDraft } from './relation.js';

/**
 * The sequence of Thue and Morse and its opposite: of 2^7 members all sums of powers of an odd number are one below 2^32, and so
 * are all sums of bytes and of places, and what is put together by rotations and exclusive or.
 */
const thueMorse = Array.from({ length: 128 }, (_, at) => at.toString(2).replaceAll('0', '').length % 2);
const inLetters = (letters: string): string => thueMorse.map((bit) => letters.charAt(bit)).join('');

/** Sums of powers do not change with these two anywhere inside, whatever stands before and behind: one request each. */
const anywhere = insidePairs({ source: 'hashes', class: 'hash' }, [
  ['sums-inside', 'letters that no sum of powers can tell', inLetters('ab'), inLetters('ba')],
  ['java-inside', 'two letters that hashCode of Java cannot tell', 'Aa', 'BB'],
  ['djb2-inside', 'two letters that djb2 cannot tell', 'az', 'bY'],
  ['adler-32-inside', 'three letters that Adler-32 cannot tell', 'bdb', 'cbc'],
]);

export function hashRelations(): readonly RelationDraft[] {
  const searched = hashFunctions.map(relationOf);
  // A pair that is searched for costs two requests: last those that a pair inside a subject shows as well.
  const isShown = ({ slug }: RelationDraft): boolean => sums.has(slug);
  return [...anywhere, ...searched.filter((one) => !isShown(one)), ...searched.filter(isShown)];
}

const sums: ReadonlySet<string> = new Set(['java', 'djb2', 'adler-32', 'sdbm', 'bkdr'].map((slug) => `hash-${slug}`));

function relationOf(hash: HashFunction): RelationDraft {
  const pair = remembered((word) => collision(word, hash));
  const slug = `hash-${hash.slug}`;
  return {
    slug,
    name: `one value of ${hash.name}`,
    source: 'hashes',
    class: 'hash',
    members: { place: 'whole', base: slug, first: (word) => pair(word)[0], second: (word) => pair(word)[1] },
  };
}

/** The last answer is kept: both members of a pair are asked for one after the other. */
function remembered<T>(make: (word: string) => T): (word: string) => T {
  let last: { readonly word: string; readonly value: T } | undefined;
  return (word) => {
    if (last?.word !== word) last = { word, value: make(word) };
    return last.value;
  };
}
