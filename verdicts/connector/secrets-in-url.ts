/** Finds secrets in a request target: URLs end up in access logs, proxies and browser histories. */
import { broken, type ConnectorFinding } from './contract.js';
import type { Target } from './target.js';

const clause = 'operation/no-secrets-in-url';

/** Parameter names, letters only and in lower case, whose value is a secret whatever it looks like. */
const secretNames = new Set(
  (
    'accesstoken oauthtoken token authtoken bearertoken idtoken refreshtoken sessiontoken authorization bearer jwt assertion ' +
    'clientassertion clientsecret consumersecret secret password passwd pwd privatekey apikey sid sessionid'
  ).split(' '),
);

/** Whether a parameter or member of this name holds a secret, whatever it looks like. */
export function isSecretName(name: string): boolean {
  return secretNames.has(name.toLowerCase().replace(/[^a-z]/g, ''));
}

/** A signed token, an opaque session of an org, a private key. */
const secretText = /eyJ[\w-]{8,}\.[\w-]+\.[\w-]*|00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?!|-----BEGIN/;

export interface SecretsReading {
  readonly findings: readonly ConnectorFinding[];
  /** The credentials of the call stand in the URL. */
  readonly credentials: boolean;
}

export function judgeSecrets(target: Target, tokens: readonly string[]): SecretsReading {
  const where: string[] = [];
  for (const [name, value] of parametersOf(target.query)) {
    const named = isSecretName(name);
    if (value !== '' && (named || holdsSecret(value, tokens))) {
      where.push(named ? `the query parameter ${plainName(name)}` : 'a query parameter');
    }
  }
  if (holdsSecret(decoded(target.path), tokens)) where.push('the path');
  if (target.userInfo.includes(':')) where.push('the user name and password in front of the host');
  if (where.length === 0) return { findings: [], credentials: false };
  const words = {
    message: `A URL is expected to hold no secret, and ${where.slice(0, 3).join(' and ')} held one.`,
    advice:
      'Send the token in the header "Authorization: Bearer ..." and everything for the token endpoint in its body: a URL is written to access logs. What was sent so should be counted as leaked.',
  };
  return { findings: [broken(clause, words)], credentials: true };
}

function holdsSecret(text: string, tokens: readonly string[]): boolean {
  return (
    secretText.test(text) || (text.length > 20 && tokens.some((token) => token.length > 20 && text.includes(token)))
  );
}

/** The first ones, decoded as forms are; some programs part them by semicolons. */
function parametersOf(query: string): readonly (readonly [name: string, value: string])[] {
  return [...new URLSearchParams(query.replaceAll(';', '&'))].slice(0, 200);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const plainName = (name: string): string => (/^[\w.-]{1,40}$/.test(name) ? name : 'of an odd name');
