/**
 * JSON Schema of the request headers that every operation shares: canonical names, values trimmed of optional white space.
 * Each constraint names the clause that it comes from in `x-clauses`, and `x-once` the clause that two fields of the name
 * break. Every constraint but `minLength` lets the empty value pass, so that an empty header breaks one clause only.
 * What Content-Type must be follows from the codec of the body, which puts its schema in.
 */
import { anyCase } from './any-case.js';

const base64url = '[A-Za-z0-9_-]';
/** A developer name: starts with a letter, does not end in an underscore. */
const developerName = '[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?';
const hex = '[0-9A-Fa-f]';

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
    Authorization: {
      type: 'string',
      'x-source': 'authorization',
      'x-once': 'headers/authorization/token',
      allOf: [
        { minLength: 1, 'x-clauses': { minLength: 'headers/authorization/required' } },
        {
          pattern: `^$|^${anyCase('Bearer')}(?: .*)?$`,
          'x-clauses': { pattern: 'headers/authorization/scheme' },
          'x-near-misses': 'scheme',
        },
        {
          // The third part may be empty: an unsecured JWT is one by form (RFC 7519); it fails for its signature.
          pattern: `^$|^(?:[^ ]+ +)?${base64url}+\\.${base64url}+\\.${base64url}*$`,
          'x-clauses': { pattern: 'headers/authorization/token' },
          'x-near-misses': 'token',
        },
      ],
    },
    'Content-Type': { type: 'string', 'x-source': 'content-type' },
    OrgId: {
      type: 'string',
      'x-source': 'org-id',
      'x-once': 'headers/org-id/length',
      allOf: [
        { minLength: 1, 'x-clauses': { minLength: 'headers/org-id/required' } },
        {
          pattern: '^$|^.{15}$',
          'x-clauses': { pattern: 'headers/org-id/length' },
          'x-near-misses': 'org-id-length',
        },
        {
          pattern: '^[A-Za-z0-9]*$',
          'x-clauses': { pattern: 'headers/org-id/characters' },
          'x-near-misses': 'org-id-characters',
        },
      ],
    },
    AuthorizationContext: {
      type: 'string',
      'x-source': 'authorization-context',
      'x-once': 'headers/authorization-context/format',
      allOf: [
        { minLength: 1, 'x-clauses': { minLength: 'headers/authorization-context/required' } },
        {
          pattern: `^$|^${developerName}_${developerName}$`,
          'x-clauses': { pattern: 'headers/authorization-context/format' },
          'x-near-misses': 'authorization-context',
        },
      ],
    },
    RequestId: {
      type: 'string',
      'x-source': 'request-id',
      'x-once': 'headers/request-id/format',
      allOf: [
        { minLength: 1, 'x-clauses': { minLength: 'headers/request-id/required' } },
        {
          pattern: `^$|^${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}$`,
          'x-clauses': { pattern: 'headers/request-id/format' },
          'x-near-misses': 'guid',
        },
      ],
    },
  },
} as const;
