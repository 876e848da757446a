/** The surroundings of a real process. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { systemCode } from '../settings/errors/reason.js';
import type { Surroundings } from './surroundings.js';

export function nodeSurroundings(): Surroundings {
  const canAsk = process.stdin.isTTY === true && process.stderr.isTTY === true;
  return {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    readFile,
    onInterrupt(listener) {
      process.on('SIGINT', listener);
      process.on('SIGTERM', listener);
      return () => {
        process.off('SIGINT', listener);
        process.off('SIGTERM', listener);
      };
    },
    exitNow: (code) => process.exit(code),
    ...(canAsk ? { confirm } : {}),
  };
}

/** `undefined` when there is no such file; throws when it cannot be read. */
function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** No when the question was interrupted or standard input ended. The terminal stays in its line mode, so that Ctrl-C is a signal as always. */
async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    const answer = await Promise.race([lines.question(question, { signal }), ended]);
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}
