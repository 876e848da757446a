/** Which probes a run goes through, in which order, with its plan. */
import { levelPlans } from './level-plan.js';
import { loadPlaces, type Step, stepsOf } from './places.js';
import { planRun } from './plan-run.js';
import { inRounds } from './rounds.js';
import type { Plan, RunOptions } from './run-options.js';

export interface ChosenSteps {
  readonly steps: readonly Step[];
  readonly plan: Plan;
}

/** Plans the level first, so that a budget that pays for all of it changes nothing. Sends nothing. */
export async function chooseSteps(options: RunOptions): Promise<ChosenSteps> {
  const { maxRequests, only, edition, level, operation } = options;
  const written = stepsOf(await loadPlaces(), only, edition, operation);
  const within = inRounds(written);
  const steps = Number.isFinite(levelPlans[level].ranks) ? within : written;
  const plan = await planRun(steps, options);
  if (maxRequests === undefined || maxRequests >= plan.requests) return { steps, plan };
  return { steps: within, plan: { ...(await planRun(within, options, true)), whole: plan.requests } };
}
