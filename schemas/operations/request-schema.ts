/** The schema of a request: it follows from operation, edition and codec. */
import { type ClauseId, clauseOf, holdsFor, isClauseId } from '../clauses/clauses.js';
import { codecContractOf, codecOfLayout, type Layout } from '../codecs/codecs.js';
import { perContract } from '../contract.js';
import { type EditionRange, isWithin } from '../editions/edition.js';
import { isSchemaNode, type SchemaNode } from '../keywords.js';
import { formIn, operationOf } from './operations.js';

/** Which requests are meant. */
export interface RequestForm {
  /** Id of the operation. */
  readonly operation: string;
  /** Id of the edition. */
  readonly edition: string;
  /** One of those that the operation has in the edition. */
  readonly layout: Layout;
}

/** What the schemas of a form are made of. */
interface FormSchemas {
  /** Of the whole message: `{ headers, form }` or `{ headers, body }`. */
  readonly request: SchemaNode;
  /** Of a message whose body is not looked at. */
  readonly head: SchemaNode;
  /** What the body says, as one object. */
  readonly values: SchemaNode;
  /** The clause of a body that cannot be read at all. */
  readonly wellFormed: string;
  /** Names of the parts of a form that hold JSON. */
  readonly jsonParts: ReadonlySet<string>;
}

const known = perContract(() => new Map<string, FormSchemas>());

/** @throws Error for a layout that the operation does not have in the edition: settings are checked before. */
export function schemasOf({ operation, edition, layout }: RequestForm): FormSchemas {
  const key = `${operation} ${edition} ${layout}`;
  const schemas = known().get(key) ?? make({ operation, edition, layout });
  known().set(key, schemas);
  return schemas;
}

function make({ operation: id, edition, layout }: RequestForm): FormSchemas {
  const operation = operationOf(id);
  const form = formIn(operation, edition);
  const codec = codecContractOf(codecOfLayout(layout));
  if (form === undefined || !form.codecs.includes(codec.id)) {
    throw new Error(`the operation ${id} has no layout ${layout} in edition ${edition}`);
  }
  const holds = (clause: ClauseId): boolean => holdsFor(clauseOf(clause), edition, id, codec.mediaType);
  const inForce = (node: SchemaNode): SchemaNode => schemaIn(node, edition, holds);
  const headers = inForce(withContentType(operation.headers, codec.contentType));
  const values = inForce(operation.body);
  const body = codec.schemaOf(values, form.clauses);
  return {
    request: {
      type: 'object',
      required: ['headers', codec.place],
      properties: { headers, [codec.place]: body },
    },
    head: { type: 'object', required: ['headers'], properties: { headers } },
    values,
    wellFormed: codec.wellFormed ?? form.clauses.readable,
    jsonParts: new Set(jsonMembers(body)),
  };
}

function jsonMembers({ properties }: SchemaNode): readonly string[] {
  const members = isSchemaNode(properties) ? Object.entries(properties) : [];
  return members.filter(([, node]) => isSchemaNode(node) && 'contentMediaType' in node).map(([name]) => name);
}

/** In the place that the operation gives it among its headers. */
function withContentType(headers: SchemaNode, contentType: SchemaNode): SchemaNode {
  const properties = isSchemaNode(headers.properties) ? headers.properties : {};
  if (!('Content-Type' in properties)) return headers;
  return { ...headers, properties: { ...properties, 'Content-Type': contentType } };
}

/** Keywords that hold schemas: where their own clause does not hold they only lose its name. */
const applicators = new Set([
  'properties',
  'items',
  'additionalProperties',
  'contentSchema',
  'allOf',
  'if',
  'then',
  'not',
]);

type Holds = (clause: ClauseId) => boolean;

/**
 * A schema as it is in an edition: a keyword says nothing where the clause that it names does not hold, and members are
 * there in their own editions.
 */
function schemaIn(node: SchemaNode, edition: string, holds: Holds): SchemaNode {
  const clauses = clausesIn(node, edition, holds);
  const inside = (value: unknown): unknown => (isSchemaNode(value) ? schemaIn(value, edition, holds) : value);
  const kept = Object.entries(node).flatMap(([keyword, argument]): readonly (readonly [string, unknown])[] => {
    if (keyword === 'x-editions' || clauses.gone.has(keyword)) return [];
    if (keyword === 'x-clauses') return Object.keys(clauses.named).length > 0 ? [[keyword, clauses.named]] : [];
    if (keyword === 'required' && Array.isArray(argument)) {
      return [[keyword, argument.filter((name) => !clauses.free.has(String(name)))]];
    }
    if (keyword === 'properties') {
      const here = Object.entries(Object(argument)).filter(([name]) => isHere(node, name, edition));
      return [[keyword, Object.fromEntries(here.map(([name, member]) => [name, inside(member)]))]];
    }
    if (keyword === 'allOf' && Array.isArray(argument)) return [[keyword, argument.map(inside)]];
    return [[keyword, applicators.has(keyword) ? inside(argument) : argument]];
  });
  return Object.fromEntries(kept);
}

/** What becomes of `x-clauses` and of the keywords that it names. */
interface NodeClauses {
  /** What is left of it. */
  readonly named: SchemaNode;
  /** Keywords that say nothing. */
  readonly gone: ReadonlySet<string>;
  /** Members that are not required. */
  readonly free: ReadonlySet<string>;
}

function clausesIn(node: SchemaNode, edition: string, holds: Holds): NodeClauses {
  const all = isSchemaNode(node['x-clauses']) ? node['x-clauses'] : {};
  // A name that no clause has stays: whoever validates is told of it.
  const isGone = (id: unknown): boolean => typeof id === 'string' && isClauseId(id) && !holds(id);
  const members = isSchemaNode(all.required) ? all.required : {};
  const required = Array.isArray(node.required) ? node.required.map(String) : [];
  const free = new Set(required.filter((name) => !isHere(node, name, edition) || isGone(members[name])));
  const named = Object.entries(all).flatMap(([keyword, clause]): readonly (readonly [string, unknown])[] => {
    if (keyword !== 'required' || !isSchemaNode(clause)) return isGone(clause) ? [] : [[keyword, clause]];
    return [[keyword, Object.fromEntries(Object.entries(clause).filter(([name]) => !free.has(name)))]];
  });
  const silent = Object.keys(all).filter((keyword) => isGone(all[keyword]) && !applicators.has(keyword));
  return { named: Object.fromEntries(named), gone: new Set(silent), free };
}

function isHere({ properties }: SchemaNode, name: string, edition: string): boolean {
  const member = isSchemaNode(properties) ? properties[name] : undefined;
  return !isSchemaNode(member) || isWithin(rangeOf(member), edition);
}

function rangeOf({ 'x-editions': range }: SchemaNode): EditionRange {
  if (!isSchemaNode(range)) return {};
  const { from, until } = range;
  return { ...(typeof from === 'string' ? { from } : {}), ...(typeof until === 'string' ? { until } : {}) };
}
