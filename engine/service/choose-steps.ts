/** Which probes a run goes through, with its plan: those of its level, or, when the budget does not pay for them, those within it. */
import { loadPlaces, loadPlacesWithinBudget, type Step, stepsOf } from './places.js';
import { planRun } from './plan-run.js';
import type { Plan, RunOptions } from './run-options.js';

export interface ChosenSteps {
  readonly steps: readonly Step[];
  readonly plan: Plan;
}

/** Plans the level first, so that a budget that pays for all of it changes nothing. Sends nothing. */
export async function chooseSteps(options: RunOptions): Promise<ChosenSteps> {
  const { maxRequests, only, edition, operation } = options;
  const steps = stepsOf(await loadPlaces(), only, edition, operation);
  const plan = await planRun(steps, options);
  if (maxRequests === undefined || maxRequests >= plan.requests) return { steps, plan };
  // Its probes concern many clauses each: --only chooses among their work.
  const within = stepsOf(await loadPlacesWithinBudget(), [], edition, operation);
  return { steps: within, plan: { ...(await planRun(within, options, true)), whole: plan.requests } };
}
