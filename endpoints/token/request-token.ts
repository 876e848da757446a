/** Asks a token endpoint for an access token by the JWT bearer flow: one request, bounded in time and size. */
import { isJsonObject, parseJson } from '../../schemas/validation/parse-json.js';
import { quoted } from '../../text/escape.js';
import { createRedactor } from '../../text/redactor.js';
import type { Exchange, FailureKind, HttpAnswer } from '../../wire/exchange.js';
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
    signal: options.signal,
    ca: options.ca,
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
  const without = (trouble: keyof typeof troubles, came: string, expected = 'an access token'): TokenResult => {
    const message = `expected ${expected} from ${label}; ${came}`;
    return { ok: false, problem: { settings: ['SF_AUTH_ENDPOINT'], passing: false, message, ...troubles[trouble] } };
  };
  if (answer === undefined) return without(troubleOf(failure?.kind), failure?.message ?? 'no answer came');
  const { status } = answer;
  const json = jsonOf(answer);
  const error = textOf(json?.error);
  const answered = `it answered ${status}`;
  if (status === 429) return without('too many logins', answered);
  if (status >= 500) return without('server in trouble', answered);
  if (error !== undefined) {
    return { ok: false, problem: problemOf(label, status, error, textOf(json?.error_description) ?? '') };
  }
  if (status >= 300 && status < 400) return without('elsewhere', `${answered}, a redirection, which is not followed`);
  if (status < 200 || status >= 300) return without('elsewhere', answered);
  if (json === undefined) return without('not JSON', `${answered} with ${kindOf(answer)}`, 'JSON with an access token');
  const value = textOf(json.access_token);
  if (value === undefined || !/^[\x21-\x7e]{1,16384}$/.test(value)) {
    return without('no token', `${answered} with JSON that has no usable one`, 'JSON with the member access_token');
  }
  const claims = claimsOf(value);
  const scopes = scopesOf(json.scope) ?? scopesOf(claims?.scp) ?? scopesOf(claims?.scope);
  if (scopes !== undefined && !scopes.includes(neededScope)) {
    const came = `its scopes are ${quoted(scopes.join(' '))}`;
    return without('scope missing', came, `a token with the scope ${neededScope}`);
  }
  const expiresAtMs = expiryOf(value, json, nowMs);
  const warnings = claims === undefined ? [opaqueWarning] : [];
  return { ok: true, token: { value, warnings, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) } };
}

const later = { kind: 'in trouble', settings: [], passing: true } as const;

/** Where nothing else is said, the address is to be looked at, and the same request fails again. */
const troubles = {
  'not trusted': {
    kind: 'untrusted',
    advice:
      'if the certificate is of a CA of your own, name its file in NODE_EXTRA_CA_CERTS; never switch verification off',
  },
  ended: { kind: 'stopped', settings: [], advice: 'nothing: the run was being ended' },
  'unknown host': { kind: 'unreachable', advice: 'check the host name, and the network of this machine' },
  unreachable: { kind: 'unreachable', passing: true, advice: 'check host and port, firewall and proxy' },
  'too many logins': { ...later, advice: 'too many logins in a short time: try again later' },
  'server in trouble': { ...later, advice: 'the login server is in trouble: try again later' },
  elsewhere: {
    kind: 'not a token endpoint',
    advice:
      'give the login URL of the org, such as https://login.salesforce.com or its My Domain; /services/oauth2/token is put behind it',
  },
  'not JSON': {
    kind: 'not JSON',
    advice: 'this is not the token endpoint, or a proxy or a login page answers in its place: check the address',
  },
  'no token': { kind: 'no token', advice: 'this is not the token endpoint of an org: check the address' },
  'scope missing': {
    kind: 'scope missing',
    advice: `add the scope ${neededScope} to the selected OAuth scopes of the connected app`,
    settings: ['SF_CONSUMER_KEY'],
  },
} as const satisfies Readonly<Record<string, Partial<TokenProblem>>>;

function troubleOf(failure: FailureKind | undefined): keyof typeof troubles {
  if (failure === 'tls') return 'not trusted';
  if (failure === 'budget-spent' || failure === 'aborted') return 'ended';
  return failure === 'dns' ? 'unknown host' : 'unreachable';
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

function expiryOf(token: string, json: Members, nowMs: number): number | undefined {
  const seconds = json.expires_in === undefined ? 0 : Number(json.expires_in);
  return expiryOfToken(token) ?? (Number.isFinite(seconds) && seconds > 0 ? nowMs + seconds * 1000 : undefined);
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

/** What stands where JSON should. */
function kindOf({ body, truncated }: HttpAnswer): string {
  if (truncated) return `more than ${mostBytes} bytes`;
  const isHtml = /^\s*<(?:!doctype|html|head|body)/i.test(Buffer.from(body.subarray(0, 200)).toString('latin1'));
  return isHtml ? 'a page in HTML' : 'a body that is no JSON object';
}
