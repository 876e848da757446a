/** Judges Authorization beyond its schema, and says what is wrong with it and its token. Never quotes the value: it may be a secret. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { isJsonObject, parseJson } from '../../../schemas/validation/parse-json.js';
import {
  broken,
  type ConnectorContract,
  type ConnectorFinding,
  type Examination,
  nothing,
  observed,
} from '../contract.js';
import { chosenWords, noValue, type WordRow, type Words } from '../words.js';

/** What follows from the clause that the schema found broken; an issued token is right whatever its form. */
export function judgeAuthorization(
  value: string,
  schemaBroke: ClauseId | undefined,
  { tokens }: ConnectorContract,
): Examination {
  const tell = (finding: ConnectorFinding): Examination => ({ findings: [finding], exercised: [] });
  if (schemaBroke === 'headers/authorization/scheme') return tell(broken(schemaBroke, schemeWords(value, tokens)));
  const credentials = bearerCredentials(value) ?? '';
  const clause = 'headers/authorization/token';
  if (tokens.includes(credentials)) return { findings: [], exercised: [clause] };
  // An org that nobody can ask may issue opaque tokens (docs/reading.md): told, not judged.
  if (opaque.test(credentials) && tokens.length === 0) return tell(observed(clause, tokenWords(credentials)));
  if (schemaBroke !== undefined || !isToken(credentials)) return tell(broken(clause, tokenWords(credentials)));
  if (isAltered(credentials, tokens)) return tell(broken(clause, alteredWords));
  if (isUnsigned(credentials)) return tell(broken(clause, unsignedWords));
  return tokens.length === 0 ? nothing : tell(observed(clause, strangerWords));
}

/** The token of a request that has one that may be issued. */
export function tokenOf(value: string | undefined, { tokens }: ConnectorContract): string | undefined {
  const credentials = value === undefined ? undefined : bearerCredentials(value);
  if (credentials === undefined || credentials === '') return undefined;
  const isSigned = isToken(credentials) && !isUnsigned(credentials);
  return tokens.includes(credentials) || isSigned || opaque.test(credentials) ? credentials : undefined;
}

const knownSchemes = ['Basic', 'Token', 'JWT', 'OAuth', 'Digest', 'ApiKey', 'Negotiate', 'Session'];

function schemeWords(value: string, tokens: readonly string[]): Words {
  const right = 'Write: Authorization: Bearer <token>.';
  const nothing = noValue(value);
  const scheme = knownSchemes.find((one) => value.toLowerCase().startsWith(`${one.toLowerCase()} `));
  const rows: readonly WordRow[] = [
    [nothing !== undefined, `"${value}" came, ${nothing}`, `Fetch the token before the first call. ${right}`],
    [
      tokens.includes(value) || isToken(value) || opaque.test(value),
      'the token came without its scheme',
      `Put "Bearer " in front of the token. ${right}`,
    ],
    [/^["']/, 'the whole value stands in quotes', `Leave the quotes out. ${right}`],
    [/^bearer\s*[:=]/i, 'a sign stands behind the scheme', `A blank stands there and nothing else. ${right}`],
    [/^bearer\S/i, 'no blank stands behind the scheme', `Put one blank behind Bearer. ${right}`],
    [scheme !== undefined, `the scheme ${scheme} came`, right],
  ];
  const expected = 'The header Authorization is expected to be "Bearer", a blank and the token, and ';
  return chosenWords(expected, value, rows, ['something else came', right]);
}

/** Credentials behind the scheme Bearer; undefined when the scheme is another one. The scheme is of any case. */
function bearerCredentials(authorization: string): string | undefined {
  return /^bearer(?=$| ) *(.*)$/i.exec(authorization)?.[1];
}

/** `{orgId}!...`: what an org gives that was not told to issue tokens in the JWT format (docs/reading.md). */
const opaque = /^00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?!\S+$/;

/** Three parts in base64url, the first a JOSE header with its algorithm, the second claims unless the header says how to read it. */
function isToken(token: string): boolean {
  const [header, payload, signature, ...more] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return false;
  if (![header, payload, signature].every((part) => /^[\w-]*$/.test(part))) return false;
  const jose = objectIn(header);
  if (typeof jose?.alg !== 'string') return false;
  return objectIn(payload) !== undefined || 'zip' in jose || 'b64' in jose || 'cty' in jose;
}

function objectIn(part: string): Record<string, unknown> | undefined {
  const parsed = parseJson(Buffer.from(part, 'base64url').toString());
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}

/** No org issues such a one: it is none out of an old cache either. */
function isUnsigned(token: string): boolean {
  const [header = '', , signature] = token.split('.');
  const algorithm = objectIn(header)?.alg;
  return signature === '' || (typeof algorithm === 'string' && algorithm.toLowerCase() === 'none');
}

/**
 * Whether a token that was not issued is one that was, altered: it shares its claims or its signature with one, or differs
 * from it by letter case only. A token that shares nothing may be an old one out of a cache.
 */
function isAltered(token: string, issued: readonly string[]): boolean {
  const [, payload = '', signature = ''] = token.split('.');
  return issued.some((one) => {
    const [, itsPayload, itsSignature] = one.split('.');
    const shares = (payload !== '' && payload === itsPayload) || (signature !== '' && signature === itsSignature);
    return one !== token && (shares || one.toLowerCase() === token.toLowerCase());
  });
}

const wrongTokens: readonly WordRow[] = [
  [
    /^bearer\b/i,
    'the word Bearer stands twice',
    'Put "Bearer " in front of the token once: the token, or the library, has it already.',
  ],
  [
    /^(["'`]).*\1$|^["'`]|["'`]$/,
    'it stands in quotes',
    'Send the token without quotes: read the JSON answer of the token endpoint with a JSON reader and take the string.',
  ],
  [/^[{[]/, 'JSON came', 'Send the member access_token of the token answer only, not the whole answer.'],
  [
    /^<.*>$/,
    'it stands in angle brackets',
    'The brackets of the documentation only mark a placeholder: leave them out.',
  ],
  [
    opaque,
    'an opaque token of the form {orgId}!... came',
    'Switch on JWT-based access tokens for the connected app and fetch a new token: the opaque form does not fit this API.',
  ],
  [
    /\s/,
    'more than one word stands behind Bearer',
    'Send the token alone, without blanks, line ends, commas or parameters.',
  ],
  [/%2e/i, 'it is percent-encoded', 'Header values are not URL-encoded: send the token as it is.'],
];

/** What is wrong with credentials that are no token. Never quotes them. */
function tokenWords(credentials: string): Words {
  const nothing = noValue(credentials);
  const parts = credentials.split('.').length;
  const rows: readonly WordRow[] = [
    [
      credentials === '',
      'nothing stands behind Bearer',
      'Put the access token behind "Bearer ": the variable that holds it is empty.',
    ],
    [
      nothing !== undefined,
      `"${credentials}" came, ${nothing}`,
      'Fetch the token before the first call and wait for it, and stop with an error of your own when there is none.',
    ],
    ...wrongTokens,
    [
      parts !== 3,
      parts === 1 ? 'one piece without full stops came' : `${parts} parts came`,
      'Send the member access_token of the token answer, whole and unchanged: not the assertion, a consumer key or a piece of the token.',
    ],
    [
      /[=+/]/,
      'it has characters of plain base64',
      'Send the token as the token endpoint gave it: it is base64url already.',
    ],
  ];
  const expected =
    'The token is expected to be one JSON Web Token: three parts of letters, digits, - and _, with full stops between, and ';
  return chosenWords(expected, credentials, rows, [
    'three parts came that do not read as a token',
    'Send the token unchanged: its first part must be the header of a JWT in base64url.',
  ]);
}

const alteredWords: Words = {
  message: 'The token is expected to be sent as it was issued, and one came that was issued and then changed.',
  advice: 'Send the token byte for byte: do not cut it, change its letter case, or build it anew.',
};

const unsignedWords: Words = {
  message: 'The token is expected to be one that the org issued and signed, and one without a signature came.',
  advice: 'Send the member access_token of the token answer: a connector makes no access token by itself.',
};

const strangerWords: Words = {
  message: 'The token is none that this org has issued, and this org refuses all others.',
  advice:
    'Take SF_ACCESS_TOKEN or fetch a token from SF_AUTH_ENDPOINT, and send no assertion or token of your own making; one out of an old cache or a fixed setting has to be renewed after the first 401.',
};
