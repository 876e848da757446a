/** Texts that are nearly a GUID in the 8-4-4-4-12 form. */
import type { Miss } from './index.js';

export function guidMisses(guid: string): readonly Miss[] {
  const bare = guid.replaceAll('-', '');
  return [
    ['in-braces', 'in braces', `{${guid}}`, 1],
    ['in-parentheses', 'in parentheses', `(${guid})`],
    ['in-quotes', 'in quotes', `"${guid}"`],
    ['in-the-urn-form', 'in the URN form', `urn:uuid:${guid}`, 3],
    ['without-hyphens', 'without hyphens', bare, 2],
    ['the-first-hyphen-missing', 'the first hyphen missing', guid.replace('-', '')],
    ['the-last-hyphen-missing', 'the last hyphen missing', guid.slice(0, 23) + guid.slice(24)],
    [
      'a-hyphen-one-place-late',
      'a hyphen one place late',
      `${bare.slice(0, 9)}-${bare.slice(9, 12)}-${guid.slice(14)}`,
    ],
    ['underscores-for-hyphens', 'underscores for hyphens', guid.replaceAll('-', '_')],
    ['blanks-for-hyphens', 'blanks for hyphens', guid.replaceAll('-', ' ')],
    ['one-digit-shorter', 'one digit shorter', guid.slice(0, -1), 3],
    ['one-digit-longer', 'one digit longer', `${guid}0`, 3],
    ['a-letter-that-is-no-digit', 'a letter that is no digit', `${guid.slice(0, -1)}g`, 3],
    ['in-base64', 'in base64', Buffer.from(bare, 'hex').toString('base64')],
    ['two-of-them-with-a-comma', 'two of them with a comma', `${guid}, ${guid}`],
    ['a-number', 'a number', '42'],
    ['a-word', 'a word', 'request-1'],
    ['the-word-undefined', 'the word undefined', 'undefined'],
  ];
}
