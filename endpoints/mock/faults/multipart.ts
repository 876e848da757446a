/** Faults of Body › multipart/form-data. */
import { readContentType } from '../../../wire/http/content-type-reader.js';
import type { MultipartFault } from '../../../wire/multipart/multipart-faults.js';
import { readMultipart } from '../../../wire/multipart/multipart-reader.js';
import type { Behaviour, Context } from '../behaviour.js';
import type { Fault } from '../fault.js';
import type { AcceptedReading } from '../reading.js';
import { headerOf, type ServiceRequest, withHeader } from '../service-request.js';
import { defaultForm } from './default-form.js';
import { refusesWhen } from './refusing.js';
import { sniffContentType } from './sniffing.js';

type Repair = (request: ServiceRequest, boundary: string, context: Context) => ServiceRequest;

/** Mends a body that has one of the faults. */
const mends = (faults: readonly MultipartFault[], repair: Repair) => (): Behaviour => ({
  receives(request, context) {
    const boundary = readContentType(headerOf(request, 'content-type') ?? '')?.parameters.get('boundary') ?? '';
    const reading = readMultipart(request.body, boundary);
    return !reading.ok && faults.includes(reading.fault) ? repair(request, boundary, context) : request;
  },
});

const usesDefaults: Repair = (request, boundary, { settings }) => ({
  ...request,
  body: defaultForm(settings, boundary),
});

const showsNoBoundary = ({ body }: ServiceRequest) => !/^--\S/m.test(body.toString('latin1'));

const positionOf = ({ parts }: AcceptedReading, name: string) => parts.findIndex((part) => part.name === name);

export const multipartFaults = [
  {
    id: 'multipart/closing-not-needed',
    clause: 'body/multipart/well-formed',
    summary: 'Takes the end of the body for the closing boundary.',
    minLevel: 'standard',
    behaviour: mends(['no-closing-delimiter'], (request, boundary) => ({
      ...request,
      body: Buffer.concat([request.body, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    })),
  },
  {
    id: 'multipart/boundary-sniffed',
    clause: 'body/multipart/well-formed',
    summary: 'Cuts the body by whatever boundary it shows, not by the one announced.',
    minLevel: 'standard',
    behaviour: mends(['no-delimiter'], (request) =>
      withHeader(request, 'Content-Type', sniffContentType(request) ?? headerOf(request, 'content-type')),
    ),
  },
  {
    id: 'multipart/accepts-empty-body',
    clause: 'body/multipart/well-formed',
    summary: 'Establishes a conversation with stored defaults when the body is empty.',
    minLevel: 'standard',
    behaviour: mends(['empty-body'], usesDefaults),
  },
  {
    id: 'multipart/accepts-garbage',
    clause: 'body/multipart/well-formed',
    summary: 'Establishes a conversation with stored defaults when the body is no form at all.',
    minLevel: 'standard',
    behaviour: mends(['no-delimiter'], (request, boundary, context) =>
      showsNoBoundary(request) ? usesDefaults(request, boundary, context) : request,
    ),
  },
  {
    id: 'multipart/order-fixed',
    clause: 'body/multipart/part-order',
    summary: 'Expects the channel in front of the participants.',
    minLevel: 'standard',
    behaviour: refusesWhen(
      (reading) => positionOf(reading, 'participants') < positionOf(reading, 'channelAddressIdentifier'),
    ),
  },
  {
    id: 'multipart/refuses-typed-parts',
    clause: 'body/multipart/part-types',
    summary: 'Takes a part with a media type for a file and does not find the field.',
    minLevel: 'standard',
    behaviour: refusesWhen(({ parts }) =>
      parts.some(({ name, contentType }) => name !== 'json' && contentType !== undefined),
    ),
  },
  {
    id: 'multipart/refuses-json-parts',
    clause: 'body/multipart/part-types',
    summary: 'Expects text/plain of every part that names its media type.',
    minLevel: 'standard',
    behaviour: refusesWhen(({ parts }) =>
      parts.some(({ name, contentType }) => name !== 'json' && contentType?.startsWith('application/json') === true),
    ),
  },
] as const satisfies readonly Fault[];
