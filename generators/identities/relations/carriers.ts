/**
 * Packs relations into carriers, so that one costs one request: a carrier is a base subject that holds the plain member of
 * many relations, and each variant has the other member of one relation in its place. Pure.
 */
import type { InsideMembers, Relation, WholeMembers } from './relation.js';

/** With its words. */
export const repertoires = {
  ascii: 'ASCII characters',
  latin: 'Latin letters and signs beyond ASCII',
  european: 'Greek, Cyrillic and other letters of Europe',
  complex: 'characters of many scripts',
  cjk: 'Han, kana and hangul',
  rtl: 'letters that are written from right to left',
  astral: 'characters beyond the first plane',
  emoji: 'emoji',
} as const;

type Repertoire = keyof typeof repertoires;

/** The case of a base, whatever relations it is for. */
export const textSlug = (repertoire: Repertoire): string => `text-of-${repertoire}`;

interface Variant {
  readonly relation: Relation;
  readonly subject: string;
}

/** The base is to be asked for before its variants: a search by pattern finds what is there. */
export interface Carrier {
  /** Stable for the same relations: `ascii-2`, `phone-mx`. */
  readonly slug: string;
  readonly base: string;
  readonly variants: readonly Variant[];
}

/** Small enough for a column of 255 bytes, so that no cut hides a relation behind another. */
const mostCharacters = 200;
const mostBytes = 240;
/** A base that is refused takes no more relations with it. */
const mostVariants = 40;

interface InsideDraft {
  readonly slug: string;
  /** Plain members in their order. */
  readonly slots: string[];
  readonly relations: { readonly relation: Relation; readonly members: InsideMembers }[];
}

interface WholeDraft {
  readonly slug: string;
  readonly relations: { readonly relation: Relation; readonly members: WholeMembers }[];
}

/**
 * In the order of the relations, which is best that of their rank: carriers fill up one after the other.
 *
 * @param word makes a text that is new in each run from a name: `byoc-4f2a91-r-ascii-1`.
 */
export function packCarriers(relations: readonly Relation[], word: (name: string) => string): readonly Carrier[] {
  const { inside, whole } = draftCarriers(relations, word);
  return [
    ...inside.map((draft) => insideCarrier(draft, word)),
    ...whole.flatMap((draft) => wholeCarrier(draft, word) ?? []),
  ];
}

/** How many requests the carriers cost: one for each base and one for each variant. No subject is made for it. */
export function requestsOf(relations: readonly Relation[], word: (name: string) => string): number {
  const { inside, whole } = draftCarriers(relations, word);
  return relations.length + inside.length + whole.length;
}

function draftCarriers(
  relations: readonly Relation[],
  word: (name: string) => string,
): { readonly inside: readonly InsideDraft[]; readonly whole: readonly WholeDraft[] } {
  const inside: InsideDraft[] = [];
  const whole = new Map<string, WholeDraft>();
  for (const relation of relations) {
    const { members } = relation;
    if (members.place === 'inside') place(inside, relation, members, word);
    else {
      const draft = whole.get(members.base) ?? { slug: members.base, relations: [] };
      whole.set(members.base, draft);
      draft.relations.push({ relation, members });
    }
  }
  return { inside, whole: [...whole.values()] };
}

const nameOf = (slug: string): string => `r-${slug}`;

/**
 * The relations of a carrier whose base is refused, in two carriers with half of its texts each: what is refused is found by
 * halving, and the others are tried without it. None where there is nothing to halve.
 */
export function halvesOf({ slug, variants }: Carrier, word: (name: string) => string): readonly Carrier[] {
  const relations = variants.flatMap(({ relation }) =>
    relation.members.place === 'inside' ? [{ relation, members: relation.members }] : [],
  );
  const slots = [...new Set(relations.map(({ members }) => members.plain))];
  if (slots.length < 2) return [];
  const middle = Math.ceil(slots.length / 2);
  const half = (name: string, some: readonly string[]): Carrier => {
    const own = relations.filter(({ members }) => some.includes(members.plain));
    return insideCarrier({ slug: `${slug}-${name}`, slots: [...some], relations: own }, word);
  };
  return [half('a', slots.slice(0, middle)), half('b', slots.slice(middle))];
}

/** Into the last carrier of its repertoire that has its plain member or room for it; else into a new one. */
function place(
  drafts: InsideDraft[],
  relation: Relation,
  members: InsideMembers,
  word: (name: string) => string,
): void {
  const repertoire = repertoireOf(members.plain);
  const own = drafts.filter(({ slug }) => slug.replace(/-\d+$/, '') === repertoire);
  const open = own.filter(({ relations }) => relations.length < mostVariants);
  const shared = open.find(({ slots }) => slots.includes(members.plain));
  const roomy = shared ?? open.find((draft) => fits([...draft.slots, members.plain], word(nameOf(draft.slug))));
  const draft = roomy ?? { slug: `${repertoire}-${own.length + 1}`, slots: [], relations: [] };
  if (roomy === undefined) drafts.push(draft);
  if (!draft.slots.includes(members.plain)) draft.slots.push(members.plain);
  draft.relations.push({ relation, members });
}

function fits(slots: readonly string[], word: string): boolean {
  const base = joined(word, slots);
  return Array.from(base).length <= mostCharacters && Buffer.byteLength(base) <= mostBytes;
}

/** Hyphens and a last letter around the slots: what folds with its neighbours finds none of another relation. */
function joined(word: string, slots: readonly string[]): string {
  return `${word}-${slots.join('-')}-z`;
}

function insideCarrier({ slug, slots, relations }: InsideDraft, word: (name: string) => string): Carrier {
  const own = word(nameOf(slug));
  return {
    slug,
    base: joined(own, slots),
    variants: relations.map(({ relation, members }) => ({
      relation,
      subject: joined(
        own,
        slots.map((slot) => (slot === members.plain ? members.other : slot)),
      ),
    })),
  };
}

/** A variant that comes out like another one for this word is left out: it would tell nothing. */
function wholeCarrier({ slug, relations }: WholeDraft, word: (name: string) => string): Carrier | undefined {
  const own = word(nameOf(slug));
  const base = relations[0]?.members.first(own);
  if (base === undefined) return undefined;
  const seen = new Set([base]);
  const variants = relations
    .map(({ relation, members }) => ({ relation, subject: members.second(own) }))
    .filter(({ subject }) => !seen.has(subject) && seen.add(subject));
  return { slug, base, variants };
}

/**
 * What a store may not hold for reasons of its own, by the plain member, as the other one is only in a variant of its own:
 * more than ASCII, marks alone, writing from right to left, more than the first plane.
 */
const patterns: readonly (readonly [name: Repertoire, pattern: RegExp])[] = [
  ['emoji', /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|\u20E3/u],
  ['astral', /[\u{10000}-\u{10FFFF}]/u],
  [
    'rtl',
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}]/u,
  ],
  [
    'cjk',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u2E80-\u33FF\uFF00-\uFFEF]/u,
  ],
  ['latin', /^(?=.*[^\x20-\x7E])[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/su],
  [
    'european',
    /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Coptic}\p{Script=Glagolitic}\p{Script=Cherokee}]/u,
  ],
  ['complex', /[^\x20-\x7E]/u],
];

/** Of a text what is likeliest to be refused. */
export function repertoireOf(text: string): Repertoire {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'ascii';
}
