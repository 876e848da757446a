/** Everything that a command prints goes through here, and so through the redactor, and gives a CI system no commands. */
import { withoutCiCommands } from '../../text/ci-commands.js';
import type { Redactor as WholeRedactor } from '../../text/redactor.js';
import { removeTokens } from '../../text/token-like.js';

/** What a printer needs of a stream; `process.stdout` has it. */
export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The part that printing needs. */
export type Redactor = Pick<WholeRedactor, 'text' | 'add'>;

export interface Streams {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

const eraseLine = '\r\x1b[2K';

export class Printer {
  readonly #streams: Streams;
  readonly #redactor: Redactor;
  #hasStatus = false;

  constructor(streams: Streams, redactor: Redactor) {
    this.#streams = streams;
    this.#redactor = redactor;
  }

  /** Values that must never be printed, as they become known. */
  addSecrets(secrets: readonly string[]): void {
    for (const secret of secrets) this.#redactor.add(secret);
  }

  /** A result, to standard output; the end of line is added. */
  result(text: string): void {
    this.clearStatus();
    this.#streams.stdout.write(`${this.#safe(text)}\n`);
  }

  /** What is said beside the result, to standard error; the end of line is added. */
  note(text: string): void {
    this.clearStatus();
    this.#streams.stderr.write(`${this.#safe(text)}\n`);
  }

  /** One line on a terminal that the next one replaces, cut to its width. */
  status(text: string): void {
    const width = (this.#streams.stderr.columns ?? 80) - 1;
    this.#streams.stderr.write(`${eraseLine}${Array.from(this.#safe(text)).slice(0, width).join('')}`);
    this.#hasStatus = true;
  }

  clearStatus(): void {
    if (this.#hasStatus) this.#streams.stderr.write(eraseLine);
    this.#hasStatus = false;
  }

  /** By value first, then by shape: the second catches a token that nobody configured. */
  redact(text: string): string {
    return removeTokens(this.#redactor.text(text));
  }

  #safe(text: string): string {
    return withoutCiCommands(this.redact(text));
  }
}
