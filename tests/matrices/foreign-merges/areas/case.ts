/** Letters of both cases: what the languages of services do, each a little differently outside ASCII. */
import inflection from 'inflection';
import { fullFold, simpleFold, simpleLower, simpleUpper } from '../folding.js';
import type { ForeignMerge } from '../merge.js';

/** String.equalsIgnoreCase compares UTF-16 units by the lower case of their upper case, so that all four i are one. */
const javaIgnoringCase = (subject: string): string =>
  Array.from(subject, (character) => simpleLower(simpleUpper(character))).join('');

/** .NET's invariant culture leaves three letters alone whose upper or lower case would be ASCII. */
const dotnetUpperInvariant = (subject: string): string =>
  Array.from(subject, (character) =>
    /[\u0130\u0131\u017f]/.test(character) ? character : simpleUpper(character),
  ).join('');

export const caseMerges = [
  {
    id: 'case/js-lower-case',
    field: 5,
    told: 'Node services look up user names in lower case.',
    origin: 'ECMAScript String.prototype.toLowerCase',
    key: (subject) => subject.toLowerCase(),
    witnesses: [
      ['Anna.Schmidt', 'anna.schmidt'],
      ['ÉLODIE', 'élodie'],
    ],
  },
  {
    id: 'case/js-upper-case',
    field: 3,
    told: 'Keys in upper case, as legacy systems like them, take ß for SS and the dotless ı for I.',
    origin: 'ECMAScript String.prototype.toUpperCase',
    key: (subject) => subject.toUpperCase(),
    witnesses: [
      ['jürgen', 'JÜRGEN'],
      ['Strauß', 'Strauss'],
      ['Kasım', 'Kasim'],
    ],
  },
  {
    id: 'case/java-equals-ignore-case',
    field: 4,
    told: 'A TreeMap with CASE_INSENSITIVE_ORDER compares letter by letter, by the lower case of the upper case.',
    origin: 'Java String.CASE_INSENSITIVE_ORDER',
    key: javaIgnoringCase,
    witnesses: [
      ['MARIA', 'maria'],
      ['Σοφίας', 'ΣΟΦΊΑΣ'],
      ['Işıl', 'işil'],
    ],
  },
  {
    id: 'case/python-casefold',
    field: 4,
    told: 'Python services compare names with str.casefold, the full case folding of Unicode.',
    origin: 'Python 3 str.casefold',
    key: fullFold,
    witnesses: [
      ['Straße 4', 'STRASSE 4'],
      ['Οδυσσέας', 'ΟΔΥΣΣΈΑΣ'],
      ['ﬁnn', 'Finn'],
    ],
  },
  {
    id: 'case/go-equal-fold',
    field: 3,
    told: 'Go services compare names with strings.EqualFold, the simple case folding of Unicode.',
    origin: 'Go strings.EqualFold',
    key: simpleFold,
    witnesses: [
      ['GROẞ', 'groß'],
      ['Νίκος', 'ΝΊΚΟΣ'],
    ],
  },
  {
    id: 'case/dotnet-upper-invariant',
    field: 4,
    told: 'C# dictionaries with StringComparer.OrdinalIgnoreCase compare the simple upper case.',
    origin: '.NET String.ToUpperInvariant',
    key: dotnetUpperInvariant,
    witnesses: [
      ['Bjørn', 'BJØRN'],
      ['Γιώργος', 'ΓΙΏΡΓΟΣ'],
    ],
  },
  {
    id: 'case/aspnet-identity-name',
    field: 3,
    told: 'ASP.NET Core Identity finds users by the composed normal form in upper case.',
    origin: '.NET UpperInvariantLookupNormalizer',
    key: (subject) => dotnetUpperInvariant(subject.normalize('NFC')),
    witnesses: [
      ['Chloe\u0308', 'CHLOË'],
      ['anna', 'ANNA'],
    ],
  },
  {
    id: 'case/turkish-lower-case',
    field: 3,
    told: 'A Java or .NET service on a Turkish locale lower-cases I to ı and İ to i.',
    origin: 'CLDR tr, String.toLowerCase() on a Turkish default locale',
    key: (subject) => subject.toLocaleLowerCase('tr'),
    witnesses: [
      ['IŞIK', 'ışık'],
      ['İpek', 'ipek'],
    ],
  },
  {
    id: 'case/rails-underscore',
    field: 2,
    told: 'Rails turns keys from CamelCase into snake_case, and a hyphen into an underscore.',
    origin: 'inflection@3.0.2',
    key: (subject) => inflection.underscore(subject).replaceAll('-', '_'),
    witnesses: [
      ['AnnaSchmidt', 'anna_schmidt'],
      ['anna-schmidt', 'anna_schmidt'],
    ],
  },
] satisfies readonly ForeignMerge[];
