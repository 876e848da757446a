/** Lets the connector do its work once, in one of five ways: its command, its hook, a command for each subject, a process that is asked for all of them, or people. */
import { once } from 'node:events';
import { type CommandOutcome, runCommand, startCommand } from './command/run-command.js';
import { commandEnding } from './command-record.js';
import { commandDriver } from './driving/command-driver.js';
import { type Drive, drive, type Play } from './driving/drive.js';
import type { Driver } from './driving/driver.js';
import { StdioDriver } from './driving/stdio-driver.js';
import { urlDriver } from './driving/url-driver.js';

export interface Exercise extends Drive {
  /** The run of the connector's own command. */
  readonly command?: CommandOutcome;
  /** Another try will not do better. */
  readonly hopeless?: boolean;
}

export async function exercise(play: Play): Promise<Exercise> {
  const { options, org } = play;
  if (options.driver?.kind === 'command')
    return driveWith(
      play,
      commandDriver(options.driver.args, runOptions(play), () => org.issueToken()),
    );
  if (options.driver?.kind === 'stdio') return driveProcess(play, options.driver.args);
  if (options.driver?.kind === 'url') return driveServer(play, options.driver.url);
  if (options.command === undefined) return waitForPeople(options.signal);
  const outcome = await runCommand({ ...runOptions(play), args: options.command });
  const hopeless = outcome.kind === 'not started' || outcome.kind === 'timed out';
  return { ending: commandEnding(outcome), command: outcome, hopeless };
}

function runOptions({ options, settings }: Play) {
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
  return { ending: { ok: true, cut: false, unsaid: true, told: 'the gate was stopped' } };
}

/** The hook belongs to the command, when there is one: it is started before and stopped behind. */
async function driveServer(play: Play, url: URL): Promise<Exercise> {
  const { options } = play;
  if (options.command === undefined) return driveWith(play, urlDriver(url, options));
  const command = startCommand({ ...runOptions(play), args: options.command });
  let hasEnded = false;
  void command.outcome.then(() => {
    hasEnded = true;
  });
  const done = await driveWith(
    play,
    urlDriver(url, options, () => hasEnded),
  );
  const endedByItself = hasEnded;
  command.stop();
  const outcome = await command.outcome;
  if (!endedByItself) return { ...done, command: outcome };
  return { ...done, command: outcome, hopeless: true, ending: { ...commandEnding(outcome), ok: false } };
}

/** Started before the first subject, ended behind the last one by the end of its input. */
async function driveProcess(play: Play, args: readonly string[]): Promise<Exercise> {
  const driver = new StdioDriver(args, play.options.edition, runOptions(play));
  const done = await driveWith(play, driver);
  const command = await driver.end();
  const ending = commandEnding(command);
  const trouble = driver.broke ?? done.trouble;
  return {
    ...done,
    command,
    ...(trouble === undefined ? {} : { trouble }),
    warnings: [...driver.warnings, ...(done.warnings ?? [])],
    hopeless: trouble !== undefined || command.kind === 'not started' || command.kind === 'timed out',
    ...(done.driven === undefined ? {} : { driven: { ...done.driven, connector: driver.connector } }),
    // What it did before it died counts, and so does that it died.
    ending: ending.ok ? done.ending : ending,
  };
}

async function driveWith(play: Play, driver: Driver): Promise<Exercise> {
  play.arrivals.watched = true;
  const done = await drive(driver, play);
  return { ...done, hopeless: done.trouble !== undefined };
}
