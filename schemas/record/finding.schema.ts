/**
 * Part of the run record: one case that was not simply conformant. Its facts are fields with closed lists: by them it is
 * grouped, compared and replayed. The sentences beside them are for people. Records of earlier versions lack the facts.
 */
import { caseSchema, slugSchema, violationNameSchema } from './case.schema.js';
import { closed, count, described, text } from './members.js';
import { messagePlaceSchema } from './message-place.schema.js';
import { waiverNoteSchema } from './waivers.schema.js';

/** What the judge may ask of a case that can be sent again. */
export const judgedExpectations = [
  'acceptance',
  'refusal',
  'clean refusal',
  'acceptance or refusal',
  'same identifier',
  'other identifier',
] as const;

/** What the judge asks of a case; nothing where the specification leaves it open. */
const expectations = [...judgedExpectations, 'nothing'] as const;

/** Clause and case, and what else keeps two findings apart, joined by two hyphens: a name of a file, and a fragment. */
export const findingIdPattern = '^[a-z0-9]+(?:-[a-z0-9]+)*(?:--[a-z0-9]+(?:-[a-z0-9]+)*){2,}$';

/** How a failure was confirmed; left out where what came proves it, or where nothing was asked again. */
const confirmations = ['alone', 'in company', 'on kept connections', 'now and then', 'not again'] as const;

/** By what a case was found. */
const findingWays = ['sweep', 'search', 'sequence', 'race', 'history', 'watching'] as const;

/** What a failure of the history of identities is. */
const historyKinds = ['split', 'merge of neighbours', 'merge of strangers'] as const;

/** What is to be mended. */
const rootCauseKinds = [
  'not checked',
  'not refused',
  'refused with a success',
  'refused with another status',
  'refused with a broken answer',
  'not answered',
  'not accepted',
] as const;

const step = closed(
  { text },
  {
    exchange: { ...count, description: 'The exchange to show.' },
    others: { ...count, description: 'So many other conversations are established; some more than came then.' },
    waitMs: { ...count, description: 'So long after the step before; a little longer than then.' },
    sends: {
      type: 'array',
      description: 'Numbers of the exchanges whose requests are sent, one after the other.',
      items: count,
    },
    calls: { ...count, description: 'How often each of them is sent in the same instant, when not once.' },
    alongside: { type: 'boolean', description: 'All of them are sent in the same instant.' },
    violation: described(
      'What is wrong with the request, where it is to be refused.',
      { where: { ...text, description: '`at` in words.' }, label: text },
      { clause: text, slug: slugSchema, at: messagePlaceSchema },
    ),
  },
);

export const findingSchema = described(
  'One case that was not simply conformant: a failure, something undecided, or an observation.',
  {
    id: { ...text, description: 'Follows from clause, case and verdict: the same in every run.' },
    clause: text,
    spec: { ...text, description: 'Title of the test that probed it.' },
    label: { ...text, description: 'What the case does: `one character shorter`.' },
    verdict: { enum: ['nonconformant', 'inconclusive', 'observed'] },
    expected: text,
    got: text,
    count: { ...count, description: 'How many cases failed alike; this one is the smallest.' },
  },
  {
    case: caseSchema,
    expects: { enum: expectations, description: 'What `expected` says, as data.' },
    foundBy: { enum: findingWays, description: 'By what the case was found.' },
    confirmed: { enum: confirmations, description: 'How the failure came again when it was asked for again.' },
    history: { enum: historyKinds, description: 'What a failure of identities is.' },
    violation: violationNameSchema,
    cause: text,
    rootCause: described(
      'What one mend settles: findings with the same one belong together.',
      { kind: { enum: rootCauseKinds } },
      {
        at: { ...messagePlaceSchema, description: 'What is not checked, or wrong where the answer is.' },
        clause: { ...text, description: 'What is broken where it is not refused, or not accepted.' },
        status: count,
        failure: { ...text, description: 'Why no whole answer came.' },
        shape: { ...text, description: 'Media type of the answer, and names of its members.' },
      },
    ),
    advice: text,
    difference: described(
      'The one difference between the control and the case.',
      { where: { ...text, description: '`at` in words.' }, control: text, case: text },
      { at: messagePlaceSchema },
    ),
    exchange: { ...count, description: 'Number of the exchange of the case in `evidence`.' },
    control: { ...count, description: 'Number of the exchange of the control in `evidence`.' },
    steps: {
      type: 'array',
      description:
        'A sequence told as a numbered story. What a step does, so that it can be done again: first others, then the wait, then what it sends.',
      items: step,
    },
    merged: {
      type: 'array',
      description: 'All pairs that came back as another one in this way, where there are several.',
      items: closed({ label: text, control: text, case: text }, { relation: slugSchema }),
    },
    replay: closed({ seed: { type: 'integer' }, command: text }, { path: text }),
    curl: text,
    waiver: waiverNoteSchema,
  },
);
