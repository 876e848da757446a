/** Neighbours of a mail address that mail systems often take for one mailbox. */
import { family } from '../family.js';

export const mails = family('a-mail-address', 'a mail address', (word) => `ann.lee@${word}.example.com`, [
  ['a-tag', 'a tag', (s) => s.replace('@', '+news@'), 2],
  ['another-tag', 'another tag', (s) => s.replace('@', '+byoc@')],
  ['case-of-the-mailbox', 'case of the mailbox', (s) => s.replace('ann', 'Ann')],
  ['case-of-the-domain', 'case of the domain', (s) => s.replace('example', 'Example'), 1],
  ['without-the-dot-in-the-mailbox', 'without the dot in the mailbox', (s) => s.replace('ann.lee', 'annlee'), 4],
  ['a-dot-behind-the-domain', 'a dot behind the domain', (s) => `${s}.`],
  ['with-mailto', 'with mailto:', (s) => `mailto:${s}`, 3],
  ['in-angle-brackets', 'in angle brackets', (s) => `<${s}>`, 3],
  ['with-a-display-name', 'with a display name', (s) => `Ann <${s}>`, 3],
  ['another-top-level-domain', 'another top-level domain', (s) => s.replace('example.com', 'example.org'), 3],
  ['a-percent-escape-for-the-at-sign', 'a percent escape for the at sign', (s) => s.replace('@', '%40')],
]);
