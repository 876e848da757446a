/** The options of a run, read and fitted to each other, and what the engine is asked to do by them. */
import type { RunOptions, Target } from '../../engine/service/run-options.js';
import { defaultEdition } from '../../schemas/editions/editions.js';
import type { UsageProblem } from '../errors/usage-error.js';
import { rateFor } from '../without-harm.js';
import type { Spelling } from './declaration.js';
import { faultProblems, type Judging, judgingOf, judgingProblems } from './judging.js';
import type { ValuesOf } from './options.js';
import { type GivenOptions, type Reading, readOptions } from './read-options.js';

export interface RunChoices extends Omit<ValuesOf<'run'>, 'edition' | 'layout'>, Judging {}

/** @throws UsageError naming every option that cannot be followed. */
export function readRunChoices(given: GivenOptions, reading: Reading): RunChoices {
  const { spelling, faults } = reading;
  const { edition, layout, ...values } = readOptions('run', given, reading, (read) => {
    if (read.edition === undefined) return [];
    const [first = defaultEdition] = read.edition;
    return [
      ...repeatedEditions(given.edition, spelling),
      ...judgingProblems(read, [first, ...read.edition.slice(1)], spelling),
      ...faultProblems(read.fault ?? [], faults, first, spelling),
    ];
  });
  const [first = defaultEdition, ...others] = edition;
  return { ...values, ...judgingOf([first, ...others], layout, values.operation) };
}

/** The same one twice is a slip: another edition was meant to stand beside the first. */
function repeatedEditions(given: GivenOptions[string], spelling: Spelling): readonly UsageProblem[] {
  const editions = Array.isArray(given) ? given : [];
  const twice = editions.find((edition, index) => editions.indexOf(edition) !== index);
  if (twice === undefined) return [];
  return [
    {
      option: 'edition',
      message: `${spelling('edition', String(twice))} is given twice`,
      advice: 'give it once, or another edition beside it',
    },
  ];
}

/** @param spelling how the starter calls an option. */
export function runOptionsOf(choices: RunChoices, target: Target, spelling: Spelling): RunOptions {
  const { operation, level, layout, edition, besides, seed, only, maxRequests, rate, memory, reuseSubjects } = choices;
  return {
    target,
    operation,
    level,
    layout,
    edition,
    ...(besides.length === 0 ? {} : { besides }),
    seed,
    only,
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...rateFor(target.baseUrl, rate, spelling('rate')),
    ...(reuseSubjects ? { reuseSubjects } : {}),
    ...(memory === undefined ? {} : { memoryMs: memory }),
    // A service is shared with others; the embedded mock is not.
    concurrency: choices.concurrency ?? (target.kind === 'service' ? 8 : 16),
  };
}
