/** The exchanges of the evidence as requests of a replay case, one by one and as the steps of a story, without secrets. Pure. */
import type { ReplayRequest } from '../../schemas/record/replay-case.js';
import type { EvidenceItem, FindingRecord } from '../../schemas/record/run-record.js';
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

type Steps = NonNullable<FindingRecord['steps']>;

/** Whether every step tells what it does, so that the story can be done again; it ends with what decides. */
export function isStory({ steps = [] }: Pick<FindingRecord, 'steps'>): boolean {
  const does = ({ sends, others, waitMs }: Steps[number]): boolean =>
    sends !== undefined || others !== undefined || waitMs !== undefined;
  return steps.every(does) && (steps.at(-1)?.sends?.length ?? 0) > 0;
}

function violatedInStep({ clause, slug, at }: NonNullable<Steps[number]['violation']>): Violated {
  return { difference: { at }, violation: clause === undefined || slug === undefined ? undefined : { clause, slug } };
}

/** Undefined stands for a request that cannot be sent again. */
export function storyRequests(
  { steps = [] }: Pick<FindingRecord, 'steps'>,
  evidence: ReadonlyMap<number, EvidenceItem>,
  orgId: string,
  operation?: string,
): readonly (ReplayRequest | undefined)[] {
  const requests: (ReplayRequest | undefined)[] = [];
  const items = (step: Steps[number]) => (step.sends ?? []).map((number) => evidence.get(number));
  const firstConnection = steps.flatMap(items)[0]?.connection;
  let [others, waitMs] = [0, 0];
  for (const step of steps) {
    others += step.others ?? 0;
    waitMs += step.waitMs ?? 0;
    for (const [index, item] of items(step).entries()) {
      const role = step === steps.at(-1) ? 'case' : step.violation === undefined ? 'before' : 'refused';
      const plain = item === undefined ? undefined : requestOf(item, role, orgId);
      const request = step.violation === undefined ? plain : remaking(plain, violatedInStep(step.violation), operation);
      requests.push(
        request && {
          ...request,
          ...(others === 0 ? {} : { others }),
          ...(waitMs === 0 ? {} : { waitMs }),
          ...(step.alongside === true && index > 0 ? { alongside: true } : {}),
          connection: item?.connection === firstConnection ? 'pooled' : 'fresh',
          together: step.calls ?? 1,
        },
      );
      [others, waitMs] = [0, 0];
    }
  }
  return requests;
}
