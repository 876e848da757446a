/** Reads the options of `run`, all problems at once. */
import { randomInt } from 'node:crypto';
import { type Level, levels } from '../../engine/service/run-options.js';
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import { type Judging, outsideEdition, readJudging } from './edition.js';
import { readGateFlags } from './gate-flags.js';
import { readOnly } from './only.js';
import { readRate } from './rate.js';
import { type OptionResult, readChoice, readDuration, readInteger, readNames } from './values.js';

/** The options as commander hands them over: text, not yet checked. */
export interface RawRunFlags {
  readonly baseUrl?: string;
  readonly edition?: readonly string[];
  readonly layout?: string;
  readonly level?: string;
  readonly seed?: string;
  readonly only?: readonly string[];
  readonly maxRequests?: string;
  readonly rate?: string;
  readonly reuseSubjects?: boolean;
  readonly concurrency?: string;
  readonly memory?: string;
  readonly fault?: readonly string[];
  readonly out?: string;
  readonly waivers?: string;
  readonly baseline?: string;
  readonly gate?: string;
  readonly config?: string;
  readonly check?: boolean;
  readonly yes?: boolean;
}

export interface RunFlags extends Judging {
  readonly baseUrl?: string;
  readonly level: Level;
  /** 0 to 2^32-1; drawn at random when it was not given. */
  readonly seed: number;
  readonly only: readonly string[];
  readonly maxRequests?: number;
  /** Requests per second. */
  readonly rate?: number;
  readonly reuseSubjects?: boolean;
  readonly concurrency?: number;
  readonly memoryMs?: number;
  readonly faults: readonly string[];
  readonly out: string;
  readonly waivers?: string;
  readonly baseline?: string;
  readonly gate: 'all' | 'new';
  readonly yes: boolean;
}

const largestSeed = 2 ** 32 - 1;

/** @throws UsageError naming every option that cannot be followed. @param faults ids of the faults that the mock knows. */
export function readRunFlags(raw: RawRunFlags, faults: readonly string[]): RunFlags {
  const problems: UsageProblem[] = [];
  function take<T>(result: OptionResult<T>): T | undefined {
    if (result.ok) return result.value;
    problems.push(result.problem);
    return undefined;
  }
  const given = <T>(value: string | undefined, read: (value: string) => OptionResult<T>): T | undefined =>
    value === undefined ? undefined : take(read(value));
  const all = (results: readonly OptionResult<string>[]): readonly string[] =>
    results.flatMap((result) => take(result) ?? []);

  const judging = readJudging(raw.edition ?? [], raw.layout);
  if (!judging.ok) problems.push(...judging.problems);
  const level = given(raw.level, (value) => readChoice('--level', value, levels)) ?? 'standard';
  const seed = given(raw.seed, (value) => readInteger('--seed', value, 0, largestSeed)) ?? randomInt(largestSeed + 1);
  const only = all(readOnly(raw.only ?? []));
  if (judging.ok) {
    const outside = only.map((clause) => outsideEdition('--only', clause, clause, judging.value));
    problems.push(...outside.filter((problem) => problem !== undefined));
  }
  const maxRequests = given(raw.maxRequests, (value) => readInteger('--max-requests', value, 1, 100_000_000));
  const rate = given(raw.rate, (value) => readRate('--rate', value));
  const concurrency = given(raw.concurrency, (value) => readInteger('--concurrency', value, 1, 256));
  const memoryMs = given(raw.memory, (value) => readDuration('--memory', value));
  const faultList = 'all faults are listed by: byoc-conformance mock --list-faults';
  const chosen = all(readNames('--fault', raw.fault ?? [], faults, faultList));
  const gate = readGateFlags(raw, problems);
  if (raw.out === '') problems.push({ message: '--out must name a directory, not nothing' });
  if (problems.length > 0 || !judging.ok) throw new UsageError(problems);
  return {
    ...(raw.baseUrl === undefined ? {} : { baseUrl: raw.baseUrl }),
    ...judging.value,
    level,
    seed,
    only: [...new Set(only)],
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(rate === undefined ? {} : { rate }),
    ...(raw.reuseSubjects === true ? { reuseSubjects: true } : {}),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(memoryMs === undefined ? {} : { memoryMs }),
    faults: [...new Set(chosen)],
    out: raw.out ?? 'conformance-report',
    yes: raw.yes ?? false,
    ...gate,
  };
}
