/** Legal spellings of the header section: names in any case, white space around values, scheme and media type in any case. */
import { alternating, capitalised, lower, upper } from './letter-case.js';
import { mapFields, mapHeader, type Spelling } from './spelling.js';

const cases = [
  ['lower-case', 'lower case', lower],
  ['upper-case', 'upper case', upper],
  ['only-first-letters-upper', 'only first letters upper', capitalised],
  ['alternating-case', 'alternating case', alternating],
] as const;

const names: readonly Spelling[] = cases.map(([slug, label, change]) => ({
  clause: 'headers/names/any-case',
  slug: `header-names-in-${slug}`,
  label: `header names in ${label}`,
  dimension: 'header names',
  apply: (draft) => mapFields(draft, ([name, value]) => [change(name), value]),
}));

const paddings = [
  ['three-more-blanks-before-and-behind-header-values', 'three more blanks before and behind header values', '   '],
  ['tabs-around-header-values', 'tabs around header values', '\t'],
  ['a-blank-behind-header-values', 'a blank behind header values', ' '],
] as const;

/** The sender writes one blank behind the colon; this is put around the value beside it. */
const whiteSpace: readonly Spelling[] = paddings.map(([slug, label, padding], index) => ({
  clause: 'headers/values/optional-whitespace',
  slug,
  label,
  dimension: 'white space around values',
  apply: (draft) => mapFields(draft, ([name, value]) => [name, (index === 2 ? '' : padding) + value + padding]),
}));

const schemeCases = [
  ['scheme-in-lower-case', 'bearer'],
  ['scheme-in-upper-case', 'BEARER'],
  ['scheme-in-alternating-case', 'bEaReR'],
] as const;

const schemes: readonly Spelling[] = schemeCases.map(([slug, scheme]) => ({
  clause: 'headers/authorization/scheme-any-case',
  slug,
  label: `scheme written ${scheme}`,
  dimension: 'scheme',
  apply: (draft) => mapHeader(draft, 'Authorization', (value) => value.replace(/^(\s*)Bearer/, `$1${scheme}`)),
}));

const contentTypes: readonly (readonly [slug: string, label: string, write: (boundary: string) => string])[] = [
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
];

const mediaType: readonly Spelling[] = contentTypes.map(([slug, label, write]) => ({
  clause: 'headers/content-type/any-spelling',
  slug,
  label,
  dimension: 'content type',
  apply: (draft) =>
    mapHeader(draft, 'Content-Type', (value) => {
      const [, before = '', boundary = '', after = ''] = /^(\s*).*boundary=(\S+)(\s*)$/.exec(value) ?? [];
      return before + write(boundary) + after;
    }),
}));

const jsonContentTypes: readonly (readonly [slug: string, label: string, value: string])[] = [
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
];

/** Charset is not a parameter of application/json (RFC 8259), but nearly every client sends it, and it says what holds. */
const jsonMediaType: readonly Spelling[] = jsonContentTypes.map(([slug, label, written]) => ({
  clause: 'headers/content-type/json-any-spelling',
  slug,
  label,
  dimension: 'content type',
  apply: (draft) => mapHeader(draft, 'Content-Type', (value) => value.replace(/[^ \t].*[^ \t]/, () => written)),
}));

const guids: readonly Spelling[] = [
  ...[1, 2, 3, 5, 6, 7, 8].map((version) => ({
    slug: `a-guid-of-version-${version}`,
    label: `a GUID of version ${version}`,
    change: (guid: string) => guid.slice(0, 14) + version + guid.slice(15),
  })),
  { slug: 'a-guid-in-upper-case', label: 'a GUID in upper case', change: upper },
  { slug: 'a-guid-in-mixed-case', label: 'a GUID in mixed case', change: alternating },
].map(({ slug, label, change }) => ({
  clause: 'headers/request-id/any-version',
  slug,
  label,
  dimension: 'GUID',
  apply: (draft) => mapHeader(draft, 'RequestId', (value) => value.replace(/[0-9a-f-]{36}/i, (guid) => change(guid))),
}));

export const headerSpellings: readonly Spelling[] = [
  ...names,
  ...whiteSpace,
  ...schemes,
  ...mediaType,
  ...jsonMediaType,
  ...guids,
];
