/** Whether the plan may be carried out: a service that is not on this machine gets nothing without somebody's yes. */
import { isLoopback } from '../../endpoints/sender/loopback.js';
import type { Plan, RunOptions } from '../../engine/service/run-options.js';
import type { Context } from '../context.js';
import { UsageError } from '../errors/usage-error.js';
import { coloursFor, isCi } from '../output/colour.js';
import { countOf } from '../output/count.js';
import { tellPlan } from '../output/plan.js';

/** `not asked` for what is on this machine and with `--yes`: the run itself then tells the plan. */
export type Agreement = 'yes' | 'no' | 'not asked';

/**
 * Tells the plan and asks. Sends nothing.
 *
 * @throws UsageError where nobody can be asked (no terminal, or CI) and `--yes` was not given.
 */
export async function agreeToPlan(options: RunOptions, yes: boolean, context: Context): Promise<Agreement> {
  const { surroundings, printer } = context;
  const { confirm, env, stderr } = surroundings;
  if (yes || !needsConsent(options)) return 'not asked';
  const plan = await context.dependencies.planConformance(options);
  printer.note(tellPlan(plan, options, coloursFor(env, stderr)));
  if (confirm === undefined || isCi(env)) {
    const advice = 'nothing was sent: read the plan above, and add --yes when it may be carried out';
    throw new UsageError([{ message: nobodyToAsk(plan, options), advice }]);
  }
  const signal = options.signal ?? new AbortController().signal;
  return (await confirm('Send these requests? [y/N] ', signal)) && !signal.aborted ? 'yes' : 'no';
}

/** What is on this machine is nobody else's. */
export function needsConsent({ target }: Pick<RunOptions, 'target'>): boolean {
  return target.kind !== 'embedded mock' && !isLoopback(target.baseUrl.hostname);
}

/** What was expected and what was there, for the command and for Playwright. */
export function nobodyToAsk(plan: Plan, { target, maxRequests }: Pick<RunOptions, 'target' | 'maxRequests'>): string {
  const requests = countOf(Math.min(plan.requests, maxRequests ?? plan.requests), 'request');
  return `${target.baseUrl.host} is not on this machine, and nobody is here to be asked whether it may get ${requests}`;
}
