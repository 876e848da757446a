/**
 * What the commands need of the other folders, as an interface that tests can stand in for. Each is loaded only when a
 * command calls it: `clauses` and `--help` need not wait for msw and faker.
 */

import type { Mock as EndpointMock } from '../endpoints/mock/mock.js';
import type { ProbeOptions, ProbeResult } from '../engine/service/probe-service.js';
import type { ReplayOptions, ReplayResult } from '../engine/service/replay/replay.js';
import type { Plan, RunOptions } from '../engine/service/run-options.js';
import type { EditionId } from '../schemas/editions/editions.js';
import type { ReplayCase } from '../schemas/record/replay-case.js';
import type { RunRecord } from '../schemas/record/run-record.js';
import type { ValidateRecord } from '../settings/named-files.js';
import type { MockToOpen } from '../settings/open-target.js';

/** A mock that is made but does not listen yet; what it has for tests only may be missing. */
export type Mock = MockToOpen & Partial<Pick<EndpointMock, 'connectedApp'>>;

export interface MockOptions {
  readonly faults: readonly string[];
  /** The edition that it speaks. */
  readonly edition: EditionId;
  readonly variant?: string;
  /** Told of each request that was answered, for the log. */
  readonly onAnswer?: (note: AnswerNote) => void;
}

/** A request that the mock answered; without method and path when Node's HTTP parser refused it. */
export interface AnswerNote {
  readonly method?: string;
  readonly path?: string;
  readonly status: number;
  /** Why it was refused; absent when it was accepted. */
  readonly refusal?: string;
}

/** A fault or a variant of the mock, and what it does. */
export interface MockTrait {
  readonly id: string;
  readonly summary: string;
  /** The clause that a fault breaks. */
  readonly clause?: string;
}

export interface Dependencies {
  runConformance(options: RunOptions): Promise<RunRecord>;
  /** What a run would send; sends nothing. */
  planConformance(options: RunOptions): Promise<Plan>;
  /** Which edition a service speaks; sends at most 12 requests. */
  probeService(options: ProbeOptions): Promise<ProbeResult>;
  createMock(options: MockOptions): Promise<Mock>;
  listFaults(): Promise<readonly MockTrait[]>;
  listVariants(): Promise<readonly MockTrait[]>;
  /** Sends one recorded failure again. */
  replayCase(replay: ReplayCase, options: ReplayOptions): Promise<ReplayResult>;
  /** The result for a terminal. */
  renderTerminal(record: RunRecord, options: { readonly colour: boolean }): Promise<string>;
  /** Writes the report files and gives their paths. */
  writeReports(record: RunRecord, directory: string): Promise<readonly string[]>;
  readonly validateRecord: ValidateRecord;
}
