/** What the reports in plain text say of a connector beside its clauses: scenarios, driven subjects, the command. */
import type { ConnectorRecord } from '../schemas/record/run-record.js';
import { plural } from '../text/format.js';

const signs = { conformant: '✓', nonconformant: '✗', inconclusive: '?' } as const;

/** A line for each scenario; those that went well are told without their reason. */
export function scenarioLines({ scenarios = [] }: ConnectorRecord): readonly string[] {
  return scenarios.map(({ title, verdict, reason }) => {
    const told = verdict === 'conformant' ? '' : `: ${reason}`;
    return `${signs[verdict]} ${title}${told}`;
  });
}

const mostObservations = 6;

/** What was seen and is no mistake, each kind in a line; nothing where nothing was. */
export function observationLines({ findings }: ConnectorRecord): readonly string[] {
  const seen = findings.filter(({ verdict }) => verdict === 'observed');
  if (seen.length === 0) return [];
  const shown = seen
    .slice(0, mostObservations)
    .map(({ got, count }) => `  ${got}${count === 1 ? '' : ` (${count} times)`}`);
  const rest = seen.length > mostObservations ? [`  and ${seen.length - mostObservations} more in the report`] : [];
  return ['Seen, and not judged:', ...shown, ...rest];
}

/** How many conversations the connector was given, as they went over the wire. */
export function conversationWords({ answers, pairs, identifiers }: NonNullable<ConnectorRecord['identities']>): string {
  const given = `${plural(answers, 'answer')} gave ${answers === 1 ? 'a conversation' : 'conversations'}`;
  return `${given}: ${plural(pairs, 'pair')}, ${plural(identifiers, 'identifier')}.`;
}

/** One line; undefined where there was no command. */
export function commandWords({ command }: ConnectorRecord): string | undefined {
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
export function drivenWords({ driven }: ConnectorRecord): string | undefined {
  if (driven === undefined) return undefined;
  const { asked, arrived, connector } = driven;
  const whom = connector === undefined ? '' : ` (${connector})`;
  return `Subjects: ${arrived} of ${asked} arrived as they were asked for${whom}`;
}

function unended(runs: NonNullable<ConnectorRecord['command']>['runs']): string {
  if (runs.every(({ ending }) => ending === 'served')) return 'served';
  return runs.some(({ ending }) => ending === 'not started') ? 'did not start' : 'did not end';
}
