/** All sequences of a run with several in flight, until one fails; those in flight then come to their end. */

import { type SequenceMaterial, sequenceOf } from '../../../generators/identities/sequence/arbitrary.js';
import type { Sequence } from '../../../generators/identities/sequence/command.js';
import type { ProbeContext } from '../probe-context.js';
import { firstFailing } from '../search.js';
import { Execution } from './execution.js';

export interface TogetherOptions {
  readonly seed: number;
  readonly sequences: number;
  /** The name of an execution by the index of its sequence; new in the run. */
  readonly name: (index: number) => string;
  /** Whether conforming requests that are refused are judged. */
  readonly booksRefusals: boolean;
}

/** The executions by the index of their sequence. */
export async function runTogether(
  context: ProbeContext,
  material: SequenceMaterial,
  { seed, sequences, name, booksRefusals }: TogetherOptions,
): Promise<readonly Execution[]> {
  const executions: Execution[] = [];
  const runCase = async (commands: Sequence): Promise<boolean> => {
    if (context.run.lost !== undefined) return false;
    const execution = new Execution(context, name(executions.length), booksRefusals);
    executions.push(execution);
    await execution.run(commands);
    return execution.broken === undefined;
  };
  const { concurrency } = context.options;
  await firstFailing(sequenceOf(material), runCase, { seed, runs: sequences, concurrency });
  return executions;
}
