/** Starts a service of tests/services as a process of its own, with an org, a key pair and tokens made up here; stops it with all its children. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { type RunningCommand, runCommand, startCommand } from '../../engine/connector/command/run-command.js';
import type { Credentials } from '../../generators/credentials.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import type { Need, Service } from './list.js';

/** The folder of the sources: this file runs from dist. */
export const servicesFolder = fileURLToPath(new URL('../../../tests/services/', import.meta.url));

export interface RunningService {
  /** The part before `/v1/conversation`. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** What the service wrote, for the message of a test that fails. */
  said(): string;
  /** Ends the process and all that it started, and removes its data. */
  stop(): Promise<void>;
}

/** A machine that is busy takes its time; what does not listen by then never will. */
const startLimitMs = 300_000;
/** Nothing lives longer, should a test be killed. */
const lifeLimitMs = 3_600_000;

/**
 * @param fault one of the service's faults; none when absent
 * @throws Error with the output of the process when it does not come to listen
 */
export async function startService(service: Service, edition: EditionId, fault?: string): Promise<RunningService> {
  endWithUs();
  await build(service);
  const data = await mkdtemp(join(tmpdir(), 'service-'));
  const running: Child[] = [];
  const stop = async (): Promise<void> => {
    // The last first: what stands in front or uses a store ends before it.
    for (const child of running.reverse()) await child.stop();
    await rm(data, { recursive: true, force: true });
  };
  try {
    const { credentials, publicKey } = await issueCredentials();
    const env = {
      SF_PUBLIC_KEY: publicKey,
      SF_ORG_ID: credentials.orgId,
      SF_AUTHORIZATION_CONTEXT: credentials.authorizationContext,
      CHANNEL_ADDRESS_IDENTIFIER: credentials.channels.join(','),
      DATA_DIR: data,
      EDITION: edition,
      FAULT: fault ?? '',
    };
    let last: Child | undefined;
    for (const one of service.processes(data, fault)) {
      last = await startChild(one.args, { ...env, ...one.env }, one.ready ?? listening);
      running.push(last);
    }
    const said = (): string => running.map((child) => child.said()).join('\n');
    return { baseUrl: `http://127.0.0.1:${last?.found}/api`, credentials, said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

let isEnding = false;

/** A signal ends this process without a word to what it started; leaving by itself it takes that along. */
function endWithUs(): void {
  if (isEnding) return;
  isEnding = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}

const listening = /^listening on (\d+)$/;

/** What is not installed here, in words, with what installs it; undefined when nothing is missing. */
export async function missing({ needs }: Service): Promise<string | undefined> {
  for (const need of needs) if (!(await isThere(need))) return `${need.words} (${need.remedy})`;
  return undefined;
}

async function isThere({ probe }: Need): Promise<boolean> {
  if (typeof probe === 'string') return existsSync(join(servicesFolder, probe));
  const { exitCode } = await runCommand({
    args: probe,
    cwd: servicesFolder,
    env: baseEnvironment(),
    timeoutMs: 60_000,
  });
  return exitCode === 0;
}

/** Builds that were done or are under way in this process, by name of the service. */
const builds = new Map<string, Promise<void>>();

function build({ name, build: command }: Service): Promise<void> {
  if (command === undefined) return Promise.resolve();
  const begun = builds.get(name) ?? runToEnd(command);
  builds.set(name, begun);
  return begun;
}

async function runToEnd(args: readonly string[]): Promise<void> {
  const outcome = await runCommand({ args, cwd: servicesFolder, env: baseEnvironment(), timeoutMs: 300_000 });
  if (outcome.exitCode === 0) return;
  throw new Error(
    `${args.join(' ')} ended with ${outcome.exitCode ?? outcome.kind}: ${outcome.stdout.text}${outcome.stderr.text}`,
  );
}

interface Child {
  /** What the pattern's group held in the line that told of readiness. */
  readonly found: string;
  said(): string;
  stop(): Promise<void>;
}

/** Most of what is kept of a process that talks without end. */
const mostLines = 200;

async function startChild(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Child> {
  const lines: string[] = [];
  let tell: (found: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const command: RunningCommand = startCommand({
    args,
    cwd: servicesFolder,
    env: { ...baseEnvironment(), ...env },
    timeoutMs: lifeLimitMs,
    onLine: (line) => {
      if (lines.length < mostLines) lines.push(line);
      const match = ready.exec(line);
      if (match !== null) tell(match[1] ?? '');
    },
  });
  const stop = async (): Promise<void> => {
    command.stop();
    await command.outcome;
  };
  const said = (): string => lines.join('\n');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), startLimitMs);
  });
  const found = await Promise.race([told, command.outcome.then(() => undefined), late]);
  clearTimeout(timer);
  if (found !== undefined) return { found, said, stop };
  await stop();
  const { exitCode, reason } = await command.outcome;
  throw new Error(`${args.join(' ')} did not come to listen (${exitCode ?? reason ?? 'still silent'}):\n${said()}`);
}

/** Nothing of our own environment but what programs need to be found and to keep their caches. */
function baseEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, LANG: 'C.UTF-8' };
}

const hourInSeconds = 3_600;
let keys: ReturnType<typeof generateKeyPair> | undefined;

/** An org whose channels are GUIDs, as those of real orgs are. One key pair for all services of a process. */
async function issueCredentials(): Promise<{ readonly credentials: Credentials; readonly publicKey: string }> {
  keys ??= generateKeyPair('RS256', { extractable: true });
  const { publicKey, privateKey } = await keys;
  const orgId = `00D${randomBytes(32)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 12)}`;
  const now = Math.floor(Date.now() / 1_000);
  const token = (issuedAt: number, lifetime: number): Promise<string> =>
    new SignJWT({ scp: 'interaction_api', org_id: orgId, client_id: 'connector' })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: '1' })
      .setIssuer('https://login.example.invalid')
      .setSubject('uid:005000000000001')
      .setAudience('https://scrt.example.invalid')
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .setJti(randomUUID())
      .sign(privateKey);
  return {
    publicKey: await exportSPKI(publicKey),
    credentials: {
      accessToken: await token(now, 24 * hourInSeconds),
      expiredAccessToken: await token(now - 2 * hourInSeconds, hourInSeconds),
      orgId,
      authorizationContext: 'Partner1_ServiceChannel',
      channels: [randomUUID(), randomUUID()],
    },
  };
}
