/** Checks an authorization context: `{prefix}_{Name}`, two developer names (docs/reading.md, AuthorizationContext). */
import { showFound } from '../output/found.js';
import type { Checked } from './setting-problem.js';

const developerName = '[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?';
const form = new RegExp(`^${developerName}_${developerName}$`);

export function checkAuthorizationContext(value: string): Checked<string> {
  if (form.test(value)) return { ok: true, value, warnings: [] };
  const found = showFound(value);
  if (/^[A-Za-z0-9]+$/.test(value)) {
    return { ok: false, found, advice: 'put the prefix of the connected app and an underscore in front' };
  }
  return { ok: false, found };
}
