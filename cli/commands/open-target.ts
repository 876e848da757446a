/** Makes the target of a run: the configured service as it is, or the embedded mock on a free port of this machine. */

import type { Target } from '../../engine/service/run-options.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import type { Context } from '../context.js';
import type { Settings } from '../settings/read-settings.js';

export interface OpenTarget {
  readonly target: Target;
  /** Stops the embedded mock; nothing to do for a service. */
  close(): Promise<void>;
}

/**
 * Makes the secrets of the mock known to the printer before they can be printed. A target with a token flow has no
 * token yet: see withToken.
 */
export async function openTarget(
  settings: Settings,
  { faults, edition }: { readonly faults: readonly string[]; readonly edition: EditionId },
  { dependencies, printer }: Context,
): Promise<OpenTarget> {
  if (settings.kind === 'service') {
    const { kind, baseUrl, credentials, tokenFlow } = settings;
    const flow = tokenFlow === undefined ? {} : { tokenFlow };
    return { target: { kind, baseUrl, credentials, ...flow, faults: [] }, close: async () => {} };
  }
  const mock = await dependencies.createMock({ faults, edition });
  printer.addSecrets(mock.secrets);
  const running = await mock.listen();
  const baseUrl = new URL(running.baseUrl);
  return {
    target: { kind: settings.kind, baseUrl, credentials: mock.credentials, faults },
    close: () => running.close(),
  };
}
