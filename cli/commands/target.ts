/** Holds the target of `run`, `probe` and `replay` open for as long as they work with it. */
import type { Target } from '../../engine/service/run-options.js';
import { openTarget } from '../../settings/open-target.js';
import type { Settings } from '../../settings/read-settings.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';
import type { Context } from '../context.js';
import type { MockOptions } from '../dependencies.js';
import { listenForInterrupt } from '../interrupt.js';

/**
 * Gives the exit code of the work, or that of an inconclusive run when the work was not agreed to: then it gives undefined.
 *
 * @param mock what to serve when no service is configured.
 * @param stopping said at the first Ctrl-C.
 */
export async function withTarget(
  settings: Settings,
  mock: MockOptions,
  { surroundings, dependencies, printer }: Context,
  work: (target: Target, signal: AbortSignal) => Promise<number | undefined>,
  stopping = (): string => 'Stopping.',
): Promise<number> {
  const interrupt = listenForInterrupt(surroundings, () => printer.note(stopping()));
  const addSecrets = (secrets: readonly string[]): void => printer.addSecrets(secrets);
  try {
    const { target, close } = await openTarget(settings, mock.faults, () => dependencies.createMock(mock), addSecrets);
    try {
      const code = await work(target, interrupt.signal);
      if (code === undefined) printer.note('Nothing was sent.');
      return code ?? exitCodes.inconclusive;
    } finally {
      await close();
    }
  } finally {
    interrupt.release();
  }
}
