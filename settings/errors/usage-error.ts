/** Options that cannot be followed: each problem with what was expected, what was given and what to do. */
import { UserError, withAdvice } from './user-error.js';

export interface UsageProblem {
  /** The name of the option that is meant, in camel case, where it is one: `maxRequests`. */
  readonly option?: string;
  /** What is wrong: `--level must be smoke, standard or deep, not "fast"`. */
  readonly message: string;
  /** What to do: `did you mean smoke?`. */
  readonly advice?: string;
}

export class UsageError extends UserError {
  readonly problems: readonly UsageProblem[];

  constructor(problems: readonly UsageProblem[]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.problems = problems;
  }

  override tell(): string {
    return this.problems
      .map(({ message, advice }) => withAdvice(message, advice === undefined ? [] : [advice]))
      .join('\n');
  }
}
