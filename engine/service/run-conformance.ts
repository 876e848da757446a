/** A whole run in one process: plan, first controls, every probe of the spec files, the run record. */

import type { ServiceRecord } from '../../schemas/record/run-record.js';
import { assembleRecord } from '../../verdicts/record/assemble.js';
import { toEvidence } from '../../verdicts/record/evidence.js';
import type { RunEnding } from '../../verdicts/record/run-info.js';
import type { Cause } from '../../verdicts/verdict.js';
import { openRun } from './open-run.js';
import { chooseSteps } from './plan-run.js';
import { preflight } from './preflight.js';
import { roundsOf } from './rounds.js';
import { runInfoOf } from './run-info.js';
import type { Plan, RunOptions } from './run-options.js';
import { StepInRun } from './step-in-run.js';
import type { Trouble } from './trouble.js';

/** What a run would send. Sends nothing. */
export async function planConformance(options: RunOptions): Promise<Plan> {
  return (await chooseSteps(options)).plan;
}

/** Never rejects for what the service does; the record holds no secrets. */
export async function runConformance(options: RunOptions): Promise<ServiceRecord> {
  const startedAt = new Date();
  const started = performance.now();
  const tell = options.onEvent ?? (() => {});
  const { steps, plan } = await chooseSteps(options);
  tell({ type: 'planned', plan });

  const { run, redactor } = openRun(options, { withinBudget: plan.whole !== undefined });
  const { sender } = run.sending;
  // What was asked of the token endpoint before the run counts like what is asked during it.
  for (let spent = 0; spent < (options.target.tokenRequests ?? 0); spent += 1) await sender.admit?.();
  const probes = steps.map((step) => ({ title: step.probe.title, probe: new StepInRun(run, step) }));
  let trouble: Trouble | undefined;
  try {
    trouble = options.signal?.aborted === true ? undefined : await preflight(run);
    const obstacle = (): Cause | undefined =>
      options.signal?.aborted === true ? 'cut short' : (trouble ?? run.lost)?.cause;
    for (const _round of roundsOf(run)) {
      for (const [index, { title, probe }] of probes.entries()) {
        const cause = obstacle();
        if (cause !== undefined) {
          probe.skip(cause);
          continue;
        }
        tell({ type: 'spec-started', title, index, of: steps.length });
        const { findings } = await probe.go();
        const failures = findings.filter(({ verdict }) => verdict === 'nonconformant').map(({ clause }) => clause);
        tell({ type: 'spec-finished', title, failures });
        tell({ type: 'progress', requests: sender.counts.requests });
      }
      if (obstacle() !== undefined) break;
    }
    if (run.withinBudget) probes.at(-1)?.probe.skipUnreached();
  } finally {
    await sender.close();
  }
  const ending = trouble ?? run.lost;
  return assembleRecord({
    info: runInfoOf(options, plan, startedAt),
    outcomes: probes.map(({ probe }) => probe.outcome),
    ending: {
      durationMs: performance.now() - started,
      requests: sender.counts.requests,
      throttled: { count: sender.counts.throttled, waitedMs: sender.counts.waitedMs },
      audited: run.audited,
      cutShort: options.signal?.aborted === true,
      ...budgetOf(options, plan),
      trouble: ending && { ...ending, reason: redactor.text(ending.reason) },
    },
    evidenceOf: (number) => {
      const exchange = run.history.exchanges.get(number);
      return exchange === undefined ? undefined : toEvidence(exchange, redactor);
    },
    leftBehind: [run.history.leftBehind.drain()],
    redact: (value) => redactor.value(value),
  });
}

function budgetOf({ maxRequests }: RunOptions, { whole }: Plan): Pick<RunEnding, 'budget'> {
  return maxRequests === undefined || whole === undefined ? {} : { budget: { maxRequests, levelRequests: whole } };
}
