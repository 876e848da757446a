/** The rules of `npx playwright test` for a service that others use too: a yes beforehand, a rate, the same subjects again. */

import { needsConsent, nobodyToAsk } from '../cli/commands/agree-to-plan.js';
import { rateFor, readRate } from '../cli/options/rate.js';
import type { Environment } from '../cli/settings/sources.js';
import type { Plan, RunOptions } from '../engine/service/run-options.js';

/** The rate of BYOC_RATE or the default for the target, and BYOC_REUSE_SUBJECTS. @throws Error for what cannot be followed. */
export function harmless(target: URL, env: Environment): Pick<RunOptions, 'rate' | 'rateFrom' | 'reuseSubjects'> {
  const asked = env.BYOC_RATE === undefined || env.BYOC_RATE === '' ? undefined : readRate('BYOC_RATE', env.BYOC_RATE);
  if (asked?.ok === false) {
    const { message, advice } = asked.problem;
    throw new Error(advice === undefined ? message : `${message}: ${advice.replace('--rate ', 'BYOC_RATE=')}`);
  }
  return {
    ...rateFor(target, asked?.value),
    ...(asked === undefined ? {} : { rateFrom: 'as BYOC_RATE says' }),
    ...(readYes('BYOC_REUSE_SUBJECTS', env) ? { reuseSubjects: true } : {}),
  };
}

/** Playwright asks nothing, so the yes is a variable. Undefined when the plan may be carried out, else why not. */
export function refusedPlan(plan: Plan, options: RunOptions, env: Environment): string | undefined {
  if (!needsConsent(options) || readYes('BYOC_YES', env)) return undefined;
  return `${nobodyToAsk(plan, options)}: nothing was sent. Read the plan above, and set BYOC_YES=1 when it may be carried out.`;
}

/** @throws Error for anything but a plain yes or no. */
function readYes(name: string, env: Environment): boolean {
  const value = (env[name] ?? '').toLowerCase();
  if (['1', 'true', 'yes'].includes(value)) return true;
  if (['', '0', 'false', 'no'].includes(value)) return false;
  throw new Error(`${name} is 1 or 0, not ${JSON.stringify(env[name])}`);
}
