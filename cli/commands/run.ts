/** The command `run`: judges a service, or the embedded mock when no service is configured. */

import { isLoopback } from '../../endpoints/sender/loopback.js';
import type { RunOptions, Target } from '../../engine/service/run-options.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import { SettingsError } from '../../settings/errors/settings-error.js';
import { prepareReportDirectory, readReleaseFiles } from '../../settings/named-files.js';
import { checkProxy, networkWarnings } from '../../settings/network.js';
import { refuseFaultsOfService } from '../../settings/open-target.js';
import { asFlag } from '../../settings/options/declaration.js';
import { type GivenOptions, withConfigured } from '../../settings/options/read-options.js';
import { type RunChoices, readRunChoices, runOptionsOf } from '../../settings/options/run-choices.js';
import { readSettings, type Settings } from '../../settings/read-settings.js';
import { openSources } from '../../settings/sources.js';
import { type Taken, takenOptions, tellSources, tellTaken } from '../../settings/taken.js';
import { tellPlan } from '../../settings/tell-plan.js';
import { withToken } from '../../settings/with-token.js';
import { decideRelease } from '../../verdicts/release/release-record.js';
import type { Context } from '../context.js';
import { coloursFor, isCi } from '../output/colour.js';
import { type ProgressMode, showProgress } from '../output/progress.js';
import { checkSettings } from './check-settings.js';
import { agreeToPlan } from './consent.js';
import { publishRecord } from './publish-record.js';
import { withTarget } from './target.js';

const stoppingRun = 'Stopping. The report is still written, marked as cut short; Ctrl-C again ends at once without it.';

/** Gives the exit code; throws the error of the kind for all that keeps the run from starting. */
export async function runCommand(flags: GivenOptions, context: Context): Promise<number> {
  const { surroundings, dependencies, printer } = context;
  const { env, cwd, readFile } = surroundings;
  const config = typeof flags.config === 'string' ? flags.config : undefined;
  const { given, origins } = withConfigured(flags, openSources(env, cwd, readFile, config));
  const faults = given.fault === undefined ? [] : await dependencies.listFaults();
  const choices = readRunChoices(given, { spelling: asFlag, faults, origins });
  const { settings, taken: takenSettings } = settingsOf(flags, choices, context);
  const taken = [...takenSettings, ...takenOptions(given, origins, { ...choices })];
  if (settings.kind === 'service') checkProxy(settings.baseUrl);
  const terms = await readReleaseFiles(choices, cwd, dependencies.validateRecord);
  if (choices.check) {
    for (const warning of settings.warnings) printer.note(`warning: ${warning}`);
    return checkSettings(settings, taken, context);
  }
  const directory = await prepareReportDirectory(cwd, choices.out);
  for (const warning of [...settings.warnings, ...networkWarnings(env)]) printer.note(`warning: ${warning}`);

  let isRunning = false;
  const judge = async (target: Target, signal: AbortSignal): Promise<number | undefined> => {
    const planned = { ...runOptionsOf(choices, target, asFlag), signal };
    if (settings.kind === 'service' && !isLoopback(settings.baseUrl.hostname)) printer.note(tellSources(taken));
    const agreement = await agreeToPlan(planned, choices.yes, context);
    if (agreement === 'no') return undefined;
    const options = { ...planned, target: await withToken(target, printer, signal) };
    isRunning = true;
    const record = decideRelease(await runWithProgress(options, agreement === 'not asked', context), terms);
    await publishRecord(record, directory, context);
    return record.exitCode;
  };
  const stopping = (): string => (isRunning ? stoppingRun : 'Stopping.');
  return withTarget(settings, { faults: choices.fault, edition: choices.edition }, context, judge, stopping);
}

/** The base URL of a flag only: the settings look it up elsewhere by themselves. */
function settingsOf(
  { baseUrl }: GivenOptions,
  { config, check, fault }: RunChoices,
  { surroundings, printer }: Context,
): { readonly settings: Settings; readonly taken: readonly Taken[] } {
  const flags = { ...(typeof baseUrl === 'string' ? { baseUrl } : {}), ...(config === undefined ? {} : { config }) };
  const result = readSettings({ flags, ...surroundings });
  if (!result.ok) {
    if (check && result.taken.length > 0) printer.result(tellTaken(result.taken));
    throw new SettingsError(result.problems);
  }
  refuseFaultsOfService(result.settings, fault, asFlag);
  return result;
}

async function runWithProgress(options: RunOptions, tellsPlan: boolean, context: Context): Promise<RunRecord> {
  const { surroundings, dependencies, printer } = context;
  const show = showProgress(printer, progressMode(context), () => performance.now());
  const { bold } = coloursFor(surroundings.env, surroundings.stderr);
  const record = await dependencies.runConformance({
    ...options,
    onEvent: (event) => {
      if (event.type !== 'planned') show(event);
      else if (tellsPlan) printer.note(tellPlan(event.plan, options, bold));
    },
  });
  printer.clearStatus();
  return record;
}

function progressMode({ surroundings }: Context): ProgressMode {
  if (isCi(surroundings.env)) return 'none';
  return surroundings.stderr.isTTY === true ? 'rewritten' : 'plain';
}
