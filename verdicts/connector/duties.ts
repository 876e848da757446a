/** What a call of one operation owes in an edition, put together for the judge. */
import { type ClauseId, isClauseId } from '../../schemas/clauses/clauses.js';
import type { CodecContract, CodecId, MediaType } from '../../schemas/codecs/codecs.js';
import { perContract } from '../../schemas/contract.js';
import { editionIdsInForce } from '../../schemas/editions/editions.js';
import { isSchemaNode, type SchemaNode } from '../../schemas/keywords.js';
import { codecsIn, formIn, mediaTypeOf, type Operation } from '../../schemas/operations/operations.js';
import { type RequestForm, schemasOf } from '../../schemas/operations/request-schema.js';

export interface Duties {
  readonly operation: Operation;
  readonly edition: string;
  /** The default first. */
  readonly codecs: readonly CodecContract[];
  /** Of every body. */
  readonly mediaType: MediaType;
  /** The clause that a body of other bytes breaks. */
  readonly wellFormed: ClauseId;
  /** The clause that JSON text breaks that cannot be read. */
  readonly readable: ClauseId;
  /** Headers by canonical name. */
  readonly headers: Readonly<Record<string, SchemaNode>>;
  /** Names of the values. */
  readonly members: readonly string[];
  /** JSON Schema of the values as one object. */
  readonly values: SchemaNode;
}

/** Asked for with each request. */
const known = perContract(() => new Map<string, Duties | undefined>());

/** Undefined in an edition that does not have the operation. */
export function dutiesOf(operation: Operation, edition: string): Duties | undefined {
  const key = `${operation.id} ${edition}`;
  const duties = known().has(key) ? known().get(key) : make(operation, edition);
  known().set(key, duties);
  return duties;
}

function make(operation: Operation, edition: string): Duties | undefined {
  const codecs = codecsIn(operation, edition);
  const form = formIn(operation, edition);
  const [first] = codecs;
  if (first === undefined || form === undefined) return undefined;
  const { head, values, wellFormed } = schemasOf({ operation: operation.id, edition, layout: first.layout });
  const headers = nodesOf(nodesOf(head.properties).headers?.properties);
  return {
    operation,
    edition,
    codecs,
    mediaType: first.mediaType,
    wellFormed: clauseNamed(wellFormed),
    readable: clauseNamed(form.clauses.readable),
    headers,
    members: Object.keys(nodesOf(values.properties)),
    values,
  };
}

/** The form of a request that came by one of the codecs; the default one where none is named. */
export function formOf({ operation, edition, codecs }: Duties, id?: CodecId): RequestForm {
  const codec = codecs.find((one) => one.id === id) ?? codecs[0];
  return { operation: operation.id, edition, layout: codec?.layout ?? 'json' };
}

/** An edition in which the operation takes bodies of a media type, where this one takes another. */
export function editionTaking(mediaType: MediaType, { operation, edition }: Duties): string | undefined {
  return editionIdsInForce().find((id) => id !== edition && mediaTypeOf(id, operation.id) === mediaType);
}

function nodesOf(value: unknown): Readonly<Record<string, SchemaNode>> {
  const entries = isSchemaNode(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, SchemaNode] => isSchemaNode(entry[1])));
}

function clauseNamed(clause: string): ClauseId {
  if (!isClauseId(clause)) throw new Error(`the contract names a clause that there is none of: ${clause}`);
  return clause;
}
