/** What a command has around it: arguments, environment, streams, signals. Given, so that tests can stand in for it. */

import type { Environment, ReadFile } from '../settings/sources.js';
import type { OutputStream } from './output/printer.js';

export interface Surroundings {
  /** The arguments after the name of the command itself. */
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly cwd: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly readFile: ReadFile;
  /** Calls back on SIGINT and SIGTERM; gives the function that ends it. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the process at once. */
  exitNow(code: number): void;
  /** Asks a question to be answered with yes or no; absent when nobody is there to answer. */
  readonly confirm?: (question: string, signal: AbortSignal) => Promise<boolean>;
}
