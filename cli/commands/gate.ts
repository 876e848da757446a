/** The command `gate`: judges a connector by what it really sends. */
import { resolve } from 'node:path';
import type { ConnectorEvent } from '../../engine/connector/options.js';
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import { UsageError } from '../../settings/errors/usage-error.js';
import type { GivenOptions } from '../../settings/options/read-options.js';
import type { Context } from '../context.js';
import { checkCommandWords, readGateChoices } from './gate-choices.js';
import { openAuthority } from './run-authority.js';
import { gateCredentials, tellGate, writePrivateFile } from './served-settings.js';
import { judgeServed } from './serving.js';

const stopping = 'Stopping. The report is still written; Ctrl-C again ends at once without it.';

/**
 * Gives the exit code by the verdict; throws the error of the kind for all that keeps the gate from serving.
 *
 * @param command the connector's own, with its arguments; empty when there is none.
 */
export async function gateCommand(given: GivenOptions, command: readonly string[], context: Context): Promise<number> {
  checkCommandWords(command, context.surroundings.argv);
  const choices = readGateChoices(given, command.length > 0);
  const {
    scenarios,
    edition,
    port,
    host,
    timeout: timeoutMs,
    assertionLife: assertionLifeMs,
    driver,
    seed,
    credentials,
  } = choices;
  const { surroundings, printer } = context;
  const { cwd, env, stderr } = surroundings;
  const isRun = command.length > 0 || (driver !== undefined && driver.kind !== 'url');
  const file = credentials === undefined ? undefined : resolve(cwd, credentials);
  /** Whoever is told of the file finds it. */
  const tellSettings = async (settings: Readonly<Record<string, string>>): Promise<void> => {
    if (file !== undefined) await writePrivateFile(file, gateCredentials(settings));
    if (!isRun) printer.result(tellGate(settings, file));
  };
  /** Rejects when the settings could not be written to their file. */
  let written: Promise<void> | undefined;
  const onEvent = (event: ConnectorEvent): void => {
    switch (event.type) {
      case 'listening':
        written ??= tellSettings(event.settings);
        // It is awaited at the end; until then it must not count as unhandled.
        written.catch(() => {});
        return;
      case 'scenario':
        if (isRun) printer.note(`[${event.number}/${event.of}] ${event.title}`);
        return;
      case 'output':
        if (event.stream === 'stdout') printer.result(event.line);
        else printer.note(event.line);
        return;
      case 'driven':
        if (stderr.isTTY === true) printer.status(`${event.asked} subjects asked for`);
        return;
      case 'judged':
        if (stderr.isTTY === true) printer.status(`${event.requests} requests judged`);
    }
  };
  const serve: Parameters<typeof judgeServed>[3] = async (redactor, signal) => {
    const { runGate } = await import('../../engine/connector/run-gate.js');
    const authority = await openAuthority(choices, surroundings);
    const asked = {
      scenarios,
      edition,
      seed,
      port,
      host,
      timeoutMs,
      assertionLifeMs,
      driver,
      command: command.length === 0 ? undefined : command,
    };
    const record = await runGate({ ...asked, tls: authority, cwd, env, redactor, signal, onEvent });
    await written;
    refuseUnstarted(record);
    return record;
  };
  return judgeServed('gate', choices, stopping, serve, context);
}

/** A program that there is not is a slip in the command line, and no news of a connector. One for each subject has no runs. */
function refuseUnstarted({ command, reason }: ConnectorRecord): void {
  if (command === undefined || command.runs.length === 0) return;
  if (command.runs.some(({ ending }) => ending !== 'not started')) return;
  const [program = ''] = command.args;
  const words = 'give the program and its arguments behind --, each as a word of its own';
  const advice = /\s/.test(program) ? `${words}, without quotes around all of them: gate -- ${program}` : words;
  throw new UsageError([{ message: reason, advice }]);
}
