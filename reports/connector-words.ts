/** What the reports in plain text say of a connector beside its clauses: scenarios, driven subjects, the command. */
import type { RunRecord } from '../schemas/record/run-record.js';
import { plural } from '../text/format.js';

const signs = { conformant: '✓', nonconformant: '✗', inconclusive: '?' } as const;

/** A line for each scenario; those that went well are told without their reason. */
export function scenarioLines({ scenarios = [] }: RunRecord): readonly string[] {
  return scenarios.map(({ title, verdict, reason }) => {
    const told = verdict === 'conformant' ? '' : `: ${reason}`;
    return `${signs[verdict]} ${title}${told}`;
  });
}

/** One line; undefined where there was no command. */
export function commandWords({ command }: RunRecord): string | undefined {
  if (command === undefined) return undefined;
  // A driver's command has a run for each subject, and none of them is listed.
  if (command.runs.length === 0) return `Command: ${command.args.join(' ')}`;
  const { exitCode, signal } = command;
  const ending =
    exitCode === undefined
      ? signal === undefined
        ? unended(command.runs)
        : `died of ${signal}`
      : `exit code ${exitCode}`;
  return `Command: ${command.args.join(' ')} (${plural(command.runs.length, 'run')}, ${ending})`;
}

/** One line; undefined where nothing was driven. */
export function drivenWords({ driven }: RunRecord): string | undefined {
  if (driven === undefined) return undefined;
  return `Subjects: ${driven.arrived} of ${driven.asked} arrived as they were asked for`;
}

function unended(runs: NonNullable<RunRecord['command']>['runs']): string {
  return runs.some(({ ending }) => ending === 'not started') ? 'did not start' : 'did not end';
}
