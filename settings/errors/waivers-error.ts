/** A waivers file that cannot be used: each problem with its line, what was expected and what to do. */
import { UserError } from './user-error.js';

export interface WaiverProblem {
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly message: string;
  readonly advice?: string;
}

/** As many problems as can be mended at once. */
const mostProblems = 20;

export class WaiversError extends UserError {
  readonly #problems: readonly WaiverProblem[];

  constructor(path: string, problems: readonly WaiverProblem[]) {
    super(`the waivers file ${path} cannot be used`);
    this.#problems = problems;
  }

  override tell(): string {
    const shown = this.#problems
      .slice(0, mostProblems)
      .flatMap(({ line, message, advice }) => [
        `  ${line === undefined ? '' : `line ${line}: `}${message}`,
        ...(advice === undefined ? [] : [`    do  ${advice}`]),
      ]);
    const more = this.#problems.length - mostProblems;
    const rest = more > 0 ? [`  and ${more} more`] : [];
    return [`error: ${this.message}`, ...shown, ...rest, 'Nothing was sent.'].join('\n');
  }
}
