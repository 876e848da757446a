/** The pair that a refused request names, read as far as it can be: for services that write before they check. */
import { readContentType } from '../../../wire/http/content-type-reader.js';
import { readMultipart } from '../../../wire/multipart/multipart-reader.js';
import type { Pair } from '../conversations.js';
import { establishConversation } from '../operations/establish-conversation.js';
import { headerOf, type ServiceRequest } from '../service-request.js';
import { readForm, readJson } from '../values.js';
import { sniffBoundary } from './sniffing.js';

/** Undefined when the request names no pair that can be read. */
export function pairNamedBy(request: ServiceRequest): Pair | undefined {
  const announced = readContentType(headerOf(request, 'content-type') ?? '')?.parameters.get('boundary');
  const reading = readMultipart(request.body, announced ?? sniffBoundary(request.body) ?? '');
  if (!reading.ok) return undefined;
  const { parts } = establishConversation;
  return establishConversation.pairOf?.(readForm(reading.parts, parts, readJson).values);
}
