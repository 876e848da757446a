/** Lets the connector do its work once, in one of four ways: its command, its hook, a command for each subject, or people. */
import { once } from 'node:events';
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import type { Ledger } from '../../verdicts/connector/run/ledger.js';
import type { ExerciseEnding } from '../../verdicts/connector/run/scenario-watch.js';
import type { Scenario } from '../../wire/scenario.js';
import { type CommandOutcome, runCommand, startCommand } from './command/run-command.js';
import { commandEnding } from './command-record.js';
import type { Arrivals } from './driving/arrivals.js';
import { commandDriver } from './driving/command-driver.js';
import { drive } from './driving/drive.js';
import type { Driver } from './driving/driver.js';
import { urlDriver } from './driving/url-driver.js';
import type { GateOptions } from './options.js';

export interface Exercise {
  readonly ending: ExerciseEnding;
  /** The run of the connector's own command. */
  readonly command?: CommandOutcome;
  readonly driven?: NonNullable<ConnectorRecord['driven']>;
  /** What kept it from being judged, beside the command. */
  readonly trouble?: string;
  /** Another try will not do better. */
  readonly hopeless?: boolean;
}

export interface ExerciseInput {
  readonly options: GateOptions;
  readonly settings: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
  readonly arrivals: Arrivals;
  readonly ledger: Ledger;
  readonly channel: string;
  /** A further access token, for a command that is run again. */
  readonly freshToken: () => Promise<string>;
}

export async function exercise(input: ExerciseInput): Promise<Exercise> {
  const { options } = input;
  if (options.driver?.kind === 'command')
    return driveWith(input, commandDriver(options.driver.args, runOptions(input), input.freshToken));
  if (options.driver?.kind === 'url') return driveServer(input, options.driver.url);
  if (options.command === undefined) return waitForPeople(options.signal);
  const outcome = await runCommand({ ...runOptions(input), args: options.command });
  const hopeless = outcome.kind === 'not started' || outcome.kind === 'timed out';
  return { ending: commandEnding(outcome), command: outcome, hopeless };
}

function runOptions({ options, settings }: ExerciseInput) {
  const { cwd, env, timeoutMs, signal, onEvent } = options;
  return {
    cwd,
    env: { ...env, ...settings },
    timeoutMs,
    signal,
    onLine: (line: string, stream: 'stdout' | 'stderr') => onEvent?.({ type: 'output', line, stream }),
  };
}

/** The connector runs elsewhere, and people use it until they stop it. */
async function waitForPeople(signal: AbortSignal): Promise<Exercise> {
  if (!signal.aborted) await once(signal, 'abort');
  return { ending: { ok: true, cut: false, told: 'the gate was stopped' } };
}

/** The hook belongs to the command, when there is one: it is started before and stopped behind. */
async function driveServer(input: ExerciseInput, url: URL): Promise<Exercise> {
  const { options } = input;
  if (options.command === undefined) return driveWith(input, urlDriver(url, options));
  const command = startCommand({ ...runOptions(input), args: options.command });
  let hasEnded = false;
  void command.outcome.then(() => {
    hasEnded = true;
  });
  const driver = urlDriver(url, options, () => hasEnded);
  const done = await driveWith(input, driver);
  const endedByItself = hasEnded;
  command.stop();
  const outcome = await command.outcome;
  if (!endedByItself) return { ...done, command: outcome };
  return { ...done, command: outcome, hopeless: true, ending: { ...commandEnding(outcome), ok: false } };
}

async function driveWith(input: ExerciseInput, driver: Driver): Promise<Exercise> {
  const { scenario, options, arrivals, ledger, channel } = input;
  arrivals.watched = true;
  const { ending, driven, trouble } = await drive({
    driver,
    whole: scenario.clause === undefined,
    seed: options.seed,
    channel,
    arrivals,
    ledger,
    signal: options.signal,
    timeMs: options.timeoutMs,
    onEvent: options.onEvent,
  });
  return { ending, driven, trouble, hopeless: trouble !== undefined };
}
