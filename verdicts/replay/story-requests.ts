/** The steps of a story as the requests of a replay case. Pure. */
import type { ReplayRequest } from '../../schemas/record/replay-case.js';
import type { EvidenceItem, FindingRecord } from '../../schemas/record/run-record.js';
import type { Violated } from './remake.js';
import { remaking, requestOf } from './replay-request.js';

type Steps = NonNullable<FindingRecord['steps']>;

/** Whether every step tells what it does, so that the story can be done again; it ends with what decides. */
export function isStory({ steps = [] }: Pick<FindingRecord, 'steps'>): boolean {
  const does = ({ sends, others, waitMs }: Steps[number]): boolean =>
    sends !== undefined || others !== undefined || waitMs !== undefined;
  return steps.every(does) && (steps.at(-1)?.sends?.length ?? 0) > 0;
}

function violatedInStep({ clause, slug, at }: NonNullable<Steps[number]['violation']>): Violated {
  return { at, violation: clause === undefined || slug === undefined ? undefined : { clause, slug } };
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
