/**
 * Measures gate and proxy by hand, on this machine: a client that sends 500 requests per second for 20 s is judged whole,
 * with bounded memory; a connector that is driven, by one process and by a command for each subject; the proxy's share of the
 * time of an exchange, both ways in turns in one run. Writes docs/gate-benchmark.md. Usage: node dist/tools/measure-gate.js
 */

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createMock } from '../endpoints/mock/mock.js';
import { addressOf } from '../endpoints/sender/address.js';
import { messageOf } from '../endpoints/sender/message.js';
import { createSender } from '../endpoints/sender/sender.js';
import type { DriverOptions } from '../engine/connector/options.js';
import { runGate } from '../engine/connector/run-gate.js';
import { runProxy } from '../engine/connector/run-proxy.js';
import { conformingDraft } from '../generators/basis.js';
import type { Credentials } from '../generators/credentials.js';
import { defaultOperation } from '../schemas/operations/operations.js';
import { createRedactor } from '../text/redactor.js';
import { encodeRequest } from '../wire/codecs/encode.js';
import type { WireRequest } from '../wire/request.js';
import { markdownTable } from './markdown-table.js';

const rate = 500;
const seconds = 20;
const rounds = 1_500;

interface Settings {
  readonly baseUrl: string;
  readonly credentials: Credentials;
}

function requestOf({ credentials }: Pick<Settings, 'credentials'>, subject: string): WireRequest {
  const form = { operation: defaultOperation, edition: '61.0', layout: 'parts', boundary: 'b' } as const;
  const [channel = ''] = credentials.channels;
  return encodeRequest(conformingDraft({ ...form, credentials, channel, subject, requestId: randomUUID() }));
}

/** A connection on which requests go out when they are due, answered or not; answers are counted. */
function pipeTo(origin: string) {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const pipe = { socket, answered: 0 };
  let before = '';
  socket.on('data', (chunk: Buffer) => {
    const text = before + chunk.toString('latin1');
    pipe.answered += text.split(statusLine).length - 1;
    before = text.slice(1 - statusLine.length);
  });
  return pipe;
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
  const address = addressOf(new URL(settings.baseUrl));
  const pipes = Array.from({ length: 8 }, () => pipeTo(settings.baseUrl));
  await Promise.all(pipes.map(({ socket }) => once(socket, 'connect')));
  const started = performance.now();
  let sent = 0;
  while (sent < rate * seconds) {
    const due = Math.min(rate * seconds, Math.ceil(((performance.now() - started) * rate) / 1000));
    for (; sent < due; sent += 1) {
      const { bytes } = messageOf(address, requestOf(settings, `subject ${sent % 2_000}`), false);
      pipes[sent % pipes.length]?.socket.write(bytes);
    }
    await sleep(2);
  }
  const sendingMs = performance.now() - started;
  const answered = (): number => pipes.reduce((sum, pipe) => sum + pipe.answered, 0);
  for (const deadline = performance.now() + 30_000; answered() < sent && performance.now() < deadline; )
    await sleep(20);
  const result = { sent, answered: answered(), sendingMs };
  for (const { socket } of pipes) socket.destroy();
  return result;
}

async function measureFlood() {
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
      const credentials: Credentials = {
        accessToken: settings.SF_ACCESS_TOKEN ?? '',
        orgId: settings.SF_ORG_ID ?? '',
        authorizationContext: settings.SF_AUTHORIZATION_CONTEXT ?? '',
        channels: settings.CHANNEL_ADDRESS_IDENTIFIER?.split(',') ?? [],
      };
      const data: Settings = { baseUrl: `${event.origin}/api`, credentials };
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

/** What `--driver-command` starts for each subject: the same as the example that `--driver-stdio` starts once. */
const establishOne = `
const { SF_SCRT_INSTANCE_URL, SF_ACCESS_TOKEN, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT, CHANNEL_ADDRESS_IDENTIFIER } = process.env;
const body = new FormData();
body.append('channelAddressIdentifier', CHANNEL_ADDRESS_IDENTIFIER);
body.append('participants', JSON.stringify([{ subject: process.argv[1], role: 'EndUser', appType: 'custom' }]));
const headers = { Authorization: 'Bearer ' + SF_ACCESS_TOKEN, OrgId: SF_ORG_ID, AuthorizationContext: SF_AUTHORIZATION_CONTEXT, RequestId: crypto.randomUUID() };
const answer = await fetch(SF_SCRT_INSTANCE_URL + '/api/v1/conversation', { method: 'POST', headers, body });
process.exitCode = answer.ok ? 0 : 1;
`;

const drivers: readonly DriverOptions[] = [
  { kind: 'stdio', args: [process.execPath, 'node-fetch.mjs', '--driver'] },
  { kind: 'command', args: [process.execPath, '--input-type=module', '--eval', establishOne, '--', '{subject}'] },
];

async function measureDriver(driver: DriverOptions) {
  const began = performance.now();
  const { driven, verdict } = await runGate({
    driver,
    scenarios: ['all-well'],
    edition: '61.0',
    seed: 1,
    port: 0,
    timeoutMs: 600_000,
    cwd: fileURLToPath(new URL('../../examples/connectors/', import.meta.url)),
    env: process.env,
    redactor: createRedactor([]),
    signal: new AbortController().signal,
  });
  return { kind: driver.kind, subjects: driven?.asked ?? 0, verdict, seconds: (performance.now() - began) / 1000 };
}

async function measureProxy() {
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
  const through = new URL(new URL(service.baseUrl).pathname, await origin);
  const senders = {
    direct: createSender({ baseUrl: new URL(service.baseUrl), concurrency: 1 }),
    through: createSender({ baseUrl: through, concurrency: 1 }),
  };
  const times = { direct: [] as number[], through: [] as number[] };
  // The first exchange of each way opens its connection, and does not count.
  for (let round = -1; round < rounds; round += 1) {
    // In turns, so that both meet the same neighbours on the machine.
    for (const way of ['direct', 'through'] as const) {
      const { durationMs } = await senders[way].send(requestOf(mock, `subject ${round}`));
      if (round >= 0) times[way].push(durationMs);
    }
  }
  await Promise.all([senders.direct.close(), senders.through.close()]);
  stop.abort();
  // Those that opened the connections were judged as well.
  const judged = (await record).requests - 1;
  await service.close();
  return { ...times, judged };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

type Measured<Measure extends (...given: never) => Promise<unknown>> = Awaited<ReturnType<Measure>>;

function page(
  flooded: Measured<typeof measureFlood>,
  driven: readonly Measured<typeof measureDriver>[],
  proxied: Measured<typeof measureProxy>,
): string {
  const ms = (value: number): string => value.toFixed(2);
  const row = (name: string, values: readonly number[]): readonly string[] => [
    name,
    ...[0.5, 0.9, 0.99].map((share) => ms(quantile(values, share))),
  ];
  const added = quantile(proxied.through, 0.5) - quantile(proxied.direct, 0.5);
  const { sent, answered, judged, listed, verdict, sendingMs, peakMiB, growthMiB } = flooded;
  const load = [sent, answered, judged, listed, verdict, `${Math.round(sent / (sendingMs / 1000))} per second`];
  return `# How fast the gate and the proxy are

Measured by \`node dist/tools/measure-gate.js\` on ${cpus().length} cores, Node ${process.versions.node}. Made by hand, not by the tests:
absolute times swing with the machine.

## The gate under load

A client in a thread of the same process sends ${rate} requests per second for ${seconds} s on 8 connections, each when
it is due, whether the one before it was answered or not.

${markdownTable(
  ['Sent', 'Answered', 'Judged', 'Listed in run.json', 'Verdict', 'Rate of sending', 'Memory at its peak', 'Growth'],
  [[...load.map(String), `${peakMiB} MiB`, `${growthMiB} MiB`]],
)}

## Asking a connector for subjects

In the scenario in which all goes well. \`--driver-stdio\` asks one process for all subjects, sixteen at a time;
\`--driver-command\` starts one for each, so it asks for fewer.

${markdownTable(
  ['Way', 'Subjects', 'Verdict', 'Seconds', 'Subjects per second'],
  driven.map(({ kind, subjects, verdict: found, seconds: took }) => [
    `--driver-${kind}`,
    String(subjects),
    found,
    took.toFixed(1),
    (subjects / took).toFixed(1),
  ]),
)}

## What the proxy adds

${rounds} exchanges each way, in turns, on one kept connection each, client, proxy and service in one process. The
proxy judged ${proxied.judged} of ${rounds}. At the median it adds **${ms(added)} ms**.

${markdownTable(['Way', 'Median, ms', '90 %', '99 %'], [row('direct', proxied.direct), row('through the proxy', proxied.through)])}
`;
}

if (isMainThread) {
  const flooded = await measureFlood();
  const driven = [];
  for (const driver of drivers) driven.push(await measureDriver(driver));
  const proxied = await measureProxy();
  const text = page(flooded, driven, proxied);
  await writeFile('docs/gate-benchmark.md', text);
  process.stdout.write(text);
  process.exit(0);
} else {
  // Given by the main thread above.
  parentPort?.postMessage(await flood(workerData as Settings));
}
