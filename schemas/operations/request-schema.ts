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

/**
 * A schema as it is in an edition: a keyword says nothing where the clause that it names does not hold, and members are
 * there in their own editions.
 */
function schemaIn(node: SchemaNode, edition: string, holds: (clause: ClauseId) => boolean): SchemaNode {
  const clauses = isSchemaNode(node['x-clauses']) ? node['x-clauses'] : {};
  // A name that no clause has stays: whoever validates is told of it.
  const isGone = (id: unknown): boolean => typeof id === 'string' && isClauseId(id) && !holds(id);
  const gone = new Set(Object.keys(clauses).filter((keyword) => isGone(clauses[keyword])));
  const inside = (value: unknown): unknown => (isSchemaNode(value) ? schemaIn(value, edition, holds) : value);
  const members = isSchemaNode(node.properties) ? node.properties : {};
  const isHere = (name: string): boolean => {
    const member = members[name];
    return !isSchemaNode(member) || isWithin(rangeOf(member), edition);
  };
  const kept: [string, unknown][] = [];
  for (const [keyword, argument] of Object.entries(node)) {
    if (keyword === 'x-editions' || (gone.has(keyword) && !applicators.has(keyword))) continue;
    if (keyword === 'x-clauses') {
      const { required } = clauses;
      const named = Object.entries(clauses).filter(([name]) => !gone.has(name));
      const held = named.map(([name, clause]): [string, unknown] =>
        name === 'required' && isSchemaNode(required)
          ? [name, Object.fromEntries(Object.entries(required).filter(([one, id]) => isHere(one) && !isGone(id)))]
          : [name, clause],
      );
      if (held.length > 0) kept.push([keyword, Object.fromEntries(held)]);
    } else if (keyword === 'required' && Array.isArray(argument)) {
      const named = isSchemaNode(clauses.required) ? clauses.required : {};
      kept.push([keyword, argument.filter((name) => isHere(String(name)) && !isGone(named[String(name)]))]);
    } else if (keyword === 'properties') {
      const here = Object.entries(members).filter(([name]) => isHere(name));
      kept.push([keyword, Object.fromEntries(here.map(([name, member]) => [name, inside(member)]))]);
    } else if (keyword === 'allOf' && Array.isArray(argument)) kept.push([keyword, argument.map(inside)]);
    else if (applicators.has(keyword)) kept.push([keyword, inside(argument)]);
    else kept.push([keyword, argument]);
  }
  return Object.fromEntries(kept);
}

function rangeOf({ 'x-editions': range }: SchemaNode): EditionRange {
  if (!isSchemaNode(range)) return {};
  const { from, until } = range;
  return { ...(typeof from === 'string' ? { from } : {}), ...(typeof until === 'string' ? { until } : {}) };
}
