/** Clauses of Headers: of names and values in general, then header by header. */
import { assumed, clausesAt, implied, owedBy, stated } from './clause.js';

const form = { mediaType: 'multipart/form-data' } as const;
const json = { mediaType: 'application/json' } as const;

export const headerClauses = [
  ...clausesAt('headers', 'Headers', owedBy('service'), {
    'names/any-case': assumed('A header field name counts the same in upper, lower and mixed case.', 'legal-spellings'),
    'values/optional-whitespace': assumed(
      'Blanks and tabs around a header field value mean nothing.',
      'legal-spellings',
    ),
  }),
  ...clausesAt('headers/authorization', 'Headers › Authorization', owedBy('both'), {
    required: stated('Every request carries an Authorization header with credentials in it.'),
    scheme: stated('The credentials are of the Bearer scheme: its name, a blank, the token.'),
    'scheme-any-case': assumed('The scheme name Bearer is accepted in any case.', 'legal-spellings', {
      owes: 'service',
    }),
    token: stated('The token is one JSON Web Token in compact form and nothing else.', 'token'),
    signature: implied(
      'A token whose signature does not prove its content (altered, cut, foreign, unsigned) is refused.',
      'token',
      { owes: 'service' },
    ),
    expiry: assumed('A token past its expiry time is refused.', 'token', { owes: 'service' }),
    'renewed-after-401': assumed(
      'After a 401 a new token is fetched, and the refused one is not used again.',
      'tokens-over-time',
      { owes: 'connector' },
    ),
    'token-not-hammered': assumed(
      'Tokens are fetched a few times and kept: the token endpoint is not asked again and again.',
      'tokens-over-time',
      { owes: 'connector' },
    ),
  }),
  ...clausesAt('headers/content-type', 'Headers › Content-Type', owedBy('both'), {
    required: stated('Every request names the media type of its body.'),
  }),
  ...clausesAt('headers/content-type', 'Headers › Content-Type', owedBy('both', form), {
    'media-type': stated('The media type is multipart/form-data and no other.'),
    boundary: implied('The media type carries the boundary parameter without which the form cannot be read.'),
    'any-spelling': implied(
      'Letter case of the media type, a quoted boundary and other parameters before it change nothing.',
      'legal-spellings',
      { owes: 'service' },
    ),
  }),
  ...clausesAt('headers/content-type', 'Headers › Content-Type (JSON)', owedBy('both', json), {
    json: stated('The media type is application/json and no other.', 'editions'),
    'json-any-spelling': implied(
      'Letter case of application/json and a charset parameter behind it change nothing.',
      'legal-spellings',
      { owes: 'service' },
    ),
  }),
  ...clausesAt('headers/org-id', 'Headers › OrgId', owedBy('both'), {
    required: stated('Every request names the org in the OrgId header.'),
    length: stated('The org id has exactly 15 characters; the 18-character form is another form.', 'orgid'),
    characters: assumed('The org id consists of ASCII letters and digits only.', 'orgid'),
    'token-org': implied('The org named is the one that the token was issued for.', 'orgid'),
  }),
  ...clausesAt('headers/authorization-context', 'Headers › AuthorizationContext', owedBy('both'), {
    required: stated('Every request names the conversation channel definition in the AuthorizationContext header.'),
    format: stated(
      'The value is a prefix and a definition name, both developer names, joined by an underscore.',
      'authorizationcontext',
    ),
    prefix: stated(
      'The prefix is the developer name prefix of the connected app; a well-formed value with another prefix is refused.',
      'authorizationcontext',
    ),
  }),
  ...clausesAt('headers/request-id', 'Headers › RequestId', owedBy('both'), {
    required: stated('Every request carries a RequestId header.'),
    format: stated('The RequestId is a GUID written as 8-4-4-4-12 hexadecimal digits.', 'requestid'),
    'any-version': assumed('GUIDs of every version are accepted, in upper and lower case.', 'requestid', {
      owes: 'service',
    }),
    unique: implied('No two requests carry the same RequestId.', 'requestid', { owes: 'connector' }),
  }),
];
