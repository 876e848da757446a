/**
 * The traceability check: every clause has a schema keyword or a probe that proves it, every clause that a service
 * owes has a probe, and every keyword that a message can break has a clause. Pure.
 */
import type { Clause } from '../schemas/clauses/clause.js';
import { isSchemaNode, ownKeywords, type SchemaNode } from '../schemas/keywords.js';

export interface TracedSchema {
  /** Stands before the pointer of a keyword: `request headers/required/OrgId`. */
  readonly name: string;
  readonly schema: SchemaNode;
  /** Pointers of keywords that no message can break, because the readers of messages see to them. */
  readonly given: readonly string[];
}

export interface Contract<Id extends string> {
  readonly clauses: readonly (Pick<Clause, 'owes'> & { readonly id: Id })[];
  readonly schemas: readonly TracedSchema[];
  readonly places: readonly {
    readonly name: string;
    readonly probes: readonly { readonly clause: Id; readonly title: string }[];
  }[];
  /** What proves the clauses of connectors that neither a keyword nor a probe of a service can; none when absent. */
  readonly rules?: readonly { readonly clause: Id; readonly title: string }[];
}

export interface Traceability<Id extends string> {
  /** Clauses with neither keyword nor probe nor rule for connectors. */
  readonly clausesWithoutProof: readonly Id[];
  /** Clauses that a service owes and no probe exercises: a run could never judge them. */
  readonly clausesWithoutProbe: readonly Id[];
  /** Keywords that a message can break and that name no clause, or one that does not exist. */
  readonly keywordsWithoutClause: readonly string[];
  /** Given keywords that no schema has any more. */
  readonly staleGivens: readonly string[];
  /** Schema keywords by the clause that they prove. */
  readonly keywords: ReadonlyMap<Id, readonly string[]>;
  /** Titles of the probes by clause, the place before each. */
  readonly probes: ReadonlyMap<Id, readonly string[]>;
  /** Titles of the rules for connectors by clause. */
  readonly rules: ReadonlyMap<Id, readonly string[]>;
}

export function traceability<Id extends string>({
  clauses,
  schemas,
  places,
  rules: some = [],
}: Contract<Id>): Traceability<Id> {
  const keywords = new Map<Id, string[]>(clauses.map(({ id }) => [id, []]));
  const probes = new Map<Id, string[]>(clauses.map(({ id }) => [id, []]));
  const rules = new Map<Id, string[]>(clauses.map(({ id }) => [id, []]));
  const idOf = new Map<string, Id>(clauses.map(({ id }) => [id, id]));
  const keywordsWithoutClause: string[] = [];
  const staleGivens: string[] = [];
  for (const { name, schema, given } of schemas) {
    const unmet = new Set(given);
    for (const { pointer, clause } of keywordsOf(schema, '')) {
      const id = typeof clause === 'string' ? idOf.get(clause) : undefined;
      if (unmet.delete(pointer)) continue;
      if (id === undefined) keywordsWithoutClause.push(name + pointer);
      else keywords.get(id)?.push(name + pointer);
    }
    staleGivens.push(...[...unmet].map((pointer) => name + pointer));
  }
  for (const { name, probes: some } of places) {
    for (const { clause, title } of some) probes.get(clause)?.push(`${name}: ${title}`);
  }
  for (const { clause, title } of some) rules.get(clause)?.push(title);
  const has = (map: ReadonlyMap<Id, readonly string[]>, id: Id): boolean => (map.get(id)?.length ?? 0) > 0;
  const ids = clauses.map(({ id }) => id);
  return {
    clausesWithoutProof: ids.filter((id) => !has(keywords, id) && !has(probes, id) && !has(rules, id)),
    clausesWithoutProbe: clauses.filter(({ id, owes }) => owes !== 'connector' && !has(probes, id)).map(({ id }) => id),
    keywordsWithoutClause,
    staleGivens,
    keywords,
    probes,
    rules,
  };
}

/** What the check found, a sentence for each; empty when all is proved. */
export function problemsOf<Id extends string>(found: Traceability<Id>): readonly string[] {
  return [
    ...found.clausesWithoutProof.map(
      (id) => `The clause ${id} has neither a schema keyword nor a probe, nor a rule for connectors.`,
    ),
    ...found.clausesWithoutProbe.map(
      (id) => `No probe of a spec file exercises the clause ${id}, which a service owes.`,
    ),
    ...found.keywordsWithoutClause.map((keyword) => `The schema keyword ${keyword} names no clause in x-clauses.`),
    ...found.staleGivens.map((keyword) => `The keyword ${keyword} is listed as given and no longer there.`),
  ];
}

interface FoundKeyword {
  readonly pointer: string;
  /** What `x-clauses` says for it; undefined when it says nothing. */
  readonly clause: unknown;
}

/** Say nothing about a message: annotations, and the condition of a `then`. */
const silent = new Set<string>(['$schema', '$id', 'title', 'description', 'examples', 'if', ...ownKeywords]);

/** Hold schemas and break only through them; the schema inside a `contentSchema` is traced by itself. */
const applicators = new Set(['properties', 'additionalProperties', 'allOf', 'then', 'contentSchema']);

/** Every keyword of a schema that can be broken. A closed world: what is not known as silent must have a clause. */
function* keywordsOf(node: SchemaNode, path: string): Generator<FoundKeyword> {
  const clauses = isSchemaNode(node['x-clauses']) ? node['x-clauses'] : {};
  for (const [keyword, argument] of Object.entries(node)) {
    const pointer = `${path}/${keyword}`;
    if (silent.has(keyword)) continue;
    const clause = clauses[keyword];
    if (keyword === 'required' && Array.isArray(argument)) {
      const ofMember = isSchemaNode(clause) ? clause : {};
      for (const name of argument.map(String)) yield { pointer: `${pointer}/${name}`, clause: ofMember[name] };
    } else if (!applicators.has(keyword)) {
      yield { pointer, clause };
    }
    yield* insideOf(keyword, argument, pointer);
  }
}

/** Hold one schema each. */
const holdOne = new Set(['then', 'items', 'additionalProperties']);

function* insideOf(keyword: string, argument: unknown, pointer: string): Generator<FoundKeyword> {
  const named = keyword === 'properties' || keyword === 'allOf';
  const children = named && typeof argument === 'object' && argument !== null ? Object.entries(argument) : [];
  for (const [name, child] of children) if (isSchemaNode(child)) yield* keywordsOf(child, `${pointer}/${name}`);
  if (holdOne.has(keyword) && isSchemaNode(argument)) yield* keywordsOf(argument, pointer);
}
