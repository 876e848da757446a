/**
 * Playwright reporter: puts the outcomes that the tests attached together to the run record and writes every report.
 * Works the same for a whole run and for merged shards.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { renderTerminal } from '../reports/terminal.js';
import { writeReports } from '../reports/write-reports.js';
import type { EvidenceItem, ServiceRecord } from '../schemas/record/run-record.js';
import { options } from '../settings/options/options.js';
import { withoutCiCommands } from '../text/ci-commands.js';
import { assembleRecord } from '../verdicts/record/assemble.js';
import { decideRelease } from '../verdicts/release/release-record.js';
import { isComplaint } from './complaint.js';
import { keptTerms } from './hand-over.js';
import { attachmentName, type Leaving, numberApart, readLeaving, shardConflict } from './leaving.js';
import { givenOptions, ownSurroundings } from './options.js';

export interface ConformanceReporterOptions {
  /** From the working directory; comes before the option `out`. */
  readonly outputFolder?: string;
}

export default class ConformanceReporter implements Reporter {
  readonly #options: ConformanceReporterOptions;
  readonly #leavings: Leaving[] = [];
  readonly #started = performance.now();
  /** By the id of a test, whether its last try ended in a way that its outcome accounts for. */
  readonly #accounted = new Map<string, boolean>();
  #tests: readonly TestCase[] = [];
  /** Errors outside of tests: of a spec file, or of the end of a worker. */
  #errors = 0;

  constructor(options: ConformanceReporterOptions = {}) {
    this.#options = options;
  }

  onBegin(_config: unknown, suite: Suite): void {
    this.#tests = suite.allTests();
  }

  onError(): void {
    this.#errors += 1;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const leaving = leavingOf(result);
    if (leaving !== undefined) this.#leavings.push(leaving);
    this.#accounted.set(test.id, isAccounted(result, leaving));
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    try {
      return await this.#end(result);
    } catch (error) {
      // Playwright would print it and end with 0 if all tests passed.
      print(process.stderr, `\nThe report was not made: ${error instanceof Error ? error.message : String(error)}\n`);
      return { status: 'failed' };
    }
  }

  async #end({ status }: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    const conflict = shardConflict(this.#leavings);
    if (conflict !== undefined) {
      print(process.stderr, `\n${conflict}\n`);
      return { status: 'failed' };
    }
    // What did not run, as after -x, or failed in a way that nothing of the service accounts for: no waiver excuses that.
    const mishaps = this.#errors + this.#tests.filter(({ id }) => this.#accounted.get(id) !== true).length;
    const isCutShort = status === 'interrupted' || status === 'timedout' || mishaps > 0;
    const judged = recordOf(numberApart(this.#leavings), performance.now() - this.#started, isCutShort);
    if (judged === undefined) return undefined;
    const record = decideRelease(judged, keptTerms());
    const folder = resolve(process.cwd(), this.#options.outputFolder ?? outputFolder());
    await writeReports(record, folder);
    const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
    print(process.stdout, `\n${renderTerminal(record, { colour, reportPath: resolve(folder, 'index.html') })}`);
    if (mishaps > 0) print(process.stdout, tellMishaps(mishaps));
    if (record.exitCode !== 0) return { status: 'failed' };
    // The tests of waived or known failures have failed by themselves; the release lets them through, and nothing else.
    return record.judged === undefined ? undefined : { status: 'passed' };
  }

  printsToStdio(): boolean {
    return true;
  }
}

/** What it holds of a service gives a CI system no commands. */
function print(stream: NodeJS.WriteStream, text: string): void {
  stream.write(withoutCiCommands(text));
}

/** The option `out`; the set-up has refused one that cannot be followed. */
function outputFolder(): string {
  const { out } = givenOptions(ownSurroundings).given;
  return typeof out === 'string' ? out : options.out.default;
}

/** Undefined when the test left nothing, or nothing that can be read. */
function leavingOf({ attachments }: TestResult): Leaving | undefined {
  const attachment = attachments.find(({ name }) => name === attachmentName);
  if (attachment === undefined) return undefined;
  try {
    const text = attachment.path === undefined ? attachment.body?.toString() : readFileSync(attachment.path, 'utf8');
    return text === undefined ? undefined : readLeaving(text);
  } catch {
    return undefined;
  }
}

function isAccounted({ status, errors }: TestResult, leaving: Leaving | undefined): boolean {
  if (leaving === undefined) return false;
  if (status === 'passed' || status === 'skipped') return true;
  return status === 'failed' && (leaving.trouble !== undefined || isComplaint(leaving.outcome, errors));
}

/** Why a run is not green although nothing of the service is broken. */
export function tellMishaps(count: number): string {
  const what = count === 1 ? 'test or file' : 'tests or files';
  return `${count} ${what} of the suite did not come to an end: see the errors above. Without them the run cannot be green.\n`;
}

/** Undefined when no test left anything, as when the tests were only listed. */
export function recordOf(
  leavings: readonly Leaving[],
  durationMs: number,
  cutShort: boolean,
): ServiceRecord | undefined {
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
      trouble,
    },
    evidenceOf: (number) => evidence.get(number),
    leftBehind: leavings.map(({ leftBehind }) => leftBehind),
    // The workers took the secrets out before they wrote anything.
    redact: (value) => value,
  });
}
