/**
 * Walks a request schema along a conforming message and lists, for each keyword with a clause, the ways to violate it.
 * A closed world: a keyword that it does not know is an error, so that a new keyword cannot go untested. Pure.
 */
import { clauseOfKeyword } from '../../schemas/clauses/clause-of-keyword.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { isSchemaNode, ownKeywords, type SchemaNode } from '../../schemas/keywords.js';
import { brokenJson } from './broken-json.js';
import { constMutations } from './const-mutations.js';
import { nearMissesOf } from './near-misses/index.js';
import { otherTypes } from './other-types.js';
import type { NamedValue } from './violation.js';

/** A violating value at one place; `put` writes it into the whole message. */
export interface Spot<Whole> {
  readonly clause: ClauseId;
  readonly breaks: ClauseId;
  /** Unique beside the clause. */
  readonly slug: string;
  readonly label: string;
  readonly path: readonly (string | number)[];
  readonly put: () => Whole;
}

interface Place<Whole> {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
  /** Inside JSON every type can be written; header fields and parts are text. */
  readonly json: boolean;
  readonly write: (value: unknown) => Whole;
  /** Only violations of this clause are made; all without it. */
  readonly wanted?: ClauseId;
}

const silent = new Set<string>(['$schema', '$id', 'title', 'description', 'examples', ...ownKeywords]);

export function* walk<Whole>(node: SchemaNode, place: Place<Whole>): Generator<Spot<Whole>> {
  for (const [keyword, argument] of Object.entries(node)) {
    if (silent.has(keyword)) continue;
    const visit = visitors[keyword];
    if (visit === undefined) throw new Error(`no violations are known for the schema keyword ${keyword}`);
    yield* visit(node, argument, place);
  }
}

type Visitor = <Whole>(node: SchemaNode, argument: unknown, place: Place<Whole>) => Generator<Spot<Whole>>;

const visitors: Readonly<Record<string, Visitor>> = {
  *properties(_node, argument, place) {
    if (!isSchemaNode(argument) || !isSchemaNode(place.value)) return;
    const parent = place.value;
    for (const [name, child] of Object.entries(argument)) {
      if (!isSchemaNode(child)) continue;
      // Of an optional member that the message lacks, the first example is what violations start from.
      const value = name in parent ? parent[name] : exampleOf(child);
      if (value === undefined) continue;
      yield* walk(child, {
        ...place,
        value,
        path: [...place.path, name],
        write: (written) => place.write({ ...parent, [name]: written }),
      });
    }
  },

  *required(node, argument, place) {
    if (!Array.isArray(argument) || !isSchemaNode(place.value)) return;
    for (const name of argument.map(String)) {
      const { [name]: value, ...rest } = place.value;
      const path = [...place.path, name];
      const clause = clauseOfKeyword(node, 'required', name);
      if (!isWanted(clause, place)) continue;
      yield { clause, breaks: clause, slug: 'absent', label: 'absent', path, put: () => place.write(rest) };
      if (place.path[0] === 'headers') continue;
      const upper = name.charAt(0).toUpperCase() + name.slice(1);
      yield* spots(
        clause,
        path,
        () => [
          ['its-name-in-upper-case', 'its name in upper case', { ...rest, [upper]: value }],
          ['its-name-extended', 'its name extended', { ...rest, [`${name}s`]: value }],
        ],
        place,
      );
    }
  },

  *type(node, argument, place) {
    if (!place.json || typeof argument !== 'string') return;
    yield* valueSpots(node, 'type', place, () => otherTypes(argument, place.value));
  },

  *const(node, argument, place) {
    const word = String(argument);
    yield* valueSpots(node, 'const', place, () => [...constMutations(word), ...nearMissesOf(node, word)]);
  },

  /** The word at hand spoiled; what comes out as another word of the list breaks nothing and is dropped. */
  *enum(node, _argument, place) {
    const word = String(place.value);
    yield* valueSpots(node, 'enum', place, () => [...constMutations(word), ...nearMissesOf(node, word)]);
  },

  *minLength(node, _argument, place) {
    yield* valueSpots(node, 'minLength', place, () => [['empty', 'empty', '']]);
  },

  *maxLength(node, argument, place) {
    if (typeof argument !== 'number') return;
    yield* valueSpots(node, 'maxLength', place, () => tooLongTexts(String(place.value), argument));
  },

  *minItems(node, _argument, place) {
    yield* valueSpots(node, 'minItems', place, () => [['an-empty-list', 'an empty list', []]]);
  },

  *maxItems(node, argument, place) {
    if (!Array.isArray(place.value) || typeof argument !== 'number') return;
    const entries: readonly unknown[] = place.value;
    yield* valueSpots(node, 'maxItems', place, () => tooManyEntries(node.items, entries[0], argument));
  },

  /** The value of every member that no property names. */
  *additionalProperties(_node, argument, place) {
    if (!isSchemaNode(argument) || !isSchemaNode(place.value)) return;
    const parent = place.value;
    for (const [name, value] of Object.entries(parent)) {
      const path = [...place.path, name];
      yield* named(
        name,
        walk(argument, { ...place, value, path, write: (w) => place.write({ ...parent, [name]: w }) }),
      );
    }
  },

  *pattern(node, _argument, place) {
    yield* valueSpots(node, 'pattern', place, () => nearMissesOf(node, String(place.value)));
  },

  *contentMediaType(node, _argument, place) {
    yield* valueSpots(node, 'contentMediaType', place, () => brokenJson(String(place.value)));
  },

  *contentSchema(_node, argument, place) {
    if (!isSchemaNode(argument)) return;
    const value: unknown = JSON.parse(String(place.value));
    yield* walk(argument, { ...place, value, json: true, write: (inner) => place.write(JSON.stringify(inner)) });
  },

  *items(node, argument, place) {
    if (!isSchemaNode(argument) || !Array.isArray(place.value)) return;
    const entries: readonly unknown[] = place.value;
    const good = entries[0];
    const path = [...place.path, 0];
    yield* walk(argument, { ...place, value: good, path, write: (entry) => place.write([entry]) });
    const clause = clauseOfKeyword(node, 'items');
    if (isWanted(clause, place)) yield* badEntries(clause, argument, good, place);
  },

  *allOf(_node, argument, place) {
    if (!Array.isArray(argument)) return;
    for (const branch of argument) if (isSchemaNode(branch)) yield* walk(branch, place);
  },

  // The condition holds for the conforming value; only what then follows can be violated without leaving it.
  *if() {},

  // biome-ignore lint/suspicious/noThenProperty: `then` is the JSON Schema keyword
  *then(_node, argument, place) {
    if (isSchemaNode(argument)) yield* walk(argument, place);
  },
};

/** Slugs are unique beside their clause, so each member of an open object puts its name in front. */
function* named<Whole>(name: string, inner: Iterable<Spot<Whole>>): Generator<Spot<Whole>> {
  for (const spot of inner) {
    yield { ...spot, slug: `${slugOfName(name)}-${spot.slug}`, label: `${name}: ${spot.label}` };
  }
}

/** `appType` as a part of a slug: `app-type`. Names of members belong to the contract, and are never reworded. */
function slugOfName(name: string | number): string {
  return String(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

function exampleOf(node: SchemaNode): unknown {
  return Array.isArray(node.examples) ? node.examples[0] : undefined;
}

/** Texts beyond the bound that begin as the good one does. @param most in code points, as JSON Schema counts. */
function tooLongTexts(good: string, most: number): readonly NamedValue[] {
  const filled = (length: number): string => [...good, ...'x'.repeat(length)].slice(0, length).join('');
  return [
    ['one-character-too-long', 'one character too long', filled(most + 1)],
    ['twice-as-long-as-allowed', 'twice as long as allowed', filled(2 * most + 1)],
  ];
}

/** Entries beyond the bound: alike, and with another text in each member that is no fixed word. */
function tooManyEntries(items: unknown, good: unknown, most: number): readonly NamedValue[] {
  const members = isSchemaNode(items) && isSchemaNode(items.properties) ? items.properties : {};
  const isFree = (name: string): boolean => {
    const member = members[name];
    return isSchemaNode(member) && member.type === 'string';
  };
  const other = (number: number): unknown =>
    isSchemaNode(good)
      ? Object.fromEntries(
          Object.entries(good).map(([name, value]) => [name, isFree(name) ? `${String(value)}-${number}` : value]),
        )
      : good;
  const fill = (length: number, entry: (index: number) => unknown): unknown[] =>
    Array.from({ length }, (_, index) => (index === 0 ? good : entry(index + 1)));
  return [
    [`${most + 1}-entries`, `${most + 1} entries for different subjects`, fill(most + 1, other)],
    [`${most + 1}-entries-alike`, `${most + 1} entries that are alike`, fill(most + 1, () => good)],
    [`${most + 2}-entries`, `${most + 2} entries for different subjects`, fill(most + 2, other)],
    [`${most + 10}-entries`, `${most + 10} entries for different subjects`, fill(most + 10, other)],
  ];
}

function* valueSpots<Whole>(
  node: SchemaNode,
  keyword: string,
  place: Place<Whole>,
  values: () => readonly NamedValue[],
): Generator<Spot<Whole>> {
  const clause = clauseOfKeyword(node, keyword);
  if (isWanted(clause, place)) yield* spots(clause, place.path, values, place);
}

function isWanted<Whole>(clause: ClauseId | undefined, { wanted }: Place<Whole>): clause is ClauseId {
  return clause !== undefined && (wanted === undefined || clause === wanted);
}

function* spots<Whole>(
  clause: ClauseId,
  path: readonly (string | number)[],
  values: () => readonly NamedValue[],
  place: Place<Whole>,
): Generator<Spot<Whole>> {
  for (const [slug, label, value] of values()) {
    yield { clause, breaks: clause, slug, label, path, put: () => place.write(value) };
  }
}

/** The first two ways to spoil an entry by each of its clauses, at each position of longer lists. */
function* badEntries<Whole>(
  clause: ClauseId,
  entryNode: SchemaNode,
  good: unknown,
  place: Place<Whole>,
): Generator<Spot<Whole>> {
  const perClause = new Map<ClauseId, number>();
  const bad = walk(entryNode, { value: good, path: [], json: true, write: (entry: unknown) => entry });
  for (const spot of bad) {
    const seen = perClause.get(spot.breaks) ?? 0;
    perClause.set(spot.breaks, seen + 1);
    if (seen >= 2) continue;
    const what = [...spot.path, spot.label].join(' ');
    const slug = [...spot.path.map(slugOfName), spot.slug].join('-');
    for (const [position, length] of [
      [0, 2],
      [1, 2],
      [1, 3],
    ] as const) {
      yield {
        clause,
        breaks: spot.breaks,
        slug: `entry-${position + 1}-of-${length}-${slug}`,
        label: `entry ${position + 1} of ${length}: ${what}`,
        // The whole entry: the control has one entry only, so a member of the second would be absent on both sides.
        path: [...place.path, position],
        put: () => place.write(Array.from({ length }, (_, index) => (index === position ? spot.put() : good))),
      };
    }
  }
}
