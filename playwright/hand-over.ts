/**
 * What Playwright's processes hand on. The run, to the workers and to the process that plans: in the environment, never
 * in a file, as it holds the token. What a release is decided by, from the
 * global set-up to the reporter.
 */
import type { RunOptions } from '../engine/service/run-options.js';
import type { RunInfo } from '../verdicts/record/run-info.js';
import type { ReleaseTerms } from '../verdicts/release/release-record.js';

const variable = 'BYOC_CONFORMANCE_RUN';

export interface PlaywrightRun {
  /** Tells this run from other shards of the same. */
  readonly id: string;
  readonly info: RunInfo;
  /** Without signal and listener, which no text holds. */
  readonly options: RunOptions;
  /** Where the workers of one run tell each other which identities they have seen. */
  readonly journal: string;
}

/** For another process. */
export function writeRun(run: PlaywrightRun): string {
  return JSON.stringify(run);
}

export function readRun(text: string): PlaywrightRun {
  // Written by writeRun above, in a process of ours; all of it but the URL is plain data.
  const run = JSON.parse(text) as PlaywrightRun;
  const { target } = run.options;
  return { ...run, options: { ...run.options, target: { ...target, baseUrl: new URL(target.baseUrl) } } };
}

export function handOver(run: PlaywrightRun): void {
  process.env[variable] = writeRun(run);
}

/** @throws Error when no global set-up has run before: a worker alone cannot know the target. */
export function takeOver(): PlaywrightRun {
  const text = process.env[variable];
  if (text === undefined)
    throw new Error('the run was not set up: start it with playwright.config of byoc-conformance');
  return readRun(text);
}

/**
 * A baseline is too large for the environment, and Playwright may load set-up and reporter through different module
 * loaders: the terms hang on the process itself. A reporter that merges shards runs without set-up and finds none;
 * `byoc-conformance report` applies them then.
 */
const place = Symbol.for('byoc-conformance/release');

export function keepTerms(terms: ReleaseTerms): void {
  Reflect.set(globalThis, place, terms);
}

/** None when none were kept. */
export function keptTerms(): ReleaseTerms {
  const kept: unknown = Reflect.get(globalThis, place);
  // Put there by keepTerms above.
  return kept === undefined ? {} : (kept as ReleaseTerms);
}
