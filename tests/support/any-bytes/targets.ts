/** Gate, mock and proxy, each to be sent the bytes of one connection at a time, and what each makes of them. */
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { createMock } from '../../../endpoints/mock/mock.js';
import { Org } from '../../../endpoints/org/org.js';
import { openOrgServer } from '../../../endpoints/org/org-server.js';
import { scenarioOf } from '../../../endpoints/org/scenarios.js';
import { Stage } from '../../../endpoints/org/stage.js';
import { openProxyServer } from '../../../endpoints/proxy/proxy-server.js';
import { receivedThrough } from '../../../engine/connector/run-proxy.js';
import type { Credentials } from '../../../generators/credentials.js';
import { AnswerJudge } from '../../../verdicts/connector/run/judge-answers.js';
import { Ledger } from '../../../verdicts/connector/run/ledger.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import { isJwt } from './strict-call.js';

const edition = '61.0';

/** One request as a target took it. */
export interface Taken {
  readonly method: string;
  readonly target: string;
  readonly body: Uint8Array;
  readonly verdict: string;
  readonly operation: string;
}

export interface Target {
  readonly name: 'gate' | 'mock' | 'proxy';
  readonly port: number;
  readonly credentials: Credentials;
  /** Whether its judge takes a text for a token of the org. */
  readonly isToken: (text: string) => boolean;
  /** What was taken on the next connection in turn; undefined where nothing is recorded of it. */
  taken(atLeast: number): Promise<readonly Taken[] | undefined>;
  close(): Promise<void>;
}

/** Judged exchanges by the connection that they came on. */
class Judged {
  readonly ledger: Ledger;
  readonly #taken = new Map<number, Taken[]>();
  #connections = 0;

  constructor(credentials: Credentials, tokens: readonly string[], further?: AnswerJudge['judge']) {
    this.ledger = new Ledger({
      contract: { edition, ...credentials, tokens, ...(further === undefined ? {} : { everyIdentifierSeen: false }) },
      ...(further === undefined ? {} : { further }),
      onJudged: (request: ReceivedRequest, { verdict }) => this.#of(request.connection).push({ ...request, verdict }),
    });
    this.ledger.begin('any bytes');
  }

  /** Of the next connection in turn: one is opened behind the other. */
  async take(atLeast: number): Promise<readonly Taken[]> {
    this.#connections += 1;
    const taken = this.#of(this.#connections);
    this.#taken.clear();
    this.#taken.set(this.#connections, taken);
    // Judged behind the bytes, within a few turns of the event loop.
    for (let turns = 0; turns < 5 || (taken.length < atLeast && turns < 10_000); turns += 1) await turn();
    // What was sent on another connection is another story.
    this.ledger.begin('any bytes');
    return taken;
  }

  #of(connection: number): Taken[] {
    const taken = this.#taken.get(connection) ?? [];
    this.#taken.set(connection, taken);
    return taken;
  }
}

export async function openGate(): Promise<Target> {
  const org = await Org.create({ edition, onSecret: () => undefined });
  const { credentials } = org;
  const judged = new Judged(credentials, org.tokens);
  const stage = new Stage(scenarioOf('all-well'), org);
  const server = await openOrgServer({
    port: 0,
    host: '127.0.0.1',
    now: () => performance.now(),
    addresseeOf: (method, target) => org.addresseeOf(method, target),
    answer: (request) => stage.answer(request),
    onDone: (request) => judged.ledger.take(request),
  });
  org.origin = server.origin;
  return {
    name: 'gate',
    port: server.port,
    credentials,
    isToken: (text) => org.tokens.includes(text),
    taken: (atLeast) => judged.take(atLeast),
    close: server.close,
  };
}

/** The proxy with the mock behind it, and the mock by itself. */
export async function openMockAndProxy(): Promise<readonly [Target, Target]> {
  const mock = await createMock();
  const { credentials } = mock;
  const service = await mock.listen();
  const judged = new Judged(credentials, [], new AnswerJudge().judge);
  const proxy = await openProxyServer({
    baseUrl: new URL(service.baseUrl),
    port: 0,
    host: '127.0.0.1',
    now: () => performance.now(),
    onExchange: (exchange) => judged.ledger.take(receivedThrough(exchange, '/api')),
  });
  return [
    {
      name: 'mock',
      port: service.port,
      credentials,
      isToken: (text) => text === credentials.accessToken,
      taken: async () => undefined,
      close: service.close,
    },
    {
      name: 'proxy',
      port: proxy.port,
      credentials,
      isToken: isJwt,
      taken: (atLeast) => judged.take(atLeast),
      close: proxy.close,
    },
  ];
}

const hangMs = 10_000;

/**
 * Sends the bytes on a connection of their own, waits for so many answers, closes its side and reads on to the end.
 * Gives the status of each final answer. Rejects when the end does not come.
 */
export function statusesOf(port: number, bytes: Buffer, expected: number): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true, noDelay: true });
    let text = '';
    let statuses: number[] = [];
    const look = (): void => {
      const found = text.matchAll(/HTTP\/1\.[01] ([1-5]\d\d) [A-Z]/g);
      statuses = [...found].map(([, status]) => Number(status)).filter((status) => status >= 200);
      if (statuses.length >= expected && !socket.writableEnded) socket.end();
    };
    const timer = setTimeout(() => {
      socket.destroy();
      reject(
        new Error(`no end came within ${hangMs} ms; ${expected} answers are due, and ${JSON.stringify(text)} came`),
      );
    }, hangMs);
    socket.write(bytes);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      look();
    });
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      clearTimeout(timer);
      look();
      resolve(statuses);
    });
    look();
  });
}
