/** The command `probe`: says which edition, layout and status a service speaks, and the options to run with. */
import { randomInt } from 'node:crypto';
import type { Target } from '../../engine/service/run-options.js';
import { defaultEdition } from '../../schemas/editions/editions.js';
import { asFlag } from '../../settings/options/declaration.js';
import { type GivenOptions, readOptions } from '../../settings/options/read-options.js';
import { requireSettings } from '../../settings/read-settings.js';
import { withToken } from '../../settings/with-token.js';
import { needsConsent } from '../../settings/without-harm.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';
import type { Context } from '../context.js';
import { probeAsJson, tellProbe } from '../output/probe.js';
import { isAllowed } from './consent.js';
import { withTarget } from './target.js';

/** The most that is sent. */
const plan = { requests: 12 } as const;

/** Ends with 0 when an edition was found, else with 3; throws the error of the kind for all that keeps it from asking. */
export async function probeCommand(given: GivenOptions, context: Context): Promise<number> {
  const { surroundings, dependencies, printer } = context;
  const { json, yes, ...flags } = readOptions('probe', given, { spelling: asFlag });
  const settings = requireSettings({ flags, ...surroundings });
  for (const warning of settings.warnings) printer.note(`warning: ${warning}`);
  return withTarget(settings, { faults: [], edition: defaultEdition }, context, async (target, signal) => {
    if (!yes && !(await mayAsk(target, signal, context))) return undefined;
    const seed = randomInt(2 ** 32);
    const ready = await withToken(target, printer, signal);
    const result = await dependencies.probeService({ target: ready, seed, signal });
    printer.result(json ? probeAsJson(result) : tellProbe(result, target));
    return result.decision.found ? exitCodes.conformant : exitCodes.inconclusive;
  });
}

/** By the same rules as a run: nothing goes to a service that is not on this machine without somebody's yes. */
async function mayAsk(target: Target, signal: AbortSignal, context: Context): Promise<boolean> {
  if (!needsConsent({ target })) return true;
  const question = `Send at most ${plan.requests} requests to ${target.baseUrl.host}? One conversation is left behind.`;
  const advice = 'nothing was sent: add --yes when it may be asked; one conversation is left behind';
  return isAllowed(plan, { target, signal }, { question, advice }, context);
}
