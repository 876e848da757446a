/** A waivers file that cannot be used: each problem with its line, what was expected and what to do. */

export interface WaiverProblem {
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly message: string;
  readonly advice?: string;
}

export class WaiversError extends Error {
  readonly path: string;
  readonly problems: readonly WaiverProblem[];

  constructor(path: string, problems: readonly WaiverProblem[]) {
    super(`the waivers file ${path} cannot be used`);
    this.name = 'WaiversError';
    this.path = path;
    this.problems = problems;
  }
}
