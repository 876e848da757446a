/** Where an arrived text begins to differ from the one asked for, code points named. Pure. */
import { describeCodePoint, firstDifference } from '../../../text/code-points.js';

export function differenceWords(asked: string, arrived: string): string {
  const difference = firstDifference(asked, arrived);
  if (difference === undefined) return 'both are the same';
  const { position, a, b } = difference;
  const one = a === undefined ? 'the end' : describeCodePoint(a);
  const other = b === undefined ? 'the end' : describeCodePoint(b);
  return `they differ from character ${position} on: expected ${one}, got ${other}`;
}
