/**
 * Walks a request schema along a conforming message and lists, for each keyword with a clause, the ways to violate it.
 * A closed world: a keyword that it does not know is an error, so that a new keyword cannot go untested. Pure.
 */
import { clauseOfKeyword } from '../../schemas/clauses/clause-of-keyword.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { isSchemaNode, ownKeywords, type SchemaNode } from '../../schemas/keywords.js';
import type { MayHaveRank } from '../rank.js';
import { badEntries } from './bad-entries.js';
import { otherValues } from './other-values.js';
import { type NamedValue, slugOfName } from './violation.js';

type Path = readonly (string | number)[];

/** A violating value at one place; `put` writes it into the whole message. */
export interface Spot<Whole> extends MayHaveRank {
  readonly clause: ClauseId;
  readonly breaks: ClauseId;
  /** Unique beside the clause. */
  readonly slug: string;
  readonly label: string;
  readonly path: Path;
  readonly put: () => Whole;
}

interface Place<Whole> {
  readonly value: unknown;
  readonly path: Path;
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
    const [visit, values] = [visitors[keyword], otherValues[keyword]];
    if (visit !== undefined) yield* visit(node, argument, place);
    else if (values === undefined) throw new Error(`no violations are known for the schema keyword ${keyword}`);
    else if (place.json || keyword !== 'type') {
      const clause = clauseOfKeyword(node, keyword);
      if (isWanted(clause, place)) yield* spots(clause, place.path, values(node, argument, place.value), place.write);
    }
  }
}

type Visitor = <Whole>(node: SchemaNode, argument: unknown, place: Place<Whole>) => Generator<Spot<Whole>>;

/** Keywords that lead to other places, or that are violated by what stands there at all. */
const visitors: Readonly<Record<string, Visitor>> = {
  *properties(_node, argument, place) {
    if (!isSchemaNode(argument) || !isSchemaNode(place.value)) return;
    for (const [name, child] of Object.entries(argument)) {
      if (!isSchemaNode(child)) continue;
      // Of an optional member that the message lacks, the first example is what violations start from.
      const value = name in place.value ? place.value[name] : exampleOf(child);
      if (value !== undefined) yield* walk(child, memberOf(place, place.value, name, value));
    }
  },

  *required(node, argument, place) {
    if (!Array.isArray(argument) || !isSchemaNode(place.value)) return;
    for (const name of argument.map(String)) {
      const { [name]: value, ...rest } = place.value;
      const clause = clauseOfKeyword(node, 'required', name);
      if (!isWanted(clause, place)) continue;
      const upper = name.charAt(0).toUpperCase() + name.slice(1);
      const misnamed: readonly NamedValue[] = [
        ['its-name-in-upper-case', 'its name in upper case', { ...rest, [upper]: value }],
        ['its-name-extended', 'its name extended', { ...rest, [`${name}s`]: value }],
      ];
      const isHeader = place.path[0] === 'headers';
      const all: readonly NamedValue[] = [['absent', 'absent', rest, 1], ...(isHeader ? [] : misnamed)];
      yield* spots(clause, [...place.path, name], all, place.write);
    }
  },

  /** The value of every member that no property names. */
  *additionalProperties(_node, argument, place) {
    if (!isSchemaNode(argument) || !isSchemaNode(place.value)) return;
    for (const [name, value] of Object.entries(place.value)) {
      for (const spot of walk(argument, memberOf(place, place.value, name, value))) {
        // Slugs are unique beside their clause, so each member puts its name in front.
        yield { ...spot, slug: `${slugOfName(name)}-${spot.slug}`, label: `${name}: ${spot.label}` };
      }
    }
  },

  *contentSchema(_node, argument, place) {
    if (!isSchemaNode(argument)) return;
    const value: unknown = JSON.parse(String(place.value));
    yield* walk(argument, { ...place, value, json: true, write: (inner) => place.write(JSON.stringify(inner)) });
  },

  *items(node, argument, place) {
    if (!isSchemaNode(argument) || !Array.isArray(place.value)) return;
    const [good]: readonly unknown[] = place.value;
    const path = [...place.path, 0];
    yield* walk(argument, { ...place, value: good, path, write: (entry) => place.write([entry]) });
    const clause = clauseOfKeyword(node, 'items');
    if (!isWanted(clause, place)) return;
    const bad = walk(argument, { value: good, path: [], json: true, write: (entry: unknown) => entry });
    for (const { at, entries, ...spot } of badEntries(argument, good, bad)) {
      // The whole entry: the control has one entry only, so a member of the second would be absent on both sides.
      yield { ...spot, clause, path: [...place.path, at], put: () => place.write(entries()) };
    }
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

function memberOf<Whole>(place: Place<Whole>, parent: SchemaNode, name: string, value: unknown): Place<Whole> {
  const write = (written: unknown): Whole => place.write({ ...parent, [name]: written });
  return { ...place, value, path: [...place.path, name], write };
}

function exampleOf(node: SchemaNode): unknown {
  return Array.isArray(node.examples) ? node.examples[0] : undefined;
}

function isWanted<Whole>(clause: ClauseId | undefined, { wanted }: Place<Whole>): clause is ClauseId {
  return clause !== undefined && (wanted === undefined || clause === wanted);
}

function* spots<Whole>(
  clause: ClauseId,
  path: Path,
  values: readonly NamedValue[],
  write: (value: unknown) => Whole,
): Generator<Spot<Whole>> {
  for (const [slug, label, value, rank] of values) {
    yield { clause, breaks: clause, slug, label, path, rank, put: () => write(value) };
  }
}
