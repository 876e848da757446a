/** Makes the target of a run: the configured service as it is, or the embedded mock on a free port of this machine. */
import type { Mock } from '../endpoints/mock/mock.js';
import type { Target } from '../engine/service/run-options.js';
import type { Credentials } from '../generators/credentials.js';
import { UsageError } from './errors/usage-error.js';
import type { Spelling } from './options/declaration.js';
import type { Settings } from './read-settings.js';

/** The mock as far as it is needed here. */
export interface MockToOpen extends Pick<Mock, 'secrets'> {
  readonly credentials: Credentials;
  /** Opens the socket; port 0 is a free one. Rejects with the system's error when it cannot. */
  listen(...where: Parameters<Mock['listen']>): Promise<Pick<Awaited<ReturnType<Mock['listen']>>, 'baseUrl' | 'close'>>;
}

/**
 * A target with a token flow has no token yet: see withToken. `close` stops the embedded mock; a service has nothing to stop.
 *
 * @param addSecrets told the secrets of the mock before they can be printed.
 */
export async function openTarget(
  settings: Settings,
  faults: readonly string[],
  createMock: () => Promise<MockToOpen>,
  addSecrets: (secrets: readonly string[]) => void,
): Promise<{ readonly target: Target; close(): Promise<void> }> {
  if (settings.kind === 'service') {
    const { warnings: _warnings, ...service } = settings;
    return { target: { ...service, faults: [] }, close: async () => {} };
  }
  const mock = await createMock();
  addSecrets(mock.secrets);
  const running = await mock.listen();
  const baseUrl = new URL(running.baseUrl);
  return {
    target: { kind: settings.kind, baseUrl, credentials: mock.credentials, faults },
    close: () => running.close(),
  };
}

/** A run of a service with a fault that was never switched on would look like one that found nothing. @throws UsageError */
export function refuseFaultsOfService({ kind }: Settings, faults: readonly string[], spelling: Spelling): void {
  if (kind !== 'service' || faults.length === 0) return;
  const message = `${spelling('fault')} works with the embedded mock only, and a service is configured`;
  const advice = `leave out ${spelling('fault')}, or unset the settings of the service`;
  throw new UsageError([{ option: 'fault', message, advice }]);
}
