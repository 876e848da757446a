/** Says what is wrong with a header that is missing, empty, there under another name, or there more than once. */
import type { MediaType } from '../../../schemas/codecs/codecs.js';
import type { BrokenClause } from '../../../schemas/validation/broken-clause.js';
import type { FieldValues } from '../../../wire/http/field-values.js';
import { shown, statementAdvice, type Words } from '../words.js';

interface Expected {
  /** What is expected, as the beginning of a sentence. */
  readonly told: string;
  readonly advice: string;
  /** What else people call the header: letters only, in lower case. */
  readonly alsoCalled: readonly string[];
}

const expected: Readonly<Record<string, Expected>> = {
  Authorization: {
    told: 'A header "Authorization: Bearer <token>"',
    advice:
      'Set the header in every request, also in a retry and behind a redirect, where some HTTP libraries drop it.',
    alsoCalled: ['authorisation', 'auth', 'token', 'accesstoken', 'bearer'],
  },
  'Content-Type: multipart/form-data': {
    told: 'A header Content-Type with multipart/form-data and its boundary',
    advice: 'Give the HTTP library a form (FormData, files=, MultipartEntity) as the body and let it set this header.',
    alsoCalled: ['contenttypes', 'mediatype'],
  },
  'Content-Type: application/json': {
    told: 'A header "Content-Type: application/json"',
    advice:
      'Set Content-Type to application/json, or hand the library the object with its JSON option (json=, JsonContent).',
    alsoCalled: ['contenttypes', 'mediatype'],
  },
  OrgId: {
    told: 'A header OrgId with the 15-character id of the org',
    advice: 'Set the header OrgId to SF_ORG_ID in every request.',
    alsoCalled: ['organizationid', 'organisationid', 'sforgid', 'org'],
  },
  AuthorizationContext: {
    told: 'A header AuthorizationContext with the channel definition',
    advice: 'Set the header AuthorizationContext to SF_AUTHORIZATION_CONTEXT in every request.',
    alsoCalled: ['authorisationcontext', 'authcontext', 'sfauthorizationcontext'],
  },
  RequestId: {
    told: 'A header RequestId with a new GUID',
    advice:
      'Make a new GUID for every request (crypto.randomUUID(), uuid.uuid4(), UUID.randomUUID(), Guid.NewGuid()) and send it as RequestId.',
    alsoCalled: ['requestid', 'correlationid', 'requestguid', 'sfrequestid'],
  },
};

/** Values are not shown. @param mediaType that the body is to be of. */
export function missingWords(
  header: string,
  values: FieldValues,
  { clause, problem }: BrokenClause,
  mediaType: MediaType,
): Words {
  const own = expected[header] ?? expected[`${header}: ${mediaType}`];
  const isEmpty = values.has(header.toLowerCase());
  const message =
    own === undefined
      ? `The header ${header} ${problem}${isEmpty ? ': "" came' : ''}`
      : `${own.told} is expected, and ${isEmpty ? 'an empty one came' : 'there is none'}`;
  const advice = own?.advice ?? statementAdvice(clause);
  const wanted = [plain(header), ...(own?.alsoCalled ?? [])];
  const near = [...values.keys()].find((name) => wanted.some((one) => [one, `x${one}`].includes(plain(name))));
  if (isEmpty || near === undefined) return { message: `${message}.`, advice };
  return {
    message: `${message}: ${shown(near)} came.`,
    advice: `The header is called ${header}, letter by letter but for their case. ${advice}`,
  };
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

export function repeatedWords(header: string, values: readonly string[]): Words {
  const alike = new Set(values).size === 1 ? 'with the same value each time' : 'with different values';
  return {
    message: `The header ${header} is expected once, and it came ${values.length} times, ${alike}.`,
    advice:
      'Set the header in one place: a default of the client, an interceptor and the call each add their own. Replace (set) instead of adding (append).',
  };
}
