/** The token endpoint of the mock: verifies assertions of the JWT bearer flow (RFC 7523) for real and issues access tokens. */
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { type Answer, jsonAnswer } from '../answer.js';
import { headerOf, type ServiceRequest } from '../service-request.js';
import { appPublicKey, connectedApp } from './connected-app.js';

export const tokenPath = '/services/oauth2/token';

/** How the org and its connected app are set up, where it is not as it should be. */
export interface AppTraits {
  /** False when no administrator has pre-authorised the user for the app. */
  readonly approved?: boolean;
  /** Scopes of the app, divided by blanks; `api interaction_api` when absent. */
  readonly scope?: string;
  /** Opaque tokens, as an app gives them that was not told to issue JWTs. */
  readonly opaque?: boolean;
}

export interface TokenEndpointOptions {
  readonly issue: () => Promise<string>;
  readonly issueOpaque: () => string;
  readonly traits: AppTraits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

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

  /** Answers one request. Never rejects. */
  async handle(request: ServiceRequest): Promise<Answer> {
    if (request.method !== 'POST') return refused('invalid_request', 'must use HTTP POST', 405);
    const type = (headerOf(request, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
    if (type !== 'application/x-www-form-urlencoded') return refused('invalid_request', 'the body must be a form');
    const form = new URLSearchParams(request.body.toString('utf8'));
    if (form.get('grant_type') !== jwtBearer) return refused('unsupported_grant_type', 'grant type not supported');
    const { traits } = this.#options;
    const refusal = await this.#check(form.get('assertion') ?? '');
    if (refusal !== undefined) return refusal;
    if (traits.approved === false) return refused('invalid_grant', "user hasn't approved this consumer");
    this.#issued += 1;
    const accessToken = traits.opaque === true ? this.#options.issueOpaque() : await this.#options.issue();
    return jsonAnswer(
      200,
      {
        access_token: accessToken,
        scope: traits.scope ?? 'api interaction_api',
        instance_url: 'https://mock.invalid',
        token_type: 'Bearer',
      },
      [['Cache-Control', 'no-store']],
    );
  }

  async #check(assertion: string): Promise<Answer | undefined> {
    const app = connectedApp();
    const claims = await verified(assertion, this.#options.now());
    if (claims instanceof errors.JWTExpired) return refused('invalid_grant', 'assertion expired');
    if (claims instanceof Error) return refused('invalid_grant', 'invalid assertion signature');
    if (claims.iss !== app.consumerKey) return refused('invalid_client_id', 'client identifier invalid');
    if (claims.aud !== app.audience) return refused('invalid_grant', 'audience is invalid');
    if (claims.sub !== app.subject) return refused('invalid_grant', 'user does not exist');
    if (claims.jti !== undefined && this.#used.has(claims.jti))
      return refused('invalid_grant', 'assertion was used before');
    if (claims.jti !== undefined) this.#used.add(claims.jti);
    return undefined;
  }
}

async function verified(assertion: string, nowMs: number): Promise<JWTPayload | Error> {
  try {
    const { payload } = await jwtVerify(assertion, appPublicKey(), {
      algorithms: ['RS256'],
      requiredClaims: ['iss', 'sub', 'aud', 'exp'],
      currentDate: new Date(nowMs),
    });
    return payload;
  } catch (error) {
    return error instanceof Error ? error : new Error('not verified');
  }
}

function refused(error: string, description: string, status = 400): Answer {
  return jsonAnswer(status, { error, error_description: description });
}
