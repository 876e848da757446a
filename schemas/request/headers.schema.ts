/**
 * JSON Schema of the request headers that every operation shares: canonical names, values trimmed of optional white space.
 * Each constraint names the clause that it comes from in `x-clauses`, and `x-once` the clause that two fields of the name
 * break. Every constraint but `minLength` lets the empty value pass, so that an empty header breaks one clause only.
 * What Content-Type must be follows from the codec of the body, which puts its schema in.
 */
import type { SchemaNode } from '../keywords.js';
import { anyCase } from './any-case.js';

const base64url = '[A-Za-z0-9_-]';
/** A developer name: starts with a letter, does not end in an underscore. */
const developerName = '[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?';
const hex = '[0-9A-Fa-f]';

/** @param clauses of a header that is empty, and of one that comes twice. */
export function headerSchema(source: string, clauses: { required: string; once: string }, ...rules: SchemaNode[]) {
  const filled = { minLength: 1, 'x-clauses': { minLength: clauses.required } };
  return { type: 'string', 'x-source': source, 'x-once': clauses.once, allOf: [filled, ...rules] } as const;
}

/** A form of a value. @param nearMisses which of those in generators/violations/near-misses/ fit. */
export function formSchema(pattern: string, clause: string, nearMisses: string) {
  return { pattern, 'x-clauses': { pattern: clause }, 'x-near-misses': nearMisses } as const;
}

export const requestHeadersSchema = {
  type: 'object',
  required: ['Authorization', 'Content-Type', 'OrgId', 'AuthorizationContext', 'RequestId'],
  'x-clauses': {
    required: {
      Authorization: 'headers/authorization/required',
      'Content-Type': 'headers/content-type/required',
      OrgId: 'headers/org-id/required',
      AuthorizationContext: 'headers/authorization-context/required',
      RequestId: 'headers/request-id/required',
    },
  },
  properties: {
    Authorization: headerSchema(
      'authorization',
      { required: 'headers/authorization/required', once: 'headers/authorization/token' },
      formSchema(`^$|^${anyCase('Bearer')}(?: .*)?$`, 'headers/authorization/scheme', 'scheme'),
      // The third part may be empty: an unsecured JWT is one by form (RFC 7519); it fails for its signature.
      formSchema(
        `^$|^(?:[^ ]+ +)?${base64url}+\\.${base64url}+\\.${base64url}*$`,
        'headers/authorization/token',
        'token',
      ),
    ),
    'Content-Type': { type: 'string', 'x-source': 'content-type' },
    OrgId: headerSchema(
      'org-id',
      { required: 'headers/org-id/required', once: 'headers/org-id/length' },
      formSchema('^$|^.{15}$', 'headers/org-id/length', 'org-id-length'),
      formSchema('^[A-Za-z0-9]*$', 'headers/org-id/characters', 'org-id-characters'),
    ),
    AuthorizationContext: headerSchema(
      'authorization-context',
      { required: 'headers/authorization-context/required', once: 'headers/authorization-context/format' },
      formSchema(
        `^$|^${developerName}_${developerName}$`,
        'headers/authorization-context/format',
        'authorization-context',
      ),
    ),
    RequestId: headerSchema(
      'request-id',
      { required: 'headers/request-id/required', once: 'headers/request-id/format' },
      formSchema(`^$|^${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}$`, 'headers/request-id/format', 'guid'),
    ),
  },
} as const;
