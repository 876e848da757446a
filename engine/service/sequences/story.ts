/** The story of an execution: what was done and what came, a line for each step. Pure. */

import { isDeepStrictEqual } from 'node:util';
import type { Step } from '../../../generators/identities/sequence/step.js';
import type { Observation } from '../../../verdicts/service/history.js';
import type { Finding, StoryStep } from '../../../verdicts/service/outcome.js';
import type { Exchange } from '../../../wire/exchange.js';

/** A line of the story with the pairs that it is about, by `pairKey`. */
export interface Line extends StoryStep {
  /** The step, and the identifiers or statuses that came: lines that share both are told once. */
  readonly done: { readonly step: Step; readonly came: readonly string[] };
  readonly pairs: readonly string[];
}

/** The lines of a finding: the same done one after the other with the same outcome is told once, with its number. */
export function tellStory(lines: readonly Line[]): NonNullable<Finding['steps']> {
  const told: (Line & { times: number })[] = [];
  for (const line of lines) {
    const last = told.at(-1);
    if (last !== undefined && isDeepStrictEqual(last.done, line.done))
      told.splice(-1, 1, { ...doneAfter(last, line), times: last.times + 1 });
    else told.push({ ...line, times: 1 });
  }
  return told.map(({ text, times, done: _done, pairs: _pairs, ...action }) => ({
    text: times === 1 ? text : `${text}, ${times} times`,
    ...action,
  }));
}

/** The same thing done once more. */
function doneAfter(one: Line, again: Line): Line {
  const sum = (key: 'others' | 'waitMs') => (one[key] === undefined ? {} : { [key]: one[key] + (again[key] ?? 0) });
  const sends = one.sends === undefined ? {} : { sends: [...one.sends, ...(again.sends ?? [])] };
  return { ...one, ...sum('others'), ...sum('waitMs'), ...sends };
}

/** More identifiers than these are counted. */
const mostNamed = 3;

/** The identifiers that a step got, and what was wrong with them if it was this step that broke a rule. */
export function tellIdentifiers(observations: readonly Observation[], broken: Finding | undefined): string {
  const identifiers = [...new Set(observations.map(({ identifier }) => identifier))];
  const named =
    identifiers.length <= mostNamed ? identifiers.map(plain).join(' and ') : `${identifiers.length} identifiers`;
  if (broken === undefined) return named;
  if (broken.history !== 'split') return `${named}, expected one that no other pair has`;
  const isFirst = observations.some(({ exchange }) => exchange === broken.control);
  return `${named}, expected ${isFirst ? 'one' : plain(broken.difference?.control ?? '')}`;
}

/** What came instead of an identifier, or of a refusal that is not judged here: the status, or why there is none. */
export function tellStatus({ answer, failure }: Exchange): string {
  return answer === undefined ? `no answer (${failure?.kind ?? 'closed-early'})` : String(answer.status);
}

/** An identifier as it is, in quotes where it could be taken for words of ours. */
function plain(identifier: string): string {
  return /^[\w.:-]{1,64}$/.test(identifier) ? identifier : JSON.stringify(identifier);
}
