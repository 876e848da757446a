/** The command `gate`: judges a connector by what it really sends. */
import { resolve } from 'node:path';
import type { GateEvent, GateOptions } from '../../engine/connector/gate-options.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import { gateRecord } from '../../verdicts/release/release-record.js';
import type { Context } from '../context.js';
import { ListenError } from '../errors/listen-error.js';
import { reasonOf, systemCode } from '../errors/reason.js';
import { listenForInterrupt } from '../interrupt.js';
import { type ConnectorFlags, type RawConnectorFlags, readConnectorFlags } from '../options/connector-flags.js';
import { prepareReportDirectory } from '../output/report-directory.js';
import { configuredTokens } from '../settings/read-settings.js';
import { loadGate } from './load-gate.js';
import { publishRecord } from './publish-record.js';
import { tellGate } from './tell-gate.js';
import { writeGateSettings } from './write-gate-settings.js';

const stoppingCommand = 'Stopping. The report is still written; Ctrl-C again ends at once without it.';

/** Gives the exit code by the verdict; throws the error of the kind for all that keeps the gate from serving. */
export async function gateCommand(
  command: readonly string[],
  raw: RawConnectorFlags,
  context: Context,
): Promise<number> {
  const { surroundings, printer } = context;
  const flags = readConnectorFlags(raw, command.length > 0);
  const directory = await prepareReportDirectory(surroundings.cwd, flags.out);
  const gate = await loadGate(flags, { cwd: surroundings.cwd, validateRecord: context.dependencies.validateRecord });
  const interrupt = listenForInterrupt(surroundings, () => printer.note(stoppingCommand));
  try {
    const judged = await runWithWords(command, flags, context, interrupt.signal);
    printer.clearStatus();
    const record = gateRecord(judged, gate);
    await publishRecord(record, directory, context);
    return record.exitCode;
  } finally {
    interrupt.release();
  }
}

async function runWithWords(
  command: readonly string[],
  flags: ConnectorFlags,
  context: Context,
  signal: AbortSignal,
): Promise<RunRecord> {
  const { surroundings, printer } = context;
  const { createRedactor } = await import('../../text/redactor.js');
  const { runGate } = await import('../../engine/connector/run-gate.js');
  const redactor = createRedactor(configuredTokens(surroundings));
  const { scenarios, edition, port, timeoutMs, driver, seed } = flags;
  const failures: unknown[] = [];
  const words = new GateWords(command, flags, context, (error) => failures.push(error));
  const options: GateOptions = {
    ...(command.length === 0 ? {} : { command }),
    ...(driver === undefined ? {} : { driver }),
    scenarios,
    edition,
    seed,
    port,
    timeoutMs,
    cwd: surroundings.cwd,
    env: surroundings.env,
    // What is secret for the record is secret for the terminal.
    redactor: {
      ...redactor,
      // What looks like a token goes too: a connector may print one of its own.
      text: (value) => printer.redact(redactor.text(value)),
      add: (secret) => {
        redactor.add(secret);
        printer.addSecrets([secret]);
      },
    },
    signal,
    onEvent: (event) => words.tell(event),
  };
  try {
    const record = await runGate(options);
    const [failed] = failures;
    if (failed !== undefined) throw failed;
    return record;
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE' && systemCode(error) !== 'EACCES') throw error;
    throw new ListenError('127.0.0.1', port, reasonOf(error), 'gate');
  }
}

/** Says what happens, as it happens. */
class GateWords {
  readonly #command: readonly string[];
  readonly #flags: ConnectorFlags;
  readonly #context: Context;
  readonly #onFailure: (error: unknown) => void;
  #told = false;

  constructor(
    command: readonly string[],
    flags: ConnectorFlags,
    context: Context,
    onFailure: (error: unknown) => void,
  ) {
    this.#command = command;
    this.#flags = flags;
    this.#context = context;
    this.#onFailure = onFailure;
  }

  tell(event: GateEvent): void {
    const { printer, surroundings } = this.#context;
    switch (event.type) {
      case 'listening':
        this.#tellSettings(event.settings);
        return;
      case 'scenario':
        if (this.#isRun()) printer.note(`[${event.number}/${event.of}] ${event.title}`);
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

  #isRun(): boolean {
    return this.#command.length > 0 || this.#flags.driver?.kind === 'command';
  }

  #tellSettings(settings: Readonly<Record<string, string>>): void {
    if (this.#told || (this.#isRun() && this.#flags.credentials === undefined)) return;
    this.#told = true;
    const { printer, surroundings } = this.#context;
    const { credentials } = this.#flags;
    const file = credentials === undefined ? undefined : resolve(surroundings.cwd, credentials);
    const tell = (): void => {
      if (!this.#isRun()) printer.result(tellGate(settings, file));
    };
    if (file === undefined) tell();
    // Whoever is told of the file finds it.
    else writeGateSettings(file, settings).then(tell).catch(this.#onFailure);
  }
}
