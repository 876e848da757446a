/** Shows what was found in a setting or an option: quoted and escaped, or only described when it may be a secret. */
import { quoted } from './escape.js';
import { holdsToken } from './token-like.js';

/** Longer values are cut: a message stays one line. */
const longest = 80;

/** `"00D0X"` in quotes with control characters escaped; a token is described and never shown. */
export function showFound(value: string): string {
  if (value === '') return 'nothing (it is set, but empty)';
  if (holdsToken(value)) return `${countCharacters(value)} that look like a token (not shown)`;
  return value.length > longest ? `${quoted(value.slice(0, longest))}... (${countCharacters(value)})` : quoted(value);
}

/** `41 characters`, `1 character`. */
export function countCharacters(value: string): string {
  const count = Array.from(value).length;
  return count === 1 ? '1 character' : `${count} characters`;
}
