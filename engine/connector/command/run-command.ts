/** Runs a command in a process group of its own, bounded in time and output; whatever it leaves behind is ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutputTail } from './output-tail.js';
import { livingMembers, markName, signalAll } from './process-group.js';

export interface CommandOptions {
  /** The program and its arguments; no shell in between. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds until it is ended. */
  readonly timeoutMs: number;
  /** Ends it early. */
  readonly signal?: AbortSignal;
  /** Each line of output as it comes. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Written to its standard input, which is closed behind it; nothing when absent. */
  readonly input?: string;
  /** Its standard input stays open until `endInput`. */
  readonly keepsInput?: boolean;
}

export interface CommandOutcome {
  /** `ended` by itself, `not started`, `timed out` and ended by us, `stopped` by the signal, `served` until it was no longer needed. */
  readonly kind: 'ended' | 'not started' | 'timed out' | 'stopped' | 'served';
  readonly exitCode?: number;
  /** The signal that it died of. */
  readonly signal?: string;
  /** Why it could not be started: the system's code. */
  readonly reason?: string;
  readonly durationMs: number;
  /** The time that it was given. */
  readonly limitMs: number;
  readonly stdout: { readonly text: string; readonly cut: boolean };
  readonly stderr: { readonly text: string; readonly cut: boolean };
  /** Processes that still lived when the command had ended; they were ended. */
  readonly leftBehind: number;
}

/** Time between SIGTERM and SIGKILL. */
const graceMs = 2_000;
/** Time for what is still in the pipes once every process is gone. */
const drainMs = 500;

/** A command that runs; for one that serves until it is stopped, or is talked to. */
export interface RunningCommand {
  readonly outcome: Promise<CommandOutcome>;
  /** What it cannot take any more is dropped. */
  write(text: string): void;
  endInput(): void;
  stop(): void;
}

export function runCommand(options: CommandOptions): Promise<CommandOutcome> {
  return startCommand(options).outcome;
}

export function startCommand(options: CommandOptions): RunningCommand {
  const started = performance.now();
  const mark = randomUUID();
  const stdout = new OutputTail((line) => options.onLine?.(line, 'stdout'));
  const stderr = new OutputTail((line) => options.onLine?.(line, 'stderr'));
  const outcomeOf = (part: Pick<CommandOutcome, 'kind' | 'exitCode' | 'signal' | 'reason' | 'leftBehind'>) => {
    stdout.end();
    stderr.end();
    return {
      ...part,
      durationMs: performance.now() - started,
      limitMs: options.timeoutMs,
      stdout: stdout.kept,
      stderr: stderr.kept,
    };
  };
  let child: ChildProcess;
  try {
    child = spawnCommand(options, mark);
  } catch (error) {
    const outcome = Promise.resolve(outcomeOf({ ...notStarted(error), leftBehind: 0 }));
    return { outcome, write: () => undefined, endInput: () => undefined, stop: () => undefined };
  }
  let ending: 'timed out' | 'stopped' | 'served' | undefined;
  const end = (kind: NonNullable<typeof ending>): void => {
    if (ending !== undefined) return;
    ending = kind;
    // The group does not wait for a member that ignores SIGTERM.
    endMembers(child.pid, mark).catch(() => undefined);
  };
  const stop = (): void => end('stopped');
  const timer = setTimeout(() => end('timed out'), options.timeoutMs);
  options.signal?.addEventListener('abort', stop, { once: true });
  if (options.signal?.aborted === true) stop();
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin?.on('error', () => undefined);
  if (options.keepsInput !== true) child.stdin?.end(options.input ?? '');
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // A second Ctrl-C ends this process at once: nothing that it started may go on without it.
  const onOwnExit = (): void => {
    if (child.pid !== undefined) signalAll(livingMembers(child.pid, mark), 'SIGKILL');
  };
  process.once('exit', onOwnExit);
  const settle = async (): Promise<CommandOutcome> => {
    const exit = await exitOf(child);
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
    if ('error' in exit) process.off('exit', onOwnExit);
    if ('error' in exit) return outcomeOf({ ...notStarted(exit.error), leftBehind: 0 });
    const left = ending === undefined ? await endMembers(child.pid, mark) : 0;
    if (ending !== undefined) await endMembers(child.pid, mark);
    await Promise.race([closed, sleep(drainMs, undefined, { ref: false })]);
    process.off('exit', onOwnExit);
    child.stdout?.destroy();
    child.stderr?.destroy();
    const { code, signal } = exit;
    return outcomeOf({
      kind: ending ?? 'ended',
      ...(code === null ? {} : { exitCode: code }),
      ...(signal === null ? {} : { signal }),
      leftBehind: left,
    });
  };
  return {
    outcome: settle(),
    write: (text) => child.stdin?.write(text),
    endInput: () => child.stdin?.end(),
    stop: () => end('served'),
  };
}

function spawnCommand({ args, cwd, env }: CommandOptions, mark: string): ChildProcess {
  const [program = '', ...rest] = args;
  return spawn(program, rest, {
    cwd,
    env: { ...env, [markName]: mark },
    // A group of its own, so that all that it starts can be ended with it.
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

type Exit = { readonly code: number | null; readonly signal: string | null } | { readonly error: unknown };

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

function notStarted(error: unknown): { readonly kind: 'not started'; readonly reason: string } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  return { kind: 'not started', reason: code };
}

/** Asks every living member to end, then makes it; gives how many there were. */
async function endMembers(group: number | undefined, mark: string): Promise<number> {
  if (group === undefined) return 0;
  const members = livingMembers(group, mark);
  if (members.length === 0) return 0;
  signalAll(members, 'SIGTERM');
  const deadline = performance.now() + graceMs;
  while (performance.now() < deadline) {
    if (livingMembers(group, mark).length === 0) return members.length;
    await sleep(25);
  }
  signalAll(livingMembers(group, mark), 'SIGKILL');
  return members.length;
}
