/**
 * Playwright reporter: puts the outcomes that the tests attached together to the run record and writes every report.
 * Works the same for a whole run and for merged shards.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { EvidenceItem, RunRecord } from '../schemas/run-record.js';
import { attachmentName, type Leaving, readLeaving } from '../specs/engine/playwright/attachment.js';
import { keptGate } from '../specs/engine/playwright/kept-gate.js';
import { assembleRecord } from '../verdicts/assemble.js';
import { gateRecord } from '../verdicts/gate/gate-record.js';
import { numberApart, shardConflict } from './merge-shards.js';
import { renderTerminal } from './terminal.js';
import { writeReports } from './write-reports.js';

export interface ConformanceReporterOptions {
  /** From the working directory. */
  readonly outputFolder?: string;
}

export default class ConformanceReporter implements Reporter {
  readonly #folder: string;
  readonly #leavings: Leaving[] = [];
  readonly #started = performance.now();
  /** Tests that failed without leaving an outcome: no waiver excuses them. */
  #unexplained = 0;

  constructor(options: ConformanceReporterOptions = {}) {
    this.#folder = resolve(process.cwd(), options.outputFolder ?? 'conformance-report');
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    const attachment = result.attachments.find(({ name }) => name === attachmentName);
    if (attachment === undefined) {
      if (result.status !== 'passed' && result.status !== 'skipped') this.#unexplained += 1;
      return;
    }
    const text = attachment.path === undefined ? attachment.body?.toString() : readFileSync(attachment.path, 'utf8');
    if (text !== undefined) this.#leavings.push(readLeaving(text));
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    const conflict = shardConflict(this.#leavings);
    if (conflict !== undefined) {
      process.stderr.write(`\n${conflict}\n`);
      return { status: 'failed' };
    }
    const judged = recordOf(
      numberApart(this.#leavings),
      performance.now() - this.#started,
      result.status === 'interrupted',
    );
    if (judged === undefined) return undefined;
    const record = gateRecord(judged, keptGate());
    await writeReports(record, this.#folder);
    const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
    process.stdout.write(`\n${renderTerminal(record, { colour, reportPath: resolve(this.#folder, 'index.html') })}`);
    if (record.exitCode !== 0) return { status: 'failed' };
    // The tests of waived or known failures have failed by themselves; the gate lets them through.
    return record.judged !== undefined && this.#unexplained === 0 ? { status: 'passed' } : undefined;
  }

  printsToStdio(): boolean {
    return true;
  }
}

/** Undefined when no test left anything, as when the tests were only listed. */
export function recordOf(leavings: readonly Leaving[], durationMs: number, cutShort: boolean): RunRecord | undefined {
  const [first] = leavings;
  if (first === undefined) return undefined;
  const evidence = new Map<number, EvidenceItem>();
  for (const leaving of leavings) for (const item of leaving.evidence) evidence.set(item.number, item);
  const sum = (of: (leaving: Leaving) => number): number => leavings.reduce((total, leaving) => total + of(leaving), 0);
  const trouble = leavings.find((leaving) => leaving.trouble !== undefined)?.trouble;
  return assembleRecord({
    info: first.info,
    outcomes: leavings.map(({ outcome }) => outcome),
    ending: {
      durationMs,
      requests: sum(({ cost }) => cost.requests),
      throttled: { count: sum(({ cost }) => cost.throttled), waitedMs: sum(({ cost }) => cost.waitedMs) },
      audited: sum(({ audited }) => audited),
      cutShort,
      ...(trouble === undefined ? {} : { trouble }),
    },
    evidenceOf: (number) => evidence.get(number),
    leftBehind: leavings.map(({ leftBehind }) => leftBehind),
    // The workers took the secrets out before they wrote anything.
    redact: (value) => value,
  });
}
