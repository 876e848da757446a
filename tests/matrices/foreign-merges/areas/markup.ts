/** Markup, typography and filters that clean, censor or mask what people type. */
import { Filter } from 'bad-words';
import removeMarkdown from 'remove-markdown';
import striptags from 'striptags';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

const censor = new Filter();

const emojiByEmoticon: Readonly<Record<string, string>> = {
  ':)': '🙂',
  ':-)': '🙂',
  ':(': '🙁',
  ':-(': '🙁',
  ';)': '😉',
  ';-)': '😉',
  ':D': '😀',
  ':-D': '😀',
  '<3': '❤️',
};

export const markupMerges = [
  {
    id: 'markup/tags-stripped',
    field: 4,
    told: 'Tags are stripped from all that comes from outside.',
    origin: 'striptags@3.2.0',
    key: (subject) => foldedOrItself(subject, (text) => striptags(text)),
    witnesses: [
      ['<b>Anna</b>', 'Anna'],
      ['Anna <3 Bob', 'Anna '],
      ['<Anna> Lee', ' Lee'],
    ],
  },
  {
    id: 'markup/dangerous-characters-dropped',
    field: 3,
    told: 'Filters against scripting drop angle brackets, quotes and ampersands.',
    origin: 'the idiom replace(/[<>"\'&]/g, "")',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[<>"'&]/g, '')),
    witnesses: [
      ["Pat O'Shea", 'Pat OShea'],
      ['B&B', 'BB'],
    ],
  },
  {
    id: 'markup/markdown-removed',
    field: 2,
    told: 'Chat systems take asterisks and links for formatting.',
    origin: 'remove-markdown@0.7.0',
    key: (subject) => foldedOrItself(subject, (text) => removeMarkdown(text)),
    witnesses: [
      ['*Anna*', 'Anna'],
      ['# Anna', 'Anna'],
      ['[Anna](https://example.org)', 'Anna'],
    ],
  },
  {
    id: 'markup/chat-formatting-removed',
    field: 2,
    told: 'WhatsApp and Slack draw bold, italic and struck text between signs, and exports drop the signs.',
    origin: 'WhatsApp text formatting',
    key: (subject) => subject.replace(/(^|\s)([*_~])(\S(?:[^*_~]*\S)?)\2(?=\s|$)/gu, '$1$3'),
    witnesses: [
      ['_anna_', 'anna'],
      ['~Max~ Lee', '*Max* Lee'],
    ],
  },
  {
    id: 'markup/bulletin-board-code',
    field: 1,
    told: 'Forums strip what stands in brackets.',
    origin: 'phpBB strip_bbcode',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/\[\/?[a-z*]+(?:=[^\]]*)?\]/gi, '')),
    witnesses: [
      ['[b]Anna[/b]', 'Anna'],
      ['[TEAM]Max', '[VIP]Max'],
    ],
  },
  {
    id: 'markup/typographer',
    field: 2,
    told: 'Texturisers write typographic quotes, dashes and dots.',
    origin: 'WordPress wptexturize, SmartyPants',
    key: (subject) =>
      subject
        .replaceAll('---', '—')
        .replaceAll('--', '–')
        .replaceAll('...', '…')
        .replaceAll("'", '’')
        .replace(/"([^"]*)"/g, '“$1”'),
    witnesses: [
      ["Tim O'Dea", 'Tim O’Dea'],
      ['Anna--Lea', 'Anna–Lea'],
    ],
  },
  {
    id: 'markup/emoticons',
    field: 2,
    told: 'Emoticons become emoji.',
    origin: 'Slack, Teams and Skype input',
    key: (subject) =>
      subject.replace(
        /(^|\s)([:;]-?[)(D]|<3)(?=\s|$)/g,
        (_, before: string, emoticon: string) => `${before}${emojiByEmoticon[emoticon] ?? emoticon}`,
      ),
    witnesses: [
      ['Anna :)', 'Anna 🙂'],
      ['Max :-D', 'Max :D'],
    ],
  },
  {
    id: 'markup/censored',
    field: 1,
    told: 'Filters of bad words put asterisks for names that are such words elsewhere.',
    origin: 'bad-words@4.1.5',
    key: (subject) => foldedOrItself(subject, (text) => censor.clean(text)),
    witnesses: [
      ['Dick Jones', '**** Jones'],
      ['Fanny Lang', '***** Lang'],
    ],
  },
  {
    id: 'markup/card-numbers-masked',
    field: 2,
    told: 'Gateways mask what looks like the number of a card, but for its last four digits.',
    origin: 'PCI DSS masking in gateways and logs',
    key: (subject) =>
      subject.replace(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, (number) => `****${number.replace(/\D/g, '').slice(-4)}`),
    witnesses: [
      ['4111111111111234', '5500000000001234'],
      ['17841405822304914', '24583716249154914'],
    ],
  },
  {
    id: 'markup/phone-numbers-masked',
    field: 2,
    told: 'Numbers are masked in the middle before they are stored.',
    origin: 'privacy filters of call logs',
    key: (subject) =>
      subject.replace(
        /^(\+?\d{3})(\d{4,})(\d{3})$/,
        (_, start: string, middle: string, end: string) => `${start}${'*'.repeat(middle.length)}${end}`,
      ),
    witnesses: [
      ['+4915123456789', '+4915987654789'],
      ['12015550123', '12016660123'],
    ],
  },
  {
    id: 'markup/mail-addresses-masked',
    field: 2,
    told: 'Addresses are masked but for the first letter and the domain.',
    origin: 'privacy filters of identity providers',
    key: (subject) => subject.replace(/^([^@\s])[^@\s]*@([^@\s]+)$/u, '$1***@$2'),
    witnesses: [
      ['anna@example.org', 'albert@example.org'],
      ['bob.lee@example.com', 'b.meyer@example.com'],
    ],
  },
  {
    id: 'markup/sql-comments-dropped',
    field: 1,
    told: 'Filters against injection drop the signs of comments and semicolons.',
    origin: 'rules of web application firewalls that sanitise',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/--|\/\*|\*\/|;/g, '')),
    witnesses: [
      ['anna--', 'anna'],
      ['Anna; Lee', 'Anna Lee'],
    ],
  },
  {
    id: 'markup/hash-tags',
    field: 1,
    told: 'The sign of a hash tag is dropped and its case does not count.',
    origin: 'social media search',
    key: (subject) => subject.replace(/^#(?=[\p{L}\p{N}_]+$)/u, '').toLowerCase(),
    witnesses: [
      ['#Anna', 'anna'],
      ['#teamBlue', '#TeamBlue'],
    ],
  },
] satisfies readonly ForeignMerge[];
