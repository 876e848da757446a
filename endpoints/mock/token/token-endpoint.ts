/**
 * The token endpoint of the mock and of the org that connectors talk to: verifies assertions of the JWT bearer flow
 * (RFC 7523) for real and issues access tokens.
 */
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { type Answer, jsonAnswer } from '../answer.js';
import type { ServiceRequest } from '../service-request.js';
import { appPublicKey, connectedApp } from './connected-app.js';
import { tokenPath } from './token-path.js';

/** How the org and its connected app are set up, where it is not as it should be. */
export interface AppTraits {
  /** False when no administrator has pre-authorised the user for the app. */
  readonly approved?: boolean;
  /** Scopes of the app, divided by blanks; `api interaction_api` when absent. */
  readonly scope?: string;
  /** Opaque tokens, as an app gives them that was not told to issue JWTs. */
  readonly opaque?: boolean;
  /** Takes an assertion more than once, which RFC 7523 lets a server do. */
  readonly repeatable?: boolean;
  /** How far ahead an assertion may expire, in milliseconds: a server may bound it (RFC 7523, section 3); an hour when absent. */
  readonly assertionLifeMs?: number;
}

/** What whoever serves the endpoint wants to know, and to say in its answers. */
export interface TokenHooks {
  /** Told of each assertion that comes. */
  readonly onAssertion?: (assertion: string) => void;
  /** Told of each token that is issued. */
  readonly onIssued?: (token: string) => void;
  /** Where the org is served; a name that is none when absent. */
  readonly instanceUrl?: () => string;
}

export interface TokenEndpointOptions extends TokenHooks {
  readonly orgId: string;
  readonly issue: () => Promise<string>;
  readonly issueOpaque: () => string;
  readonly traits: AppTraits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const hourMs = 3_600_000;
/** Seconds that the clocks of caller and org may differ. */
const clockTolerance = 60;

export class TokenEndpoint {
  readonly #options: TokenEndpointOptions;
  readonly #used = new Set<string>();
  #issued = 0;

  constructor(options: TokenEndpointOptions) {
    this.#options = options;
  }

  /** Tokens issued so far. */
  get issued(): number {
    return this.#issued;
  }

  /** Whether a request is for this endpoint, whatever its method. */
  static isMeant({ target }: Pick<ServiceRequest, 'target'>): boolean {
    return target.split('?', 1)[0] === tokenPath;
  }

  /** Issues a further access token. */
  async issue(): Promise<string> {
    const { traits, issue, issueOpaque, onIssued } = this.#options;
    this.#issued += 1;
    const token = traits.opaque === true ? issueOpaque() : await issue();
    onIssued?.(token);
    return token;
  }

  /** Answers one request; the form may stand in the body or in the query. Never rejects. */
  async handle({ method, target, body }: Pick<ServiceRequest, 'method' | 'target' | 'body'>): Promise<Answer> {
    if (method !== 'POST') return refused('invalid_request', 'must use HTTP POST', 405);
    const { traits, orgId, onAssertion, instanceUrl = () => 'https://mock.invalid' } = this.#options;
    const form = new URLSearchParams(body.length === 0 ? (target.split('?')[1] ?? '') : body.toString('utf8'));
    const assertion = form.get('assertion') ?? '';
    if (assertion !== '') onAssertion?.(assertion);
    if (form.get('grant_type') !== jwtBearer) return refused('unsupported_grant_type', 'grant type not supported');
    const refusal = await this.#check(assertion);
    if (refusal !== undefined) return refusal;
    if (traits.approved === false) return refused('invalid_grant', "user hasn't approved this consumer");
    const answer = {
      access_token: await this.issue(),
      scope: traits.scope ?? 'api interaction_api',
      instance_url: instanceUrl(),
      id: `${instanceUrl()}/id/${orgId}/005000000000001`,
      token_type: 'Bearer',
    };
    return jsonAnswer(200, answer, [['Cache-Control', 'no-store']]);
  }

  async #check(assertion: string): Promise<Answer | undefined> {
    const app = connectedApp();
    const claims = await verified(assertion, this.#options.now());
    if (claims instanceof errors.JWTExpired) return refused('invalid_grant', 'assertion expired');
    if (claims instanceof Error) return refused('invalid_grant', 'invalid assertion signature');
    const aheadMs = (claims.exp ?? 0) * 1000 - this.#options.now();
    const { assertionLifeMs = hourMs } = this.#options.traits;
    if (aheadMs > assertionLifeMs + clockTolerance * 1000) {
      const most = `at most ${Math.round(assertionLifeMs / 1000)} seconds`;
      return refused(
        'invalid_grant',
        `the assertion expires too far ahead: exp is in seconds since 1970, ${most} from now`,
      );
    }
    if (claims.iss !== app.consumerKey) return refused('invalid_client_id', 'client identifier invalid');
    if (![claims.aud].flat().includes(app.audience)) return refused('invalid_grant', 'audience is invalid');
    if (claims.sub !== app.subject) return refused('invalid_grant', 'user does not exist');
    if (claims.jti === undefined || this.#options.traits.repeatable === true) return undefined;
    if (this.#used.has(claims.jti)) return refused('invalid_grant', 'assertion was used before');
    this.#used.add(claims.jti);
    return undefined;
  }
}

async function verified(assertion: string, nowMs: number): Promise<JWTPayload | Error> {
  try {
    const { payload } = await jwtVerify(assertion, appPublicKey(), {
      algorithms: ['RS256'],
      requiredClaims: ['iss', 'sub', 'aud', 'exp'],
      currentDate: new Date(nowMs),
      clockTolerance,
    });
    return payload;
  } catch (error) {
    return error instanceof Error ? error : new Error('not verified');
  }
}

function refused(error: string, description: string, status = 400): Answer {
  return jsonAnswer(status, { error, error_description: description });
}
