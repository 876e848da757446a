/** Neighbours of a mail address that mail systems often take for one mailbox. */
import { family } from '../family.js';

export const mails = family('a-mail-address', 'a mail address', (word) => `ann.lee@${word}.example.com`, [
  ['a-tag', 'a tag', (s) => s.replace('@', '+news@')],
  ['another-tag', 'another tag', (s) => s.replace('@', '+byoc@')],
  ['case-of-the-mailbox', 'case of the mailbox', (s) => s.replace('ann', 'Ann')],
  ['case-of-the-domain', 'case of the domain', (s) => s.replace('example', 'Example')],
  ['without-the-dot-in-the-mailbox', 'without the dot in the mailbox', (s) => s.replace('ann.lee', 'annlee')],
  ['a-dot-behind-the-domain', 'a dot behind the domain', (s) => `${s}.`],
  ['with-mailto', 'with mailto:', (s) => `mailto:${s}`],
  ['in-angle-brackets', 'in angle brackets', (s) => `<${s}>`],
  ['with-a-display-name', 'with a display name', (s) => `Ann <${s}>`],
  ['another-top-level-domain', 'another top-level domain', (s) => s.replace('example.com', 'example.org')],
  ['a-percent-escape-for-the-at-sign', 'a percent escape for the at sign', (s) => s.replace('@', '%40')],
]);
