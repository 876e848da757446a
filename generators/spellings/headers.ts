/** Legal spellings of the header section: names in any case, white space around values, scheme and media type in any case. */
import { mapFields, mapHeader, type Spelling, spellingsOf } from './spelling.js';

const upper = (text: string): string => text.toUpperCase();
const lower = (text: string): string => text.toLowerCase();
/** `Orgid`, `Content-Type`: as libraries that normalise names write them. */
const capitalised = (text: string): string =>
  text.toLowerCase().replace(/(^|-)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
const alternating = (text: string): string =>
  [...text].map((c, index) => (index % 2 === 0 ? c.toLowerCase() : c.toUpperCase())).join('');

const names = spellingsOf<(name: string) => string>(
  'headers/names/any-case',
  'header names',
  (draft, change) => mapFields(draft, ([name, value]) => [change(name), value]),
  [
    ['header-names-in-lower-case', 'header names in lower case', lower],
    ['header-names-in-upper-case', 'header names in upper case', upper],
    ['header-names-in-only-first-letters-upper', 'header names in only first letters upper', capitalised],
    ['header-names-in-alternating-case', 'header names in alternating case', alternating],
  ],
);

/** The sender writes one blank behind the colon; this is put around the value beside it. */
const whiteSpace = spellingsOf<readonly [before: string, behind: string]>(
  'headers/values/optional-whitespace',
  'white space around values',
  (draft, [before, behind]) => mapFields(draft, ([name, value]) => [name, before + value + behind]),
  [
    [
      'three-more-blanks-before-and-behind-header-values',
      'three more blanks before and behind header values',
      ['   ', '   '],
    ],
    ['tabs-around-header-values', 'tabs around header values', ['\t', '\t']],
    ['a-blank-behind-header-values', 'a blank behind header values', ['', ' ']],
  ],
);

const schemes = spellingsOf<string>(
  'headers/authorization/scheme-any-case',
  'scheme',
  (draft, scheme) => mapHeader(draft, 'Authorization', (value) => value.replace(/^(\s*)Bearer/, `$1${scheme}`)),
  [
    ['scheme-in-lower-case', 'scheme written bearer', 'bearer'],
    ['scheme-in-upper-case', 'scheme written BEARER', 'BEARER'],
    ['scheme-in-alternating-case', 'scheme written bEaReR', 'bEaReR'],
  ],
);

const mediaType = spellingsOf<(boundary: string) => string>(
  'headers/content-type/any-spelling',
  'content type',
  (draft, write) =>
    mapHeader(draft, 'Content-Type', (value) => {
      const [, before = '', boundary = '', after = ''] = /^(\s*).*boundary=(\S+)(\s*)$/.exec(value) ?? [];
      return before + write(boundary) + after;
    }),
  [
    ['media-type-capitalised', 'media type capitalised', (b) => `Multipart/Form-Data; boundary=${b}`],
    ['media-type-in-upper-case', 'media type in upper case', (b) => `MULTIPART/FORM-DATA; boundary=${b}`],
    ['boundary-in-quotes', 'boundary in quotes', (b) => `multipart/form-data; boundary="${b}"`],
    [
      'the-name-of-the-boundary-parameter-in-upper-case',
      'the name of the boundary parameter in upper case',
      (b) => `multipart/form-data; BOUNDARY=${b}`,
    ],
    [
      'a-charset-before-the-boundary',
      'a charset before the boundary',
      (b) => `multipart/form-data; charset=utf-8; boundary=${b}`,
    ],
    [
      'a-quoted-parameter-before-the-boundary',
      'a quoted parameter before the boundary',
      (b) => `multipart/form-data; x-note="a; b"; boundary=${b}`,
    ],
    ['no-blank-behind-the-semicolon', 'no blank behind the semicolon', (b) => `multipart/form-data;boundary=${b}`],
    [
      'a-parameter-behind-the-boundary',
      'a parameter behind the boundary',
      (b) => `multipart/form-data; boundary=${b}; charset=utf-8`,
    ],
  ],
);

/** Charset is not a parameter of application/json (RFC 8259), but nearly every client sends it, and it says what holds. */
const jsonMediaType = spellingsOf<string>(
  'headers/content-type/json-any-spelling',
  'content type',
  (draft, written) => mapHeader(draft, 'Content-Type', (value) => value.replace(/[^ \t].*[^ \t]/, () => written)),
  [
    ['the-media-type-capitalised', 'the media type capitalised', 'Application/Json'],
    ['the-media-type-in-upper-case', 'the media type in upper case', 'APPLICATION/JSON'],
    ['a-charset-behind-the-media-type', 'a charset behind the media type', 'application/json; charset=utf-8'],
    [
      'a-charset-in-upper-case-behind-the-media-type',
      'a charset in upper case behind the media type',
      'application/json; charset=UTF-8',
    ],
    ['a-charset-in-quotes', 'a charset in quotes', 'application/json; charset="utf-8"'],
    ['no-blank-in-front-of-the-charset', 'no blank in front of the charset', 'application/json;charset=utf-8'],
  ],
);

const guids = spellingsOf<(guid: string) => string>(
  'headers/request-id/any-version',
  'GUID',
  (draft, change) => mapHeader(draft, 'RequestId', (value) => value.replace(/[0-9a-f-]{36}/i, (guid) => change(guid))),
  [
    ...[1, 2, 3, 5, 6, 7, 8].map(
      (version) =>
        [
          `a-guid-of-version-${version}`,
          `a GUID of version ${version}`,
          (guid: string) => guid.slice(0, 14) + version + guid.slice(15),
        ] as const,
    ),
    ['a-guid-in-upper-case', 'a GUID in upper case', upper],
    ['a-guid-in-mixed-case', 'a GUID in mixed case', alternating],
  ],
);

export const headerSpellings: readonly Spelling[] = [
  ...names,
  ...whiteSpace,
  ...schemes,
  ...mediaType,
  ...jsonMediaType,
  ...guids,
];
