/** What was taken from where: the table that a user looks at when a setting is not what it should be. */
import { layOut } from '../text/columns.js';
import { showFound } from '../text/found.js';
import { asFlag, configuredOptions, type OptionDeclarations } from './options/declaration.js';
import { options } from './options/options.js';
import type { GivenOptions, Origins } from './options/read-options.js';

export interface Taken {
  readonly setting: string;
  /** For people: a secret only as `set` or `not set`. */
  readonly value: string;
  readonly source: string;
  /** Whether somebody gave it. */
  readonly isGiven: boolean;
}

/** A value without quotes unless it needs them. */
export function shownValue(value: string): string {
  return /^[\x21-\x7e][\x20-\x7e]{0,78}$/.test(value) && !value.endsWith(' ') ? value : showFound(value);
}

/**
 * The options of a run, in the order of their help: as they were given, the others as they are by default.
 *
 * @param given with what the sources of `origins` say.
 */
export function takenOptions(
  given: GivenOptions,
  origins: Origins,
  values: Readonly<Record<string, unknown>>,
  declarations: OptionDeclarations = options,
): readonly Taken[] {
  return configuredOptions(declarations).flatMap(({ name, declaration, configured }) => {
    const isGiven = given[name] !== undefined;
    const value = given[name] ?? values[name];
    const isNothing = value === undefined || value === false || (Array.isArray(value) && value.length === 0);
    if (configured.isSetting === true || isNothing) return [];
    const shown = shownValue(Array.isArray(value) ? value.join(', ') : String(value));
    const fallback = typeof declaration.default === 'function' ? 'drawn at random' : 'default';
    const source = isGiven ? (origins.get(name)?.where ?? 'a flag') : fallback;
    return [{ setting: asFlag(name), value: shown, source, isGiven }];
  });
}

/** One row each: setting, value, source. */
export function tellTaken(taken: readonly Taken[]): string {
  return layOut(
    [['setting', 'value', 'source'], ...taken.map(({ setting, value, source }) => [setting, value, source])],
    '  ',
  );
}

/** One row for each source with the names that came from there; what nobody gave is left out. */
export function tellSources(taken: readonly Taken[]): string {
  const bySource = new Map<string, string[]>();
  for (const { setting, source } of taken.filter(({ isGiven }) => isGiven)) {
    bySource.set(source, [...(bySource.get(source) ?? []), setting]);
  }
  const rows = [...bySource].map(([source, names]) => [`from ${source}`, names.join(', ')]);
  return rows.length === 0 ? '' : `Settings\n${layOut(rows, '  ')}`;
}
