/** A whole run in one process: plan, first controls, every probe of the spec files, the run record. */
import { createRedactor } from '../../endpoints/redactor.js';
import { createSender } from '../../endpoints/sender/sender.js';
import type { RunRecord } from '../../schemas/run-record.js';
import { assembleRecord } from '../../verdicts/assemble.js';
import { toEvidence } from '../../verdicts/evidence.js';
import type { ProbeOutcome } from '../../verdicts/outcome.js';
import { loadPlaces, stepsOf } from './places.js';
import { planRun } from './plan-run.js';
import { preflight, type Trouble } from './preflight.js';
import { runInfoOf } from './run-info.js';
import type { Plan, RunOptions } from './run-options.js';
import { runStep, skipStep } from './run-step.js';
import { secretsOf } from './secrets.js';
import { Session } from './session.js';

/** What a run would send. Sends nothing. */
export async function planConformance(options: RunOptions): Promise<Plan> {
  return planRun(stepsOf(await loadPlaces(), options.only), options);
}

/** Never rejects for what the service does; the record holds no secrets. */
export async function runConformance(options: RunOptions): Promise<RunRecord> {
  const startedAt = new Date();
  const started = performance.now();
  const tell = options.onEvent ?? (() => {});
  const steps = stepsOf(await loadPlaces(), options.only);
  const plan = await planRun(steps, options);
  tell({ type: 'planned', plan });

  const redactor = createRedactor(secretsOf(options.target.credentials));
  const sender = createSender(senderOptionsOf(options));
  const session = new Session(options, sender, (text) => redactor.text(text) !== text);
  const outcomes: ProbeOutcome[] = [];
  let trouble: Trouble | undefined;
  try {
    trouble = options.signal?.aborted === true ? undefined : await preflight(session);
    for (const [index, step] of steps.entries()) {
      const { title } = step.probe;
      const cause =
        options.signal?.aborted === true
          ? 'cut short'
          : trouble !== undefined || session.lost !== undefined
            ? 'unreachable'
            : undefined;
      if (cause !== undefined) {
        outcomes.push(skipStep(session, step, cause));
        continue;
      }
      tell({ type: 'spec-started', title, index, of: steps.length });
      const outcome = await runStep(session, step);
      outcomes.push(outcome);
      const failures = outcome.findings
        .filter(({ verdict }) => verdict === 'nonconformant')
        .map(({ clause }) => clause);
      tell({ type: 'spec-finished', title, failures });
      tell({ type: 'progress', requests: sender.counts.requests });
    }
  } finally {
    await sender.close();
  }
  const lost =
    session.lost === undefined
      ? undefined
      : { cause: 'unreachable' as const, reason: `The service went out of reach: ${session.lost}.` };
  const ending = trouble ?? lost;
  return assembleRecord({
    info: runInfoOf(options, plan, startedAt),
    outcomes,
    ending: {
      durationMs: performance.now() - started,
      requests: sender.counts.requests,
      throttled: { count: sender.counts.throttled, waitedMs: sender.counts.waitedMs },
      audited: session.audited,
      cutShort: options.signal?.aborted === true,
      ...(ending === undefined ? {} : { trouble: { ...ending, reason: redactor.text(ending.reason) } }),
    },
    evidenceOf: (number) => {
      const exchange = session.exchanges.get(number);
      return exchange === undefined ? undefined : toEvidence(exchange, redactor);
    },
    redact: (value) => redactor.value(value),
  });
}

export function senderOptionsOf(options: RunOptions): Parameters<typeof createSender>[0] {
  const { target, concurrency, rate, maxRequests, signal } = options;
  return {
    baseUrl: target.baseUrl,
    concurrency,
    userAgent: 'byoc-conformance',
    ...(rate === undefined ? {} : { ratePerSecond: rate }),
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(signal === undefined ? {} : { signal }),
  };
}
