/** Names as people write them: what the matching and deduplication of customers takes for the same. */
import { doubleMetaphone } from 'double-metaphone';
import { soundex } from 'soundex-code';
import { stemmer } from 'stemmer';
import fingerprint from 'talisman/keyers/fingerprint.js';
import cologne from 'talisman/phonetics/german/cologne.js';
import { withoutAccents } from '../folding.js';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Names are matched by their sound; whatever has digits is no name. */
const bySound = (subject: string, soundOf: (word: string) => string): string =>
  /^[\p{sc=Latin}\s.'-]+$/u.test(subject)
    ? foldedOrItself(subject, (text) => wordsOf(text).map(soundOf).join(' '))
    : subject;

const englishStopWords = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

/** The pet names met most often. */
const namesByPetName = new Map([
  ['bob', 'robert'],
  ['rob', 'robert'],
  ['bill', 'william'],
  ['will', 'william'],
  ['liz', 'elizabeth'],
  ['beth', 'elizabeth'],
  ['mike', 'michael'],
  ['tom', 'thomas'],
  ['kate', 'katherine'],
  ['jim', 'james'],
  ['tony', 'anthony'],
  ['sasha', 'alexander'],
  ['hans', 'johannes'],
  ['pepe', 'jose'],
]);

export const nameMerges = [
  {
    id: 'names/fingerprint',
    field: 3,
    told: 'OpenRefine clusters names by their words, without case, accents and punctuation, sorted and each once.',
    origin: 'talisman@1.1.4 keyers/fingerprint',
    key: (subject) => foldedOrItself(subject, (text) => fingerprint(text)),
    witnesses: [
      ['Schmidt, Anna', 'Anna Schmidt'],
      ['anna anna müller', 'Müller Anna'],
    ],
  },
  {
    id: 'names/soundex',
    field: 2,
    told: 'Call centres find callers by Soundex of each name.',
    origin: 'soundex-code@2.0.1',
    key: (subject) => bySound(subject, (word) => soundex(word)),
    witnesses: [
      ['Robert Meyer', 'Rupert Mayer'],
      ['Ashcraft', 'Ashcroft'],
    ],
  },
  {
    id: 'names/double-metaphone',
    field: 2,
    told: 'Deduplication in CRM systems takes names for one that sound alike in English.',
    origin: 'double-metaphone@2.0.1',
    key: (subject) => bySound(subject, (word) => doubleMetaphone(word)[0]),
    witnesses: [
      ['Catherine Philips', 'Katharine Phillips'],
      ['Steven', 'Stephen'],
    ],
  },
  {
    id: 'names/cologne-phonetic',
    field: 1,
    told: 'German customer data is matched by the Cologne phonetics.',
    origin: 'talisman@1.1.4 phonetics/german/cologne',
    key: (subject) => bySound(subject, (word) => cologne(word)),
    witnesses: [
      ['Meyer', 'Maier'],
      ['Schmidt', 'Schmitt'],
    ],
  },
  {
    id: 'names/words-sorted',
    field: 3,
    told: 'Fuzzy matchers sort the words before they compare.',
    origin: 'RapidFuzz token_sort_ratio with 100 as threshold',
    key: (subject) => foldedOrItself(subject, (text) => wordsOf(text.toLowerCase()).toSorted().join(' ')),
    witnesses: [
      ['Nguyễn Văn An', 'an văn nguyễn'],
      ['Anna Maria', 'Maria Anna'],
    ],
  },
  {
    id: 'names/last-name-first',
    field: 3,
    told: 'Directories write "last, first", which imports turn round.',
    origin: 'CRM import idiom',
    key: (subject) => subject.replace(/^([^,]+), ?([^,]+)$/u, '$2 $1'),
    witnesses: [
      ['Schmidt, Anna', 'Anna Schmidt'],
      ['Lee,Min', 'Min Lee'],
    ],
  },
  {
    id: 'names/titles-dropped',
    field: 3,
    told: 'Salutations, academic titles and generations are no part of a name for matching rules.',
    origin: 'Python nameparser, Salesforce matching rules',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text
          .replace(/^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Sr|Sra|Mme|M)\.? +)+/iu, '')
          .replace(/,? +(?:Jr|Sr|II|III|PhD|MD)\.?$/iu, ''),
      ),
    witnesses: [
      ['Dr. Anna Schmidt', 'Anna Schmidt'],
      ['Mrs Lee', 'Mr. Lee'],
      ['John Ford Jr.', 'John Ford'],
    ],
  },
  {
    id: 'names/company-forms-dropped',
    field: 2,
    told: 'Legal forms are dropped when companies are matched.',
    origin: 'Python cleanco, OpenRefine recipes',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text
          .toLowerCase()
          .replace(/[.,]/g, '')
          .replace(
            / +(?:gmbh(?: & co kg)?|ag|inc|ltd|limited|llc|corp|corporation|sa|sarl|bv|spa|plc|oy|ab|as|kk)$/u,
            '',
          ),
      ),
    witnesses: [
      ['Acme Inc.', 'Acme Ltd'],
      ['Muster GmbH & Co. KG', 'Muster GmbH'],
    ],
  },
  {
    id: 'names/middle-names-dropped',
    field: 2,
    told: 'Only the first and the last of several names are kept.',
    origin: 'US patient matching, first and last name fields',
    key: (subject) => subject.replace(/^([\p{L}'-]+) (?:[\p{L}'-]+\.? )+([\p{L}'-]+)$/u, '$1 $2'),
    witnesses: [
      ['John F. Kennedy', 'John Kennedy'],
      ['Anna Maria Rossi', 'Anna Rossi'],
    ],
  },
  {
    id: 'names/first-initial',
    field: 1,
    told: 'Account names are made of the first initial and the last name.',
    origin: 'the idiom first[0] + last of user provisioning',
    key: (subject) => {
      const name = /^(\p{L})[\p{L}'-]*\.? ([\p{L}'-]+)$/u.exec(subject);
      return name === null ? subject : `${name[1]}${name[2]}`.toLowerCase();
    },
    witnesses: [
      ['Anna Schmidt', 'Andreas Schmidt'],
      ['J. Doe', 'Jane Doe'],
    ],
  },
  {
    id: 'names/pet-names',
    field: 1,
    told: 'Matching rules know pet names.',
    origin: 'Salesforce standard contact matching rule',
    key: (subject) => subject.toLowerCase().replace(/^\p{L}+/u, (first) => namesByPetName.get(first) ?? first),
    witnesses: [
      ['Bob Miller', 'Robert Miller'],
      ['Liz Taylor', 'Elizabeth Taylor'],
    ],
  },
  {
    id: 'names/parentheses-dropped',
    field: 3,
    told: 'Notes in parentheses, as people add them to contacts, are dropped.',
    origin: 'the idiom replace(/\\s*\\(.*?\\)/g, "")',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/ *\([^)]*\)/gu, '').trim()),
    witnesses: [
      ['Anna (work)', 'Anna'],
      ['Bob (Team 1)', 'Bob (Team 2)'],
    ],
  },
  {
    id: 'names/apostrophes-dropped',
    field: 3,
    told: 'Elision and possessive filters and old databases drop apostrophes.',
    origin: 'Solr PatternReplaceCharFilter idiom',
    key: (subject) => subject.replace(/['’‘ʼ`]/g, ''),
    witnesses: [
      ["D'Angelo", 'DAngelo'],
      ['O’Hara', "O'Hara"],
    ],
  },
  {
    id: 'names/hyphen-as-blank',
    field: 3,
    told: 'Double names are split at the hyphen.',
    origin: 'Lucene ClassicTokenizer',
    key: (subject) => subject.replaceAll('-', ' '),
    witnesses: [
      ['Anna-Maria Lopez-Ruiz', 'Anna Maria Lopez Ruiz'],
      ['555-0100', '555 0100'],
    ],
  },
  {
    id: 'names/ampersand-spelt-out',
    field: 2,
    told: 'The ampersand is the word "and" for matchers.',
    origin: 'OpenRefine and name screening recipes',
    key: (subject) => subject.replace(/ *& */g, ' and '),
    witnesses: [
      ['Smith & Sons', 'Smith and Sons'],
      ['B&B Berlin', 'B and B Berlin'],
    ],
  },
  {
    id: 'names/german-umlauts-spelt-out',
    field: 3,
    told: 'German systems write ä, ö, ü and ß as ae, oe, ue and ss.',
    origin: 'DIN 5007-2, SAP name search',
    key: (subject) =>
      subject
        .normalize('NFC')
        .replace(/[äöüÄÖÜß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' })[letter] ?? 'ss'),
    witnesses: [
      ['Jörg Müller', 'Joerg Mueller'],
      ['Weiß', 'Weiss'],
    ],
  },
  {
    id: 'names/elasticsearch-normalizer',
    field: 4,
    told: 'Keyword fields of Elasticsearch have a normalizer of lowercase and asciifolding.',
    origin: 'Elasticsearch 8 lowercase + asciifolding',
    key: (subject) =>
      withoutAccents(subject.toLowerCase())
        .replace(/[ßæœøłđħıŀþð]/g, (letter) => foldedLatin[letter] ?? letter)
        .replace(/[‘’]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[‐-—]/g, '-')
        .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
    witnesses: [
      ['Łukasz', 'LUKASZ'],
      ['Æsa Ólafsdóttir', 'aesa olafsdottir'],
    ],
  },
  {
    id: 'names/elasticsearch-standard',
    field: 3,
    told: 'A text field that is searched with a match phrase compares words in lower case and no punctuation.',
    origin: 'Elasticsearch 8 standard analyzer',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        (text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+(?:[.'’:][\p{L}\p{M}\p{N}_]+)*/gu) ?? []).join(' '),
      ),
    witnesses: [
      ['Anna, Schmidt!', 'anna schmidt'],
      ['anna/schmidt', 'Anna-Schmidt'],
    ],
  },
  {
    id: 'names/stop-words-dropped',
    field: 1,
    told: 'Analyzers with English stop words drop small words from a name.',
    origin: 'Lucene EnglishAnalyzer stop words',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        wordsOf(text.toLowerCase())
          .filter((word) => !englishStopWords.has(word))
          .join(' '),
      ),
    witnesses: [
      ['The Anna Company', 'Anna Company'],
      ['House of Cards', 'House Cards'],
    ],
  },
  {
    id: 'names/stemmed',
    field: 1,
    told: 'Full text indexes reduce words to their stem, names too.',
    origin: 'stemmer@2.0.1, Porter',
    key: (subject) => foldedOrItself(subject, (text) => wordsOf(text.toLowerCase()).map(stemmer).join(' ')),
    witnesses: [
      ['Rob Waters', 'Rob Water'],
      ['Will Cookings', 'Will Cooking'],
    ],
  },
  {
    id: 'names/doubled-letters-single',
    field: 1,
    told: 'Against typing mistakes, doubled letters count once.',
    origin: 'Daitch-Mokotoff preprocessing',
    key: (subject) => subject.replace(/(\p{L})\1+/gu, '$1'),
    witnesses: [
      ['Phillip', 'Philip'],
      ['Anna', 'Ana'],
    ],
  },
] satisfies readonly ForeignMerge[];

/** What asciifolding does to the Latin letters that do not decompose. */
const foldedLatin: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ŀ: 'l',
  þ: 'th',
  ð: 'd',
};
