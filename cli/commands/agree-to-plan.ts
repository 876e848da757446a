/**
 * Asks whether the plan may be carried out, when somebody is there to answer. The engine tells its plan through an event,
 * which cannot wait; so a first run is aborted as soon as it has told its plan, before it sends anything.
 */
import type { Plan, RunOptions } from '../../specs/engine/run-options.js';
import type { Context } from '../context.js';
import { coloursFor, isCi } from '../output/colour.js';
import { tellPlan } from '../output/plan.js';

/** `not asked` for the embedded mock, with `--yes`, and where nobody can be asked: the run itself then tells the plan. */
export type Agreement = 'yes' | 'no' | 'not asked';

export async function agreeToPlan(options: RunOptions, yes: boolean, context: Context): Promise<Agreement> {
  const { surroundings, printer } = context;
  const { confirm, env, stderr } = surroundings;
  if (options.target.kind === 'embedded mock' || yes || confirm === undefined || isCi(env)) return 'not asked';
  const plan = await rehearse(options, context);
  if (plan === undefined) return 'not asked';
  printer.note(tellPlan(plan, options, coloursFor(env, stderr)));
  const signal = options.signal ?? new AbortController().signal;
  return (await confirm('Send these requests? [y/N] ', signal)) && !signal.aborted ? 'yes' : 'no';
}

async function rehearse(options: RunOptions, { dependencies }: Context): Promise<Plan | undefined> {
  const stop = new AbortController();
  let plan: Plan | undefined;
  await dependencies.runConformance({
    ...options,
    signal: options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]),
    onEvent: (event) => {
      if (event.type !== 'planned') return;
      plan = event.plan;
      stop.abort();
    },
  });
  return plan;
}
