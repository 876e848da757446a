/** The proxy: passes everything through to a real service, judges beside it what the connector sent and what came back. */
import { once } from 'node:events';
import { addresseeOf } from '../../endpoints/org/addressee.js';
import { receivedOf } from '../../endpoints/org/request-reader.js';
import { openProxyServer } from '../../endpoints/proxy/proxy-server.js';
import type { TappedExchange } from '../../endpoints/proxy/tapped-connection.js';
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import { assembleConnectorRecord } from '../../verdicts/connector/run/assemble-connector.js';
import { AnswerJudge, isWatched } from '../../verdicts/connector/run/judge-answers.js';
import { Ledger } from '../../verdicts/connector/run/ledger.js';
import type { ReceivedRequest } from '../../wire/received.js';
import { tool } from '../suite-version.js';
import type { ProxyOptions } from './options.js';
import { SeenCredentials } from './seen-credentials.js';

/** Serves until the signal. Rejects with the system's error when it cannot listen. */
export async function runProxy(options: ProxyOptions): Promise<ConnectorRecord> {
  const startedAt = new Date();
  const began = performance.now();
  const now = (): number => performance.now() - began;
  const { baseUrl, edition, redactor, signal } = options;
  const basePath = baseUrl.pathname.replace(/\/+$/, '');
  const { orgId = '', authorizationContext = '', channels = [] } = options;
  const secrets = new SeenCredentials(redactor);
  const answers = new AnswerJudge();
  const ledger = new Ledger({
    contract: { edition, orgId, authorizationContext, channels, tokens: [], basePath, everyIdentifierSeen: false },
    further: answers.judge,
    onJudged: () => {
      if (ledger.requests % 50 === 0) options.onEvent?.({ type: 'judged', requests: ledger.requests, broken: 0 });
    },
  });
  ledger.begin('through the proxy');
  const server = await openProxyServer({
    baseUrl,
    port: options.port,
    host: options.host ?? '127.0.0.1',
    identity: options.identity,
    now,
    ca: options.ca,
    onExchange: (exchange) => {
      const request = receivedThrough(exchange, basePath);
      secrets.look(request);
      ledger.take(request);
    },
  });
  options.onEvent?.({ type: 'listening', origin: server.origin, settings: {} });
  if (!signal.aborted) await once(signal, 'abort');
  await server.close();
  // Exchanges that the closing cut are told behind it.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  ledger.end();
  const history = answers.end();
  for (const { exchange, ...finding } of history.findings) ledger.add(finding, exchange);
  for (const clause of history.kept) ledger.tally.add(clause, 'conformant');
  return assembleConnectorRecord({
    ledger,
    run: {
      tool: tool(),
      startedAt: startedAt.toISOString(),
      edition,
      target: {
        kind: 'connector',
        baseUrl: baseUrl.href,
        orgId: options.orgId,
        authorizationContext: options.authorizationContext,
        channels: options.channels && [...options.channels],
      },
      warnings: [...answers.warnings],
      cutShort: false,
    },
    durationMs: now(),
    nothingCame: 'No request came through the proxy.',
    alsoListed: isWatched,
    redactor,
  });
}

/** What the judge is told of an exchange. @param basePath of the service behind. */
export function receivedThrough(
  { number, connection, request, answer, answeredMs }: TappedExchange,
  basePath: string,
): ReceivedRequest {
  const { method, target } = request.head;
  const received = receivedOf(request, { number, connection, operation: addresseeOf(method, target, basePath) });
  if (answer === undefined) return received;
  return { ...received, answer: { ...answer.head, body: answer.decoded, sentMs: answeredMs ?? request.endedMs } };
}
