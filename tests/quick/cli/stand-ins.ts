/** Stand-ins for what the command has around it, so that a command line can be run within a test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Dependencies } from '../../../cli/dependencies.js';
import type { OutputStream, Redactor } from '../../../cli/output/printer.js';
import { createCli } from '../../../cli/run-cli.js';
import type { Surroundings } from '../../../cli/surroundings.js';
import type { RunOptions } from '../../../engine/service/run-options.js';
import { sampleRecord } from './sample.js';

export const plan = { requests: 1200, conversations: 40, specs: 25 } as const;

const spoken = { edition: '65.0', layout: 'json' } as const;

/** Dependencies that do as little as can be; what runConformance was asked is kept. */
export function standIn(changes: Partial<Dependencies> = {}): Dependencies & { readonly runs: RunOptions[] } {
  const runs: RunOptions[] = [];
  return {
    runs,
    async runConformance(options) {
      runs.push(options);
      options.onEvent?.({ type: 'planned', plan });
      return sampleRecord();
    },
    planConformance: async () => plan,
    createMock: async () => ({
      credentials: { accessToken: 'mock-secret-token', orgId: '00D', authorizationContext: 'A_B', channels: ['c'] },
      secrets: ['mock-secret-token'],
      listen: async () => ({ baseUrl: 'http://127.0.0.1:1/api', close: async () => {} }),
    }),
    probeService: async () => ({
      decision: { found: true, use: spoken, spoken: [spoken], statuses: [202], notes: [] },
      attempts: [{ ...spoken, answer: { kind: 'accepted', status: 202, identifier: 'c-1' } }],
      requests: 5,
      pair: { channel: 'c', subject: 'byoc-abcdef-probe', established: true },
    }),
    listFaults: async () => [{ id: 'org-id/accepts-18', summary: 'Takes the 18-character form.' }],
    listVariants: async () => [{ id: 'status/200', summary: 'Answers 200.' }],
    replayCase: async () => ({ result: 'FIXED', reason: 'It is as the clause asks.', requests: 2 }),
    renderTerminal: async (record) => `verdict: ${record.verdict}`,
    writeReports: async (_, directory) => [join(directory, 'index.html'), join(directory, 'run.json')],
    validateRecord: async () => ({ ok: false, errors: ['/seed must be integer'] }),
    ...changes,
  };
}

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliInput
  extends Partial<Pick<Surroundings, 'env' | 'confirm' | 'onInterrupt' | 'exitNow' | 'readFile'>> {
  readonly dependencies?: Dependencies;
  /** An empty directory when it is left out. */
  readonly cwd?: string;
  readonly terminal?: boolean;
}

/** Runs a command line to its end within this process. */
export async function runCommandLine(
  t: TestContext,
  argv: readonly string[],
  input: CliInput = {},
): Promise<CliResult> {
  const stdout = capture(input.terminal ?? false);
  const stderr = capture(input.terminal ?? false);
  const surroundings: Surroundings = {
    argv,
    env: input.env ?? {},
    cwd: input.cwd ?? (await emptyDirectory(t)),
    stdout,
    stderr,
    readFile: input.readFile ?? (() => undefined),
    onInterrupt: input.onInterrupt ?? (() => () => {}),
    exitNow: input.exitNow ?? (() => {}),
    ...(input.confirm === undefined ? {} : { confirm: input.confirm }),
  };
  const code = await createCli(surroundings, input.dependencies ?? standIn(), redactByValue).run();
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

export async function emptyDirectory(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'byoc-cli-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

export interface Capture extends OutputStream {
  text(): string;
}

export function capture(terminal: boolean): Capture {
  const written: string[] = [];
  return { isTTY: terminal, columns: 80, write: (text) => written.push(text), text: () => written.join('') };
}

/** A redactor that knows each secret in one spelling only. */
export function redactByValue(secrets: readonly string[]): Redactor {
  const known = [...secrets];
  return {
    text: (text) => known.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text),
    add: (secret) => known.push(secret),
  };
}
