/** Section of the run record that compares the run with an earlier one, its baseline. */
import { closed, count, described, text, texts } from './members.js';

const change = {
  description:
    '`gone`: exercised in the baseline and no longer. `undecided`: decided in the baseline and inconclusive now.',
  enum: ['new', 'still failing', 'fixed', 'gone', 'undecided'],
} as const;

export const baselineSectionSchema = described(
  'What changed since an earlier run. Waived failures are failures here.',
  {
    file: { ...text, description: 'The run record as it was named.' },
    gate: { enum: ['all', 'new'], description: 'Which failures make the run fail.' },
    startedAt: text,
    edition: text,
    baseUrl: text,
    version: { ...text, description: 'Version of the suite that made it.' },
    warnings: { ...texts, description: 'What makes the two runs hard to compare.' },
    counts: described('Clauses by change.', { new: count, still: count, fixed: count, gone: count, undecided: count }),
    newFailures: { ...count, description: 'Findings that are new and not waived: what --gate new fails on.' },
    clauses: {
      type: 'array',
      items: closed({
        id: text,
        change,
        before: { ...text, description: 'Its verdict in the baseline, or `absent`.' },
        now: { ...text, description: 'Its verdict in this run, or `absent`.' },
      }),
    },
    findings: {
      type: 'array',
      description:
        'Failures by clause and case. Drawn at random, a matter of order, or of a record that names no cases, they are compared by clause alone.',
      items: closed(
        { clause: text, label: text, change: { enum: change.enum }, waived: { type: 'boolean' } },
        {
          slug: { ...text, description: 'Of the case, where the record names it.' },
          finding: { ...text, description: 'Id of the finding in this run.' },
        },
      ),
    },
  },
  // Where the baseline has them: the run of a connector has no level and no layout, and not every one a seed.
  { seed: { type: 'integer' }, level: text, layout: text },
);
