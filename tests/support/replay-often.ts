/** Sends a recorded failure again, mostly 20 times: to services that are new, and to one and the same. */
import { createMock, type MockKeys } from '../../endpoints/mock/mock.js';
import { replayCase, requestsOf } from '../../engine/service/replay/replay.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import { clockOfRequests } from '../../tools/manual-clock.js';
import type { SingleFault } from '../../tools/run-against.js';

/**
 * 20 times; 4 times for merges, and where each takes thousands of requests, so that CI keeps within its time. BYOC_REPLAYS=20 in the
 * environment spares none.
 */
export function timesOf(replay: ReplayCase): number {
  // Two people that share an identifier do so each time, without any race.
  const few = requestsOf(replay) > 1_500 || replay.clause.startsWith('behaviour/different-pair/');
  return Number(process.env.BYOC_REPLAYS ?? (few ? 4 : 20));
}

/** How often it was STILL the failure, and what was said where it was not. */
export interface Often {
  readonly still: number;
  readonly others: readonly string[];
}

/** Half of the times to services that are new, side by side; the other half to one and the same. */
export async function replayOften(
  replay: ReplayCase,
  fault: SingleFault,
  keys: MockKeys,
  times: number,
): Promise<Often> {
  const shares = Math.floor(times / 2);
  const onNew = async (): Promise<string> => {
    const service = await serve(fault, keys);
    return service.send(replay).finally(service.close);
  };
  const said = await Promise.all(Array.from({ length: times - shares }, onNew));
  const shared = await serve(fault, keys);
  for (let time = 0; time < shares; time += 1) said.push(await shared.send(replay));
  await shared.close();
  const others = said.filter((result) => !result.startsWith('STILL'));
  return { still: said.length - others.length, others };
}

/** Service and replay go by one clock, so that a wait of a minute takes no time. */
async function serve(fault: SingleFault, keys: MockKeys) {
  const clock = clockOfRequests();
  const mock = await createMock({ keys, faults: [fault.id], clock: () => clock.wallMs() });
  const { baseUrl, close } = await mock.listen();
  const target = {
    kind: 'service',
    baseUrl: new URL(baseUrl),
    credentials: mock.credentials,
    faults: [],
  } as const;
  const send = async (replay: ReplayCase): Promise<string> => {
    const { result, reason } = await replayCase(replay, { target, clock });
    return `${result}: ${reason}`;
  };
  return { send, close };
}
