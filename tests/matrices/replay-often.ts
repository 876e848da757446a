/** Sends a recorded failure again, mostly 20 times: to services that are new, and to one and the same. */
import { createMock, type MockKeys } from '../../endpoints/mock/mock.js';
import { replayCase, requestsOf } from '../../engine/service/replay/replay.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import type { IdentityFault } from '../../tools/identity-faults.js';

/**
 * 20 times; 4 times where each takes thousands of requests, so that CI keeps within its time. BYOC_REPLAYS=20 in the
 * environment spares none.
 */
function timesOf(replay: ReplayCase): number {
  return Number(process.env.BYOC_REPLAYS ?? (requestsOf(replay) > 1_500 ? 4 : 20));
}

/** How often it was STILL the failure, and what was said where it was not. */
export interface Often {
  readonly times: number;
  readonly still: number;
  readonly others: readonly string[];
}

/** How the 20 are done: races are as sharp as the process is idle, and what takes its time does so side by side. */
export type Manner = 'one by one' | 'new ones side by side' | 'all new and side by side';

export async function replayOften(
  replay: ReplayCase,
  fault: IdentityFault,
  keys: MockKeys,
  manner: Manner,
): Promise<Often> {
  const times = timesOf(replay);
  const onNew = async (): Promise<string> => {
    const service = await serve(fault, keys);
    return service.send(replay).finally(service.close);
  };
  const shares = manner === 'all new and side by side' ? 0 : times / 2;
  const said: string[] = [];
  if (manner === 'one by one') for (let time = shares; time < times; time += 1) said.push(await onNew());
  else said.push(...(await Promise.all(Array.from({ length: times - shares }, onNew))));
  const shared = await serve(fault, keys);
  for (let time = 0; time < shares; time += 1) said.push(await shared.send(replay));
  await shared.close();
  const others = said.filter((result) => !result.startsWith('STILL'));
  return { times, still: said.length - others.length, others };
}

async function serve(fault: IdentityFault, keys: MockKeys) {
  const mock = await createMock({ keys, faults: [fault.id] });
  const { baseUrl, close } = await mock.listen();
  const target = {
    kind: 'service',
    baseUrl: new URL(baseUrl),
    credentials: mock.credentials,
    faults: [],
  } as const;
  const send = async (replay: ReplayCase): Promise<string> => {
    const { result, reason } = await replayCase(replay, { target });
    return `${result}: ${reason}`;
  };
  return { send, close };
}
