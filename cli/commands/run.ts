/** The command `run`: judges a service, or the embedded mock when no service is configured. */
import type { RunRecord } from '../../schemas/run-record.js';
import type { RunOptions } from '../../specs/engine/run-options.js';
import type { Context } from '../context.js';
import { SettingsError } from '../errors/settings-error.js';
import { UsageError } from '../errors/usage-error.js';
import { exitCode } from '../exit-code.js';
import { listenForInterrupt } from '../interrupt.js';
import { type RawRunFlags, type RunFlags, readRunFlags } from '../options/run-flags.js';
import { coloursFor, isCi } from '../output/colour.js';
import { tellPlan } from '../output/plan.js';
import { Progress, type ProgressMode } from '../output/progress.js';
import { prepareReportDirectory } from '../output/report-directory.js';
import { readSettings, type Settings } from '../settings/read-settings.js';
import { agreeToPlan } from './agree-to-plan.js';
import { openTarget } from './open-target.js';
import { publishRecord } from './publish-record.js';

const stoppingRun = 'Stopping. The report is still written, marked as cut short; Ctrl-C again ends at once without it.';

/** Gives the exit code; throws the error of the kind for all that keeps the run from starting. */
export async function runCommand(raw: RawRunFlags, context: Context): Promise<number> {
  const { surroundings, printer } = context;
  const faults = raw.fault === undefined ? [] : await context.dependencies.listFaults();
  const flags = readRunFlags(
    raw,
    faults.map(({ id }) => id),
  );
  const settings = settingsOf(flags, context);
  const directory = await prepareReportDirectory(surroundings.cwd, flags.out);
  for (const warning of settings.warnings) printer.note(`warning: ${warning}`);

  let isRunning = false;
  const interrupt = listenForInterrupt(surroundings, () => printer.note(isRunning ? stoppingRun : 'Stopping.'));
  try {
    const target = await openTarget(settings, flags.faults, context);
    try {
      const options = optionsOf(flags, target.target, interrupt.signal);
      const agreement = await agreeToPlan(options, flags.yes, context);
      if (agreement === 'no') {
        printer.note('Nothing was sent.');
        return exitCode.inconclusive;
      }
      isRunning = true;
      const record = await runWithProgress(options, agreement === 'not asked', context);
      await publishRecord(record, directory, context);
      return record.exitCode;
    } finally {
      await target.close();
    }
  } finally {
    interrupt.release();
  }
}

function settingsOf(flags: RunFlags, { surroundings }: Context): Settings {
  const { env, cwd, readFile } = surroundings;
  const result = readSettings({ flags, env, cwd, readFile });
  if (!result.ok) throw new SettingsError(result.problems);
  if (result.settings.kind === 'service' && flags.faults.length > 0) {
    const message = '--fault works with the embedded mock only, and a service is configured';
    throw new UsageError([{ message, advice: 'leave out --fault, or unset the settings of the service' }]);
  }
  return result.settings;
}

function optionsOf(flags: RunFlags, target: RunOptions['target'], signal: AbortSignal): RunOptions {
  const { level, layout, edition, seed, only, maxRequests, rate, memoryMs } = flags;
  return {
    target,
    level,
    layout,
    edition,
    seed,
    only,
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(rate === undefined ? {} : { rate }),
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
