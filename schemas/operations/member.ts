/** Looks into the schema of values along a path. */
import { clauseOfKeyword } from '../clauses/clause-of-keyword.js';
import type { ClauseId } from '../clauses/clauses.js';
import { isSchemaNode, type SchemaNode } from '../keywords.js';
import type { ValuePath } from './operation.js';

export interface Member {
  readonly node: SchemaNode;
  /** The clause of its being there; absent for an optional one. */
  readonly required?: ClauseId;
}

/** Undefined where the schema says nothing of the place. */
export function memberAt(values: SchemaNode, path: ValuePath): Member | undefined {
  let found: Member | undefined = { node: values };
  for (const step of path) {
    const parent: SchemaNode | undefined = found?.node;
    if (parent === undefined) return undefined;
    const inside: unknown = typeof step === 'number' ? parent.items : Reflect.get(Object(parent.properties), step);
    const required: ClauseId | undefined =
      typeof step === 'number' ? undefined : clauseOfKeyword(parent, 'required', step);
    found = isSchemaNode(inside) ? { node: inside, ...(required === undefined ? {} : { required }) } : undefined;
  }
  return found;
}

/** A path as people write it: `participants[0].subject`. */
export function toldPath(path: ValuePath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
