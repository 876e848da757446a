/** Faults that look at a part of a subject only. */
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';
import { merging } from './merging.js';

/** A fault that looks at the beginning, as a column does that is too short. */
function cutting<const Length extends number>(length: Length) {
  return merging(`cut-at-${length}`, `Looks at the first ${length} characters.`, (subject) => subject.slice(0, length));
}

/** The most that bcrypt hashes. */
const hashedBytes = 72;

export const cutSubjectsFaults = [
  cutting(32),
  cutting(64),
  cutting(128),
  cutting(200),
  cutting(240),
  cutting(254),
  merging('cut-at-72-bytes', 'Hashes the first 72 bytes.', (subject) =>
    Buffer.from(subject).subarray(0, hashedBytes).toString('latin1'),
  ),
  merging('last-32', 'Looks at the last 32 characters.', (subject) => subject.slice(-32)),
  merging('last-128', 'Looks at the last 128 characters.', (subject) => subject.slice(-128)),
  merging('beginning-and-length', 'Looks at the first 64 characters and the length.', (subject) =>
    JSON.stringify([subject.slice(0, 64), subject.length]),
  ),
  merging('beginning-and-end', 'Looks at the first and the last 64 characters.', (subject) =>
    subject.length <= 128 ? subject : subject.slice(0, 64) + subject.slice(-64),
  ),
  {
    id: 'merged-subjects/cut-at-255',
    clause: 'body/participants/subject/beyond-255',
    summary: 'Cuts longer subjects at 255 characters and says nothing.',
    minLevel: 'standard',
    behaviour: (): Behaviour => ({ keys: ([channel, subject]) => [channel, subject.slice(0, 255)] }),
  },
] as const satisfies readonly Fault[];
