/** Why the token endpoint gave no token, in plain words with the likely cause and the settings to change. Pure. */
import { quoted } from '../../text/escape.js';

export type TokenProblemKind =
  | 'app not authorised'
  | 'wrong audience'
  | 'wrong app'
  | 'wrong signature'
  | 'wrong user'
  | 'expired assertion'
  | 'scope missing'
  | 'grant refused'
  | 'flow not allowed'
  | 'refused'
  | 'not a token endpoint'
  | 'not JSON'
  | 'no token'
  | 'unreachable'
  | 'untrusted'
  | 'in trouble'
  | 'stopped';

export interface TokenProblem {
  readonly kind: TokenProblemKind;
  /** What was expected and what came: one sentence. */
  readonly message: string;
  /** The likely cause and what to do. */
  readonly advice: string;
  /** Names of the settings to look at. */
  readonly settings: readonly string[];
  /** The same request may succeed a little later. */
  readonly passing: boolean;
}

interface Diagnosis extends Pick<TokenProblem, 'kind' | 'advice' | 'settings'> {
  readonly error: RegExp;
  readonly description?: RegExp;
}

/** The first that fits counts: those that look at the description stand before those that do not. */
const diagnoses: readonly Diagnosis[] = [
  {
    error: /^invalid_grant$|^invalid_app_access$|^access_denied$/,
    description: /approved|authori[sz]ed/i,
    kind: 'app not authorised',
    advice:
      'the user has not been pre-authorised for the connected app: in its policies choose "Admin approved users are pre-authorized" and give the user its profile or permission set',
    settings: ['SF_CONSUMER_KEY', 'SF_SUBJECT'],
  },
  {
    error: /^invalid_grant$/,
    description: /audience|\baud\b|login\.|test\./i,
    kind: 'wrong audience',
    advice:
      'the audience is not that of the org: https://test.salesforce.com for a sandbox, https://login.salesforce.com for every other org',
    settings: ['SF_AUDIENCE', 'SF_AUTH_ENDPOINT'],
  },
  {
    error: /^invalid_grant$/,
    description: /expired|not yet|\bexp\b|clock/i,
    kind: 'expired assertion',
    advice:
      'the assertion was made this second for three minutes, so the clock of this machine is likely wrong: set it by NTP',
    settings: [],
  },
  {
    error: /^invalid_grant$/,
    description: /user|subject|\bsub\b|username/i,
    kind: 'wrong user',
    advice:
      'the user is not known there, inactive or of another org: a user name of a sandbox has the name of the sandbox behind it',
    settings: ['SF_SUBJECT', 'SF_AUTH_ENDPOINT'],
  },
  {
    error: /^invalid_grant$|^invalid_client$/,
    description: /signature|assertion|certificate|\bkey\b/i,
    kind: 'wrong signature',
    advice:
      'the key does not belong to the certificate of the connected app, or the app has no certificate: upload that of this key',
    settings: ['SF_PRIVATE_KEY', 'SF_CONSUMER_KEY'],
  },
  {
    error: /^invalid_client_id$|^invalid_client$|^unauthorized_client$/,
    kind: 'wrong app',
    advice:
      'the consumer key is not known there: copy it again from the connected app; a new app takes up to ten minutes, and an app of a sandbox is known in that sandbox only',
    settings: ['SF_CONSUMER_KEY', 'SF_AUTH_ENDPOINT'],
  },
  {
    error: /^invalid_scope$/,
    kind: 'scope missing',
    advice: 'add the scope interaction_api to the selected OAuth scopes of the connected app',
    settings: ['SF_CONSUMER_KEY'],
  },
  {
    error: /^inactive_user$|^inactive_org$/,
    kind: 'wrong user',
    advice: 'the user or the org is not active: choose another one',
    settings: ['SF_SUBJECT', 'SF_AUTH_ENDPOINT'],
  },
  {
    error: /^unsupported_grant_type$/,
    kind: 'flow not allowed',
    advice:
      'the server does not offer the JWT bearer flow at this address: check the endpoint, and that the app has "Use digital signatures" switched on',
    settings: ['SF_AUTH_ENDPOINT', 'SF_CONSUMER_KEY'],
  },
  {
    error: /^invalid_grant$/,
    kind: 'grant refused',
    advice:
      'the server does not say why: check that the user is pre-authorised for the connected app, that the audience fits the org, and that the key belongs to the certificate of the app',
    settings: ['SF_CONSUMER_KEY', 'SF_SUBJECT', 'SF_AUDIENCE', 'SF_PRIVATE_KEY'],
  },
];

const undiagnosed = {
  kind: 'refused',
  advice: 'see what the login history of the org says of this attempt',
  settings: ['SF_CONSUMER_KEY', 'SF_SUBJECT', 'SF_AUDIENCE', 'SF_AUTH_ENDPOINT'],
} as const;

/** What an error answer of the endpoint means. @param endpoint as people write it. */
export function problemOf(endpoint: string, status: number, error: string, description: string): TokenProblem {
  const said = description === '' ? error : `${error}, ${description}`;
  const message = `expected an access token from ${endpoint}; it refused with ${status}: ${quoted(said)}`;
  const fits = (one: Diagnosis) => one.error.test(error) && (one.description?.test(description) ?? true);
  const { kind, advice, settings } = diagnoses.find(fits) ?? undiagnosed;
  return { message, passing: false, kind, advice, settings };
}

/** The problem on lines: what came, then what to do and which settings to change. */
export function tellTokenProblem({ message, advice, settings }: TokenProblem): readonly string[] {
  return [message, advice, ...(settings.length === 0 ? [] : [`settings to check: ${settings.join(', ')}`])];
}
