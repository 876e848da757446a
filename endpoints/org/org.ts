/** The org behind the gate: the operations of the mock's core, its tokens, and the operations around them. */
import type { Credentials } from '../../generators/credentials.js';
import { pathOf } from '../../wire/http/request-target.js';
import { noOperation, type ReceivedRequest } from '../../wire/received.js';
import type { Answer } from '../mock/answer.js';
import { createMock, type Mock } from '../mock/mock.js';
import { basePath, mockOperations } from '../mock/operations.js';
import type { ServiceRequest } from '../mock/service-request.js';
import { type ConnectedApp, secretOfKey } from '../mock/token/connected-app.js';
import { addresseeOf } from './addressee.js';
import { type GateAnswer, jsonGateAnswer, unauthorized } from './gate-answer.js';
import { answerSibling } from './siblings.js';

export interface GateOrgOptions {
  readonly edition: string;
  /** Told of each token that is issued, so that nothing secret is printed. */
  readonly onSecret: (secret: string) => void;
}

/** One channel: connectors take the setting as one value. */
const channel = 'c7d5e3a1-gate';

export class GateOrg {
  /** Every token that was issued, the one handed to the command among them. */
  readonly tokens: string[];
  readonly #mock: Mock;
  /** Where it is served; part of the token endpoint's answer. */
  origin = '';

  private constructor(mock: Mock, tokens: string[]) {
    this.tokens = tokens;
    this.#mock = mock;
  }

  static async create({ edition, onSecret }: GateOrgOptions): Promise<GateOrg> {
    const tokens: string[] = [];
    const mock = await createMock({
      channels: [channel],
      edition,
      app: { repeatable: true },
      tokenHooks: {
        onAssertion: onSecret,
        onIssued: (token) => {
          tokens.push(token);
          onSecret(token);
        },
        instanceUrl: () => org.origin,
      },
    });
    tokens.push(mock.credentials.accessToken);
    for (const secret of [...mock.secrets, secretOfKey(mock.connectedApp.privateKey)]) onSecret(secret);
    const org: GateOrg = new GateOrg(mock, tokens);
    return org;
  }

  get credentials(): Credentials {
    return this.#mock.credentials;
  }

  get app(): ConnectedApp {
    return this.#mock.connectedApp;
  }

  /** What a request is for. */
  addresseeOf(method: string, target: string): string {
    return addresseeOf(method, target, basePath);
  }

  /** Answers as an org in good health does. Never rejects for what the request holds. */
  async answer(request: ReceivedRequest): Promise<GateAnswer> {
    if (request.operation === noOperation.token)
      return plainly(await this.#mock.tokenEndpoint.handle(toService(request)));
    const { core } = this.#mock;
    if (mockOperations(core.edition).some(({ id }) => id === request.operation)) {
      return plainly(await core.handle(toService(request)));
    }
    if (request.operation === noOperation.unknown) {
      return jsonGateAnswer(404, { code: 404, message: 'There is no such resource.' });
    }
    return this.#refusesToken(request) ?? answerSibling(request);
  }

  /** Issues a further access token. */
  issueToken(): Promise<string> {
    return this.#mock.tokenEndpoint.issue();
  }

  /** The bearer token that a request carries, whatever it is worth. */
  tokenOf(request: ReceivedRequest): string | undefined {
    const value = request.fields.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
    return /^bearer +(\S+)$/i.exec(value)?.[1];
  }

  #refusesToken(request: ReceivedRequest): GateAnswer | undefined {
    const token = this.tokenOf(request);
    return token !== undefined && this.tokens.includes(token) ? undefined : unauthorized;
  }
}

/** The same body, so that what was read of it at arrival is not read again. */
function toService({ method, target, fields, body, connection }: ReceivedRequest): ServiceRequest {
  const query = target.includes('?') ? target.slice(target.indexOf('?')) : '';
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return { method, target: pathOf(target) + query, fields, body: bytes, connection };
}

function plainly({ status, fields, body }: Answer): GateAnswer {
  return { status, fields, body };
}
