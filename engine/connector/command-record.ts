/** How the connector's command went, for the record and in plain words. */
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import type { ExerciseEnding } from '../../verdicts/connector/run/scenario-watch.js';
import type { CommandOutcome } from './command/run-command.js';

export interface CommandRun {
  readonly scenario: string;
  readonly outcome: CommandOutcome;
}

export function commandRecord(
  args: readonly string[],
  runs: readonly CommandRun[],
  redact: (text: string) => string,
): NonNullable<ConnectorRecord['command']> {
  const told = runs.find(({ outcome }) => !commandEnding(outcome).ok) ?? runs[0];
  // Of one that served, how it ended is our doing.
  const { exitCode, signal } = told === undefined || told.outcome.kind === 'served' ? {} : told.outcome;
  const outputs = told === undefined ? [] : [told.outcome.stdout.text, told.outcome.stderr.text];
  return {
    args: [...args],
    exitCode,
    signal,
    output: redact(outputs.filter((text) => text !== '').join('\n')),
    runs: runs.map(({ scenario, outcome: { kind, durationMs, limitMs: _limitMs, stdout, stderr, ...rest } }) => ({
      scenario,
      ending: kind,
      ...rest,
      durationMs: Math.round(durationMs),
      stdout: { ...stdout, text: redact(stdout.text) },
      stderr: { ...stderr, text: redact(stderr.text) },
    })),
  };
}

/** How an outcome counts for the scenario. */
export function commandEnding(outcome: CommandOutcome): ExerciseEnding {
  switch (outcome.kind) {
    case 'not started':
      return { ok: false, cut: true, told: `the command could not be started: ${startWords(outcome.reason ?? '')}` };
    case 'timed out':
      return { ok: false, cut: true, told: `the command did not end within ${seconds(outcome.limitMs)} and was ended` };
    case 'stopped':
      return { ok: false, cut: true, told: 'the command was stopped' };
    case 'served':
      return { ok: true, cut: false, told: 'the command served until it was stopped' };
    case 'ended':
      if (outcome.exitCode === 0) return { ok: true, cut: false, told: 'the command ended with exit code 0' };
      return outcome.exitCode === undefined
        ? { ok: false, cut: false, told: `the command died of the signal ${outcome.signal ?? 'unknown'}` }
        : { ok: false, cut: false, told: `the command ended with exit code ${outcome.exitCode}` };
  }
}

/** The first run that did not end well, in plain words. */
export function troubleOf(runs: readonly CommandRun[]): string | undefined {
  const failed = runs.find(({ outcome }) => !commandEnding(outcome).ok);
  return failed === undefined ? undefined : `in the scenario ${failed.scenario} ${commandEnding(failed.outcome).told}`;
}

/** What is to be said of the runs beside their verdicts. */
export function warningsOf(runs: readonly CommandRun[]): readonly string[] {
  const left = runs.filter(({ outcome }) => outcome.leftBehind > 0);
  const [first] = left;
  if (first === undefined) return [];
  const times = left.length === 1 ? '' : ` (in ${left.length} runs)`;
  return [
    `The command left ${first.outcome.leftBehind === 1 ? 'a process' : `${first.outcome.leftBehind} processes`} behind in the scenario ${first.scenario}${times}; what was left was ended.`,
  ];
}

function startWords(reason: string): string {
  if (reason === 'ENOENT') return 'there is no such program, or no such directory';
  return reason === 'EACCES' ? 'it may not be executed' : reason;
}

const seconds = (milliseconds: number): string => `${Math.max(1, Math.round(milliseconds / 1000))} s`;
