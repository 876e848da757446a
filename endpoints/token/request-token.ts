/** Asks a token endpoint for an access token by the JWT bearer flow: one request, bounded in time and size. */
import { isJsonObject, parseJson } from '../../schemas/validation/parse-json.js';
import { quoted } from '../../text/escape.js';
import { createRedactor } from '../../text/redactor.js';
import type { Exchange, HttpAnswer, TransportFailure } from '../../wire/exchange.js';
import { createSender } from '../sender/sender.js';
import { type JwtBearerFlow, jwtBearerGrant, makeAssertion } from './jwt-bearer.js';
import { problemOf, type TokenProblem } from './token-problem.js';

interface AccessToken {
  readonly value: string;
  /** Milliseconds since 1970; absent when nobody said. */
  readonly expiresAtMs?: number;
  /** Told to people; none of them keeps the token from being used. */
  readonly warnings: readonly string[];
}

export type TokenResult =
  | { readonly ok: true; readonly token: AccessToken }
  | { readonly ok: false; readonly problem: TokenProblem };

export interface TokenRequestOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds since 1970; the system's clock when absent. */
  readonly now?: () => number;
  /** Certificates in PEM that are trusted beside the public ones. */
  readonly ca?: string;
}

const mostBytes = 64 * 1024;
const neededScope = 'interaction_api';

/** Never rejects for what the endpoint or the network does. Sends one request and does not repeat it. */
export async function requestToken(flow: JwtBearerFlow, options: TokenRequestOptions = {}): Promise<TokenResult> {
  const now = options.now ?? Date.now;
  const endpoint = new URL(flow.endpoint);
  const assertion = await makeAssertion(flow, now());
  const form = new URLSearchParams({ grant_type: jwtBearerGrant, assertion });
  const sender = createSender({
    baseUrl: new URL(endpoint.origin),
    concurrency: 1,
    userAgent: 'byoc-conformance',
    // Whoever asks decides whether to ask again: it counts.
    throttle: { maxTries: 1 },
    limits: { bodyBytes: mostBytes, decodedBytes: mostBytes },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  });
  try {
    const exchange = await sender.send(
      {
        method: 'POST',
        path: `${endpoint.pathname}${endpoint.search}`.slice(1),
        fields: [
          ['Content-Type', 'application/x-www-form-urlencoded'],
          ['Accept', 'application/json'],
        ],
        body: Buffer.from(form.toString()),
      },
      { connection: 'fresh' },
    );
    const result = readTokenAnswer(exchange, endpoint, now());
    // The endpoint may quote the assertion back in its error.
    return result.ok ? result : createRedactor([assertion, flow.privateKey]).value(result);
  } finally {
    await sender.close();
  }
}

/** What an exchange with a token endpoint amounts to. Pure. @param nowMs milliseconds since 1970. */
function readTokenAnswer({ answer, failure }: Exchange, endpoint: URL, nowMs: number): TokenResult {
  const label = `${endpoint.origin}${endpoint.pathname}`;
  if (answer === undefined) return without(unanswered(label, failure));
  const { status } = answer;
  const json = jsonOf(answer);
  const error = textOf(json?.error);
  if (status === 429 || status >= 500) return without(inTrouble(label, status));
  if (error !== undefined) return without(problemOf(label, status, error, textOf(json?.error_description) ?? ''));
  if (status < 200 || status >= 300) return without(elsewhere(label, status));
  if (json === undefined) return without(notJson(label, answer));
  const value = textOf(json.access_token);
  if (value === undefined || !/^[\x21-\x7e]{1,16384}$/.test(value)) return without(noToken(label, status));
  const claims = claimsOf(value);
  const scopes = scopesOf(json.scope) ?? scopesOf(claims?.scp) ?? scopesOf(claims?.scope);
  if (scopes !== undefined && !scopes.includes(neededScope)) return without(scopeMissing(label, scopes));
  const expiresAtMs = expiryOf(claims, json, nowMs);
  const warnings = claims === undefined ? [opaqueWarning] : [];
  return { ok: true, token: { value, warnings, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) } };
}

const opaqueWarning =
  'the token endpoint gave an opaque token, not a JWT: switch "Issue JSON Web Token (JWT)-based access tokens" on in the connected app; until then what needs a JWT is left out';

type Members = Readonly<Record<string, unknown>>;

function jsonOf({ body, truncated }: HttpAnswer): Members | undefined {
  return truncated ? undefined : parsed(Buffer.from(body).toString('utf8'));
}

/** The claims set of a JWT in compact form, not verified: that is the service's part. Undefined for an opaque token. */
export function claimsOf(token: string): Members | undefined {
  const [header = '', claims = '', signature, ...more] = token.split('.');
  if (signature === undefined || more.length > 0) return undefined;
  const decode = (part: string): Members | undefined => parsed(Buffer.from(part, 'base64url').toString('utf8'));
  return decode(header) === undefined ? undefined : decode(claims);
}

/** When a token expires by its own claim, in milliseconds since 1970. */
export function expiryOfToken(token: string): number | undefined {
  const exp = claimsOf(token)?.exp;
  return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1000 : undefined;
}

function expiryOf(claims: Members | undefined, json: Members, nowMs: number): number | undefined {
  if (typeof claims?.exp === 'number' && Number.isFinite(claims.exp)) return claims.exp * 1000;
  const seconds = Number(json.expires_in);
  return json.expires_in !== undefined && Number.isFinite(seconds) && seconds > 0 ? nowMs + seconds * 1000 : undefined;
}

/** Scopes as one text divided by blanks, or as a list. */
function scopesOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string' && value.trim() !== '') return value.trim().split(/\s+/);
  if (!Array.isArray(value)) return undefined;
  return value.filter((one) => typeof one === 'string');
}

function parsed(text: string): Members | undefined {
  const read = parseJson(text);
  return read.ok && isJsonObject(read.value) ? read.value : undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

type Told = Pick<TokenProblem, 'kind' | 'message' | 'advice'> & Partial<TokenProblem>;

/** Where nothing else is said, the address is to be looked at, and the same request fails again. */
function without(told: Told): TokenResult {
  return { ok: false, problem: { settings: ['SF_AUTH_ENDPOINT'], passing: false, ...told } };
}

function unanswered(label: string, failure: TransportFailure | undefined): Told {
  const message = `expected an access token from ${label}; ${failure?.message ?? 'no answer came'}`;
  switch (failure?.kind) {
    case 'tls':
      return {
        kind: 'untrusted',
        message,
        advice:
          'if the certificate is of a CA of your own, name its file in NODE_EXTRA_CA_CERTS; never switch verification off',
      };
    case 'budget-spent':
    case 'aborted':
      return { kind: 'stopped', message, settings: [], advice: 'nothing: the run was being ended' };
    case 'dns':
      return { kind: 'unreachable', message, advice: 'check the host name, and the network of this machine' };
    default:
      return { kind: 'unreachable', message, passing: true, advice: 'check host and port, firewall and proxy' };
  }
}

function inTrouble(label: string, status: number): Told {
  return {
    kind: 'in trouble',
    message: `expected an access token from ${label}; it answered ${status}`,
    advice:
      status === 429
        ? 'too many logins in a short time: try again later'
        : 'the login server is in trouble: try again later',
    settings: [],
    passing: true,
  };
}

function elsewhere(label: string, status: number): Told {
  const redirected = status >= 300 && status < 400 ? ', a redirection, which is not followed' : '';
  return {
    kind: 'not a token endpoint',
    message: `expected an access token from ${label}; it answered ${status}${redirected}`,
    advice:
      'give the login URL of the org, such as https://login.salesforce.com or its My Domain; /services/oauth2/token is put behind it',
  };
}

function notJson(label: string, { status, body, truncated }: HttpAnswer): Told {
  const isHtml = /^\s*<(?:!doctype|html|head|body)/i.test(Buffer.from(body.subarray(0, 200)).toString('latin1'));
  const what = truncated ? `more than ${mostBytes} bytes` : isHtml ? 'a page in HTML' : 'a body that is no JSON object';
  return {
    kind: 'not JSON',
    message: `expected JSON with an access token from ${label}; it answered ${status} with ${what}`,
    advice: 'this is not the token endpoint, or a proxy or a login page answers in its place: check the address',
  };
}

function noToken(label: string, status: number): Told {
  return {
    kind: 'no token',
    message: `expected JSON with the member access_token from ${label}; it answered ${status} with JSON that has no usable one`,
    advice: 'this is not the token endpoint of an org: check the address',
  };
}

function scopeMissing(label: string, scopes: readonly string[]): Told {
  return {
    kind: 'scope missing',
    message: `expected a token with the scope ${neededScope} from ${label}; its scopes are ${quoted(scopes.join(' '))}`,
    advice: `add the scope ${neededScope} to the selected OAuth scopes of the connected app`,
    settings: ['SF_CONSUMER_KEY'],
  };
}
