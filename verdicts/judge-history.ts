/** The history's splits and merges as findings, told as short stories. Pure. */

import { type Merge, mergesOf, type Observation, type Split, splitsOf } from './history.js';
import type { Finding } from './outcome.js';

/** Every split and every merge in the history, earliest first. */
export function judgeHistory(history: readonly Observation[]): readonly Finding[] {
  return [...splitsOf(history).map(splitFinding), ...mergesOf(history).map(mergeFinding)];
}

function splitFinding(split: Split): Finding {
  const { first, other } = split;
  return {
    clause: split.clause,
    verdict: 'nonconformant',
    label: other.label,
    kind: 'split',
    expected: `the identifier given before for this channel and subject, ${JSON.stringify(first.identifier)}`,
    got: `another one, ${JSON.stringify(other.identifier)}`,
    advice:
      'Look the conversation up by channel and subject alone, and create it atomically: one person, one conversation.',
    exchange: other.exchange,
    control: first.exchange,
    difference: { where: 'conversationIdentifier in the answer', control: first.identifier, case: other.identifier },
    steps: [step(first), step(other)],
  };
}

function mergeFinding(merge: Merge): Finding {
  const { first, other } = merge;
  const sameSubject = first.subject === other.subject;
  return {
    clause: merge.clause,
    verdict: 'nonconformant',
    label: other.label,
    kind: mergeKind(merge),
    expected: `an identifier of its own: the ${sameSubject ? 'channels' : 'subjects'} differ`,
    got: `the identifier of the other conversation, ${JSON.stringify(other.identifier)}`,
    advice:
      'Compare channel and subject byte for byte, without folding, trimming, cutting or hashing: two people, two conversations.',
    exchange: other.exchange,
    control: first.exchange,
    difference: sameSubject
      ? { where: 'channelAddressIdentifier', control: first.channel, case: other.channel }
      : { where: 'participants[0].subject', control: first.subject, case: other.subject },
    steps: [step(first), step(other)],
  };
}

/** Members of one family tell a relation; pairs that have nothing to do with each other are all of one kind. */
function mergeKind({ first, other }: Merge): string {
  const [family] = other.label.split(': ');
  const related = other.label.includes(': ') && first.label.startsWith(`${family}: `);
  return related || first.subject === other.subject ? `merge, ${other.label}` : 'merge of strangers';
}

function step(observation: Observation): { text: string; exchange: number } {
  const { channel, subject, identifier, label, exchange } = observation;
  return {
    text: `establish ${JSON.stringify(subject)} on ${JSON.stringify(channel)} (${label}): ${JSON.stringify(identifier)}`,
    exchange,
  };
}
