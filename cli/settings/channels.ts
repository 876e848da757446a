/** Checks the list of channel address identifiers: one or more, distinct, separated by commas. */
import { showFound } from '../output/found.js';
import type { Checked } from './setting-problem.js';

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
