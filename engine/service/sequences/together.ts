/** All sequences of a run with several in flight, until one fails; those in flight then come to their end. */

import { fc } from '../../../generators/fast-check.js';
import { type SequenceMaterial, sequenceOf } from '../../../generators/identities/sequence/arbitrary.js';
import type { ProbeContext } from '../probe-context.js';
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
  const underWay = new Set<Promise<void>>();
  let failed = false;
  const producer = fc.asyncProperty(sequenceOf(material), async (commands) => {
    if (failed || context.run.lost !== undefined) return false;
    const execution = new Execution(context, name(executions.length), booksRefusals);
    executions.push(execution);
    const running: Promise<void> = execution.run(commands).then(() => {
      underWay.delete(running);
      failed ||= execution.broken !== undefined;
    });
    underWay.add(running);
    if (underWay.size >= context.options.concurrency) await Promise.race(underWay);
    return true;
  });
  await fc.check(producer, { seed, numRuns: sequences, endOnFailure: true });
  await Promise.all(underWay);
  return executions;
}
