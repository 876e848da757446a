/** Relations of characters from the generated lists: what each list is of, in the order of how often it is met within its class. */
import type { RelationClass } from './classes.js';
import { characterPairs } from './data/character-pairs.js';
import type { RelationDraft } from './relation.js';
import type { SourceId } from './sources.js';
import { hexSlug } from './told.js';

type ListName = keyof typeof characterPairs;

const lists: Readonly<Record<ListName, readonly [of: RelationClass, source: SourceId]>> = {
  'case-simple': ['case', 'unicode'],
  'case-full': ['special-case', 'unicode'],
  'case-irregular': ['special-case', 'unicode'],
  'case-turkish': ['special-case', 'unicode'],
  accents: ['accent', 'unicode'],
  canonical: ['canonical', 'unicode'],
  singletons: ['canonical', 'unicode'],
  compatibility: ['compatibility', 'unicode'],
  marks: ['mark', 'unicode'],
  digits: ['digit', 'unicode'],
  'digits-more': ['digit', 'unicode'],
  ignorables: ['default-ignorable', 'unicode'],
  spaces: ['blank', 'unicode'],
  dashes: ['dash', 'unicode'],
  quotes: ['quote', 'unicode'],
  'double-quotes': ['quote', 'unicode'],
  width: ['width', 'unicode'],
  'half-kana': ['kana', 'unicode'],
  'half-jamo': ['jamo', 'unicode'],
  'compatibility-jamo': ['jamo', 'unicode'],
  'emoji-tones': ['emoji', 'unicode'],
  'emoji-selectors': ['emoji', 'unicode'],
  'arabic-forms': ['arabic', 'unicode'],
  'confusable-letters': ['confusable', 'confusables'],
  confusables: ['confusable', 'confusables'],
  transliterated: ['transliteration', 'any-ascii'],
  'transliterated-signs': ['transliteration', 'any-ascii'],
  'han-simplified': ['han', 'opencc'],
  'han-shinjitai': ['han', 'opencc'],
  'han-compatibility': ['han', 'unicode'],
  'han-taiwan': ['han', 'opencc'],
  'han-hong-kong': ['han', 'opencc'],
};

/** One after the other from each list of a class, so that none of them waits for the end of another. */
export function characterRelations(): readonly RelationDraft[] {
  // Object.keys knows no more than texts; the table has all names of the data and no others.
  const rows = (Object.keys(lists) as ListName[]).flatMap((list) =>
    pairsOf(characterPairs[list]).map((pair, at) => ({ list, pair, at })),
  );
  return rows
    .sort((a, b) => a.at - b.at)
    .map(({ list, pair }) => pairRelation(lists[list][0], lists[list][1], ...pair));
}

/** A relation of two texts that stand inside a subject, told by their code points. */
export function pairRelation(of: RelationClass, source: SourceId, plain: string, other: string): RelationDraft {
  return {
    slug: `${of}-${hexSlug(plain)}-${hexSlug(other)}`,
    source,
    class: of,
    members: { place: 'inside', plain, other },
  };
}

/** Reads `65>e9 65>65+301`, as tools/relations/pair-list.ts writes it. */
export function pairsOf(line: string): readonly (readonly [plain: string, other: string])[] {
  const text = (hex: string): string =>
    String.fromCodePoint(...hex.split('+').map((digits) => Number.parseInt(digits, 16)));
  return line === ''
    ? []
    : line.split(' ').map((pair) => {
        const [plain = '', other = ''] = pair.split('>');
        return [text(plain), text(other)] as const;
      });
}
