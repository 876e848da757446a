/** Part of the run record: the history of identities in numbers, and what the report draws of it. */
import { closed, count, described } from './members.js';

const point = closed({ pair: count, identifier: count }, { split: { type: 'boolean' }, merge: { type: 'boolean' } });

const offender = closed(
  { kind: { enum: ['split', 'merge'] }, pair: count, identifier: count },
  { finding: { type: 'string', description: 'Id of the finding that tells it.' } },
);

/** The members of the picture are not required: records of earlier versions lack them. */
export const identitiesSchema = described(
  'The history of identities over the whole run.',
  {
    answers: { ...count, description: 'Accepted answers in the history.' },
    pairs: { ...count, description: 'Distinct (channel, subject) pairs.' },
    identifiers: { ...count, description: 'Distinct identifiers.' },
    audited: { ...count, description: 'Pairs asked for again by the closing audit.' },
  },
  {
    merged: { ...count, description: 'Times that a pair came back with the identifier of another pair.' },
    split: { ...count, description: 'Pairs that came back with more than one identifier.' },
    width: {
      ...count,
      description: 'Widest identifier, in bits, whose collision this many pairs show with 95 % probability.',
    },
    points: {
      type: 'array',
      description: 'Which pair came back with which identifier, each numbered from 0 in order of first appearance.',
      items: point,
      maxItems: 5000,
    },
    leftOut: { ...count, description: 'Points beyond the bound; those of a split or a merge are kept first.' },
    offenders: {
      type: 'array',
      description: 'The first split or merge of each finding.',
      items: offender,
      maxItems: 10,
    },
  },
);
