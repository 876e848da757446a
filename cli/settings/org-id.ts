/** Checks an org id: exactly 15 letters or digits (specification, Headers › OrgId). */
import { countCharacters, showFound } from '../output/found.js';
import type { Checked } from './setting-problem.js';

export function checkOrgId(value: string): Checked<string> {
  if (/^[A-Za-z0-9]{15}$/.test(value)) return { ok: true, value, warnings: [] };
  const shown = showFound(value);
  const found = shown.startsWith('"') ? `${shown} (${countCharacters(value)})` : shown;
  if (/^[A-Za-z0-9]{18}$/.test(value)) {
    return { ok: false, found, advice: 'the first 15 characters of it are the 15-character form' };
  }
  return { ok: false, found };
}
