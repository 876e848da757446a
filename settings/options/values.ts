/** Readers of option values: each gives the value, or what was expected and what was given. */
import { showFound } from '../../text/found.js';
import { listOf, suggestion } from '../../text/nearest.js';
import { checkBaseUrl } from '../checks/base-url.js';
import { baseUrlOption } from '../definitions.js';
import type { OptionResult, Reader } from './declaration.js';

/** One of a closed list of words. */
export function choiceOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return (given, call) => {
    const value = choices.find((choice) => choice === given);
    if (value !== undefined) return { ok: true, value };
    return wrong(`${call()} must be ${listOf(choices, 'or')}, not ${quoted(given)}`, suggestion(given, choices));
  };
}

/** A whole number between two bounds, both included, in decimal digits only. */
export function integer(least: number, most: number): Reader<number> {
  return (given, call) => {
    const value = /^\d{1,16}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return { ok: true, value };
    return wrong(`${call()} must be a whole number from ${least} to ${most}, not ${quoted(given)}`);
  };
}

/**
 * A number greater than 0, with or without decimals.
 *
 * @param tooMuch what to do about one that is greater than `most`.
 */
export function positive(most: number, tooMuch: (call: (value?: string) => string) => string): Reader<number> {
  return (given, call) => {
    const value = /^\d{1,16}(?:\.\d{1,9})?$/.test(given) ? Number(given) : Number.NaN;
    if (value > 0 && value <= most) return { ok: true, value };
    const message = `${call()} must be a number greater than 0 and at most ${most}, not ${quoted(given)}`;
    return wrong(message, Number(given) > most ? tooMuch(call) : undefined);
  };
}

const unitsMs = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** A time such as `90s`, `10m` or `2h`, in milliseconds. */
export const duration: Reader<number> = (given, call) => {
  const [, digits, unit] = /^(\d{1,6})([smh])$/.exec(given) ?? [];
  if (digits !== undefined && (unit === 's' || unit === 'm' || unit === 'h')) {
    return { ok: true, value: Number(digits) * unitsMs[unit] };
  }
  return wrong(`${call()} must be a time such as 90s, 10m or 2h, not ${quoted(given)}`);
};

/** A time that is longer than nothing, in milliseconds. */
export const someDuration: Reader<number> = (given, call, known) => {
  const read = duration(given, call, known);
  return read.ok && read.value === 0 ? wrong(`${call()} must be longer than nothing`) : read;
};

/** A text that names something: a file, an address. */
export function nameOf(what: string): Reader<string> {
  return (given, call) =>
    given === '' ? wrong(`${call()} must name ${what}, not nothing`) : { ok: true, value: given };
}

/** A text that is checked where it is used. */
export const anyText: Reader<string> = (value) => ({ ok: true, value });

/** One of many names; `list` says how to see them. */
export function oneOf<const T extends string>(
  given: string,
  call: () => string,
  names: readonly T[],
  list: string,
): OptionResult<T> {
  const value = names.find((name) => name === given);
  if (value !== undefined) return { ok: true, value };
  return wrong(`${call()}: there is no ${quoted(given)}`, suggestion(given, names) ?? list);
}

/** A switch that is no flag: a plain yes or no. */
export const yesOrNo: Reader<boolean> = (given, call) => {
  if (/^(?:1|true|yes|on)$/i.test(given)) return { ok: true, value: true };
  if (/^(?:0|false|no|off)$/i.test(given)) return { ok: true, value: false };
  return wrong(`${call()} is 1 or 0, not ${quoted(given)}`);
};

/** The base URL of a service, where it is no setting. */
export const serviceUrl: Reader<URL> = (given, call) => {
  const checked = checkBaseUrl(given);
  if (checked.ok) return checked;
  return wrong(`${call()} must be ${baseUrlOption.expected}, not ${checked.found}`, checked.advice);
};

export const hookUrl: Reader<URL> = (given, call) => {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return { ok: true, value: url };
  return wrong(
    `${call()} must be the http or https URL of a hook of the connector, not ${showFound(given)}`,
    `such as ${call('http://127.0.0.1:3000/establish')}`,
  );
};

/** A program and its arguments, divided by blanks; single and double quotes keep blanks. No shell: nothing else has a meaning. */
export const commandLine =
  (example: string): Reader<readonly string[]> =>
  (given, call) => {
    const words: string[] = [];
    const rest = given.replace(/\s*((?:[^\s'"]|'[^']*'|"[^"]*")+)\s*/g, (_, word: string) => {
      words.push(
        word.replace(/'([^']*)'|"([^"]*)"/g, (_quoted, single?: string, double?: string) => single ?? double ?? ''),
      );
      return '';
    });
    if (rest.trim() === '' && words.length > 0) return { ok: true, value: words };
    return wrong(
      `${call()} must be a program and its arguments, with quotes that are closed`,
      `such as ${call(`'${example}'`)}`,
    );
  };

function wrong(message: string, advice?: string): { ok: false; message: string; advice?: string } {
  return advice === undefined ? { ok: false, message } : { ok: false, message, advice };
}

function quoted(given: string): string {
  return given === '' ? '""' : showFound(given);
}
