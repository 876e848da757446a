/** Faults of Headers › Content-Type where the body is JSON. */
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';
import { headerOf, withHeader } from '../service-request.js';
import { refusesWhen } from './refusing.js';

/** Takes another media type for application/json. */
const takes = (condition: (mediaType: string) => boolean) => (): Behaviour => ({
  receives(request) {
    const value = headerOf(request, 'content-type') ?? '';
    const mediaType = (value.split(';', 1)[0] ?? '').trim().toLowerCase();
    return value !== '' && condition(mediaType) ? withHeader(request, 'Content-Type', 'application/json') : request;
  },
});

const refusesSpelling = (condition: (value: string) => boolean) =>
  refusesWhen(({ received }) => condition(headerOf(received, 'content-type') ?? ''));

export const jsonContentTypeFaults = [
  {
    id: 'json-content-type/any-type',
    clause: 'headers/content-type/json',
    summary: 'Reads every body as JSON, whatever its media type.',
    minLevel: 'smoke',
    edition: '65.0',
    behaviour: takes(() => true),
  },
  {
    id: 'json-content-type/plain-text',
    clause: 'headers/content-type/json',
    summary: 'Takes JSON that is called plain text.',
    minLevel: 'standard',
    edition: '65.0',
    behaviour: takes((mediaType) => mediaType === 'text/plain'),
  },
  {
    id: 'json-content-type/form-named',
    clause: 'headers/content-type/json',
    summary: 'Takes JSON that is called a form, as the edition before has it.',
    minLevel: 'standard',
    edition: '65.0',
    behaviour: takes((mediaType) => mediaType === 'multipart/form-data'),
  },
  {
    id: 'json-content-type/urlencoded-named',
    clause: 'headers/content-type/json',
    summary: 'Takes JSON that is called urlencoded, as some clients do by default.',
    minLevel: 'standard',
    edition: '65.0',
    behaviour: takes((mediaType) => mediaType === 'application/x-www-form-urlencoded'),
  },
  {
    id: 'json-content-type/prefix',
    clause: 'headers/content-type/json',
    summary: 'Asks only how the media type begins.',
    minLevel: 'standard',
    edition: '65.0',
    behaviour: takes((mediaType) => mediaType.startsWith('application/json')),
  },
  {
    id: 'json-content-type/case-sensitive',
    clause: 'headers/content-type/json-any-spelling',
    summary: 'Knows the media type in lower case only.',
    minLevel: 'standard',
    edition: '65.0',
    behaviour: refusesSpelling((value) => !value.startsWith('application/json')),
  },
  {
    id: 'json-content-type/refuses-charset',
    clause: 'headers/content-type/json-any-spelling',
    summary: 'Compares the whole value and so refuses a charset parameter.',
    minLevel: 'standard',
    edition: '65.0',
    behaviour: refusesSpelling((value) => value.includes(';')),
  },
  {
    id: 'json-content-type/refuses-quoted-charset',
    clause: 'headers/content-type/json-any-spelling',
    summary: 'Takes the quotes around a charset for a part of its name.',
    minLevel: 'standard',
    edition: '65.0',
    behaviour: refusesSpelling((value) => value.includes('"')),
  },
] as const satisfies readonly Fault[];
