/** Starts a service of tests/services as processes of its own, with an org and tokens made up here; ends them all. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportSPKI } from 'jose';
import { defaultChannels, issueCredentials } from '../../endpoints/mock/issue-credentials.js';
import { type CommandOutcome, runCommand, startCommand } from '../../engine/connector/command/run-command.js';
import type { Credentials } from '../../generators/credentials.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import { sharedKeys } from '../quick/end-to-end/run-against.js';
import type { Process, Service } from './list.js';

/** The folder of the sources: this file runs from dist. */
const cwd = fileURLToPath(new URL('../../../tests/services/', import.meta.url));

/** Nothing of our own environment but what programs need to be found and to keep their caches. */
const { PATH = '', HOME = '' } = process.env;
const environment = { PATH, HOME, LANG: 'C.UTF-8' };

/** No command that ends by itself takes longer: what builds, and what asks whether something is installed. */
const commandLimitMs = 300_000;
/** Nothing lives longer, should a test hang. */
const lifeLimitMs = 3_600_000;

// A signal ends this process without a word to what it started; leaving by itself it takes that along.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

export interface RunningService {
  /** The part before `/v1/conversation`. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** Ends all that was started, and removes its data. */
  stop(): Promise<void>;
}

/** What installs what is not installed here; undefined when nothing is missing. */
export async function missing({ needs }: Service): Promise<string | undefined> {
  for (const { probe, remedy } of needs) if ((await run(probe)).exitCode !== 0) return remedy;
  return undefined;
}

/** @throws Error with what was written, when the command fails */
export async function build({ build: args }: Service): Promise<void> {
  if (args === undefined) return;
  const outcome = await run(args);
  if (outcome.exitCode !== 0) throw new Error(`${args.join(' ')} failed: ${saidIn(outcome)}`);
}

/**
 * @param fault one of the service's faults; none when absent
 * @throws Error with the output of a process that does not come to listen
 */
export async function startService(service: Service, edition: EditionId, fault?: string): Promise<RunningService> {
  const keys = await sharedKeys();
  const credentials = await issueCredentials(keys, defaultChannels, Date.now());
  const data = await mkdtemp(join(tmpdir(), 'service-'));
  const env = {
    ...environment,
    SF_PUBLIC_KEY: await exportSPKI(keys.publicKey),
    SF_ORG_ID: credentials.orgId,
    SF_AUTHORIZATION_CONTEXT: credentials.authorizationContext,
    CHANNEL_ADDRESS_IDENTIFIER: credentials.channels.join(','),
    DATA_DIR: data,
    EDITION: edition,
    FAULT: fault ?? '',
  };
  const started: Started[] = [];
  const stop = async (): Promise<void> => {
    // The last first: what stands in front or uses a store ends before it.
    for (const { end } of started.reverse()) await end();
    await rm(data, { recursive: true, force: true });
  };
  try {
    let port = '';
    for (const one of service.processes(data)) {
      const child = startProcess(one, env);
      started.push(child);
      port = await child.ready;
    }
    return { baseUrl: `http://127.0.0.1:${port}/api`, credentials, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Started {
  /** What the pattern's group held in the line that told of readiness. */
  readonly ready: Promise<string>;
  end(): Promise<unknown>;
}

function startProcess(
  { args, env, ready: pattern = /^listening on (\d+)$/ }: Process,
  told: NodeJS.ProcessEnv,
): Started {
  let tell: (found: string) => void = () => undefined;
  const found = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const onLine = (line: string): void => {
    const match = pattern.exec(line);
    if (match !== null) tell(match[1] ?? '');
  };
  const command = startCommand({ args, cwd, env: { ...told, ...env }, timeoutMs: lifeLimitMs, onLine });
  const ended = command.outcome.then((outcome) => {
    throw new Error(`${args.join(' ')} did not come to listen: ${outcome.reason ?? saidIn(outcome)}`);
  });
  const end = (): Promise<unknown> => {
    command.stop();
    return command.outcome;
  };
  return { ready: Promise.race([found, ended]), end };
}

function run(args: readonly string[]): Promise<CommandOutcome> {
  return runCommand({ args, cwd, env: environment, timeoutMs: commandLimitMs });
}

const saidIn = ({ stdout, stderr }: CommandOutcome): string => `${stdout.text}${stderr.text}`;
