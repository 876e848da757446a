/** Texts that are nearly a GUID in the 8-4-4-4-12 form. */
import type { Miss } from './index.js';

export function guidMisses(guid: string): readonly Miss[] {
  const bare = guid.replaceAll('-', '');
  return [
    ['in braces', `{${guid}}`],
    ['in parentheses', `(${guid})`],
    ['in quotes', `"${guid}"`],
    ['in the URN form', `urn:uuid:${guid}`],
    ['without hyphens', bare],
    ['the first hyphen missing', guid.replace('-', '')],
    ['the last hyphen missing', guid.slice(0, 23) + guid.slice(24)],
    ['a hyphen one place late', `${bare.slice(0, 9)}-${bare.slice(9, 12)}-${guid.slice(14)}`],
    ['underscores for hyphens', guid.replaceAll('-', '_')],
    ['blanks for hyphens', guid.replaceAll('-', ' ')],
    ['one digit shorter', guid.slice(0, -1)],
    ['one digit longer', `${guid}0`],
    ['a letter that is no digit', `${guid.slice(0, -1)}g`],
    ['in base64', Buffer.from(bare, 'hex').toString('base64')],
    ['two of them with a comma', `${guid}, ${guid}`],
    ['a number', '42'],
    ['a word', 'request-1'],
    ['the word undefined', 'undefined'],
  ];
}
