/** Looks for the smallest subject that fails alike: by fast-check, then character by character. */
import { fc } from '../../../generators/fast-check.js';
import { isOdd } from '../../../generators/identities/odd.js';
import { shrinkableText } from '../../../generators/identities/shrinkable-text.js';
import { type Asker, isFailure, type Try } from './asker.js';

/** A subject, and what came of it. */
export interface Tried {
  readonly subject: string;
  readonly came: Try;
}

export interface ShrinkOptions {
  readonly asker: Asker;
  readonly channel: string;
  readonly seed: number;
  /** How many more subjects may be asked for. */
  readonly most: number;
  /** Whether the time is up. */
  readonly isOver: () => boolean;
}

export async function shrink(failed: Tried, { asker, channel, seed, most, isOver }: ShrinkOptions): Promise<Tried> {
  let smallest = failed;
  let left = most;
  const property = fc.asyncProperty(shrinkableText(), async (subject) => {
    left -= 1;
    if (left < 0 || isOdd(subject) || isOver()) return true;
    const came = subject === failed.subject ? failed.came : await asker.ask({ channel, subject });
    // fast-check only ever goes on from what fails, to what is smaller.
    // What comes of it behind the end is the end's doing.
    if (!isFailure(came) || isOver()) return true;
    smallest = { subject, came };
    return false;
  });
  await fc.check(property, { seed, numRuns: 1, examples: [[failed.subject]] });
  // fast-check takes characters off the beginning only: each of the rest may be one too many as well.
  for (let at = 0; at < fewestTried(smallest.subject); ) {
    const subject = withoutOne(smallest.subject, at);
    if (left <= 0 || subject === '' || isOdd(subject) || isOver()) at += 1;
    else {
      left -= 1;
      const came = await asker.ask({ channel, subject });
      if (isFailure(came) && !isOver()) smallest = { subject, came };
      else at += 1;
    }
  }
  return smallest;
}

/** Long texts fail by their length: what is taken out of these makes nothing plainer. */
const longest = 16;

function fewestTried(subject: string): number {
  const { length } = Array.from(subject);
  return length > longest ? 0 : length;
}

function withoutOne(subject: string, at: number): string {
  return Array.from(subject)
    .filter((_, index) => index !== at)
    .join('');
}
