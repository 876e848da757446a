/** Makes the target of a run: the configured service as it is, or the embedded mock on a free port of this machine. */
import type { Target } from '../engine/service/run-options.js';
import type { Credentials } from '../generators/credentials.js';
import { UsageError } from './errors/usage-error.js';
import type { Spelling } from './options/declaration.js';
import type { Settings } from './read-settings.js';

export interface OpenTarget {
  readonly target: Target;
  /** Stops the embedded mock; nothing to do for a service. */
  close(): Promise<void>;
}

/** The mock as far as it is needed here. */
export interface MockToOpen {
  readonly credentials: Credentials;
  /** Values that must never be printed. */
  readonly secrets: readonly string[];
  listen(): Promise<{ readonly baseUrl: string; close(): Promise<void> }>;
}

/**
 * A target with a token flow has no token yet: see withToken.
 *
 * @param addSecrets told the secrets of the mock before they can be printed.
 */
export async function openTarget(
  settings: Settings,
  faults: readonly string[],
  createMock: () => Promise<MockToOpen>,
  addSecrets: (secrets: readonly string[]) => void,
): Promise<OpenTarget> {
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
