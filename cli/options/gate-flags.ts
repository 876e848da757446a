/** Reads the options that decide which failures count: waivers, baseline, and whether only new failures end with 1. */
import type { UsageProblem } from '../errors/usage-error.js';
import { readChoice } from './values.js';

/** The options as commander hands them over: text, not yet checked. */
export interface RawGateFlags {
  readonly waivers?: string;
  readonly baseline?: string;
  readonly gate?: string;
}

export interface GateFlags {
  /** A YAML file of waivers. */
  readonly waivers?: string;
  /** The run record of an earlier run. */
  readonly baseline?: string;
  readonly gate: 'all' | 'new';
}

/** Puts what cannot be followed to the problems of the other options. */
export function readGateFlags(raw: RawGateFlags, problems: UsageProblem[]): GateFlags {
  const { waivers, baseline } = raw;
  const choice = readChoice('--gate', raw.gate ?? 'all', ['all', 'new']);
  if (!choice.ok) problems.push(choice.problem);
  if (waivers === '') problems.push({ message: '--waivers must name a file, not nothing' });
  if (baseline === '') problems.push({ message: '--baseline must name a run record, not nothing' });
  if (choice.ok && choice.value === 'new' && baseline === undefined) {
    problems.push({
      message: '--gate new needs a baseline: what is new is new since an earlier run',
      advice: 'name its run record with --baseline, or leave --gate out',
    });
  }
  return {
    ...(waivers === undefined ? {} : { waivers }),
    ...(baseline === undefined ? {} : { baseline }),
    gate: choice.ok ? choice.value : 'all',
  };
}
