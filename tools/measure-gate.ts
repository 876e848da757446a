/**
 * Measures gate and proxy by hand, on this machine: a client that sends 500 requests per second for 20 s is judged whole,
 * with bounded memory; the proxy's share of the time of an exchange, both ways in turns in one run. Writes
 * docs/gate-benchmark.md. Usage: node dist/tools/measure-gate.js
 * Longer than most files because both measurements, their client and their page are made by hand together.
 */

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createMock } from '../endpoints/mock/mock.js';
import { runGate } from '../engine/connector/run-gate.js';
import { runProxy } from '../engine/connector/run-proxy.js';
import { createRedactor } from '../text/redactor.js';

interface Settings {
  readonly origin: string;
  readonly token: string;
  readonly orgId: string;
  readonly context: string;
  readonly channel: string;
}

const rate = 500;
const seconds = 20;
const rounds = 1_500;

function message({ origin, token, orgId, context, channel }: Settings, subject: string): string {
  const body =
    `--b\r\nContent-Disposition: form-data; name="channelAddressIdentifier"\r\n\r\n${channel}\r\n` +
    `--b\r\nContent-Disposition: form-data; name="participants"\r\n\r\n` +
    `[{"subject":"${subject}","role":"EndUser","appType":"custom"}]\r\n--b--\r\n`;
  return (
    `POST /api/v1/conversation HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nAuthorization: Bearer ${token}\r\n` +
    `OrgId: ${orgId}\r\nAuthorizationContext: ${context}\r\nRequestId: ${randomUUID()}\r\n` +
    `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

/** One connection that is kept; gives the time of each exchange in milliseconds. */
class Line {
  readonly #socket: Socket;
  #done: () => void = () => undefined;

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let text = '';
    this.#socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(text)?.[1];
      if (head < 0 || length === undefined || text.length < head + 4 + Number(length)) return;
      text = '';
      this.#done();
    });
  }

  ready(): Promise<unknown> {
    return once(this.#socket, 'connect');
  }

  async exchange(bytes: string): Promise<number> {
    const started = performance.now();
    const answered = new Promise<void>((resolve) => {
      this.#done = resolve;
    });
    this.#socket.write(bytes, 'latin1');
    await answered;
    return performance.now() - started;
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** A connection on which requests go out when they are due, answered or not; answers are counted. */
class Pipe {
  readonly #socket: Socket;
  answered = 0;

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let before = '';
    this.#socket.on('data', (chunk: Buffer) => {
      const text = before + chunk.toString('latin1');
      this.answered += text.split(statusLine).length - 1;
      before = text.slice(1 - statusLine.length);
    });
  }

  ready(): Promise<unknown> {
    return once(this.#socket, 'connect');
  }

  send(bytes: string): void {
    this.#socket.write(bytes, 'latin1');
  }

  close(): void {
    this.#socket.destroy();
  }
}

const statusLine = 'HTTP/1.1 2';

interface Flood {
  readonly sent: number;
  readonly answered: number;
  /** From the first request to the last, without the wait for the last answers. */
  readonly sendingMs: number;
}

/** The client's part, in a thread of its own: what is due goes out in turns on eight connections, whatever was answered. */
async function flood(settings: Settings): Promise<Flood> {
  const pipes = Array.from({ length: 8 }, () => new Pipe(settings.origin));
  await Promise.all(pipes.map((pipe) => pipe.ready()));
  const started = performance.now();
  let sent = 0;
  while (sent < rate * seconds) {
    const due = Math.min(rate * seconds, Math.ceil(((performance.now() - started) * rate) / 1000));
    for (; sent < due; sent += 1) pipes[sent % pipes.length]?.send(message(settings, `subject ${sent % 2_000}`));
    await sleep(2);
  }
  const sendingMs = performance.now() - started;
  const answered = (): number => pipes.reduce((sum, pipe) => sum + pipe.answered, 0);
  for (const deadline = performance.now() + 30_000; answered() < sent && performance.now() < deadline; )
    await sleep(20);
  const result = { sent, answered: answered(), sendingMs };
  for (const pipe of pipes) pipe.close();
  return result;
}

interface FloodResult extends Flood {
  readonly judged: number;
  readonly listed: number;
  readonly verdict: string;
  readonly peakMiB: number;
  readonly growthMiB: number;
}

async function measureFlood(): Promise<FloodResult> {
  const stop = new AbortController();
  let flooded: Flood = { sent: 0, answered: 0, sendingMs: 0 };
  let first = 0;
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  const record = await runGate({
    scenarios: ['all-well'],
    edition: '61.0',
    seed: 1,
    port: 0,
    timeoutMs: 60_000,
    cwd: process.cwd(),
    env: {},
    redactor: createRedactor([]),
    signal: stop.signal,
    onEvent: (event) => {
      if (event.type !== 'listening') return;
      const { settings } = event;
      first = process.memoryUsage().rss;
      const data: Settings = {
        origin: event.origin,
        token: settings.SF_ACCESS_TOKEN ?? '',
        orgId: settings.SF_ORG_ID ?? '',
        context: settings.SF_AUTHORIZATION_CONTEXT ?? '',
        channel: settings.CHANNEL_ADDRESS_IDENTIFIER ?? '',
      };
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: data });
      worker.on('message', (found: Flood) => {
        flooded = found;
        stop.abort();
      });
    },
  });
  clearInterval(watch);
  const mebi = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  return {
    ...flooded,
    judged: record.requests,
    listed: record.exchanges?.length ?? 0,
    verdict: record.verdict,
    peakMiB: mebi(peak),
    growthMiB: mebi(peak - first),
  };
}

interface ProxyResult {
  readonly direct: readonly number[];
  readonly through: readonly number[];
  readonly judged: number;
}

async function measureProxy(): Promise<ProxyResult> {
  const mock = await createMock();
  const service = await mock.listen();
  const stop = new AbortController();
  let listening: (origin: string) => void = () => undefined;
  const origin = new Promise<string>((resolve) => {
    listening = resolve;
  });
  const record = runProxy({
    baseUrl: new URL(service.baseUrl),
    edition: '61.0',
    port: 0,
    redactor: createRedactor([]),
    signal: stop.signal,
    onEvent: (event) => {
      if (event.type === 'listening') listening(event.origin);
    },
  });
  const { accessToken, orgId, authorizationContext, channels } = mock.credentials;
  const settings = { token: accessToken, orgId, context: authorizationContext, channel: channels[0] ?? '' };
  const ways = { direct: new URL(service.baseUrl).origin, through: await origin };
  const lines = { direct: new Line(ways.direct), through: new Line(ways.through) };
  await Promise.all([lines.direct.ready(), lines.through.ready()]);
  const times = { direct: [] as number[], through: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    // In turns, so that both meet the same neighbours on the machine.
    for (const way of ['direct', 'through'] as const) {
      const bytes = message({ ...settings, origin: ways[way] }, `subject ${round}`);
      times[way].push(await lines[way].exchange(bytes));
    }
  }
  lines.direct.close();
  lines.through.close();
  stop.abort();
  const judged = (await record).requests;
  await service.close();
  return { ...times, judged };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function page(flooded: FloodResult, proxied: ProxyResult): string {
  const ms = (value: number): string => value.toFixed(2);
  const row = (name: string, values: readonly number[]): string =>
    `| ${name} | ${ms(quantile(values, 0.5))} | ${ms(quantile(values, 0.9))} | ${ms(quantile(values, 0.99))} |`;
  const added = quantile(proxied.through, 0.5) - quantile(proxied.direct, 0.5);
  return `# How fast the gate and the proxy are

Measured by \`node dist/tools/measure-gate.js\` on ${cpus().length} cores, Node ${process.versions.node}. Made by hand, not by the tests:
absolute times swing with the machine.

## The gate under load

A client in a thread of the same process sends ${rate} requests per second for ${seconds} s on 8 connections, each when
it is due, whether the one before it was answered or not.

| Sent | Answered | Judged | Listed in run.json | Verdict | Rate of sending | Memory at its peak | Growth |
| --- | --- | --- | --- | --- | --- | --- | --- |
| ${flooded.sent} | ${flooded.answered} | ${flooded.judged} | ${flooded.listed} | ${flooded.verdict} | ${Math.round(flooded.sent / (flooded.sendingMs / 1000))} per second | ${flooded.peakMiB} MiB | ${flooded.growthMiB} MiB |

## What the proxy adds

${rounds} exchanges each way, in turns, on one kept connection each, client, proxy and service in one process. The
proxy judged ${proxied.judged} of ${rounds}. At the median it adds **${ms(added)} ms**.

| Way | Median, ms | 90 % | 99 % |
| --- | --- | --- | --- |
${row('direct', proxied.direct)}
${row('through the proxy', proxied.through)}
`;
}

if (isMainThread) {
  const flooded = await measureFlood();
  const proxied = await measureProxy();
  const text = page(flooded, proxied);
  await writeFile('docs/gate-benchmark.md', text);
  process.stdout.write(text);
  process.exit(0);
} else {
  // Given by the main thread above.
  parentPort?.postMessage(await flood(workerData as Settings));
}
