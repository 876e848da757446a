/** Part of the run record: what a clause came to. */
import { clauseVerdicts, closed, count, text } from './members.js';
import { waiverNoteSchema } from './waivers.schema.js';

export const clauseResultSchema = closed(
  {
    id: text,
    place: text,
    owes: { enum: ['service', 'connector', 'both'] },
    sureness: { enum: ['stated', 'implied', 'assumed'] },
    statement: text,
    verdict: { enum: clauseVerdicts },
    cases: closed({ conformant: count, nonconformant: count, inconclusive: count, observed: count }),
  },
  { cause: text, waiver: waiverNoteSchema },
);
