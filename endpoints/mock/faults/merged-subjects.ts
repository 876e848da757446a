/** Faults of Behaviour › new conversation: two subjects that are alike are taken for one person. */
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';

/** A fault that folds subjects before it looks them up; what folds to one text is one conversation. */
function merging<const Id extends string>(
  id: Id,
  summary: string,
  fold: (subject: string) => string,
  minLevel: Fault['minLevel'] = 'standard',
) {
  return {
    id: `merged-subjects/${id}`,
    clause: 'behaviour/different-pair/subject',
    summary,
    minLevel,
    behaviour: (): Behaviour => ({ keys: ([channel, subject]) => [channel, fold(subject)] }),
  } as const satisfies Fault;
}

/** Cyrillic and Greek letters that look like Latin ones. */
const lookAlikes = new Map(
  [...'аеорсухіјАВЕКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'].map((letter, at) => [
    letter,
    [...'aeopcyxijABEKMHOPCTXABEZHIKMNOPTYXo'][at],
  ]),
);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function decodePercents(subject: string): string {
  try {
    return decodeURIComponent(subject);
  } catch {
    return subject;
  }
}

const isPhoneNumber = (subject: string) => /^[+\d][\d ().-]{4,}$/.test(subject);

export const mergedSubjectsFaults = [
  merging('case', 'Folds upper and lower case.', (subject) => subject.toLowerCase()),
  merging('trimmed', 'Removes blanks around a subject.', (subject) => subject.trim()),
  merging('trailing-blanks', 'Compares without trailing blanks, as padded columns do.', (subject) => subject.trimEnd()),
  merging('inner-blanks', 'Makes one blank out of several.', (subject) => subject.replace(/\s+/g, ' ')),
  merging('all-blanks', 'Removes every blank.', (subject) => subject.replace(/\s/g, '')),
  merging('nfc', 'Brings subjects to the composed normal form.', (subject) => subject.normalize('NFC')),
  merging('nfkc', 'Brings subjects to the compatibility normal form.', (subject) => subject.normalize('NFKC')),
  merging('accents', 'Removes accents.', (subject) => subject.normalize('NFD').replace(/\p{M}/gu, '')),
  merging('zero-width', 'Removes characters without width.', (subject) =>
    subject.replace(/[\u200b-\u200d\u2060\ufeff]/g, ''),
  ),
  merging('look-alikes', 'Takes letters of other scripts for the Latin ones that they look like.', (subject) =>
    [...subject].map((letter) => lookAlikes.get(letter) ?? letter).join(''),
  ),
  merging('emoji', 'Stores every code point of four bytes as a question mark.', (subject) =>
    subject.replace(/[\u{10000}-\u{10FFFF}]/gu, '?'),
  ),
  merging('beyond-latin-1', 'Stores every character beyond Latin-1 as a question mark.', (subject) =>
    subject.replace(/[\u0100-\uffff]/g, '?'),
  ),
  merging('leading-zeros', 'Removes leading zeros.', (subject) => subject.replace(/^0+(?=.)/, '')),
  merging('plus-sign', 'Removes the plus sign in front of a number.', (subject) => subject.replace(/^\+(?=\d)/, '')),
  merging('doubles', 'Reads digits as a floating-point number.', (subject) =>
    /^\d+$/.test(subject) ? String(Number(subject)) : subject,
  ),
  merging('digits-only', 'Compares phone numbers by their digits.', (subject) =>
    isPhoneNumber(subject) ? subject.replace(/\D/g, '') : subject,
  ),
  merging('percent-escapes', 'Decodes percent escapes.', decodePercents),
  merging('plus-as-blank', 'Decodes a plus sign to a blank.', (subject) => subject.replace(/\+/g, ' ')),
  merging('entities', 'Decodes character references of HTML.', (subject) =>
    subject.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_whole, name: string) => entities[name] ?? ''),
  ),
  merging('backslashes', 'Removes the backslash in front of a character.', (subject) =>
    subject.replace(/\\(.)/g, '$1'),
  ),
  merging('mail-tags', 'Removes the tag in front of the at sign of a mail address.', (subject) =>
    subject.replace(/^([^@+]+)\+[^@]*(?=@)/, '$1'),
  ),
  merging('mail-case', 'Compares mail addresses without regard to case.', (subject) =>
    subject.includes('@') ? subject.toLowerCase() : subject,
  ),
  merging('cut-at-32', 'Looks at the first 32 characters.', (subject) => subject.slice(0, 32)),
  merging('cut-at-64', 'Looks at the first 64 characters.', (subject) => subject.slice(0, 64)),
  merging('cut-at-128', 'Looks at the first 128 characters.', (subject) => subject.slice(0, 128)),
  merging('cut-at-254', 'Looks at the first 254 characters.', (subject) => subject.slice(0, 254)),
  {
    id: 'merged-subjects/cut-at-255',
    clause: 'body/participants/subject/beyond-255',
    summary: 'Cuts longer subjects at 255 characters and says nothing.',
    minLevel: 'standard',
    behaviour: (): Behaviour => ({ keys: ([channel, subject]) => [channel, subject.slice(0, 255)] }),
  },
] as const satisfies readonly Fault[];
