/**
 * The options of `npx playwright test`: Playwright passes on no flags of ours, so they come from the environment, `.env`
 * and the configuration file, by the rules of `run`. What this way cannot follow is refused, never left out silently.
 */
import { existsSync, readFileSync } from 'node:fs';
import { faults } from '../endpoints/mock/faults.js';
import type { Plan, RunOptions } from '../engine/service/run-options.js';
import { UsageError, type UsageProblem } from '../settings/errors/usage-error.js';
import { asFlag, asVariable, configuredOptions, type OptionDeclarations } from '../settings/options/declaration.js';
import { options } from '../settings/options/options.js';
import { type GivenOptions, withConfigured } from '../settings/options/read-options.js';
import { type RunChoices, readRunChoices } from '../settings/options/run-choices.js';
import type { SettingsInput } from '../settings/read-settings.js';
import { openSources } from '../settings/sources.js';
import { needsConsent, nobodyToAsk } from '../settings/without-harm.js';

/** What the settings of a Playwright run are read from. */
export type Surroundings = Pick<SettingsInput, 'env' | 'cwd' | 'readFile'>;

/** Of this process. Workers and reporter look into the same as the global set-up. */
export const ownSurroundings: Surroundings = {
  env: process.env,
  cwd: process.cwd(),
  readFile: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
};

/** What was given, not yet checked: spec files may be loaded before the set-up, which tells what cannot be followed. */
export function givenOptions({ env, cwd, readFile }: Surroundings) {
  return withConfigured({}, openSources(env, cwd, readFile));
}

/** @throws UsageError naming every option that cannot be followed, by its variable and by where it stands. */
export function readPlaywrightOptions(surroundings: Surroundings): RunChoices {
  const { given, origins } = givenOptions(surroundings);
  refuse(unfollowed(given));
  const choices = readRunChoices(given, { spelling: asVariable, faults, origins });
  refuse(secondEdition(choices));
  return choices;
}

function refuse(problems: readonly UsageProblem[]): void {
  if (problems.length > 0) throw new UsageError(problems);
}

/** Options that only `run` can follow. */
function unfollowed(given: GivenOptions, declarations: OptionDeclarations = options): readonly UsageProblem[] {
  return configuredOptions(declarations).flatMap(({ name, configured: { refusedByPlaywright } }) => {
    const value = given[name];
    if (refusedByPlaywright === undefined || value === undefined) return [];
    const shown = typeof value === 'string' && /^\d{1,9}$/.test(value) ? value : 'N';
    const message = `${asVariable(name)} ${refusedByPlaywright}: use byoc-conformance run ${asFlag(name, shown)}`;
    return [{ option: name, message }];
  });
}

/** A second edition is judged after the first within one process; see engine/service/run-editions.ts. */
function secondEdition({ edition, besides }: RunChoices): readonly UsageProblem[] {
  if (besides.length === 0) return [];
  const asked = [edition, ...besides.map((one) => one.edition)];
  const message = `${asVariable('edition')} names ${asked.join(' and ')}, and npx playwright test judges by one edition at a time`;
  return [{ option: 'edition', message, advice: 'name one; byoc-conformance run shows several side by side' }];
}

/** Playwright asks nothing, so the yes is a variable. @throws UsageError when the plan may not be carried out. */
export function agreeToPlan(plan: Plan, asked: RunOptions, yes: boolean): void {
  if (yes || !needsConsent(asked)) return;
  const next = `Read the plan above, and set ${asVariable('yes', '1')} when it may be carried out.`;
  throw new UsageError([{ message: `${nobodyToAsk(plan, asked)}: nothing was sent. ${next}` }]);
}

/**
 * The verdict of the whole run is our reporter's: tests alone do not see mixed-up identities, waivers and baselines. Blob
 * reports are merged later, with our reporter.
 *
 * @throws UsageError when neither is there: the run could end with a false 0.
 */
export function refuseWithoutReporter(
  reporters: readonly (readonly [name: string, ...rest: readonly unknown[]])[],
): void {
  const isEnough = ([name]: readonly [string, ...(readonly unknown[])]): boolean =>
    name === 'blob' || /[\\/]conformance-reporter\.[jt]s$/.test(name);
  if (reporters.some(isEnough)) return;
  const given = reporters.map(([name]) => name.slice(0, 60)).join(', ') || 'none';
  const message = `the reporter of byoc-conformance must be among the reporters, as it gives the verdict of the whole run, not ${given}`;
  const advice = 'leave out --reporter and add others in a configuration of your own, or use --reporter=blob and merge';
  throw new UsageError([{ message, advice }]);
}
