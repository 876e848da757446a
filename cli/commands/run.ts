/** The command `run`: judges a service, or the embedded mock when no service is configured. */

import { isLoopback } from '../../endpoints/sender/loopback.js';
import type { RunOptions } from '../../engine/service/run-options.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import { gateRecord } from '../../verdicts/release/release-record.js';
import type { Context } from '../context.js';
import { SettingsError } from '../errors/settings-error.js';
import { UsageError } from '../errors/usage-error.js';
import { exitCode } from '../exit-code.js';
import { listenForInterrupt } from '../interrupt.js';
import { refuseOtherFaults } from '../options/edition.js';
import { rateFor } from '../options/rate.js';
import { type RawRunFlags, type RunFlags, readRunFlags } from '../options/run-flags.js';
import { coloursFor, isCi } from '../output/colour.js';
import { tellPlan } from '../output/plan.js';
import { Progress, type ProgressMode } from '../output/progress.js';
import { prepareReportDirectory } from '../output/report-directory.js';
import { readConfigured, withConfigured } from '../settings/configurable-options.js';
import { readSettings, type Settings } from '../settings/read-settings.js';
import { openSources, type Sources } from '../settings/sources.js';
import { type Taken, takenOptions, tellSources, tellTaken } from '../settings/taken.js';
import { agreeToPlan } from './agree-to-plan.js';
import { checkSettings } from './check-settings.js';
import { loadGate } from './load-gate.js';
import { checkProxy, networkWarnings } from './network.js';
import { openTarget } from './open-target.js';
import { publishRecord } from './publish-record.js';
import { withToken } from './with-token.js';

const stoppingRun = 'Stopping. The report is still written, marked as cut short; Ctrl-C again ends at once without it.';

/** Gives the exit code; throws the error of the kind for all that keeps the run from starting. */
export async function runCommand(given: RawRunFlags, context: Context): Promise<number> {
  const { surroundings, printer } = context;
  const { raw, origins } = withConfigured(given, sourcesOf(given, context));
  const faults = raw.fault === undefined ? [] : await context.dependencies.listFaults();
  const flags = readConfigured(raw, origins, (one) =>
    readRunFlags(
      one,
      faults.map(({ id }) => id),
    ),
  );
  refuseOtherFaults(faults, flags.faults, flags.edition);
  const { settings, taken: takenSettings } = settingsOf(flags, given, context);
  const taken = [
    ...takenSettings,
    ...takenOptions({ ...flags, fault: flags.faults, memory: raw.memory }, origins, { ...given }),
  ];
  if (settings.kind === 'service') checkProxy(settings.baseUrl);
  const gate = await loadGate(flags, { cwd: surroundings.cwd, validateRecord: context.dependencies.validateRecord });
  if (given.check === true) {
    for (const warning of settings.warnings) printer.note(`warning: ${warning}`);
    const { target } = settings.kind === 'service' ? await openTarget(settings, flags, context) : { target: undefined };
    return checkSettings(target, taken, context);
  }
  const directory = await prepareReportDirectory(surroundings.cwd, flags.out);
  for (const warning of [...settings.warnings, ...networkWarnings(surroundings.env)]) {
    printer.note(`warning: ${warning}`);
  }

  let isRunning = false;
  const interrupt = listenForInterrupt(surroundings, () => printer.note(isRunning ? stoppingRun : 'Stopping.'));
  try {
    const target = await openTarget(settings, flags, context);
    try {
      const planned = optionsOf(flags, target.target, interrupt.signal);
      if (settings.kind === 'service' && !isLoopback(settings.baseUrl.hostname)) printer.note(tellSources(taken));
      const agreement = await agreeToPlan(planned, flags.yes, context);
      if (agreement === 'no') {
        printer.note('Nothing was sent.');
        return exitCode.inconclusive;
      }
      const options = { ...planned, target: await withToken(planned.target, printer, interrupt.signal) };
      isRunning = true;
      const record = gateRecord(await runWithProgress(options, agreement === 'not asked', context), gate);
      await publishRecord(record, directory, context);
      return record.exitCode;
    } finally {
      await target.close();
    }
  } finally {
    interrupt.release();
  }
}

function sourcesOf({ config }: RawRunFlags, { surroundings }: Context): Sources {
  const { env, cwd, readFile } = surroundings;
  return openSources(env, cwd, readFile, config);
}

/** @param given what stands on the command line: the settings look up the base URL elsewhere by themselves. */
function settingsOf(
  flags: RunFlags,
  { baseUrl, config, check }: RawRunFlags,
  { surroundings, printer }: Context,
): { readonly settings: Settings; readonly taken: readonly Taken[] } {
  const { env, cwd, readFile } = surroundings;
  const asked = { ...(baseUrl === undefined ? {} : { baseUrl }), ...(config === undefined ? {} : { config }) };
  const result = readSettings({ flags: asked, env, cwd, readFile });
  if (!result.ok) {
    if (check === true && result.taken.length > 0) printer.result(tellTaken(result.taken));
    throw new SettingsError(result.problems);
  }
  if (result.settings.kind === 'service' && flags.faults.length > 0) {
    const message = '--fault works with the embedded mock only, and a service is configured';
    throw new UsageError([{ message, advice: 'leave out --fault, or unset the settings of the service' }]);
  }
  return result;
}

function optionsOf(flags: RunFlags, target: RunOptions['target'], signal: AbortSignal): RunOptions {
  const { level, layout, edition, besides, seed, only, maxRequests, rate, memoryMs } = flags;
  return {
    target,
    level,
    layout,
    edition,
    ...(besides.length === 0 ? {} : { besides }),
    seed,
    only,
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...rateFor(target.baseUrl, rate),
    ...(flags.reuseSubjects === true ? { reuseSubjects: true } : {}),
    ...(memoryMs === undefined ? {} : { memoryMs }),
    // A service is shared with others; the embedded mock is not.
    concurrency: flags.concurrency ?? (target.kind === 'service' ? 8 : 16),
    signal,
  };
}

async function runWithProgress(options: RunOptions, tellsPlan: boolean, context: Context): Promise<RunRecord> {
  const { surroundings, dependencies, printer } = context;
  const progress = new Progress(printer, progressMode(context), () => performance.now());
  const colours = coloursFor(surroundings.env, surroundings.stderr);
  const record = await dependencies.runConformance({
    ...options,
    onEvent: (event) => {
      if (event.type !== 'planned') progress.take(event);
      else if (tellsPlan) printer.note(tellPlan(event.plan, options, colours));
    },
  });
  printer.clearStatus();
  return record;
}

function progressMode({ surroundings }: Context): ProgressMode {
  if (isCi(surroundings.env)) return 'none';
  return surroundings.stderr.isTTY === true ? 'rewritten' : 'plain';
}
