/**
 * A process that plays a sandbox org over TLS: the mock behind a certificate of its own CA. Half way it takes back the
 * tokens that it has issued, and every 20th request is turned away with 429. Tells what came over IPC.
 */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { HttpResponse, http } from 'msw';
import { readFaultIds } from '../../../endpoints/mock/faults.js';
import { createMock } from '../../../endpoints/mock/mock.js';

/** Sent when the org listens. */
export interface OrgReady {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** The answer to the message `report`: what came since the process began. */
export interface OrgReport {
  /** Requests to the conversation endpoint, those turned away included. */
  readonly conversations: number;
  /** Requests to the token endpoint. */
  readonly tokens: number;
  /** Requests with a token that was taken back. */
  readonly dead: number;
  readonly throttled: number;
  /** Every token and assertion that came in. */
  readonly secrets: readonly string[];
}

const [keyFile = '', certFile = '', faults = '', takeBackAfter = ''] = process.argv.slice(2);
const counts = { conversations: 0, tokens: 0, dead: 0, throttled: 0 };
const secrets = new Set<string>();
const takenBack = new Set<string>();

const mock = await createMock({
  faults: readFaultIds(faults.split(',')).known,
  variant: 'throttling/429-at-once',
  onExchange: ({ status }) => {
    if (status === 429) counts.throttled += 1;
  },
});

mock.handlers.unshift(
  http.all('*/services/oauth2/token', async ({ request }) => {
    counts.tokens += 1;
    secrets.add(new URLSearchParams(await request.clone().text()).get('assertion') ?? '');
    return undefined;
  }),
  http.all('*', ({ request }) => {
    if (new URL(request.url).pathname === '/services/oauth2/token') return undefined;
    counts.conversations += 1;
    const token = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    const isTheirs = token.split('.').length === 3;
    if (isTheirs) secrets.add(token);
    // All that came so far, good or forged: only a token that is fetched from now on is good.
    if (counts.conversations === Number(takeBackAfter)) for (const one of secrets) takenBack.add(one);
    if (!takenBack.has(token)) return undefined;
    counts.dead += 1;
    return HttpResponse.json({ code: 10004, message: 'The session has expired.' }, { status: 401 });
  }),
);

const plain = await mock.listen();
const server = createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, (client) => {
  const upstream = connect(plain.port, '127.0.0.1');
  client.pipe(upstream).pipe(client);
  client.on('error', () => upstream.destroy());
  upstream.on('error', () => client.destroy());
  client.on('close', () => upstream.destroy());
  upstream.on('close', () => client.destroy());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { credentials, connectedApp } = mock;
  const origin = `https://127.0.0.1:${port}`;
  const ready: OrgReady = {
    port,
    settings: {
      SF_SCRT_INSTANCE_URL: origin,
      SF_ORG_ID: credentials.orgId,
      SF_AUTHORIZATION_CONTEXT: credentials.authorizationContext,
      CHANNEL_ADDRESS_IDENTIFIER: credentials.channels.join(','),
      SF_AUTH_ENDPOINT: origin,
      SF_CONSUMER_KEY: connectedApp.consumerKey,
      SF_PRIVATE_KEY: connectedApp.privateKey.replaceAll('\n', '\\n'),
      SF_SUBJECT: connectedApp.subject,
      SF_AUDIENCE: connectedApp.audience,
    },
  };
  process.send?.(ready);
});

process.on('message', () => {
  const report: OrgReport = { ...counts, secrets: [...secrets].filter((one) => one !== '') };
  process.send?.(report);
});
process.on('disconnect', () => process.exit());
