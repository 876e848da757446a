/** Checks what is told of an org: its id, the authorization context, the channels. */
import { countCharacters, showFound } from '../../text/found.js';
import { type Checked, fine, malformed } from '../setting-problem.js';

/** Exactly 15 letters or digits (specification, Headers › OrgId). */
export function checkOrgId(value: string): Checked<string> {
  if (/^[A-Za-z0-9]{15}$/.test(value)) return fine(value);
  const shown = showFound(value);
  const found = shown.startsWith('"') ? `${shown} (${countCharacters(value)})` : shown;
  const isLong = /^[A-Za-z0-9]{18}$/.test(value);
  return malformed(found, isLong ? 'the first 15 characters of it are the 15-character form' : undefined);
}

const developerName = '[A-Za-z](?:[A-Za-z0-9_]*[A-Za-z0-9])?';
const contextForm = new RegExp(`^${developerName}_${developerName}$`);

/** `{prefix}_{Name}`, two developer names. */
export function checkAuthorizationContext(value: string): Checked<string> {
  if (contextForm.test(value)) return fine(value);
  const isBare = /^[A-Za-z0-9]+$/.test(value);
  const advice = 'put the prefix of the connected app and an underscore in front';
  return malformed(showFound(value), isBare ? advice : undefined);
}

/** One or more distinct channel address identifiers, separated by commas. */
export function checkChannels(value: string): Checked<readonly string[]> {
  if (value.trim() === '') return malformed(value === '' ? showFound(value) : 'blanks only');
  const channels = value.split(',').map((channel) => channel.trim());
  if (channels.includes('')) {
    return malformed(`${showFound(value)}, with an empty entry`, 'take out the comma that divides nothing');
  }
  if (/\p{Cc}/u.test(value)) return malformed(`${showFound(value)}, with a control character`);
  const twice = channels.find((channel, index) => channels.indexOf(channel) !== index);
  if (twice !== undefined) return malformed(`${showFound(twice)} more than once`, 'name each channel once');
  if (channels.length > 1) return fine(channels);
  return fine(channels, 'with one channel only, whether two channels are kept apart cannot be judged');
}
