/** Readers of option values: each gives the value, or the problem with what was expected and what was given. */
import type { UsageProblem } from '../errors/usage-error.js';
import { showFound } from '../output/found.js';
import { listOf, suggestion } from './nearest.js';

export type OptionResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: UsageProblem };

/** One of a closed list of words. */
export function readChoice<const T extends string>(
  option: string,
  given: string,
  choices: readonly T[],
): OptionResult<T> {
  const value = choices.find((choice) => choice === given);
  if (value !== undefined) return { ok: true, value };
  return wrong(`${option} must be ${listOf(choices, 'or')}, not ${quoted(given)}`, suggestion(given, choices));
}

/** A whole number between two bounds, both included, in decimal digits only. */
export function readInteger(option: string, given: string, least: number, most: number): OptionResult<number> {
  const value = /^\d{1,16}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return { ok: true, value };
  return wrong(`${option} must be a whole number from ${least} to ${most}, not ${quoted(given)}`);
}

/** A number greater than 0, with or without decimals. */
export function readPositive(option: string, given: string, most: number): OptionResult<number> {
  const value = /^\d{1,16}(?:\.\d{1,9})?$/.test(given) ? Number(given) : Number.NaN;
  if (value > 0 && value <= most) return { ok: true, value };
  return wrong(`${option} must be a number greater than 0 and at most ${most}, not ${quoted(given)}`);
}

const unitsMs = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** A time such as `90s`, `10m` or `2h`, in milliseconds. */
export function readDuration(option: string, given: string): OptionResult<number> {
  const [, digits, unit] = /^(\d{1,6})([smh])$/.exec(given) ?? [];
  if (digits !== undefined && (unit === 's' || unit === 'm' || unit === 'h')) {
    return { ok: true, value: Number(digits) * unitsMs[unit] };
  }
  return wrong(`${option} must be a time such as 90s, 10m or 2h, not ${quoted(given)}`);
}

/** Names out of a list; `list` says how to see it. */
export function readNames(
  option: string,
  given: readonly string[],
  names: readonly string[],
  list: string,
): readonly OptionResult<string>[] {
  return given.map((name) => {
    if (names.includes(name)) return { ok: true, value: name };
    return wrong(`${option}: there is no ${quoted(name)}`, suggestion(name, names) ?? list);
  });
}

function quoted(given: string): string {
  return given === '' ? '""' : showFound(given);
}

function wrong(message: string, advice?: string): { readonly ok: false; readonly problem: UsageProblem } {
  return { ok: false, problem: advice === undefined ? { message } : { message, advice } };
}
