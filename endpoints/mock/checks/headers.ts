/** Checks of Headers, header by header, in the order in which a service looks at them. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { isBoundary } from '../../../wire/http/content-type-reader.js';
import { type Check, checksOf } from '../check.js';
import type { BodyKind } from '../operation.js';
import type { HeadReading } from '../reading.js';
import { countOf, headerOf } from '../service-request.js';

type HeadCheck = Check<HeadReading>;

const bad = { status: 400, code: 10016 } as const;
const unauthorized = { status: 401, code: 10004 } as const;
const unsupportedType = { status: 415, code: 10016 } as const;

function required(name: string, clause: ClauseId, refusal: Pick<HeadCheck, 'status' | 'code'> = bad): HeadCheck {
  const message = `The ${name} header is missing or empty.`;
  return { clause, ...refusal, message, fails: ({ request }) => !headerOf(request, name) };
}

function onlyOnce(name: string, clause: ClauseId): HeadCheck {
  const message = `The ${name} header comes more than once.`;
  return { clause, ...bad, message, fails: ({ request }) => countOf(request, name) > 1 };
}

/** The value of a header; of an absent one the empty text. */
const fieldOf =
  (name: string) =>
  ({ request }: HeadReading): string =>
    headerOf(request, name) ?? '';

const credentialsOf = fieldOf('authorization');

const authorizationChecks: readonly HeadCheck[] = [
  ...checksOf<HeadReading>(unauthorized, {
    'headers/authorization/required': [
      'The Authorization header is missing or holds no credentials.',
      (reading) => /^(?:bearer)?$/i.test(credentialsOf(reading)),
    ],
  }),
  onlyOnce('Authorization', 'headers/authorization/token'),
  ...checksOf<HeadReading>(unauthorized, {
    'headers/authorization/scheme': [
      'The credentials are not of the Bearer scheme.',
      (reading) => !/^bearer /i.test(credentialsOf(reading)),
    ],
    'headers/authorization/token': [
      'The token is not one JSON Web Token in compact form.',
      ({ token }) => token === undefined || token.outcome === 'unreadable',
    ],
    'headers/authorization/signature': [
      'The signature of the token is not valid.',
      ({ token }) => token?.outcome === 'forged',
    ],
    'headers/authorization/expiry': ['The token has expired.', ({ token }) => token?.outcome === 'expired'],
  }),
];

/** By how the body is written. */
const contentTypeChecks: Readonly<Record<BodyKind, readonly HeadCheck[]>> = {
  form: [
    required('Content-Type', 'headers/content-type/required', unsupportedType),
    onlyOnce('Content-Type', 'headers/content-type/media-type'),
    ...checksOf<HeadReading>(unsupportedType, {
      'headers/content-type/media-type': [
        'The media type is not multipart/form-data.',
        ({ contentType }) => contentType?.mediaType !== 'multipart/form-data',
      ],
      'headers/content-type/boundary': [
        'The boundary parameter is missing or malformed.',
        ({ contentType }) => !isBoundary(contentType?.parameters.get('boundary') ?? ''),
      ],
    }),
  ],
  json: [
    required('Content-Type', 'headers/content-type/required', unsupportedType),
    onlyOnce('Content-Type', 'headers/content-type/json'),
    ...checksOf<HeadReading>(unsupportedType, {
      'headers/content-type/json': [
        'The media type is not application/json.',
        ({ contentType }) => contentType?.mediaType !== 'application/json',
      ],
    }),
  ],
};

const orgIdOf = fieldOf('OrgId');

const orgIdChecks: readonly HeadCheck[] = [
  required('OrgId', 'headers/org-id/required'),
  onlyOnce('OrgId', 'headers/org-id/length'),
  ...checksOf<HeadReading>(bad, {
    'headers/org-id/length': ['The org id does not have 15 characters.', (reading) => orgIdOf(reading).length !== 15],
    'headers/org-id/characters': [
      'The org id has characters other than letters and digits.',
      (reading) => !/^[A-Za-z0-9]+$/.test(orgIdOf(reading)),
    ],
  }),
  {
    clause: 'headers/org-id/token-org',
    status: 403,
    code: 10016,
    message: 'The token belongs to another org.',
    fails: (reading) => reading.token?.claims.org_id !== orgIdOf(reading),
  },
];

/** Two developer names joined by an underscore: each begins with a letter and does not end in an underscore. */
const contextForm = /^[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?_[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?$/;
const nameForm = /^[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?$/;

const contextOf = fieldOf('AuthorizationContext');

const authorizationContextChecks: readonly HeadCheck[] = [
  required('AuthorizationContext', 'headers/authorization-context/required'),
  onlyOnce('AuthorizationContext', 'headers/authorization-context/format'),
  ...checksOf<HeadReading>(bad, {
    'headers/authorization-context/format': [
      'The authorization context is not a prefix and a developer name joined by an underscore.',
      (reading) => !contextForm.test(contextOf(reading)),
    ],
  }),
  {
    clause: 'headers/authorization-context/prefix',
    status: 403,
    code: 10005,
    message: 'The authorization context does not belong to the app of the token.',
    fails: (reading, { prefix }) => {
      const context = contextOf(reading);
      return !context.startsWith(`${prefix}_`) || !nameForm.test(context.slice(prefix.length + 1));
    },
  },
];

/** Any version and either case. */
export const guidForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const requestIdOf = fieldOf('RequestId');

const requestIdChecks: readonly HeadCheck[] = [
  required('RequestId', 'headers/request-id/required'),
  onlyOnce('RequestId', 'headers/request-id/format'),
  ...checksOf<HeadReading>(bad, {
    'headers/request-id/format': [
      'The request id is not a GUID of 8-4-4-4-12 hexadecimal digits.',
      (reading) => !guidForm.test(requestIdOf(reading)),
    ],
  }),
];

const headChecks = (kind: BodyKind): readonly HeadCheck[] => [
  ...authorizationChecks,
  ...contentTypeChecks[kind],
  ...orgIdChecks,
  ...authorizationContextChecks,
  ...requestIdChecks,
];

export const headChecksOf = { form: headChecks('form'), json: headChecks('json') } as const;
