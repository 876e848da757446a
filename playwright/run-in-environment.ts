/**
 * The run as Playwright's processes hand it on: in the environment, never in a file, as it holds the token.
 * The main process puts it there before the workers start; each worker reads it.
 */

import type { JwtBearerFlow } from '../endpoints/token/jwt-bearer.js';
import type { Layout, Level, RunOptions } from '../engine/service/run-options.js';
import type { Credentials } from '../generators/credentials.js';
import { defaultEdition, type EditionId, isEditionId } from '../schemas/editions/editions.js';
import type { RunInfo } from '../verdicts/record/run-info.js';

const name = 'BYOC_CONFORMANCE_RUN';

export interface PlaywrightRun {
  /** Tells this run from other shards of the same. */
  readonly id: string;
  readonly info: RunInfo;
  readonly credentials: Credentials;
  /** How each worker gets a new token by itself, when that is configured. */
  readonly tokenFlow?: JwtBearerFlow;
  readonly level: Level;
  readonly layout: Layout;
  readonly only: readonly string[];
  readonly memoryMs?: number;
  readonly concurrency: number;
  readonly rate?: number;
  readonly reuseSubjects?: boolean;
  /** Where the workers of one run tell each other which identities they have seen. */
  readonly journal: string;
}

export function handOver(run: PlaywrightRun): void {
  process.env[name] = JSON.stringify(run);
}

/** @throws Error when no global set-up has run before: a worker alone cannot know the target. */
export function takeOver(): PlaywrightRun {
  const text = process.env[name];
  if (text === undefined)
    throw new Error('the run was not set up: start it with playwright.config of byoc-conformance');
  // Written by handOver above, in a process of ours.
  return JSON.parse(text) as PlaywrightRun;
}

export function optionsOf(run: PlaywrightRun): RunOptions {
  const { info, credentials, tokenFlow, level, layout, only, memoryMs, concurrency, rate, reuseSubjects } = run;
  return {
    target: {
      kind: info.target.kind,
      baseUrl: new URL(info.target.baseUrl),
      credentials,
      ...(tokenFlow === undefined ? {} : { tokenFlow }),
      faults: info.target.faults,
    },
    level,
    layout,
    edition: info.edition,
    seed: info.seed,
    only,
    concurrency,
    ...(memoryMs === undefined ? {} : { memoryMs }),
    ...(rate === undefined ? {} : { rate }),
    ...(reuseSubjects === undefined ? {} : { reuseSubjects }),
  };
}

/**
 * The edition, and the clauses, whose probes become tests. Read where the spec files are loaded, which may be before any
 * set-up; a value that cannot be followed is told by the set-up.
 */
export function probesToRegister(): { readonly edition: EditionId; readonly only: readonly string[] } {
  const value = process.env.BYOC_EDITION ?? '';
  const only = (process.env.BYOC_ONLY ?? '').split(',').map((one) => one.trim());
  return { edition: isEditionId(value) ? value : defaultEdition, only: only.filter((one) => one !== '') };
}
