/** Faults of Headers › Content-Type. */
import { readContentType } from '../../../wire/http/content-type-reader.js';
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';
import { headerOf, withHeader } from '../service-request.js';
import { refusesWhen } from './refusing.js';
import { sniffContentType } from './sniffing.js';

/** Sniffs the boundary from the body where the condition holds; an undefined value is an absent header. */
const sniffsWhen = (condition: (value: string | undefined) => boolean) => (): Behaviour => ({
  receives(request) {
    const sniffed = condition(headerOf(request, 'content-type')) ? sniffContentType(request) : undefined;
    return sniffed === undefined ? request : withHeader(request, 'Content-Type', sniffed);
  },
});

const refusesSpelling = (condition: (value: string) => boolean) =>
  refusesWhen(({ received }) => condition(headerOf(received, 'content-type') ?? ''));

const mediaTypeOf = (value: string | undefined) => (value ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

export const contentTypeFaults = [
  {
    id: 'content-type/not-required',
    clause: 'headers/content-type/required',
    summary: 'Takes a request without Content-Type for a form and finds the boundary in the body.',
    minLevel: 'standard',
    behaviour: sniffsWhen((value) => value === undefined),
  },
  {
    id: 'content-type/accepts-empty',
    clause: 'headers/content-type/required',
    summary: 'Takes a request with an empty Content-Type for a form and finds the boundary in the body.',
    minLevel: 'standard',
    behaviour: sniffsWhen((value) => value === ''),
  },
  {
    id: 'content-type/any-multipart',
    clause: 'headers/content-type/media-type',
    summary: 'Reads every multipart subtype as a form.',
    minLevel: 'standard',
    behaviour: sniffsWhen((value) => /^multipart\/(?!form-data$)/.test(mediaTypeOf(value))),
  },
  {
    id: 'content-type/any-type',
    clause: 'headers/content-type/media-type',
    summary: 'Does not look at the media type when the body looks like a form.',
    minLevel: 'smoke',
    behaviour: sniffsWhen((value) => mediaTypeOf(value) !== '' && mediaTypeOf(value) !== 'multipart/form-data'),
  },
  {
    id: 'content-type/json-named',
    clause: 'headers/content-type/media-type',
    summary: 'Takes a form whose media type says application/json.',
    minLevel: 'standard',
    behaviour: sniffsWhen((value) => mediaTypeOf(value) === 'application/json'),
  },
  {
    id: 'content-type/boundary-not-required',
    clause: 'headers/content-type/boundary',
    summary: 'Finds the boundary in the body when the parameter is missing or empty.',
    minLevel: 'standard',
    behaviour: sniffsWhen(
      (value) =>
        mediaTypeOf(value) === 'multipart/form-data' && !/;\s*boundary\s*=\s*(?:[^\s"]|"[^"])/i.test(value ?? ''),
    ),
  },
  {
    id: 'content-type/case-sensitive',
    clause: 'headers/content-type/any-spelling',
    summary: 'Knows the media type in lower case only.',
    minLevel: 'standard',
    behaviour: refusesSpelling((value) => !value.startsWith('multipart/form-data')),
  },
  {
    id: 'content-type/refuses-quoted-boundary',
    clause: 'headers/content-type/any-spelling',
    summary: 'Takes the quotes around a boundary for a part of it and finds no such line.',
    minLevel: 'standard',
    behaviour: refusesSpelling((value) => /boundary="/i.test(value)),
  },
  {
    id: 'content-type/refuses-parameters-first',
    clause: 'headers/content-type/any-spelling',
    summary: 'Expects the boundary to be the first parameter.',
    minLevel: 'standard',
    behaviour: refusesSpelling((value) => readContentType(value)?.parameters.keys().next().value !== 'boundary'),
  },
] as const satisfies readonly Fault[];
