/** Faults of Headers › Content-Type: of a form, and of JSON in the later editions. */
import { parseJson } from '../../../schemas/validation/parse-json.js';
import { encodeBody } from '../../../wire/codecs/encode.js';
import { readContentType } from '../../../wire/http/content-type-reader.js';
import type { Behaviour } from '../behaviour.js';
import { fits, is, readsHeader, refusesHeader, sniffContentType } from '../hooks.js';
import { faultsIn, faultsOf, rowsBy } from '../named-behaviour.js';
import { headerOf, withHeader } from '../service-request.js';

/** Sniffs the boundary from the body where the condition holds; an undefined value is an absent header. */
const sniffs = rowsBy((condition: (value: string | undefined, mediaType: string) => boolean) => ({
  receives(request) {
    const value = headerOf(request, 'content-type');
    const sniffed = condition(value, mediaTypeOf(value)) ? sniffContentType(request) : undefined;
    return sniffed === undefined ? request : withHeader(request, 'Content-Type', sniffed);
  },
}));

const urlencoded = 'application/x-www-form-urlencoded';

/** Reads the values of an urlencoded body, and goes on with a body that holds them as the edition asks for it. */
const takesUrlencoded = (type: string, write: (values: URLSearchParams) => Uint8Array): Behaviour => ({
  receives(request) {
    if (mediaTypeOf(headerOf(request, 'content-type')) !== urlencoded) return request;
    const body = Buffer.from(write(new URLSearchParams(request.body.toString())));
    return { ...withHeader(request, 'Content-Type', type), body };
  },
});

const boundary = '----urlencoded';

function formOf(values: URLSearchParams): Uint8Array {
  return encodeBody({ kind: 'form', boundary, parts: [...values].map(([name, value]) => ({ name, value })) });
}

/** What is JSON is taken for it. */
function objectOf(values: URLSearchParams): Uint8Array {
  const members = [...values].map(([name, text]) => {
    const read = parseJson(text);
    return [name, read.ok ? read.value : text] as const;
  });
  return encodeBody({ kind: 'json', text: JSON.stringify(Object.fromEntries(members)) });
}

/** Takes another media type for application/json. */
const takesForJson = rowsBy((condition: (mediaType: string) => boolean) =>
  readsHeader('Content-Type', (value = '') =>
    value !== '' && condition(mediaTypeOf(value)) ? 'application/json' : undefined,
  ),
);

const refusesSpelling = rowsBy((condition: (value: string) => boolean) => refusesHeader('Content-Type', condition));

function mediaTypeOf(value = ''): string {
  return value.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

const form = 'multipart/form-data';

export const contentTypeFaults = faultsOf('content-type', {
  'headers/content-type/required': sniffs({
    'not-required': [
      'Takes a request without Content-Type for a form and finds the boundary in the body.',
      is(undefined),
    ],
    'accepts-empty': [
      'Takes a request with an empty Content-Type for a form and finds the boundary in the body.',
      is(''),
    ],
  }),
  'headers/content-type/media-type': {
    ...sniffs({
      'any-multipart': [
        'Reads every multipart subtype as a form.',
        (_value, mediaType) => mediaType.startsWith('multipart/') && mediaType !== form,
      ],
      'any-type': [
        'Does not look at the media type when the body looks like a form.',
        (_value, mediaType) => mediaType !== '' && mediaType !== form,
        'smoke',
      ],
      'json-named': [
        'Takes a form whose media type says application/json.',
        (_value, mediaType) => mediaType === 'application/json',
      ],
    }),
    'takes-urlencoded': [
      'Takes the right values from an urlencoded body.',
      takesUrlencoded(`${form}; boundary=${boundary}`, formOf),
    ],
  },
  'headers/content-type/boundary': sniffs({
    'boundary-not-required': [
      'Finds the boundary in the body when the parameter is missing or empty.',
      (value = '', mediaType) => mediaType === form && !/;\s*boundary\s*=\s*(?:[^\s"]|"[^"])/i.test(value),
    ],
  }),
  'headers/content-type/any-spelling': refusesSpelling({
    'case-sensitive': ['Knows the media type in lower case only.', (value) => !value.startsWith(form)],
    'refuses-quoted-boundary': [
      'Takes the quotes around a boundary for a part of it and finds no such line.',
      fits(/boundary="/i),
    ],
    'refuses-parameters-first': [
      'Expects the boundary to be the first parameter.',
      (value) => readContentType(value)?.parameters.keys().next().value !== 'boundary',
    ],
  }),
});

export const jsonContentTypeFaults = faultsIn('65.0', 'json-content-type', {
  'headers/content-type/json': {
    ...takesForJson({
      'any-type': ['Reads every body as JSON, whatever its media type.', () => true, 'smoke'],
      'plain-text': ['Takes JSON that is called plain text.', is('text/plain')],
      'form-named': ['Takes JSON that is called a form, as the edition before has it.', is(form)],
      'urlencoded-named': [
        'Takes JSON that is called urlencoded, as some clients do by default.',
        is('application/x-www-form-urlencoded'),
      ],
      prefix: ['Asks only how the media type begins.', (mediaType) => mediaType.startsWith('application/json')],
    }),
    'takes-urlencoded': [
      'Takes the right values from an urlencoded body.',
      takesUrlencoded('application/json', objectOf),
    ],
  },
  'headers/content-type/json-any-spelling': refusesSpelling({
    'case-sensitive': ['Knows the media type in lower case only.', (value) => !value.startsWith('application/json')],
    'refuses-charset': ['Compares the whole value and so refuses a charset parameter.', (value) => value.includes(';')],
    'refuses-quoted-charset': [
      'Takes the quotes around a charset for a part of its name.',
      (value) => value.includes('"'),
    ],
  }),
});
