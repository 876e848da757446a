/** Which clauses a value puts to the test: those of the keywords that say something of it. */
import { clauseOfKeyword } from '../clauses/clause-of-keyword.js';
import type { ClauseId } from '../clauses/clauses.js';
import { isSchemaNode, type SchemaNode } from '../keywords.js';

/** A clause that was put to the test. */
export interface Visit {
  readonly clause: ClauseId;
  /** JSON Pointer of the value inside the message, or inside the JSON text that holds it: `/headers/OrgId`. */
  readonly at: string;
}

const isString = (value: unknown): boolean => typeof value === 'string';
const isList = (value: unknown): boolean => Array.isArray(value);

/** Of which values a keyword says something; of every value where it is not listed. */
const speaksOf: Readonly<Record<string, (value: unknown) => boolean>> = {
  minLength: isString,
  maxLength: isString,
  contentMediaType: isString,
  // Every pattern lets the empty text pass, so that an empty value breaks one clause only.
  pattern: (value) => isString(value) && value !== '',
  minItems: isList,
  maxItems: isList,
  items: (value) => Array.isArray(value) && value.length > 0,
  additionalProperties: isSchemaNode,
};

/** For a node of a schema: gives the clauses that a value at a place puts to the test. */
export function clausesPutToTheTest(node: SchemaNode): (value: unknown, at: string) => readonly Visit[] {
  const named = isSchemaNode(node['x-clauses']) ? node['x-clauses'] : {};
  const plain = Object.keys(named).flatMap((keyword) => {
    const clause = keyword === 'required' ? undefined : clauseOfKeyword(node, keyword);
    return clause === undefined ? [] : [{ clause, speaks: speaksOf[keyword] ?? ((): boolean => true) }];
  });
  const members = isSchemaNode(named.required) ? Object.keys(named.required) : [];
  const required = members.flatMap((member) => {
    const clause = clauseOfKeyword(node, 'required', member);
    return clause === undefined ? [] : [{ clause, member }];
  });
  return (value, at) => [
    ...plain.filter(({ speaks }) => speaks(value)).map(({ clause }) => ({ clause, at })),
    ...(isSchemaNode(value) ? required.map(({ clause, member }) => ({ clause, at: `${at}/${member}` })) : []),
  ];
}
