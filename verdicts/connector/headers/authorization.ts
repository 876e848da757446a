/** Judges Authorization beyond its schema, and says what is wrong with it. Never quotes the value: it may be a secret. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import {
  broken,
  type ConnectorContract,
  type ConnectorFinding,
  type Examination,
  nothing,
  observed,
} from '../contract.js';
import { chosenWords, noValue, type WordRow, type Words } from '../words.js';
import { alteredWords, bearerCredentials, isAltered, isOpaque, isToken, strangerWords, tokenWords } from './token.js';

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
  if (isOpaque(credentials) && tokens.length === 0) return tell(observed(clause, tokenWords(credentials)));
  if (schemaBroke !== undefined || !isToken(credentials)) return tell(broken(clause, tokenWords(credentials)));
  if (tokens.length === 0) return nothing;
  return tell(isAltered(credentials, tokens) ? broken(clause, alteredWords) : observed(clause, strangerWords));
}

/** The token of a request that has a well-formed one. */
export function tokenOf(value: string | undefined, { tokens }: ConnectorContract): string | undefined {
  const credentials = value === undefined ? undefined : bearerCredentials(value);
  if (credentials === undefined || credentials === '') return undefined;
  return tokens.includes(credentials) || isToken(credentials) || isOpaque(credentials) ? credentials : undefined;
}

const knownSchemes = ['Basic', 'Token', 'JWT', 'OAuth', 'Digest', 'ApiKey', 'Negotiate', 'Session'];

function schemeWords(value: string, tokens: readonly string[]): Words {
  const right = 'Write: Authorization: Bearer <token>.';
  const nothing = noValue(value);
  const scheme = knownSchemes.find((one) => value.toLowerCase().startsWith(`${one.toLowerCase()} `));
  const rows: readonly WordRow[] = [
    [nothing !== undefined, `"${value}" came, ${nothing}`, `Fetch the token before the first call. ${right}`],
    [
      tokens.includes(value) || isToken(value) || isOpaque(value),
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
