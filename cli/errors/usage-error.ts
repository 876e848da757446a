/** A command line that cannot be followed: each problem with what was expected, what was given and what to do. */

export interface UsageProblem {
  /** What is wrong: `--level must be smoke, standard or deep, not "fast"`. */
  readonly message: string;
  /** What to do: `did you mean smoke?`. */
  readonly advice?: string;
}

export class UsageError extends Error {
  readonly problems: readonly UsageProblem[];

  constructor(problems: readonly UsageProblem[]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.name = 'UsageError';
    this.problems = problems;
  }
}
