/** The command `gate`: judges a connector by what it really sends. */
import { resolve } from 'node:path';
import type { ConnectorEvent } from '../../engine/connector/options.js';
import type { GivenOptions } from '../../settings/options/read-options.js';
import type { Context } from '../context.js';
import { type GateChoices, readGateChoices } from './gate-choices.js';
import { gateCredentials, tellGate } from './gate-settings.js';
import { writePrivateFile } from './private-file.js';
import { judgeServed } from './serving.js';

const stopping = 'Stopping. The report is still written; Ctrl-C again ends at once without it.';

/**
 * Gives the exit code by the verdict; throws the error of the kind for all that keeps the gate from serving.
 *
 * @param command the connector's own, with its arguments; empty when there is none.
 */
export async function gateCommand(given: GivenOptions, command: readonly string[], context: Context): Promise<number> {
  const choices = readGateChoices(given, command.length > 0);
  const { scenarios, edition, port, timeout, driver, seed } = choices;
  const { cwd, env } = context.surroundings;
  const words = new GateWords(command.length > 0, choices, context);
  const serve: Parameters<typeof judgeServed>[3] = async (redactor, signal) => {
    const { runGate } = await import('../../engine/connector/run-gate.js');
    const record = await runGate({
      ...(command.length === 0 ? {} : { command }),
      ...(driver === undefined ? {} : { driver }),
      scenarios,
      edition,
      seed,
      port,
      timeoutMs: timeout,
      cwd,
      env,
      redactor,
      signal,
      onEvent: (event) => words.tell(event),
    });
    await words.written;
    return record;
  };
  return judgeServed('gate', choices, stopping, serve, context);
}

/** Says what happens, as it happens. */
class GateWords {
  readonly #isRun: boolean;
  readonly #file: string | undefined;
  readonly #context: Context;
  /** Rejects when the settings could not be written to their file. */
  written: Promise<void> | undefined;

  constructor(hasCommand: boolean, { driver, credentials }: GateChoices, context: Context) {
    this.#isRun = hasCommand || driver?.kind === 'command';
    this.#file = credentials === undefined ? undefined : resolve(context.surroundings.cwd, credentials);
    this.#context = context;
  }

  tell(event: ConnectorEvent): void {
    const { printer, surroundings } = this.#context;
    switch (event.type) {
      case 'listening':
        this.written ??= this.#tellSettings(event.settings);
        // It is awaited at the end; until then it must not count as unhandled.
        this.written.catch(() => {});
        return;
      case 'scenario':
        if (this.#isRun) printer.note(`[${event.number}/${event.of}] ${event.title}`);
        return;
      case 'output':
        if (event.stream === 'stdout') printer.result(event.line);
        else printer.note(event.line);
        return;
      case 'driven':
        if (surroundings.stderr.isTTY === true) printer.status(`${event.asked} subjects asked for`);
        return;
      case 'judged':
        if (surroundings.stderr.isTTY === true) printer.status(`${event.requests} requests judged`);
    }
  }

  /** Whoever is told of the file finds it. */
  async #tellSettings(settings: Readonly<Record<string, string>>): Promise<void> {
    if (this.#file !== undefined) await writePrivateFile(this.#file, gateCredentials(settings));
    if (!this.#isRun) this.#context.printer.result(tellGate(settings, this.#file));
  }
}
