/** The command that repeats the part of a run in which a clause was found broken: the same cases, byte for byte. Pure. */
import { defaultOperation } from '../../schemas/operations/operations.js';
import type { RunEnding, RunInfo } from '../record/run-info.js';

export function replayLine(
  clause: string,
  { seed, level, operation = defaultOperation, edition, layout, memoryMs, reuseSubjects, target }: RunInfo,
  budget: RunEnding['budget'],
): string {
  // An identity is broken by what was asked before: the probes of all behaviour belong together.
  const only = clause.startsWith('behaviour/') ? 'behaviour' : clause;
  return [
    'npx byoc-conformance run',
    ...(target.kind === 'embedded mock' ? target.faults.map((fault) => `--fault ${fault}`) : []),
    ...(operation === defaultOperation ? [] : [`--operation ${operation}`]),
    `--seed ${seed} --level ${level} --edition ${edition} --layout ${layout} --only ${only}`,
    ...(memoryMs === undefined ? [] : [`--memory ${Math.ceil(memoryMs / 1_000)}s`]),
    ...(reuseSubjects === true ? ['--reuse-subjects'] : []),
    ...(budget === undefined ? [] : [`--max-requests ${budget.maxRequests}`]),
  ].join(' ');
}
