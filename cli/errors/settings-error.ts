/** Settings that are missing or malformed. */
import type { SettingProblem } from '../settings/setting-problem.js';

export class SettingsError extends Error {
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super(`settings are missing or malformed: ${problems.map((problem) => problem.setting).join(', ')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}
