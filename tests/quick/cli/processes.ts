/** Runs the real command as a process of its own, for what only a process can show: exit codes, signals, streams. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../cli/main.js', import.meta.url));

export interface CommandProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  stdout(): string;
  stderr(): string;
  /** Resolves as soon as both streams together hold a match; rejects when the process ends before. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts the command, another script of ours, or a shell; the process is killed when the test ends. Nothing of our environment but PATH is passed on. */
export function startCommand(
  t: TestContext,
  argv: readonly string[],
  input: {
    readonly cwd: string;
    readonly env?: Record<string, string>;
    readonly script?: string;
    readonly shell?: boolean;
  },
): CommandProcess {
  const [program, first] = input.shell ? ['/bin/sh', []] : [process.execPath, [input.script ?? main]];
  const child = spawn(program, [...first, ...argv], {
    cwd: input.cwd,
    env: { PATH: process.env.PATH ?? '', ...input.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    wake();
  });
  const exited = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return {
    child,
    exited,
    stdout: () => stdout,
    stderr: () => stderr,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(stdout + stderr);
          if (match === null) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        look();
        exited.then(() => reject(new Error(`ended without saying ${pattern}:\n${stdout}${stderr}`)), reject);
      }),
  };
}

/** Runs the command to its end. */
export async function runProcess(
  t: TestContext,
  argv: readonly string[],
  input: { readonly cwd: string; readonly env?: Record<string, string> },
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const started = startCommand(t, argv, input);
  const code = await started.exited;
  return { code, stdout: started.stdout(), stderr: started.stderr() };
}
