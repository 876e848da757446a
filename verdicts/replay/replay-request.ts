/** One exchange of the evidence as a request of a replay case, without secrets. Pure. */

import type { ReplayRequest } from '../../schemas/record/replay-case.js';
import type { EvidenceItem } from '../../schemas/record/run-record.js';
import { mark } from '../../text/redactor.js';
import { isForged, remakeOf, type Violated } from './remake.js';

/** What stands for the access token in a replay case. */
export const tokenPlace = '{{token}}';

/** Undefined where what was sent in place of the token cannot be told: then it cannot be sent again. */
export function remaking(
  request: ReplayRequest | undefined,
  violation: Violated,
  operation: string | undefined,
): ReplayRequest | undefined {
  if (request === undefined) return undefined;
  const remake = remakeOf(violation, operation);
  if (remake !== undefined) return { ...request, remake: { ...remake } };
  const holdsToken = request.fields.some(([, value = '']) => value.includes(tokenPlace));
  return isForged(violation, operation) && holdsToken ? undefined : request;
}

/** What the sender adds by itself. */
const addedBySender = new Set(['host', 'content-length', 'connection', 'user-agent']);

/** Undefined when the body was cut, or a secret was taken out of it or of the path: half a request proves nothing. */
export function requestOf(item: EvidenceItem, role: ReplayRequest['role'], orgId: string): ReplayRequest | undefined {
  const { method, target, fields, body } = item.request;
  const sent = body.text ?? Buffer.from(body.base64 ?? '', 'base64').toString('utf8');
  if (body.cut || sent.includes(mark) || target.includes(mark) || !/^[A-Z]{1,20}$/.test(method)) return undefined;
  return {
    role,
    method,
    target,
    fields: fields
      .filter(([name = '']) => !addedBySender.has(name.toLowerCase()))
      // An opaque token begins with the org id, which is no secret and was left.
      .map(([name = '', value = '']) => [
        name,
        value.replaceAll(`${orgId}!${mark}`, tokenPlace).replaceAll(mark, tokenPlace),
      ]),
    body: body.text === undefined ? { base64: body.base64 ?? '' } : { text: body.text },
    connection: 'pooled',
    together: 1,
    answered: answeredOf(item),
  };
}

function answeredOf({ answer, failure }: EvidenceItem): ReplayRequest['answered'] {
  if (answer === undefined) return { failure: failure?.message ?? 'no answer came' };
  const { text, base64, cut } = answer.body;
  return {
    status: answer.status,
    body: text === undefined ? { base64: base64 ?? '' } : { text },
    ...(cut ? { bodyCut: true } : {}),
  };
}
