/** Faults of Body › multipart/form-data. */
import { readContentType } from '../../../wire/http/content-type-reader.js';
import type { MultipartFault } from '../../../wire/multipart/multipart-faults.js';
import { readMultipart } from '../../../wire/multipart/multipart-reader.js';
import type { Behaviour, Context } from '../behaviour.js';
import { defaultForm, refusesWhen, sniffContentType } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';
import type { AcceptedReading } from '../reading.js';
import { headerOf, type ServiceRequest, withHeader } from '../service-request.js';

type Repair = (request: ServiceRequest, boundary: string, context: Context) => ServiceRequest;

/** Mends a body that has the fault. */
const mends = (fault: MultipartFault, repair: Repair): Behaviour => ({
  receives(request, context) {
    const boundary = readContentType(headerOf(request, 'content-type') ?? '')?.parameters.get('boundary') ?? '';
    const reading = readMultipart(request.body, boundary);
    return !reading.ok && reading.fault === fault ? repair(request, boundary, context) : request;
  },
});

const refuses = rowsBy(refusesWhen);

const usesDefaults: Repair = (request, boundary, { settings }) => ({
  ...request,
  body: defaultForm(settings, boundary),
});

const showsNoBoundary = ({ body }: ServiceRequest) => !/^--\S/m.test(body.toString('latin1'));

const positionOf = ({ parts }: AcceptedReading, name: string) => parts.findIndex((part) => part.name === name);

export const multipartFaults = faultsOf('multipart', {
  'body/multipart/well-formed': {
    'closing-not-needed': [
      'Takes the end of the body for the closing boundary.',
      mends('no-closing-delimiter', (request, boundary) => ({
        ...request,
        body: Buffer.concat([request.body, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      })),
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
