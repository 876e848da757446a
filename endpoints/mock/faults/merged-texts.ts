/** Faults that merge subjects through escapes decoded once too often, markup taken away, and what mail systems take for one. */
import { folds, replacing } from './merging.js';

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

export const mergedTexts = folds({
  // Escapes and markup.
  'percent-escapes': ['Decodes percent escapes.', decodePercents],
  entities: [
    'Decodes character references of HTML.',
    (subject) => subject.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_whole, name: string) => entities[name] ?? ''),
  ],
  'numeric-entities': ['Decodes character references by number.', decodeNumbers],
  'json-escapes': [
    'Decodes the escapes of JSON once too often.',
    (subject) =>
      subject.replace(/\\u([0-9a-f]{4})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  ],
  backslashes: ['Removes the backslash in front of a character.', replacing(/\\(.)/g, '$1')],
  'backslashes-as-slashes': ['Takes a backslash for a slash.', replacing(/\\/g, '/')],
  'doubled-apostrophes': ['Takes two apostrophes for one.', replacing(/''/g, "'")],
  tags: ['Removes what looks like a tag.', replacing(/<[^<>]*> ?/g, '')],
  // Mail.
  'mail-tags': [
    'Removes the tag in front of the at sign of a mail address.',
    (subject) => subject.replace(/^([^@+]+)\+[^@]*(?=@)/, '$1'),
  ],
  'mail-case': [
    'Compares mail addresses without regard to case.',
    (subject) => (subject.includes('@') ? subject.toLowerCase() : subject),
  ],
  'mail-domain-case': [
    'Compares the domains of mail addresses without regard to case.',
    (subject) => subject.replace(/@.*$/s, (domain) => domain.toLowerCase()),
  ],
  'mail-dots': [
    'Removes the dots from the mailbox of an address.',
    (subject) => subject.replace(/^[\w.+-]+(?=@)/, (mailbox) => mailbox.replaceAll('.', '')),
  ],
  'mail-scheme': ['Removes mailto: in front of an address.', replacing(/^mailto:/, '')],
  'mail-brackets': ['Looks at the address between angle brackets.', replacing(/^<([^<>]+@[^<>]+)>$/, '$1')],
  'mail-display-names': ['Removes the display name of a mail address.', replacing(/^\w+ (?=<[^<>]+@)/, '')],
  'mail-top-level': ['Looks at a mail address without its top-level domain.', replacing(/(?<=@.+)\.\w+$/, '')],
});
