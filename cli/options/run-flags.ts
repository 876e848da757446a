/** Reads the options of `run`, all problems at once. */
import { randomInt } from 'node:crypto';
import { type Layout, type Level, layouts, levels } from '../../specs/engine/run-options.js';
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import { readOnly } from './only.js';
import { type OptionResult, readChoice, readDuration, readInteger, readNames, readPositive } from './values.js';

/** The options as commander hands them over: text, not yet checked. */
export interface RawRunFlags {
  readonly baseUrl?: string;
  readonly edition?: string;
  readonly layout?: string;
  readonly level?: string;
  readonly seed?: string;
  readonly only?: readonly string[];
  readonly maxRequests?: string;
  readonly rate?: string;
  readonly concurrency?: string;
  readonly memory?: string;
  readonly fault?: readonly string[];
  readonly out?: string;
  readonly yes?: boolean;
}

export interface RunFlags {
  readonly baseUrl?: string;
  readonly edition: '61.0';
  readonly layout: Layout;
  readonly level: Level;
  /** 0 to 2^32-1; drawn at random when it was not given. */
  readonly seed: number;
  readonly only: readonly string[];
  readonly maxRequests?: number;
  /** Requests per second. */
  readonly rate?: number;
  readonly concurrency?: number;
  readonly memoryMs?: number;
  readonly faults: readonly string[];
  readonly out: string;
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

  const edition = given(raw.edition, (value) => readChoice('--edition', value, ['61.0'])) ?? '61.0';
  const layout = given(raw.layout, readLayout) ?? 'parts';
  const level = given(raw.level, (value) => readChoice('--level', value, levels)) ?? 'standard';
  const seed = given(raw.seed, (value) => readInteger('--seed', value, 0, largestSeed)) ?? randomInt(largestSeed + 1);
  const only = all(readOnly(raw.only ?? []));
  const maxRequests = given(raw.maxRequests, (value) => readInteger('--max-requests', value, 1, 100_000_000));
  const rate = given(raw.rate, (value) => readPositive('--rate', value, 100_000));
  const concurrency = given(raw.concurrency, (value) => readInteger('--concurrency', value, 1, 256));
  const memoryMs = given(raw.memory, (value) => readDuration('--memory', value));
  const faultList = 'all faults are listed by: byoc-conformance mock --list-faults';
  const chosen = all(readNames('--fault', raw.fault ?? [], faults, faultList));
  if (raw.out === '') problems.push({ message: '--out must name a directory, not nothing' });
  if (problems.length > 0) throw new UsageError(problems);
  return {
    ...(raw.baseUrl === undefined ? {} : { baseUrl: raw.baseUrl }),
    edition,
    layout,
    level,
    seed,
    only: [...new Set(only)],
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(rate === undefined ? {} : { rate }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(memoryMs === undefined ? {} : { memoryMs }),
    faults: [...new Set(chosen)],
    out: raw.out ?? 'conformance-report',
    yes: raw.yes ?? false,
  };
}

/** `json` is a layout of later editions, so it gets an answer of its own. */
function readLayout(value: string): OptionResult<Layout> {
  if (value !== 'json') return readChoice('--layout', value, layouts);
  const message = '--layout json does not fit edition 61.0, which takes multipart/form-data only';
  return { ok: false, problem: { message, advice: 'leave it out, or use --layout parts or --layout json-part' } };
}
