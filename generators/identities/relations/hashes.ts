/** Relations of subjects with one hash of 32 bits: what a store merges that keeps the hash for a key. */
import { collision } from './birthday.js';
import { type HashFunction, hashFunctions } from './hash-functions.js';
import { insidePairs, type RelationDraft } from './relation.js';

/** Sums of powers do not change with these two anywhere inside, whatever stands before and behind: one request each. */
const anywhere = insidePairs({ source: 'hashes', class: 'hash' }, [
  ['java-inside', 'two letters that hashCode of Java cannot tell', 'Aa', 'BB'],
  ['djb2-inside', 'two letters that djb2 cannot tell', 'az', 'bY'],
  ['adler-32-inside', 'three letters that Adler-32 cannot tell', 'bdb', 'cbc'],
]);

export function hashRelations(): readonly RelationDraft[] {
  const [java, djb2, adler] = anywhere;
  const searched = hashFunctions.map(relationOf);
  const first = [java, ...searched.slice(0, 4), djb2, ...searched.slice(4, 6), adler];
  return [...first.filter((one) => one !== undefined), ...searched.slice(6)];
}

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
