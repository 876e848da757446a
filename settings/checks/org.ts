/** Checks what is told of an org: its id, the authorization context, the channels. */
import { countCharacters, showFound } from '../../text/found.js';
import type { Checked } from '../setting-problem.js';

/** Exactly 15 letters or digits (specification, Headers › OrgId). */
export function checkOrgId(value: string): Checked<string> {
  if (/^[A-Za-z0-9]{15}$/.test(value)) return { ok: true, value, warnings: [] };
  const shown = showFound(value);
  const found = shown.startsWith('"') ? `${shown} (${countCharacters(value)})` : shown;
  if (/^[A-Za-z0-9]{18}$/.test(value)) {
    return { ok: false, found, advice: 'the first 15 characters of it are the 15-character form' };
  }
  return { ok: false, found };
}

const developerName = '[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?';
const contextForm = new RegExp(`^${developerName}_${developerName}$`);

/** `{prefix}_{Name}`, two developer names. */
export function checkAuthorizationContext(value: string): Checked<string> {
  if (contextForm.test(value)) return { ok: true, value, warnings: [] };
  const found = showFound(value);
  if (/^[A-Za-z0-9]+$/.test(value)) {
    return { ok: false, found, advice: 'put the prefix of the connected app and an underscore in front' };
  }
  return { ok: false, found };
}

/** One or more distinct channel address identifiers, separated by commas. */
export function checkChannels(value: string): Checked<readonly string[]> {
  if (value.trim() === '') return { ok: false, found: value === '' ? showFound(value) : 'blanks only' };
  const channels = value.split(',').map((channel) => channel.trim());
  if (channels.includes('')) {
    return {
      ok: false,
      found: `${showFound(value)}, with an empty entry`,
      advice: 'take out the comma that divides nothing',
    };
  }
  if (/\p{Cc}/u.test(value)) return { ok: false, found: `${showFound(value)}, with a control character` };
  const twice = channels.find((channel, index) => channels.indexOf(channel) !== index);
  if (twice !== undefined) {
    return { ok: false, found: `${showFound(twice)} more than once`, advice: 'name each channel once' };
  }
  const warnings =
    channels.length === 1 ? ['with one channel only, whether two channels are kept apart cannot be judged'] : [];
  return { ok: true, value: channels, warnings };
}
