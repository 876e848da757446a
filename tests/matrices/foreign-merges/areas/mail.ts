/** Mail addresses: what providers deliver to one mailbox, and what sign-up forms take for one. */
import emailAddresses from 'email-addresses';
import libmime from 'libmime';
import mailcheck from 'mailcheck';
import punycode from 'punycode/punycode.js';
import validator from 'validator';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

/** Folds the two sides of an address; what is none stays. */
function ofAddress(subject: string, fold: (local: string, domain: string) => string): string {
  const at = subject.lastIndexOf('@');
  return at > 0 && at < subject.length - 1 && !/\s/.test(subject)
    ? foldedOrItself(subject, () => fold(subject.slice(0, at), subject.slice(at + 1)))
    : subject;
}

export const mailMerges = [
  {
    id: 'mail/validator-normalize-email',
    field: 4,
    told: 'Sign-up forms in Node normalise addresses by the rules of the large providers.',
    origin: 'validator@13.15.35 normalizeEmail',
    key: (subject) =>
      foldedOrItself(subject, (text) => (validator.isEmail(text) && validator.normalizeEmail(text)) || undefined),
    witnesses: [
      ['Anna.Schmidt+shop@googlemail.com', 'annaschmidt@gmail.com'],
      ['anna+news@outlook.com', 'Anna@Outlook.com'],
      ['anna-work@yahoo.com', 'anna@yahoo.com'],
    ],
  },
  {
    id: 'mail/sub-address-dropped',
    field: 4,
    told: 'Everything from the plus to the at is taken for a tag.',
    origin: 'RFC 5233',
    key: (subject) => ofAddress(subject, (local, domain) => `${local.replace(/(?<=.)\+.*$/s, '')}@${domain}`),
    witnesses: [
      ['anna+work@example.org', 'anna@example.org'],
      ['bob+1@example.com', 'bob+2@example.com'],
    ],
  },
  {
    id: 'mail/gmail-dots',
    field: 3,
    told: 'Gmail ignores dots, and googlemail.com is gmail.com.',
    origin: 'Gmail address rules',
    key: (subject) =>
      ofAddress(subject, (local, domain) =>
        /^(?:gmail|googlemail)\.com$/i.test(domain) ? `${local.replaceAll('.', '')}@gmail.com` : subject,
      ),
    witnesses: [
      ['anna.schmidt@gmail.com', 'annaschmidt@gmail.com'],
      ['bob@googlemail.com', 'bob@gmail.com'],
    ],
  },
  {
    id: 'mail/domain-lower-case',
    field: 4,
    told: 'The domain has no case, the local part does.',
    origin: 'RFC 5321 section 2.4, Django normalize_email',
    key: (subject) => ofAddress(subject, (local, domain) => `${local}@${domain.toLowerCase()}`),
    witnesses: [
      ['anna@Example.ORG', 'anna@example.org'],
      ['Bob@EXAMPLE.com', 'Bob@example.com'],
    ],
  },
  {
    id: 'mail/address-of-mailbox',
    field: 4,
    told: 'The display name and the angle brackets are no part of the address.',
    origin: 'email-addresses@5.0.0, RFC 5322',
    key: (subject) =>
      foldedOrItself(subject, (text) => {
        const parsed = emailAddresses.parseOneAddress(text);
        return parsed?.type === 'mailbox' ? parsed.address : undefined;
      }),
    witnesses: [
      ['Anna Schmidt <anna@example.org>', 'anna@example.org'],
      ['<bob@example.com>', 'Bob <bob@example.com>'],
      ['anna(work)@example.org', 'anna@example.org'],
    ],
  },
  {
    id: 'mail/local-part',
    field: 3,
    told: 'The name before the at becomes the user name.',
    origin: 'the idiom split("@")[0]',
    key: (subject) => ofAddress(subject, (local) => local),
    witnesses: [
      ['anna.schmidt@example.org', 'anna.schmidt@example.com'],
      ['bob@home.example', 'bob'],
    ],
  },
  {
    id: 'mail/mailto',
    field: 3,
    told: 'The mailto scheme and its fields are no part of the address.',
    origin: 'RFC 6068',
    key: (subject) => subject.replace(/^mailto:([^?]+)(?:\?.*)?$/i, '$1'),
    witnesses: [
      ['mailto:anna@example.org', 'anna@example.org'],
      ['mailto:bob@example.com?subject=hello', 'bob@example.com'],
    ],
  },
  {
    id: 'mail/idn-domain',
    field: 2,
    told: 'A domain with umlauts is the same in its ASCII form.',
    origin: 'punycode@2.3.1 toASCII',
    key: (subject) =>
      ofAddress(subject, (local, domain) => `${local}@${punycode.toASCII(domain.normalize('NFC').toLowerCase())}`),
    witnesses: [
      ['anna@müller.example', 'anna@xn--mller-kva.example'],
      ['info@BÜCHER.example', 'info@bücher.example'],
    ],
  },
  {
    id: 'mail/domain-typing-errors',
    field: 2,
    told: 'Forms mend typing errors in the names of well-known providers.',
    origin: 'mailcheck@1.1.1',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        /^[^@\s]+@[^@\s]+$/.test(text) ? mailcheck.run({ email: text })?.full : undefined,
      ),
    witnesses: [
      ['anna@gmial.com', 'anna@gmail.com'],
      ['bob@hotmial.com', 'bob@hotmail.com'],
    ],
  },
  {
    id: 'mail/quoted-local-part',
    field: 1,
    told: 'Quotes around a local part that needs none mean nothing.',
    origin: 'RFC 5321 section 4.1.2',
    key: (subject) => subject.replace(/^"([\w.+-]+)"@/, '$1@'),
    witnesses: [
      ['"anna"@example.org', 'anna@example.org'],
      ['"bob.lee"@example.com', 'bob.lee@example.com'],
    ],
  },
  {
    id: 'mail/proton-separators',
    field: 1,
    told: 'Proton ignores dots, hyphens, underscores and case, and has four domains.',
    origin: 'Proton Mail address rules',
    key: (subject) =>
      ofAddress(subject, (local, domain) =>
        /^(?:proton\.me|protonmail\.(?:com|ch)|pm\.me)$/i.test(domain)
          ? `${local.toLowerCase().replace(/\+.*$/s, '').replace(/[._-]/g, '')}@proton.me`
          : subject,
      ),
    witnesses: [
      ['anna.schmidt@proton.me', 'anna_schmidt@protonmail.com'],
      ['Bob-Lee@pm.me', 'boblee@proton.me'],
    ],
  },
  {
    id: 'mail/smtp-prefix',
    field: 2,
    told: 'Exchange writes addresses with SMTP: in front, in capitals for the first.',
    origin: 'Active Directory proxyAddresses',
    key: (subject) => subject.replace(/^(?:smtp|sip|x500):/i, ''),
    witnesses: [
      ['SMTP:anna@example.org', 'smtp:anna@example.org'],
      ['SMTP:bob@example.com', 'bob@example.com'],
    ],
  },
  {
    id: 'mail/bounce-addresses',
    field: 1,
    told: 'Tags for bounces and forwards are taken off the sender.',
    origin: 'BATV, SRS and VERP forms',
    key: (subject) =>
      subject
        .replace(/^prvs=[0-9a-f]{10}=/i, '')
        .replace(/^SRS0[=+-][^=]+=[^=]+=([^=@]+)=([^@]+)@.+$/i, '$2@$1')
        .replace(/^bounces?\+[^@=]*-([^@=-]+)=([^@]+)@.+$/i, '$1@$2'),
    witnesses: [
      ['prvs=0512ab34cd=anna@example.org', 'anna@example.org'],
      ['SRS0=HHH=TT=example.org=anna@relay.example', 'anna@example.org'],
    ],
  },
  {
    id: 'mail/subdomain-address',
    field: 1,
    told: 'Some providers deliver what stands before the name of the user as a subdomain to that user.',
    origin: 'Fastmail subdomain addressing',
    key: (subject) => subject.replace(/^[^@\s]+@([^@.\s]+)\.(fastmail\.(?:com|fm))$/i, '$1@$2'),
    witnesses: [
      ['shop@anna.fastmail.com', 'anna@fastmail.com'],
      ['news@bob.fastmail.fm', 'work@bob.fastmail.fm'],
    ],
  },
  {
    id: 'mail/encoded-words',
    field: 1,
    told: 'Display names come as encoded words or plain.',
    origin: 'libmime@5.6.4, RFC 2047',
    key: (subject) => foldedOrItself(subject, (text) => libmime.decodeWords(text)),
    witnesses: [
      ['=?UTF-8?Q?M=C3=BCller?=', 'Müller'],
      ['=?iso-8859-1?Q?Ren=E9?= Durand', 'René Durand'],
    ],
  },
  {
    id: 'mail/at-spelt-out',
    field: 1,
    told: 'Harvesters and forms read (at) and [dot] as what they stand for.',
    origin: 'the idiom against address harvesters',
    key: (subject) => subject.replace(/ ?[([{]at[)\]}] ?/gi, '@').replace(/ ?[([{]dot[)\]}] ?/gi, '.'),
    witnesses: [
      ['anna (at) example.org', 'anna@example.org'],
      ['bob[at]example[dot]com', 'bob@example.com'],
    ],
  },
] satisfies readonly ForeignMerge[];
