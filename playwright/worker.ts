/** A Playwright worker's run: the first controls, the identities that earlier workers saw, and what each test leaves. */
import { appendFile, readFile } from 'node:fs/promises';
import { openRun } from '../engine/service/open-run.js';
import type { Step } from '../engine/service/places.js';
import { preflight } from '../engine/service/preflight.js';
import type { Run } from '../engine/service/run.js';
import { StepInRun } from '../engine/service/step-in-run.js';
import type { Redactor } from '../text/redactor.js';
import { exchangesOf, toEvidence } from '../verdicts/record/evidence.js';
import type { Observation } from '../verdicts/service/history.js';
import type { ProbeOutcome } from '../verdicts/service/outcome.js';
import type { PlaywrightRun } from './hand-over.js';
import type { Leaving } from './leaving.js';

/** Exchanges of one worker are numbered below this; the next worker starts here. */
const numbersPerWorker = 1_000_000;

export interface Worker {
  run(step: Step): Promise<Leaving>;
  close(): Promise<void>;
}

export async function startWorker({ id, info, options, journal }: PlaywrightRun, index: number): Promise<Worker> {
  const { run, redactor } = openRun(options, { numberOffset: index * numbersPerWorker });
  for (const observation of await readJournal(journal)) run.history.recall(observation);
  const trouble = await preflight(run);
  const { sender } = run.sending;
  // The first test has the first controls among its own.
  let before = { requests: 0, throttled: 0, waitedMs: 0, audited: 0 };
  return {
    async run(step) {
      const lost = trouble ?? run.lost;
      const probe = new StepInRun(run, step);
      const outcome = lost === undefined ? await probe.go() : probe.skip(lost.cause);
      // Identifiers and subjects come back as they were unless the service gives the token away in them.
      await writeJournal(journal, redactor.value(outcome.observations));
      const reason = trouble ?? run.lost;
      const { requests, throttled, waitedMs } = sender.counts;
      const { audited } = run;
      const cost = {
        requests: requests - before.requests,
        throttled: throttled - before.throttled,
        waitedMs: waitedMs - before.waitedMs,
      };
      const auditedNow = audited - before.audited;
      before = { requests, throttled, waitedMs, audited };
      return {
        run: id,
        info,
        // Its texts hold values as they were sent.
        outcome: redactor.value(outcome),
        evidence: evidenceFor(outcome, run, redactor),
        cost,
        audited: auditedNow,
        leftBehind: redactor.value(run.history.leftBehind.drain()),
        trouble: reason && { ...reason, reason: redactor.text(reason.reason) },
      };
    },
    close: () => sender.close(),
  };
}

/** Every exchange that a finding or the history may point at. */
function evidenceFor({ findings, observations }: ProbeOutcome, { history }: Run, redactor: Redactor) {
  const numbers = [...observations.map(({ exchange }) => exchange), ...findings.flatMap(exchangesOf)];
  return [...new Set(numbers)]
    .map((number) => history.exchanges.get(number))
    .filter((exchange) => exchange !== undefined)
    .map((exchange) => toEvidence(exchange, redactor));
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
