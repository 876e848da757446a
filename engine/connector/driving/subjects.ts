/** The pairs that a driven connector is asked to establish: one person on two channels, families of near neighbours, every script, single characters. */

import { subjectText } from '../../../generators/arbitraries/subject.js';
import { fc } from '../../../generators/fast-check.js';
import { lengthCase, lengthsUpTo255, singleCharacters, textSamples } from '../../../generators/identities/any-text.js';
import { families } from '../../../generators/identities/families/index.js';
import { memberCase } from '../../../generators/identities/family.js';
import { isOdd } from '../../../generators/identities/odd.js';
import { subjectOfLength } from '../../../generators/identities/subject-of-length.js';

export interface DrivenSubject {
  /** What fails alike is searched for once: the family, or the text itself where it belongs to none. */
  readonly kind: string;
  readonly label: string;
  readonly subject: string;
  readonly channel: string;
}

/** The first channel has all but a few. */
export type TwoChannels = readonly [first: string, second: string];

/** The first subject that is asked for, on the first channel. */
export const plainSubject = (word: string): string => `${word}-plain`;

/** So many, the families first and then what is drawn by the seed; all distinct. */
export function subjectsFor(word: string, seed: number, most: number, channels: TwoChannels): readonly DrivenSubject[] {
  const [channel, second] = channels;
  const label = 'the same subject on another channel';
  const onBoth: readonly DrivenSubject[] = [
    { kind: 'another-channel', label, subject: plainSubject(word), channel: second },
    // Side by side, where many are asked for at once.
    ...channels.map((one) => ({ kind: 'another-channel', label, subject: `${word}-both`, channel: one })),
  ];
  return [...onBoth, ...onOne(word, seed, most - onBoth.length).map((one) => ({ ...one, channel }))];
}

function onOne(word: string, seed: number, most: number): readonly OnOne[] {
  const listed = drivenSubjects(word).slice(0, most);
  const known = new Set(listed.map(({ subject }) => subject));
  const drawn: OnOne[] = [];
  // One and the same text is drawn now and then.
  for (const text of fc.sample(subjectText(), { seed, numRuns: 2 * (most - listed.length) })) {
    const subject = `${word}-${text}`;
    if (listed.length + drawn.length >= most) break;
    if (known.has(subject)) continue;
    known.add(subject);
    drawn.push({ kind: 'drawn', label: 'a text drawn by the seed', subject });
  }
  return [...listed, ...drawn];
}

type OnOne = Omit<DrivenSubject, 'channel'>;

/** All distinct, none that the specification leaves open (docs/reading.md, odd subjects); spread so that a beginning of the list tells most. */
function drivenSubjects(word: string): readonly OnOne[] {
  const groups: readonly (readonly OnOne[])[] = [
    // A command is asked for few subjects: what is trimmed on the way must be among them.
    [{ kind: 'blanks-at-both-ends', label: 'blanks at both ends', subject: ` ${word} edges ` }],
    singleCharacters.map(([kind, label, subject]) => ({ kind, label, subject })),
    textSamples.map(([kind, label, text]) => ({ kind, label, subject: text })),
    lengthsUpTo255.map((length) => {
      const { case: named, label } = lengthCase(length);
      return { kind: named.slug, label, subject: subjectOfLength(`${word}-`, length) };
    }),
    // As long in code points, and up to four times as long in bytes.
    [2, 3, 4].map((bytes) => ({
      kind: `255-characters-of-${bytes}-bytes`,
      label: `255 characters, filled with such of ${bytes} bytes`,
      subject: subjectOfLength(`${word}-`, 255, bytes),
    })),
    ...families.map((family) =>
      family.members(word).map((member) => ({
        kind: family.slug,
        label: memberCase(family, member).label,
        subject: member.subject,
      })),
    ),
  ];
  const spread: OnOne[] = [];
  const longest = Math.max(...groups.map((group) => group.length));
  for (let at = 0; at < longest; at += 1) {
    for (const group of groups) {
      const one = group[at];
      if (one !== undefined) spread.push(one);
    }
  }
  const known = new Set<string>();
  return spread.filter(({ subject }) => {
    // No argument and no environment can hold a NUL, and half a surrogate pair is no text.
    if (isOdd(subject) || known.has(subject)) return false;
    known.add(subject);
    return true;
  });
}
