/** The beginning of every subject that can have one: it tells the conversations of a run from those of people. Pure. */
import { seededWord } from './seeded.js';

/** `byoc-4f2a91-` for a seed; `byoc-reused-` for all runs that keep to the same subjects. Both are equally long. */
export function runPrefix(seed: number, reuseSubjects: boolean): string {
  return `byoc-${reuseSubjects ? 'reused' : seededWord(seed, 'run', 6)}-`;
}

/** Whether a subject carries a prefix: in front, or behind what must stand there, in whatever letter case. */
export function carriesPrefix(subject: string, prefix: string): boolean {
  return subject.toLowerCase().includes(prefix);
}
