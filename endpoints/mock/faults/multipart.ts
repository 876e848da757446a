/** Faults of Body › multipart/form-data. */
import { isBrokenBy, mends, type Repair } from '../broken-forms.js';
import { changesRefusal, defaultForm, refusesWhen, sniffContentType } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';
import type { AcceptedReading } from '../reading.js';
import { headerOf, type ServiceRequest, withHeader } from '../service-request.js';

const refuses = rowsBy(refusesWhen);

const usesDefaults: Repair = (request, boundary, { settings }) => ({
  ...request,
  body: defaultForm(settings, boundary),
});

const showsNoBoundary = ({ body }: ServiceRequest) => !/^--\S/m.test(body.toString('latin1'));

const positionOf = ({ parts }: AcceptedReading, name: string) => parts.findIndex((part) => part.name === name);

export const multipartFaults = faultsOf('multipart', {
  'body/multipart/well-formed': {
    'breaks-on-unended': [
      'Breaks down over a form that is not ended.',
      changesRefusal((answer, { received }) =>
        isBrokenBy('no-closing-delimiter', received) ? { ...answer, status: 500 } : answer,
      ),
    ],
    'takes-cut': [
      'Establishes a conversation with stored defaults when the form was cut.',
      mends('no-closing-delimiter', usesDefaults),
    ],
    'boundary-sniffed': [
      'Cuts the body by whatever boundary it shows, not by the one announced.',
      mends('no-delimiter', (request) =>
        withHeader(request, 'Content-Type', sniffContentType(request) ?? headerOf(request, 'content-type')),
      ),
    ],
    'accepts-empty-body': [
      'Establishes a conversation with stored defaults when the body is empty.',
      mends('empty-body', usesDefaults),
    ],
    'accepts-garbage': [
      'Establishes a conversation with stored defaults when the body is no form at all.',
      mends('no-delimiter', (request, boundary, context) =>
        showsNoBoundary(request) ? usesDefaults(request, boundary, context) : request,
      ),
    ],
  },
  'body/multipart/part-order': refuses({
    'order-fixed': [
      'Expects the channel in front of the participants.',
      (reading) => positionOf(reading, 'participants') < positionOf(reading, 'channelAddressIdentifier'),
    ],
  }),
  'body/multipart/part-types': refuses({
    'refuses-typed-parts': [
      'Takes a part with a media type for a file and does not find the field.',
      ({ parts }) => parts.some(({ name, contentType }) => name !== 'json' && contentType !== undefined),
    ],
    'refuses-json-parts': [
      'Expects text/plain of every part that names its media type.',
      ({ parts }) =>
        parts.some(({ name, contentType }) => name !== 'json' && contentType?.startsWith('application/json') === true),
    ],
  }),
});
