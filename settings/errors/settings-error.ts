/** Settings that are missing or malformed. */
import type { SettingProblem } from '../setting-problem.js';
import { UserError } from './user-error.js';

export class SettingsError extends UserError {
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super(`settings are missing or malformed: ${problems.map((problem) => problem.setting).join(', ')}`);
    this.problems = problems;
  }

  override tell(): string {
    const count = this.problems.length;
    const lines = [`error: ${count === 1 ? 'one setting is' : `${count} settings are`} missing or malformed`];
    for (const problem of this.problems) {
      lines.push(
        '',
        `  ${problem.setting}`,
        `    expected  ${problem.expected}`,
        `    example   ${problem.example}`,
        `    found     ${problem.found}`,
        `    where     ${problem.where}`,
      );
      if (problem.advice !== undefined) lines.push(`    do        ${problem.advice}`);
    }
    lines.push('', 'Nothing was sent. All settings are explained by: byoc-conformance run --help');
    return lines.join('\n');
  }
}
