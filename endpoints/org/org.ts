/** The org behind the gate: conversations by the mock's core, tokens, and the operations around them. */

import type { Credentials } from '../../generators/credentials.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import type { ReceivedRequest } from '../../wire/received.js';
import type { Answer } from '../mock/answer.js';
import { createMock, createMockKeys, type Mock, type MockKeys } from '../mock/mock.js';
import {
  AssertionVerifier,
  type ConnectedApp,
  createConnectedApp,
  issueAccessToken,
  secretOfKey,
} from './connected-app.js';
import { type GateAnswer, jsonGateAnswer } from './gate-answer.js';
import { pathOf } from './operation.js';
import { answerSibling } from './siblings.js';

export interface GateOrgOptions {
  readonly edition: EditionId;
  /** Told of each token that is issued, so that nothing secret is printed. */
  readonly onSecret: (secret: string) => void;
}

const tokenLifetimeMs = 2 * 3_600_000;
/** One channel: connectors take the setting as one value. */
const channel = 'c7d5e3a1-gate';
const audience = 'https://login.salesforce.com';

export class GateOrg {
  readonly app: ConnectedApp;
  readonly credentials: Credentials;
  /** Every token that was issued, the one handed to the command among them. */
  readonly tokens: string[];
  readonly #mock: Mock;
  readonly #keys: MockKeys;
  readonly #assertions: AssertionVerifier;
  readonly #options: GateOrgOptions;
  /** Where it is served; part of the token endpoint's answer. */
  origin = '';

  private constructor(mock: Mock, keys: MockKeys, options: GateOrgOptions) {
    this.app = createConnectedApp(audience);
    this.credentials = mock.credentials;
    this.tokens = [mock.credentials.accessToken];
    this.#mock = mock;
    this.#keys = keys;
    this.#assertions = new AssertionVerifier(this.app);
    this.#options = options;
    for (const secret of [...mock.secrets, secretOfKey(this.app.privateKey)]) options.onSecret(secret);
  }

  static async create(options: GateOrgOptions): Promise<GateOrg> {
    const keys = await createMockKeys();
    return new GateOrg(await createMock({ keys, channels: [channel], edition: options.edition }), keys, options);
  }

  /** Answers as an org in good health does. Never rejects for what the request holds. */
  async answer(request: ReceivedRequest): Promise<GateAnswer> {
    switch (request.operation) {
      case 'conversation':
        return fromCore(await this.#mock.core.handle(toService(request)));
      case 'token':
        return this.#answerToken(request);
      case 'sibling':
        return (await this.#refusesToken(request)) ?? answerSibling(request);
      case 'unknown':
        return jsonGateAnswer(404, { code: 404, message: 'There is no such resource.' });
    }
  }

  /** Issues a further access token. */
  async issueToken(): Promise<string> {
    const token = await issueAccessToken(this.#keys, this.credentials.orgId, tokenLifetimeMs);
    this.tokens.push(token);
    this.#options.onSecret(token);
    return token;
  }

  /** The bearer token that a request carries, whatever it is worth. */
  tokenOf(request: ReceivedRequest): string | undefined {
    const value = request.fields.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
    return /^bearer +(\S+)$/i.exec(value)?.[1];
  }

  async #refusesToken(request: ReceivedRequest): Promise<GateAnswer | undefined> {
    const token = this.tokenOf(request);
    if (token !== undefined && this.tokens.includes(token)) return undefined;
    return unauthorized;
  }

  async #answerToken(request: ReceivedRequest): Promise<GateAnswer> {
    const refused = (error: string, description: string, status = 400): GateAnswer =>
      jsonGateAnswer(status, { error, error_description: description });
    if (request.method !== 'POST') return refused('invalid_request', 'must use HTTP POST', 405);
    const query = request.target.split('?')[1] ?? '';
    const body = Buffer.from(request.body).toString('utf8');
    const form = new URLSearchParams(body === '' ? query : body);
    const assertion = form.get('assertion') ?? '';
    if (assertion !== '') this.#options.onSecret(assertion);
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
      return refused('unsupported_grant_type', 'grant type not supported');
    }
    const reading = await this.#assertions.verify(assertion);
    if (!reading.ok) return refused(reading.error, reading.description);
    return jsonGateAnswer(200, {
      access_token: await this.issueToken(),
      scope: 'interaction_api api',
      instance_url: this.origin,
      id: `${this.origin}/id/${this.credentials.orgId}/005000000000001`,
      token_type: 'Bearer',
    });
  }
}

export const unauthorized: GateAnswer = jsonGateAnswer(
  401,
  { code: 10004, message: 'The access token is not valid.' },
  [['WWW-Authenticate', 'Bearer']],
);

function toService(request: ReceivedRequest) {
  const { method, fields, body, connection } = request;
  const query = request.target.includes('?') ? request.target.slice(request.target.indexOf('?')) : '';
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return { method, target: pathOf(request.target) + query, fields, body: bytes, connection };
}

function fromCore({ status, fields, body }: Answer): GateAnswer {
  return { status, fields, body };
}
