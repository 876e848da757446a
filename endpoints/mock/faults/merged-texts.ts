/** Faults that merge subjects through escapes decoded once too often, markup taken away, and what mail systems take for one. */
import { merging, replacing } from './merging.js';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function decodePercents(subject: string): string {
  try {
    return decodeURIComponent(subject);
  } catch {
    return subject;
  }
}

/** Character references by number, in decimal or hexadecimal. */
function decodeNumbers(subject: string): string {
  return subject.replace(/&#(?:x([0-9a-f]{1,4})|(\d{1,5}));/gi, (_whole, hex?: string, decimal?: string) =>
    String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

const escapeFaults = [
  merging('percent-escapes', 'Decodes percent escapes.', decodePercents),
  merging('entities', 'Decodes character references of HTML.', (subject) =>
    subject.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_whole, name: string) => entities[name] ?? ''),
  ),
  merging('numeric-entities', 'Decodes character references by number.', decodeNumbers),
  merging('json-escapes', 'Decodes the escapes of JSON once too often.', (subject) =>
    subject.replace(/\\u([0-9a-f]{4})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  ),
  merging('backslashes', 'Removes the backslash in front of a character.', replacing(/\\(.)/g, '$1')),
  merging('backslashes-as-slashes', 'Takes a backslash for a slash.', replacing(/\\/g, '/')),
  merging('doubled-apostrophes', 'Takes two apostrophes for one.', replacing(/''/g, "'")),
  merging('tags', 'Removes what looks like a tag.', replacing(/<[^<>]*> ?/g, '')),
] as const;

const mailFaults = [
  merging('mail-tags', 'Removes the tag in front of the at sign of a mail address.', (subject) =>
    subject.replace(/^([^@+]+)\+[^@]*(?=@)/, '$1'),
  ),
  merging('mail-case', 'Compares mail addresses without regard to case.', (subject) =>
    subject.includes('@') ? subject.toLowerCase() : subject,
  ),
  merging('mail-domain-case', 'Compares the domains of mail addresses without regard to case.', (subject) =>
    subject.replace(/@.*$/s, (domain) => domain.toLowerCase()),
  ),
  merging('mail-dots', 'Removes the dots from the mailbox of an address.', (subject) =>
    subject.replace(/^[\w.+-]+(?=@)/, (mailbox) => mailbox.replaceAll('.', '')),
  ),
  merging('mail-scheme', 'Removes mailto: in front of an address.', replacing(/^mailto:/, '')),
  merging('mail-brackets', 'Looks at the address between angle brackets.', replacing(/^<([^<>]+@[^<>]+)>$/, '$1')),
  merging('mail-display-names', 'Removes the display name of a mail address.', replacing(/^\w+ (?=<[^<>]+@)/, '')),
  merging('mail-top-level', 'Looks at a mail address without its top-level domain.', replacing(/(?<=@.+)\.\w+$/, '')),
] as const;

export const mergedTextsFaults = [...escapeFaults, ...mailFaults] as const;
