/** A Playwright worker's run: the first controls, the identities that earlier workers saw, and what each test leaves. */
import { appendFile, readFile } from 'node:fs/promises';
import { openRun } from '../engine/service/open-run.js';
import type { Step } from '../engine/service/places.js';
import { preflight } from '../engine/service/preflight.js';
import type { Run } from '../engine/service/run.js';
import { StepInRun } from '../engine/service/step-in-run.js';
import type { Trouble } from '../engine/service/trouble.js';
import type { Redactor } from '../text/redactor.js';
import { exchangesOf, toEvidence } from '../verdicts/record/evidence.js';
import type { Observation } from '../verdicts/service/history.js';
import type { ProbeOutcome } from '../verdicts/service/outcome.js';
import type { PlaywrightRun } from './hand-over.js';
import type { Leaving } from './leaving.js';

/** Exchanges of one worker are numbered below this; the next worker starts here. */
const numbersPerWorker = 1_000_000;

export class Worker {
  readonly #shared: PlaywrightRun;
  readonly #run: Run;
  readonly #redactor: Redactor;
  readonly #trouble: Trouble | undefined;
  #told = { requests: 0, throttled: 0, waitedMs: 0 };
  #audited = 0;

  private constructor(shared: PlaywrightRun, run: Run, redactor: Redactor, trouble: Trouble | undefined) {
    this.#shared = shared;
    this.#run = run;
    this.#redactor = redactor;
    this.#trouble = trouble;
  }

  static async start(shared: PlaywrightRun, workerIndex: number): Promise<Worker> {
    const { run, redactor } = openRun(shared.options, { numberOffset: workerIndex * numbersPerWorker });
    for (const observation of await readJournal(shared.journal)) run.history.recall(observation);
    return new Worker(shared, run, redactor, await preflight(run));
  }

  async run(step: Step): Promise<Leaving> {
    const run = this.#run;
    const lost = this.#trouble ?? run.lost;
    const probe = new StepInRun(run, step);
    const outcome = lost === undefined ? await probe.go() : probe.skip(lost.cause);
    // Identifiers and subjects come back as they were unless the service gives the token away in them.
    await writeJournal(this.#shared.journal, this.#redactor.value(outcome.observations));
    const reason = this.#trouble ?? run.lost;
    const audited = run.audited - this.#audited;
    this.#audited = run.audited;
    return {
      run: this.#shared.id,
      info: this.#shared.info,
      // Its texts hold values as they were sent.
      outcome: this.#redactor.value(outcome),
      evidence: this.#evidenceFor(outcome),
      cost: this.#cost(),
      audited,
      leftBehind: this.#redactor.value(run.history.leftBehind.drain()),
      trouble: reason && { ...reason, reason: this.#redactor.text(reason.reason) },
    };
  }

  close(): Promise<void> {
    return this.#run.sending.sender.close();
  }

  /** What was sent since the last test of this worker, its first controls included. */
  #cost(): Leaving['cost'] {
    const { requests, throttled, waitedMs } = this.#run.sending.sender.counts;
    const before = this.#told;
    this.#told = { requests, throttled, waitedMs };
    return {
      requests: requests - before.requests,
      throttled: throttled - before.throttled,
      waitedMs: waitedMs - before.waitedMs,
    };
  }

  /** Every exchange that a finding or the history may point at. */
  #evidenceFor({ findings, observations }: ProbeOutcome) {
    const numbers = [...observations.map(({ exchange }) => exchange), ...findings.flatMap(exchangesOf)];
    return [...new Set(numbers)]
      .map((number) => this.#run.history.exchanges.get(number))
      .filter((exchange) => exchange !== undefined)
      .map((exchange) => toEvidence(exchange, this.#redactor));
  }
}

async function readJournal(path: string): Promise<readonly Observation[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  // Written by writeJournal below, in a worker of the same run.
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Observation);
}

function writeJournal(path: string, observations: readonly Observation[]): Promise<void> {
  return appendFile(path, observations.map((observation) => `${JSON.stringify(observation)}\n`).join(''));
}
