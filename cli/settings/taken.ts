/** What was taken from where: the table that a user looks at when a setting is not what it should be. */
import { showFound } from '../output/found.js';
import { layOut } from '../output/table.js';
import { configurableOptions, flagName, type Origins } from './configurable-options.js';

export interface Taken {
  readonly setting: string;
  /** For people: a secret only as `set` or `not set`. */
  readonly value: string;
  readonly source: string;
}

/** A value without quotes unless it needs them. */
export function shownValue(value: string): string {
  return /^[\x21-\x7e][\x20-\x7e]{0,78}$/.test(value) && !value.endsWith(' ') ? value : showFound(value);
}

/** The options of a run, in the order of their help; those that nobody gave as they are by default. */
export function takenOptions(
  values: Readonly<Record<string, unknown>>,
  origins: Origins,
  given: Readonly<Record<string, unknown>>,
): readonly Taken[] {
  return configurableOptions.flatMap(({ name }) => {
    const value = values[name];
    // The base URL stands among the settings.
    if (name === 'baseUrl' || value === undefined || value === false || (Array.isArray(value) && value.length === 0)) {
      return [];
    }
    const shown = shownValue(Array.isArray(value) ? value.join(', ') : String(value));
    const source =
      given[name] === undefined
        ? (origins.get(name)?.where ?? (name === 'seed' ? 'drawn at random' : 'default'))
        : 'a flag';
    return [{ setting: flagName(name), value: shown, source }];
  });
}

/** One row each: setting, value, source. */
export function tellTaken(taken: readonly Taken[]): string {
  return layOut(
    [['setting', 'value', 'source'], ...taken.map(({ setting, value, source }) => [setting, value, source])],
    '  ',
  );
}

/** One row for each source with the names that came from there; what is not set or by default is left out. */
export function tellSources(taken: readonly Taken[]): string {
  const bySource = new Map<string, string[]>();
  for (const { setting, source } of taken) {
    if (source === 'default' || source === 'drawn at random' || source === '') continue;
    bySource.set(source, [...(bySource.get(source) ?? []), setting]);
  }
  const rows = [...bySource].map(([source, settings]) => [`from ${source}`, settings.join(', ')]);
  return rows.length === 0 ? '' : `Settings\n${layOut(rows, '  ')}`;
}
