/** The command `probe`: says which edition, layout and status a service speaks, and the options to run with. */
import { randomInt } from 'node:crypto';
import type { Target } from '../../engine/service/run-options.js';
import { defaultEdition } from '../../schemas/editions/editions.js';
import type { Context } from '../context.js';
import { SettingsError } from '../errors/settings-error.js';
import { UsageError } from '../errors/usage-error.js';
import { exitCode } from '../exit-code.js';
import { listenForInterrupt } from '../interrupt.js';
import { isCi } from '../output/colour.js';
import { probeAsJson, tellProbe } from '../output/probe.js';
import { readSettings } from '../settings/read-settings.js';
import { needsConsent, nobodyToAsk } from './agree-to-plan.js';
import { openTarget } from './open-target.js';
import { withToken } from './with-token.js';

/** The options as commander hands them over. */
export interface RawProbeFlags {
  readonly config?: string;
  readonly baseUrl?: string;
  readonly json?: boolean;
  readonly yes?: boolean;
}

const most = { requests: 12, conversations: 1, specs: 0 } as const;

/** Ends with 0 when an edition was found, else with 3; throws the error of the kind for all that keeps it from asking. */
export async function probeCommand(flags: RawProbeFlags, context: Context): Promise<number> {
  const { surroundings, dependencies, printer } = context;
  const { env, cwd, readFile } = surroundings;
  const read = readSettings({ flags, env, cwd, readFile });
  if (!read.ok) throw new SettingsError(read.problems);
  for (const warning of read.settings.warnings) printer.note(`warning: ${warning}`);
  const interrupt = listenForInterrupt(surroundings, () => printer.note('Stopping.'));
  try {
    const { target, close } = await openTarget(read.settings, { faults: [], edition: defaultEdition }, context);
    try {
      if (!(await mayAsk(target, flags.yes === true, interrupt.signal, context))) {
        printer.note('Nothing was sent.');
        return exitCode.inconclusive;
      }
      const seed = randomInt(2 ** 32);
      const ready = await withToken(target, printer, interrupt.signal);
      const result = await dependencies.probeService({ target: ready, seed, signal: interrupt.signal });
      printer.result(flags.json === true ? probeAsJson(result) : tellProbe(result, target));
      return result.decision.found ? exitCode.conformant : exitCode.inconclusive;
    } finally {
      await close();
    }
  } finally {
    interrupt.release();
  }
}

/** By the same rules as a run: nothing goes to a service that is not on this machine without somebody's yes. */
async function mayAsk(target: Target, yes: boolean, signal: AbortSignal, { surroundings }: Context): Promise<boolean> {
  if (yes || !needsConsent({ target })) return true;
  const { confirm, env } = surroundings;
  if (confirm === undefined || isCi(env)) {
    const advice = 'nothing was sent: add --yes when it may be asked; one conversation is left behind';
    throw new UsageError([{ message: nobodyToAsk(most, { target }), advice }]);
  }
  const question = `Send at most ${most.requests} requests to ${target.baseUrl.host}? One conversation is left behind. [y/N] `;
  return (await confirm(question, signal)) && !signal.aborted;
}
