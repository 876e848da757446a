/** Looks up a setting by its definition. */
import type { SettingDefinition } from './definitions.js';
import type { FoundValue, Sources } from './sources.js';

/** An optional secret that CI leaves empty is one that nobody set; a required one that is empty is a problem. */
export function findSetting(sources: Sources, definition: SettingDefinition): FoundValue | undefined {
  const found = sources.find(definition.name);
  return found?.value === '' && !definition.required ? undefined : found;
}
