/** Faults of Headers › Authorization. */
import type { Context } from '../behaviour.js';
import { readsHeader, refusesHeader } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';
import type { TokenReading } from '../token-verifier.js';

/** Reads the credentials otherwise; an undefined value is an absent header. */
const reads = rowsBy((reading: (value: string | undefined, token: string) => string | undefined) =>
  readsHeader('Authorization', (value, { accessToken }) => reading(value, accessToken)),
);

const trusts = rowsBy((condition: (token: TokenReading, context: Context) => boolean) => ({ trusts: condition }));

/** Header, claims and signature of a token. */
function partsOf(text: string): readonly string[] {
  return text.split('.');
}

const dayInMs = 24 * 3600 * 1000;

export const authorizationFaults = faultsOf('authorization', {
  'headers/authorization/required': reads({
    'not-required': [
      'Serves requests without an Authorization header.',
      (value, token) => (value === undefined ? `Bearer ${token}` : undefined),
      'smoke',
    ],
    'accepts-empty': [
      'Serves requests with an empty Authorization header.',
      (value, token) => (value === '' ? `Bearer ${token}` : undefined),
    ],
  }),
  'headers/authorization/scheme': reads({
    'any-scheme': [
      'Takes the token behind whatever scheme name.',
      (value) => value?.replace(/^(?!bearer )[^ ]+ +(?=[^ ]+$)/i, 'Bearer '),
    ],
    'no-scheme': [
      'Takes a token without a scheme name.',
      (value) => (value?.includes(' ') === false ? `Bearer ${value}` : undefined),
    ],
  }),
  'headers/authorization/scheme-any-case': {
    'scheme-case-sensitive': [
      'Knows the scheme name only as Bearer.',
      refusesHeader('Authorization', (value) => !value.startsWith('Bearer ')),
    ],
  },
  'headers/authorization/token': {
    ...reads({
      'first-word-only': [
        'Ignores what stands behind the token.',
        (value) => /^bearer +[^ ,]+(?=[ ,])/i.exec(value ?? '')?.[0],
      ],
    }),
    ...trusts({
      'any-three-parts': [
        'Takes any three words joined by dots for a token.',
        ({ text, outcome }) => outcome === 'unreadable' && /^[^. ]+\.[^. ]+\.[^. ]+$/.test(text),
      ],
      'any-text': ['Takes any text for a token.', ({ outcome }) => outcome === 'unreadable'],
    }),
  },
  'headers/authorization/signature': trusts({
    'signature-not-verified': [
      'Decodes the token and never verifies its signature.',
      ({ outcome, header }) => outcome === 'forged' && header.alg !== 'none',
      'smoke',
    ],
    'signature-cut': [
      'Compares only as much of the signature as there is.',
      ({ text, outcome }, { settings }) =>
        outcome !== 'valid' && partsOf(text).length === 3 && settings.accessToken.startsWith(text),
    ],
    'claims-altered': [
      'Takes altered claims beside the header and the signature of a token that it issued.',
      ({ text, outcome }, { settings }) => {
        const [header, , signature] = partsOf(settings.accessToken);
        const given = partsOf(text);
        return outcome === 'forged' && given[0] === header && given[2] === signature;
      },
    ],
    'alg-none': [
      'Takes an unsigned token that says so itself.',
      ({ outcome, header }) => outcome === 'forged' && String(header.alg).toLowerCase() === 'none',
    ],
  }),
  'headers/authorization/expiry': trusts({
    expired: ['Never looks at the expiry time of a token.', ({ outcome }) => outcome === 'expired'],
    'expired-within-a-day': [
      'Grants a day after the expiry time of a token.',
      ({ outcome, claims }, { now }) => outcome === 'expired' && Number(claims.exp) * 1000 + dayInMs > now(),
    ],
  }),
});
