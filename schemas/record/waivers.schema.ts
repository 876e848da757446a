/** Sections of the run record on waivers: the note beside what is waived, and what became of each entry of the file. */
import { closed, described, text, texts } from './members.js';

/** Who accepted a failure, why and until when; beside each clause and finding that is waived. */
const noteMembers = {
  reason: text,
  owner: text,
  ticket: text,
  expires: { ...text, description: 'The last day on which it holds, YYYY-MM-DD, UTC.' },
} as const;

export const waiverNoteSchema = described('The waiver under which a failure is accepted.', noteMembers);

const waiverEntry = closed(
  {
    clause: { ...text, description: 'A clause id, or the beginning of one up to a slash.' },
    ...noteMembers,
    status: {
      description: 'What became of it in this run. `expired` and `no longer needed` have to be mended.',
      enum: ['used', 'expired', 'no longer needed', 'not decided', 'not for this run'],
    },
    clauses: { ...texts, description: 'The broken clauses that it covers.' },
    told: { ...text, description: 'The status in one sentence for people.' },
  },
  { edition: text, target: text },
);

export const waiversSectionSchema = described(
  'The waivers file as it was applied to this run.',
  {
    file: { ...text, description: 'The file as it was named.' },
    today: { ...text, description: 'The day by which expiry was judged, YYYY-MM-DD, UTC.' },
    entries: { type: 'array', items: waiverEntry },
  },
  { correction: { ...text, description: 'A ready-made change of the file, when an entry has to be mended.' } },
);
