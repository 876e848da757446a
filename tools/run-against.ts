/**
 * A run against a mock of its own that has one fault. Both go by a clock of their own: what is found, and when, hangs on
 * requests and never on how busy the machine is.
 */
import type { Fault, FaultId } from '../endpoints/mock/faults.js';
import { createMock, type MockKeys } from '../endpoints/mock/mock.js';
import { runConformance } from '../engine/service/run-conformance.js';
import type { RunOptions } from '../engine/service/run-options.js';
import type { ServiceRecord } from '../schemas/record/run-record.js';
import { clockOfRequests } from './manual-clock.js';

export type SingleFault = Fault & { readonly id: FaultId };

/** @param onExchange told of each request that arrives. */
export async function runAgainst(
  fault: SingleFault,
  keys: MockKeys,
  options: Partial<Omit<RunOptions, 'target'>> & Pick<RunOptions, 'level' | 'only' | 'seed'>,
  onExchange?: () => void,
): Promise<ServiceRecord> {
  const clock = clockOfRequests();
  const mock = await createMock({ keys, faults: [fault.id], clock: () => clock.wallMs(), onExchange });
  const { baseUrl, close } = await mock.listen();
  try {
    const target = { kind: 'service', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: [] } as const;
    return await runConformance({ target, layout: 'parts', edition: '61.0', concurrency: 16, clock, ...options });
  } finally {
    await close();
  }
}
