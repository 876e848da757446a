/**
 * One sequence run again by itself on subjects that are new, and when it fails again made as short as the budget allows:
 * first by fast-check, whose path leads back to it, then step by step. Exact: the same path leads to the same sequence.
 */

import { fc } from '../../../generators/fast-check.js';
import { type SequenceMaterial, sequenceOf } from '../../../generators/identities/sequence/arbitrary.js';
import { type Sequence, StepCommand } from '../../../generators/identities/sequence/command.js';
import { simplerSequences } from '../../../generators/identities/sequence/simpler.js';
import type { Step } from '../../../generators/identities/sequence/step.js';
import type { ProbeContext } from '../probe-context.js';
import { Execution } from './execution.js';

/** Executions that the two ways to shorten may spend: fast-check's is quick with long ones, ours thorough with short ones. */
const shrinks = { byPath: 25, bySteps: 35 };

export interface Shortest {
  readonly execution: Execution;
  /** fast-check's path and its log of commands, joined by a bar: what is needed to come here again. */
  readonly path: string;
}

/** Where to begin: an index, or the path that an earlier search has told. */
export interface Beginning {
  readonly seed: number;
  readonly path: string;
}

/** Undefined when the sequence holds. `name` begins the names of its executions. */
export async function shortestFailing(
  context: ProbeContext,
  material: SequenceMaterial,
  { seed, path }: Beginning,
  name: string,
): Promise<Shortest | undefined> {
  const [walk = '', replayPath = ''] = path.split('|');
  let count = 0;
  const execute = async (commands: Sequence): Promise<Execution> => {
    count += 1;
    const execution = new Execution(context, `${name}-${count}`, false);
    await execution.run(commands);
    return execution;
  };
  let shortest: Execution | undefined;
  const property = fc.asyncProperty(
    sequenceOf({ ...material, ...(replayPath === '' ? {} : { replayPath }) }),
    async (commands) => {
      // What is left of fast-check's proposals passes unsent once the budget is spent.
      if (count > shrinks.byPath || context.run.lost !== undefined) return true;
      const execution = await execute(commands);
      if (execution.broken !== undefined) shortest = execution;
      return execution.broken === undefined;
    },
  );
  // A path of several steps was shrunk before: it is walked, not shrunk further.
  const details = await fc.check(property, { seed, path: walk, numRuns: 1, endOnFailure: walk.includes(':') });
  if (shortest === undefined) return undefined;
  const log = /replayPath="([^"]*)"/.exec(String(details.counterexample?.[0]))?.[1] ?? '';
  const found = `${details.counterexamplePath ?? walk}|${log}`;
  return { execution: await shorten(context, shortest, execute), path: found };
}

/** Tries every sequence that is a little simpler, and goes on from the first that fails as well. */
async function shorten(
  context: ProbeContext,
  failing: Execution,
  execute: (commands: Sequence) => Promise<Execution>,
): Promise<Execution> {
  const tried = new Set<string>();
  let shortest = failing;
  for (;;) {
    const untried = simplerSequences(shortest.steps).filter((steps) => !tried.has(JSON.stringify(steps)));
    const next = await firstFailing(untried);
    if (next === undefined) return shortest;
    shortest = next;
  }

  async function firstFailing(candidates: readonly (readonly Step[])[]): Promise<Execution | undefined> {
    for (const steps of candidates) {
      if (tried.size >= shrinks.bySteps || context.run.lost !== undefined) return undefined;
      tried.add(JSON.stringify(steps));
      const execution = await execute(steps.map((step) => new StepCommand(step)));
      if (execution.broken !== undefined) return execution;
    }
    return undefined;
  }
}
