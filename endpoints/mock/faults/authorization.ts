/** Faults of Headers › Authorization. */
import type { Behaviour, Context } from '../behaviour.js';
import type { Fault } from '../fault.js';
import { headerOf } from '../service-request.js';
import type { TokenReading } from '../token-verifier.js';
import { readsHeader } from './reading-otherwise.js';
import { refusesWhen } from './refusing.js';

/** Reads the credentials otherwise; an undefined value is an absent header. */
const readsCredentials = (reading: (value: string | undefined, token: string) => string | undefined) =>
  readsHeader('Authorization', (value, { accessToken }) => reading(value, accessToken));

const trusts = (condition: (token: TokenReading, context: Context) => boolean) => (): Behaviour => ({
  trusts: condition,
});

/** Header, claims and signature of a token. */
function partsOf(text: string): readonly string[] {
  return text.split('.');
}

const dayInMs = 24 * 3600 * 1000;

export const authorizationFaults = [
  {
    id: 'authorization/not-required',
    clause: 'headers/authorization/required',
    summary: 'Serves requests without an Authorization header.',
    minLevel: 'smoke',
    behaviour: readsCredentials((value, token) => (value === undefined ? `Bearer ${token}` : undefined)),
  },
  {
    id: 'authorization/accepts-empty',
    clause: 'headers/authorization/required',
    summary: 'Serves requests with an empty Authorization header.',
    minLevel: 'standard',
    behaviour: readsCredentials((value, token) => (value === '' ? `Bearer ${token}` : undefined)),
  },
  {
    id: 'authorization/any-scheme',
    clause: 'headers/authorization/scheme',
    summary: 'Takes the token behind whatever scheme name.',
    minLevel: 'standard',
    behaviour: readsCredentials((value) => value?.replace(/^(?!bearer )[^ ]+ +(?=[^ ]+$)/i, 'Bearer ')),
  },
  {
    id: 'authorization/no-scheme',
    clause: 'headers/authorization/scheme',
    summary: 'Takes a token without a scheme name.',
    minLevel: 'standard',
    behaviour: readsCredentials((value) => (value?.includes(' ') === false ? `Bearer ${value}` : undefined)),
  },
  {
    id: 'authorization/scheme-case-sensitive',
    clause: 'headers/authorization/scheme-any-case',
    summary: 'Knows the scheme name only as Bearer.',
    minLevel: 'standard',
    behaviour: refusesWhen(({ received }) => !headerOf(received, 'authorization')?.startsWith('Bearer ')),
  },
  {
    id: 'authorization/first-word-only',
    clause: 'headers/authorization/token',
    summary: 'Ignores what stands behind the token.',
    minLevel: 'standard',
    behaviour: readsCredentials((value) => /^bearer +[^ ,]+(?=[ ,])/i.exec(value ?? '')?.[0]),
  },
  {
    id: 'authorization/any-three-parts',
    clause: 'headers/authorization/token',
    summary: 'Takes any three words joined by dots for a token.',
    minLevel: 'standard',
    behaviour: trusts(({ text, outcome }) => outcome === 'unreadable' && /^[^. ]+\.[^. ]+\.[^. ]+$/.test(text)),
  },
  {
    id: 'authorization/any-text',
    clause: 'headers/authorization/token',
    summary: 'Takes any text for a token.',
    minLevel: 'standard',
    behaviour: trusts(({ outcome }) => outcome === 'unreadable'),
  },
  {
    id: 'authorization/signature-not-verified',
    clause: 'headers/authorization/signature',
    summary: 'Decodes the token and never verifies its signature.',
    minLevel: 'smoke',
    behaviour: trusts(({ outcome, header }) => outcome === 'forged' && header.alg !== 'none'),
  },
  {
    id: 'authorization/signature-cut',
    clause: 'headers/authorization/signature',
    summary: 'Compares only as much of the signature as there is.',
    minLevel: 'standard',
    behaviour: trusts(
      ({ text, outcome }, { settings }) =>
        outcome !== 'valid' && partsOf(text).length === 3 && settings.accessToken.startsWith(text),
    ),
  },
  {
    id: 'authorization/claims-altered',
    clause: 'headers/authorization/signature',
    summary: 'Takes altered claims beside the header and the signature of a token that it issued.',
    minLevel: 'standard',
    behaviour: trusts(({ text, outcome }, { settings }) => {
      const [header, , signature] = partsOf(settings.accessToken);
      const given = partsOf(text);
      return outcome === 'forged' && given[0] === header && given[2] === signature;
    }),
  },
  {
    id: 'authorization/alg-none',
    clause: 'headers/authorization/signature',
    summary: 'Takes an unsigned token that says so itself.',
    minLevel: 'standard',
    behaviour: trusts(({ outcome, header }) => outcome === 'forged' && String(header.alg).toLowerCase() === 'none'),
  },
  {
    id: 'authorization/expired',
    clause: 'headers/authorization/expiry',
    summary: 'Never looks at the expiry time of a token.',
    minLevel: 'standard',
    behaviour: trusts(({ outcome }) => outcome === 'expired'),
  },
  {
    id: 'authorization/expired-within-a-day',
    clause: 'headers/authorization/expiry',
    summary: 'Grants a day after the expiry time of a token.',
    minLevel: 'standard',
    behaviour: trusts(
      ({ outcome, claims }, context) => outcome === 'expired' && Number(claims.exp) * 1000 + dayInMs > context.now(),
    ),
  },
] as const satisfies readonly Fault[];
