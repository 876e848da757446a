/** Drives a connector by a command for each subject, which is one argument of it; no shell comes near it. */
import { type CommandOptions, runCommand } from '../command/run-command.js';
import { commandEnding } from '../command-record.js';
import type { Driver } from './driver.js';

const answerMs = 60_000;

/**
 * Each run is handed a token of its own: no process can know what an earlier one learned of its token.
 * The subject also comes in the environment, as `BYOC_SUBJECT`, and as JSON on standard input.
 */
export function commandDriver(
  args: readonly string[],
  options: Omit<CommandOptions, 'args'>,
  freshToken: () => Promise<string>,
): Driver {
  return {
    most: 60,
    mostShrinks: 80,
    together: 1,
    ready: () => Promise.resolve(undefined),
    async ask({ channel, subject }) {
      const outcome = await runCommand({
        ...options,
        args: args.map((argument) =>
          argument.replaceAll('{channel}', () => channel).replaceAll('{subject}', () => subject),
        ),
        env: {
          ...options.env,
          SF_ACCESS_TOKEN: await freshToken(),
          // A process does its work for one channel: it may take it from its settings, as in the field.
          CHANNEL_ADDRESS_IDENTIFIER: channel,
          BYOC_SUBJECT: subject,
          BYOC_CHANNEL: channel,
        },
        input: `${JSON.stringify({ channelAddressIdentifier: channel, subject })}\n`,
        timeoutMs: Math.min(answerMs, options.timeoutMs),
      });
      const { ok, told } = commandEnding(outcome);
      return ok ? { kind: 'done' } : { kind: 'broken', told };
    },
  };
}
