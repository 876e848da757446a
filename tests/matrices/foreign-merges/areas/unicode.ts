/** Normal forms, marks and characters that nobody sees. */
import moji from 'moji';
import saslprep from 'saslprep';
import { fullFold, narrowAscii, withoutAccents } from '../folding.js';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

export const unicodeMerges = [
  {
    id: 'unicode/nfc',
    field: 5,
    told: 'Frameworks compose the text of each form field, so that both spellings of a letter with an accent are one.',
    origin: 'Unicode Standard Annex 15, NFC',
    key: (subject) => subject.normalize('NFC'),
    witnesses: [
      ['Zoe\u0308', 'Zoë'],
      ['\u1112\u1161\u11ab', '한'],
    ],
  },
  {
    id: 'unicode/nfkc',
    field: 4,
    told: 'Login names are brought to NFKC, which takes width, ligatures and raised digits away.',
    origin: 'Unicode Standard Annex 15, NFKC',
    key: (subject) => subject.normalize('NFKC'),
    witnesses: [
      ['ｔａｎａｋａ', 'tanaka'],
      ['ﬁona', 'fiona'],
      ['anna²', 'anna2'],
    ],
  },
  {
    id: 'unicode/accents-stripped',
    field: 5,
    told: 'The best known idiom against accents decomposes the text and drops U+0300 to U+036F.',
    origin: 'the idiom normalize("NFD").replace(/[\\u0300-\\u036f]/g, "")',
    key: withoutAccents,
    witnesses: [
      ['José Núñez', 'Jose Nunez'],
      ['Müller', 'Muller'],
      ['Андрей', 'Андреи'],
    ],
  },
  {
    id: 'unicode/nonspacing-marks-stripped',
    field: 4,
    told: 'C# and Python services drop every nonspacing mark, which in Thai, Arabic and Hindi are tones and vowels.',
    origin: '.NET UnicodeCategory.NonSpacingMark',
    key: (subject) =>
      subject
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC'),
    witnesses: [
      ['น้ำฝน', 'นำฝน'],
      ['गुरु', 'गर'],
      ['مُحَمَّد', 'محمد'],
    ],
  },
  {
    id: 'unicode/all-marks-stripped',
    field: 2,
    told: 'Patterns with \\p{M} take the vowel signs of Indic scripts with the accents.',
    origin: 'ICU regular expressions, \\p{M}',
    key: (subject) => subject.normalize('NFKD').replace(/\p{M}/gu, ''),
    witnesses: [
      ['राम', 'रम'],
      ['கமலா', 'கமல'],
      ['René', 'Rene'],
    ],
  },
  {
    id: 'unicode/nfkc-casefold',
    field: 3,
    told: 'Search engines and identifiers use NFKC_Casefold, which drops what is ignorable as well.',
    origin: 'Unicode Standard 3.13, toNFKC_Casefold',
    key: (subject) =>
      fullFold(
        fullFold(subject)
          .normalize('NFKC')
          .replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
      ).normalize('NFKC'),
    witnesses: [
      ['ＷＥＩß', 'weiss'],
      ['An\u00adna', 'ANNA'],
      ['ﬂorian', 'Florian'],
    ],
  },
  {
    id: 'unicode/zero-width-stripped',
    field: 4,
    told: 'Input filters drop the zero width characters that copying brings along.',
    origin: 'the idiom replace(/[\\u200B-\\u200D\\uFEFF]/g, "")',
    key: (subject) => subject.replace(/\u200b|\u200c|\u200d|\ufeff/g, ''),
    witnesses: [
      ['anna\u200b', 'anna'],
      ['نمی\u200cدانم', 'نمیدانم'],
    ],
  },
  {
    id: 'unicode/soft-hyphens-stripped',
    field: 2,
    told: 'Readers of HTML and PDF drop soft hyphens.',
    origin: 'the idiom replace(/\\u00AD/g, "")',
    key: (subject) => subject.replaceAll('\u00ad', ''),
    witnesses: [
      ['Anna\u00adMaria', 'AnnaMaria'],
      ['Donau\u00addampf', 'Donaudampf'],
    ],
  },
  {
    id: 'unicode/bidi-marks-stripped',
    field: 3,
    told: 'Telephone numbers copied from contacts on a phone come with direction marks, which gateways strip.',
    origin: 'the idiom replace(/[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]/g, "")',
    key: (subject) => subject.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''),
    witnesses: [
      ['\u202a+972 50 123 4567\u202c', '+972 50 123 4567'],
      ['דוד\u200f', 'דוד'],
    ],
  },
  {
    id: 'unicode/variation-selectors-stripped',
    field: 3,
    told: 'Emoji are compared without the selectors that say how to draw them.',
    origin: 'Unicode Technical Standard 51, emoji variation sequences',
    key: (subject) => subject.replace(/[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g, ''),
    witnesses: [
      ['Anna ❤\ufe0f', 'Anna ❤'],
      ['☎\ufe0f 4711', '☎ 4711'],
    ],
  },
  {
    id: 'unicode/category-other-stripped',
    field: 3,
    told: 'Sanitisers drop the category Other, so that a family of emoji becomes its members.',
    origin: 'Python unicodedata.category(c).startswith("C")',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/\p{C}/gu, '')),
    witnesses: [
      ['👨\u200d👩\u200d👧 Meyer', '👨👩👧 Meyer'],
      ['an\u2060na', 'anna'],
    ],
  },
  {
    id: 'unicode/ascii-only',
    field: 4,
    told: 'Adapters to old systems drop whatever is not ASCII.',
    origin: 'Python str.encode("ascii", "ignore"), iconv -c',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[^ -~]/gu, '')),
    witnesses: [
      ['Müller', 'Mller'],
      ['Anna 🌸', 'Anna '],
      ['Zoë Ørsted', 'Zo rsted'],
    ],
  },
  {
    id: 'unicode/width-folded',
    field: 3,
    told: 'Japanese services bring letters and digits to half width and kana to full width.',
    origin: 'moji@0.5.1',
    key: (subject) => moji(subject).convert('ZE', 'HE').convert('ZS', 'HS').convert('HK', 'ZK').toString(),
    witnesses: [
      ['ＴＡＮＡＫＡ', 'TANAKA'],
      ['ﾀﾅｶ', 'タナカ'],
      ['０９０', '090'],
    ],
  },
  {
    id: 'unicode/saslprep',
    field: 2,
    told: 'User names of mail, chat and database servers pass SASLprep.',
    origin: 'saslprep@1.0.3, RFC 4013',
    key: (subject) => foldedOrItself(subject, (text) => saslprep(text)),
    witnesses: [
      ['an\u00adna', 'anna'],
      ['Anna\u00a0S', 'Anna S'],
      ['Ⅸ', 'IX'],
    ],
  },
  {
    id: 'unicode/precis-case-mapped',
    field: 2,
    told: 'Chat servers compare user names by the PRECIS profile that maps width and case and composes.',
    origin: 'RFC 8265, UsernameCaseMapped',
    key: (subject) => narrowAscii(subject).toLowerCase().normalize('NFC'),
    witnesses: [
      ['Ａｎｎａ', 'anna'],
      ['JOSE\u0301', 'josé'],
    ],
  },
  {
    id: 'unicode/quotes-straightened',
    field: 3,
    told: 'Typographic quotes, which phones put in by themselves, become straight ones.',
    origin: 'the idiom replace(/[\\u2018\\u2019]/g, "\'")',
    key: (subject) => subject.replace(/[‘’‚‛′ʼ`´]/g, "'").replace(/[“”„‟″«»]/g, '"'),
    witnesses: [
      ['Sean O’Brien', "Sean O'Brien"],
      ['Anna “Ann” Lee', 'Anna "Ann" Lee'],
    ],
  },
  {
    id: 'unicode/dashes-as-hyphens',
    field: 3,
    told: 'All dashes become a hyphen, as word processors turn a hyphen into a dash.',
    origin: 'the idiom replace(/\\p{Pd}/gu, "-")',
    key: (subject) => subject.replace(/[\p{Pd}−]/gu, '-'),
    witnesses: [
      ['Anna–Maria', 'Anna-Maria'],
      ['2024‑117', '2024-117'],
      ['−17', '-17'],
    ],
  },
  {
    id: 'unicode/word-typography',
    field: 2,
    told: 'Filters for text pasted from a word processor put three dots for an ellipsis and (c) for a sign.',
    origin: 'the idiom behind "clean up Word HTML"',
    key: (subject) =>
      subject
        .replaceAll('…', '...')
        .replaceAll('™', '(tm)')
        .replaceAll('©', '(c)')
        .replaceAll('®', '(r)')
        .replaceAll('½', '1/2')
        .replaceAll('×', 'x'),
    witnesses: [
      ['Anna…', 'Anna...'],
      ['ACME® Support', 'ACME(r) Support'],
    ],
  },
  {
    id: 'unicode/punctuation-and-symbols-stripped',
    field: 3,
    told: 'Matchers of names keep letters, digits and blanks only.',
    origin: 'the idiom replace(/[^\\p{L}\\p{N}\\s]/gu, "")',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[^\p{L}\p{M}\p{N}\s]/gu, '')),
    witnesses: [
      ["Sean O'Brien", 'Sean OBrien'],
      ['anna.schmidt', 'annaschmidt'],
      ['Anna 💐', 'Anna '],
    ],
  },
  {
    id: 'unicode/non-word-stripped',
    field: 4,
    told: 'Ids are reduced to \\w, which knows the ASCII letters, digits and the underscore.',
    origin: 'the idiom replace(/\\W/g, "")',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/\W/g, '')),
    witnesses: [
      ['anna-schmidt', 'annaschmidt'],
      ['a.b@example.org', 'ab@exampleorg'],
      ['Jörg', 'Jrg'],
    ],
  },
  {
    id: 'unicode/alphanumeric-lower-case',
    field: 4,
    told: 'Deduplication keys are the letters and digits alone, in lower case.',
    origin: 'Drools and dbt dedupe idiom lower(regexp_replace(x, "[^[:alnum:]]", ""))',
    key: (subject) => foldedOrItself(subject, (text) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')),
    witnesses: [
      ['Anna-Maria Schmidt', 'annamaria schmidt'],
      ['INV/2024-17', 'inv202417'],
    ],
  },
] satisfies readonly ForeignMerge[];
