/**
 * The options of `npx playwright test`: Playwright passes on no flags of ours, so they come from the environment, `.env`
 * and the configuration file, by the rules of `run`. What this way cannot follow is refused, never left out silently.
 */

import { UsageError } from '../cli/errors/usage-error.js';
import { refuseOtherFaults } from '../cli/options/edition.js';
import { type RunFlags, readRunFlags } from '../cli/options/run-flags.js';
import {
  configurableOptions,
  environmentName,
  flagName,
  readConfigured,
  withConfigured,
} from '../cli/settings/configurable-options.js';
import type { Sources } from '../cli/settings/sources.js';
import { faults } from '../endpoints/mock/faults.js';

/** Rate, reuse of subjects and the yes are read by no-harm.ts. */
export type PlaywrightOptions = Omit<RunFlags, 'rate' | 'reuseSubjects' | 'yes' | 'maxRequests' | 'besides'>;

/** @throws UsageError naming every option that cannot be followed, by its variable and by where it stands. */
export function readOptions(sources: Sources): PlaywrightOptions {
  try {
    const { raw, origins } = withConfigured({}, sources);
    const { rate: _, reuseSubjects: __, yes: ___, maxRequests: ____, ...others } = raw;
    const flags = readConfigured(others, origins, (one) =>
      readRunFlags(
        one,
        faults.map(({ id }) => id),
      ),
    );
    refuseOtherFaults(faults, flags.faults, flags.edition);
    refuseSecondEdition(flags);
    return flags;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      error.problems.map(({ message, advice }) => ({
        message: asVariables(message),
        ...(advice === undefined ? {} : { advice: asVariables(advice) }),
      })),
    );
  }
}

/** A second edition is judged after the first within one process; see engine/service/run-editions.ts. */
function refuseSecondEdition({ edition, besides }: RunFlags): void {
  if (besides.length === 0) return;
  const asked = [edition, ...besides.map((one) => one.edition)];
  const message = `--edition names ${asked.join(' and ')}, and npx playwright test judges by one edition at a time`;
  throw new UsageError([{ message, advice: 'name one; byoc-conformance run shows several side by side' }]);
}

/** `--level`: `BYOC_LEVEL`. Other flags stay, as they belong to other commands. */
function asVariables(text: string): string {
  return text.replace(/--[a-z][a-z-]*/g, (flag) => {
    const option = configurableOptions.find(({ name }) => flagName(name) === flag);
    return option === undefined ? flag : environmentName(option.name);
  });
}
