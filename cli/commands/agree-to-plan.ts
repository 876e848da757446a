/** Asks whether the plan may be carried out, when somebody is there to answer. */
import type { RunOptions } from '../../specs/engine/run-options.js';
import type { Context } from '../context.js';
import { coloursFor, isCi } from '../output/colour.js';
import { tellPlan } from '../output/plan.js';

/** `not asked` for the embedded mock, with `--yes`, and where nobody can be asked: the run itself then tells the plan. */
export type Agreement = 'yes' | 'no' | 'not asked';

export async function agreeToPlan(options: RunOptions, yes: boolean, context: Context): Promise<Agreement> {
  const { surroundings, printer } = context;
  const { confirm, env, stderr } = surroundings;
  if (options.target.kind === 'embedded mock' || yes || confirm === undefined || isCi(env)) return 'not asked';
  const plan = await context.dependencies.planConformance(options);
  printer.note(tellPlan(plan, options, coloursFor(env, stderr)));
  const signal = options.signal ?? new AbortController().signal;
  return (await confirm('Send these requests? [y/N] ', signal)) && !signal.aborted ? 'yes' : 'no';
}
