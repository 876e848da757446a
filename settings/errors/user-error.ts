/** What the user can mend is told in plain words with an exit code of its own; all else is a fault of the suite itself. */
import { countCharacters } from '../../text/found.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';

/** Never told with a stack trace. */
export abstract class UserError extends Error {
  readonly exitCode: number = exitCodes['wrong usage'];
  readonly #advice: readonly string[];

  /** @param message what is wrong, in one line. @param advice further lines: what to do. */
  constructor(message: string, ...advice: readonly string[]) {
    super(message);
    this.name = new.target.name;
    this.#advice = advice;
  }

  /** Several lines without an end of line, beginning with `error: `. */
  tell(): string {
    return withAdvice(this.message, this.#advice);
  }
}

export interface Told {
  readonly text: string;
  readonly exitCode: number;
}

/** Text without an end of line, and the exit code; `debug` adds the stack to a fault of the suite itself. */
export function tellError(error: unknown, debug: boolean): Told {
  if (error instanceof UserError) return { text: error.tell(), exitCode: error.exitCode };
  return { text: tellSuiteFault(error, debug), exitCode: exitCodes['fault of the suite'] };
}

/** Lines of advice stand below the message. */
export function withAdvice(message: string, advice: readonly string[]): string {
  return [`error: ${message}`, ...advice.map((line) => `       ${line}`)].join('\n');
}

function tellSuiteFault(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split('\n', 1)[0] ?? '';
  const short = line.length > 300 ? `${line.slice(0, 300)}... (${countCharacters(line)})` : line;
  const told = `a fault of the suite itself: ${short}`;
  if (!debug) return withAdvice(told, ['set DEBUG=1 to see where it comes from, and report it']);
  return error instanceof Error ? `error: ${told}\n${error.stack ?? ''}` : `error: ${told}`;
}
