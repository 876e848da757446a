/** Probe: whatever is done in whatever order, every pair keeps its identifier and shares it with no other. */

import { type SequenceMaterial, sequenceOf } from '../../../generators/identities/sequence/arbitrary.js';
import type { Sequence } from '../../../generators/identities/sequence/command.js';
import { seededInteger } from '../../../generators/seeded.js';
import { violationsForServices } from '../../../generators/violations/catalogue.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { pairKey } from '../../../verdicts/service/history.js';
import type { Finding } from '../../../verdicts/service/outcome.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { firstFailing } from '../search.js';
import { type Shortest, shortestFailing } from '../sequences/alone.js';
import { Execution } from '../sequences/execution.js';
import { type Line, tellStory } from '../sequences/story.js';

const plainRepeat = 'behaviour/same-pair/repeated';

export const keepsOverSequences = (clause: ClauseId): Probe => ({
  clause,
  title: 'keeps identifiers over random sequences',
  run: async (context) => {
    if (context.plan.sequences === 0) return;
    const [seed, material] = [seedOf(context), materialOf(context)];
    const executions = await runTogether(context, material, seed);
    // In the order of the sequences, however they took turns: the closing audit asks in the order of the history.
    for (const execution of executions.filter(({ broken }) => broken === undefined)) {
      execution.remember();
      if (execution.observations.length > 0) context.ledger.pass(clause);
    }
    const failing = executions.flatMap(({ broken }, index) => (broken === undefined ? [] : [index]));
    const [first] = failing;
    if (first === undefined) return;
    const alone = await firstAlone(context, material, seed, failing);
    if (alone !== undefined) return context.ledger.record(findingAlone(alone));
    const again = await runTogether(context, material, seed, 'again');
    const index = again.findIndex(({ broken }) => broken !== undefined);
    const execution = again[index] ?? executions[first];
    if (execution === undefined) return;
    // The answers prove it, whether or not it comes again: then the history of the run tells it.
    if (index < 0) execution.remember();
    else bookCompany(context, execution, index);
  },
});

/**
 * All sequences of the run with several in flight, until one fails; those in flight then come to their end. Gives the
 * executions by the index of their sequence. Conforming requests that are refused are judged the first time only.
 */
async function runTogether(
  context: ProbeContext,
  material: SequenceMaterial,
  seed: number,
  again?: 'again',
): Promise<readonly Execution[]> {
  const executions: Execution[] = [];
  const runCase = async (commands: Sequence): Promise<boolean> => {
    if (context.run.lost !== undefined) return false;
    const name = String(executions.length) + (again === undefined ? '' : '-again');
    const execution = new Execution(context, name, again === undefined);
    executions.push(execution);
    await execution.run(commands);
    return execution.broken === undefined;
  };
  const { concurrency } = context.options;
  await firstFailing(sequenceOf(material), runCase, { seed, runs: context.plan.sequences, concurrency });
  return executions;
}

/**
 * Walks a path that a finding of this probe tells, on subjects that are new: the shortest sequence with its story again.
 * Undefined when it holds now.
 */
export async function retellSequence(context: ProbeContext, path: string, name: string): Promise<Finding | undefined> {
  const shortest = await shortestFailing(context, materialOf(context), { seed: seedOf(context), path }, name);
  return shortest === undefined ? undefined : findingAlone(shortest);
}

/** Sequences run again alone, so that what other sequences have done to the service does not count. */
const mostAlone = 40;

/** Those that failed in company first; each other may hold what made them fail. */
async function firstAlone(
  context: ProbeContext,
  material: SequenceMaterial,
  seed: number,
  failing: readonly number[],
): Promise<Shortest | undefined> {
  const others = Array.from({ length: context.plan.sequences }, (_, index) => index);
  for (const index of [...new Set([...failing, ...others])].slice(0, mostAlone)) {
    if (context.run.lost !== undefined) return undefined;
    const beginning = { seed, path: String(index) };
    const shortest = await shortestFailing(context, material, beginning, `${index}-alone`);
    if (shortest !== undefined) return shortest;
  }
  return undefined;
}

/** Fails beside other sequences only: a finding when it came twice. Told by the first and the last step of the pair. */
function bookCompany(context: ProbeContext, execution: Execution, index: number): void {
  const { broken } = execution;
  const finding = findingOf(execution, firstAndLast(execution), `${index}|`);
  context.ledger.record({
    ...finding,
    // Calls at once, others or time: the sequence cannot tell which of them it was.
    clause: broken?.history === 'split' ? plainRepeat : finding.clause,
    confirmed: 'in company',
    got: `${finding.got}, beside other sequences only`,
  });
}

/** A step that is left in a short story mattered. Two pairs that meet by chance, as in a short hash, cannot be shortened. */
function findingAlone({ execution, path }: Shortest): Finding {
  const isMerge = execution.broken?.history !== 'split';
  return { ...findingOf(execution, isMerge ? firstAndLast(execution) : execution.story, path), confirmed: 'alone' };
}

/** The steps in which the pairs that disagree were first and last asked for. */
function firstAndLast({ broken, observations, story }: Execution): readonly Line[] {
  const concerned = new Set(
    observations
      .filter(({ exchange }) => exchange === broken?.exchange || exchange === broken?.control)
      .map((observation) => pairKey(observation)),
  );
  const lines = story.filter(({ pairs }) => pairs.some((pair) => concerned.has(pair)));
  return [...new Set([...lines.slice(0, 1), ...lines.slice(-1)])];
}

function findingOf({ broken, steps }: Execution, story: readonly Line[], path: string): Finding {
  if (broken === undefined) throw new Error('a sequence without a failure has no finding');
  return {
    ...broken,
    ...plainCase('a-random-sequence', `a sequence of ${steps.length} step${steps.length === 1 ? '' : 's'}`),
    foundBy: 'sequence',
    steps: tellStory(story),
    path,
  };
}

function seedOf(context: ProbeContext): number {
  return seededInteger(context.subjectSeed, 'sequences');
}

function materialOf(context: ProbeContext): SequenceMaterial {
  const model = context.basis(context.pair('catalogue'));
  const { edition } = context.options;
  const twoChannels = context.channels.length > 1;
  return { edition, violations: violationsForServices(model), twoChannels, steps: context.plan.steps };
}
