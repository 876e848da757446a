/** Builders for faults that take two subjects for one. */
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';

/** A fault that folds subjects before it looks them up; what folds to one text is one conversation. */
export function merging<const Id extends string>(id: Id, summary: string, fold: (subject: string) => string) {
  return {
    id: `merged-subjects/${id}`,
    clause: 'behaviour/different-pair/subject',
    summary,
    minLevel: 'standard',
    behaviour: (): Behaviour => ({ keys: ([channel, subject]) => [channel, fold(subject)] }),
  } as const satisfies Fault;
}

/** Replaces whatever fits the pattern. */
export const replacing =
  (pattern: RegExp, replacement: string) =>
  (subject: string): string =>
    subject.replace(pattern, replacement);

/** Folds the subjects that look so, and leaves others as they are. */
export const when =
  (looks: RegExp, fold: (subject: string) => string) =>
  (subject: string): string =>
    looks.test(subject) ? fold(subject) : subject;
