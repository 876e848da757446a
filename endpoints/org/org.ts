/** The org that connectors talk to: the operations of the mock's core, its tokens, and the operations around them. */
import { randomUUID } from 'node:crypto';
import type { Credentials } from '../../generators/credentials.js';
import { valuesOf } from '../../wire/http/field-values.js';
import { originFormOf, pathOf } from '../../wire/http/request-target.js';
import { noOperation, type ReceivedRequest } from '../../wire/received.js';
import { jsonAnswer } from '../mock/answer.js';
import { createMock, type Mock, type MockKeys } from '../mock/mock.js';
import { basePath, mockOperations } from '../mock/operations.js';
import type { ServiceRequest } from '../mock/service-request.js';
import { type ConnectedApp, secretOfKey } from '../mock/token/connected-app.js';
import { addresseeOf } from './addressee.js';
import { type OrgAnswer, unauthorized } from './org-answer.js';

export interface OrgOptions {
  readonly edition: string;
  /** Where absent one: connectors take the setting as one value. */
  readonly channels?: readonly string[];
  /** Of the tokens; new ones when absent. */
  readonly keys?: MockKeys | undefined;
  /** How far ahead an assertion for a token may expire, in milliseconds; an hour when absent. */
  readonly assertionLifeMs?: number;
  /** Told of each token that is issued, so that nothing secret is printed. */
  readonly onSecret: (secret: string) => void;
}

/** Both for a connector that is told which one to use. */
export const orgChannels = ['c7d5e3a1-gate', '94b0f2d6-gate'] as const;

export class Org {
  /** Every token that was issued, the one handed to the command among them. */
  readonly tokens: string[];
  readonly #mock: Mock;
  /** Where it is served; part of the token endpoint's answer. */
  origin = '';

  private constructor(mock: Mock, tokens: string[]) {
    this.tokens = tokens;
    this.#mock = mock;
  }

  static async create({
    edition,
    channels = orgChannels.slice(0, 1),
    keys,
    assertionLifeMs,
    onSecret,
  }: OrgOptions): Promise<Org> {
    const tokens: string[] = [];
    const mock = await createMock({
      channels: [...channels],
      edition,
      ...(keys === undefined ? {} : { keys }),
      app: { repeatable: true, ...(assertionLifeMs === undefined ? {} : { assertionLifeMs }) },
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
    const org: Org = new Org(mock, tokens);
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
  async answer(request: ReceivedRequest): Promise<OrgAnswer> {
    if (request.operation === noOperation.token) return this.#mock.tokenEndpoint.handle(toService(request));
    const { core } = this.#mock;
    if (mockOperations(core.edition).some(({ id }) => id === request.operation)) {
      return core.handle(toService(request));
    }
    if (request.operation === noOperation.unknown) {
      return jsonAnswer(404, { code: 404, message: 'There is no such resource.' });
    }
    // Another origin knows no token of this one.
    if (request.operation === noOperation.elsewhere) return unauthorized;
    return this.#refusesToken(request) ?? answerSibling(request);
  }

  /** Issues a further access token. */
  issueToken(): Promise<string> {
    return this.#mock.tokenEndpoint.issue();
  }

  /** The bearer token that a request carries, whatever it is worth. */
  tokenOf(request: ReceivedRequest): string | undefined {
    const [value = ''] = valuesOf(request.fields, 'authorization');
    return /^bearer +(\S+)$/i.exec(value)?.[1];
  }

  #refusesToken(request: ReceivedRequest): OrgAnswer | undefined {
    const token = this.tokenOf(request);
    return token !== undefined && this.tokens.includes(token) ? undefined : unauthorized;
  }
}

/** The same body, so that what was read of it at arrival is not read again. */
function toService({ method, target, fields, body, connection }: ReceivedRequest): ServiceRequest {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return { method, target: originFormOf(target), fields, body: bytes, connection };
}

/** Operations beside the contract are answered well enough for a connector to go on: they are not judged further. */
function answerSibling({ method, target }: ReceivedRequest): OrgAnswer {
  if (method === 'GET' || method === 'HEAD') return jsonAnswer(200, { success: true });
  const own = /agentwork/i.test(pathOf(target))
    ? { workItemId: randomUUID(), agentWorkId: randomUUID() }
    : { identifier: randomUUID() };
  return jsonAnswer(202, { success: true, timestamp: Date.now(), ...own });
}
