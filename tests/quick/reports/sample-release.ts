/** Waivers and a baseline of the sample record: every status and every change, hostile content in each text. */
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { everything } from './hostile.js';

export const sampleWaiver = {
  reason: 'The gateway in front maps every role to EndUser; its rebuild is planned.',
  owner: 'Ann Example',
  ticket: 'OPS-17',
  expires: '2026-12-31',
} as const;

/** New objects each time. */
export function sampleWaivers(): NonNullable<RunRecord['waivers']> {
  const entry = (
    clause: string,
    status: NonNullable<RunRecord['waivers']>['entries'][number]['status'],
    told: string,
  ) => ({ clause, ...sampleWaiver, status, clauses: status === 'used' ? [clause] : [], told });
  return {
    file: 'waivers.yaml',
    today: '2026-11-22',
    entries: [
      entry('body/participants/role/value', 'used', 'It covers 1 broken clause.'),
      { ...entry('headers/org-id', 'expired', 'It held until 2026-01-31.'), expires: '2026-01-31', edition: '61.0' },
      entry('headers/content-type', 'no longer needed', 'What it covers was exercised and conforms.'),
      entry('headers/authorization/expiry', 'not decided', 'What it covers could not be judged.'),
      {
        ...entry(`hostile/${everything}`, 'not for this run', everything),
        reason: everything,
        owner: everything,
        ticket: everything,
        target: everything,
      },
    ],
    correction: ['--- waivers.yaml', '+++ waivers.yaml', '@@ -6,1 +5,0 @@', `-- clause: ${everything}`].join('\n'),
  };
}

/** New objects each time. */
export function sampleBaseline(): NonNullable<RunRecord['baseline']> {
  return {
    file: 'last/run.json',
    gate: 'new',
    startedAt: '2026-11-01T10:00:00.000Z',
    seed: 7,
    edition: '61.0',
    level: 'standard',
    layout: 'parts',
    baseUrl: 'https://example.my.salesforce-scrt.com/api',
    version: '0.1.0',
    warnings: ['The baseline has another seed, 7, not 42: what is drawn at random differs.', everything],
    counts: { new: 1, still: 1, fixed: 1, gone: 1, undecided: 1 },
    newFailures: 1,
    clauses: [
      { id: 'headers/org-id/length', change: 'new', before: 'conformant', now: 'nonconformant' },
      { id: 'body/participants/role/value', change: 'still failing', before: 'nonconformant', now: 'waived' },
      { id: 'headers/org-id/required', change: 'fixed', before: 'nonconformant', now: 'conformant' },
      { id: 'headers/authorization/expiry', change: 'undecided', before: 'conformant', now: 'inconclusive' },
      { id: everything, change: 'gone', before: 'conformant', now: 'absent' },
    ],
    findings: [
      { clause: 'headers/org-id/length', label: everything, change: 'new', waived: false },
      { clause: 'body/participants/role/value', label: 'Agent', change: 'still failing', waived: true },
    ],
  };
}
