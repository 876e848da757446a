/** The pair that a refused request names, read as far as it can be: for services that write before they check. */
import { readContentType } from '../../../wire/http/content-type-reader.js';
import { readMultipart } from '../../../wire/multipart/multipart-reader.js';
import { entriesOf } from '../checks/participants.js';
import type { Pair } from '../conversations.js';
import { readForm, readJson } from '../form.js';
import { headerOf, type ServiceRequest } from '../service-request.js';
import { isObject } from '../token-verifier.js';
import { sniffBoundary } from './sniffing.js';

/** Undefined when the request names no pair that can be read. */
export function pairNamedBy(request: ServiceRequest): Pair | undefined {
  const announced = readContentType(headerOf(request, 'content-type') ?? '')?.parameters.get('boundary');
  const reading = readMultipart(request.body, announced ?? sniffBoundary(request.body) ?? '');
  if (!reading.ok) return undefined;
  const { channelAddressIdentifier, participants } = readForm(reading.parts, readJson);
  const subjects = entriesOf(participants).map((entry) => (isObject(entry) ? entry.subject : undefined));
  const [subject] = subjects;
  return typeof channelAddressIdentifier === 'string' && typeof subject === 'string'
    ? [channelAddressIdentifier, subject]
    : undefined;
}
