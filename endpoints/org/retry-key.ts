/** What two requests share when the later one may be a retry of the earlier one. */
import { findOperation } from '../../schemas/operations/operations.js';
import { readPair } from '../../wire/codecs/pair-reader.js';
import type { ReceivedRequest } from '../../wire/received.js';

/** The pair that they ask for, or method and path. */
export function retryKeyOf(request: ReceivedRequest): string {
  const operation = findOperation(request.operation);
  const pair = operation === undefined ? undefined : readPair(request, operation);
  if (pair !== undefined) return JSON.stringify([pair.channel, pair.subject]);
  return `${request.method} ${request.target.split('?', 1)[0] ?? ''}`;
}
