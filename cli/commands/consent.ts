/** A service that is not on this machine gets nothing without somebody's yes. */
import type { Plan, RunOptions } from '../../engine/service/run-options.js';
import { UsageError } from '../../settings/errors/usage-error.js';
import { tellPlan } from '../../settings/tell-plan.js';
import { needsConsent, nobodyToAsk } from '../../settings/without-harm.js';
import type { Context } from '../context.js';
import { coloursFor, isCi } from '../output/colour.js';

/** `not asked` for what is on this machine and with `--yes`: the run itself then tells the plan. */
export type Agreement = 'yes' | 'no' | 'not asked';

/**
 * Tells the plan and asks. Sends nothing.
 *
 * @throws UsageError where nobody can be asked (no terminal, or CI) and `--yes` was not given.
 */
export async function agreeToPlan(options: RunOptions, yes: boolean, context: Context): Promise<Agreement> {
  if (yes || !needsConsent(options)) return 'not asked';
  const plan = await context.dependencies.planConformance(options);
  const { bold } = coloursFor(context.surroundings.env, context.surroundings.stderr);
  context.printer.note(tellPlan(plan, options, bold));
  const advice = 'nothing was sent: read the plan above, and add --yes when it may be carried out';
  return (await isAllowed(plan, options, { question: 'Send these requests?', advice }, context)) ? 'yes' : 'no';
}

/**
 * Whether what was told may be sent.
 *
 * @param advice for where nobody can be asked.
 * @throws UsageError there.
 */
export async function isAllowed(
  plan: Pick<Plan, 'requests'>,
  options: Pick<RunOptions, 'target' | 'maxRequests' | 'signal'>,
  { question, advice }: { readonly question: string; readonly advice: string },
  { surroundings: { confirm, env } }: Context,
): Promise<boolean> {
  if (confirm === undefined || isCi(env)) throw new UsageError([{ message: nobodyToAsk(plan, options), advice }]);
  const signal = options.signal ?? new AbortController().signal;
  return (await confirm(`${question} [y/N] `, signal)) && !signal.aborted;
}
