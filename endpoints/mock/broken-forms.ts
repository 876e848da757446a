/** What faults and variants do with a form that is no complete multipart message. */
import { readContentType } from '../../wire/http/content-type-reader.js';
import type { MultipartFault } from '../../wire/multipart/multipart-faults.js';
import { readMultipart } from '../../wire/multipart/multipart-reader.js';
import type { Behaviour, Context } from './behaviour.js';
import { headerOf, type ServiceRequest } from './service-request.js';

export type Repair = (request: ServiceRequest, boundary: string, context: Context) => ServiceRequest;

const boundaryOf = (request: ServiceRequest): string =>
  readContentType(headerOf(request, 'content-type') ?? '')?.parameters.get('boundary') ?? '';

export function isBrokenBy(fault: MultipartFault, request: ServiceRequest): boolean {
  const reading = readMultipart(request.body, boundaryOf(request));
  return !reading.ok && reading.fault === fault;
}

/** Mends a body that has the fault. */
export const mends = (fault: MultipartFault, repair: Repair): Behaviour => ({
  receives: (request, context) =>
    isBrokenBy(fault, request) ? repair(request, boundaryOf(request), context) : request,
});
