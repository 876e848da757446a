/** The one place that turns an error into the text for people and the exit code. Never a stack trace for a user's mistake. */

import type { TokenProblemKind } from '../../endpoints/token/token-problem.js';
import { tellTokenProblem } from '../../endpoints/token/token-problem.js';
import { exitCode } from '../exit-code.js';
import { countCharacters } from '../output/found.js';
import { FileError } from './file-error.js';
import { ListenError } from './listen-error.js';
import { RecordError } from './record-error.js';
import { ReplayCaseError } from './replay-case-error.js';
import { SettingsError } from './settings-error.js';
import { TokenError } from './token-error.js';
import { UsageError } from './usage-error.js';
import { WaiversError } from './waivers-error.js';

export interface Told {
  readonly text: string;
  readonly exitCode: number;
}

/** Text without an end of line, and the exit code; `debug` adds the stack to a fault of the suite itself. */
export function tellError(error: unknown, debug: boolean): Told {
  if (error instanceof UsageError) return usage(tellUsage(error));
  if (error instanceof SettingsError) return usage(tellSettings(error));
  if (error instanceof TokenError) return { text: tellToken(error), exitCode: tokenExitCode(error) };
  if (error instanceof FileError) return usage(tellFile(error));
  if (error instanceof RecordError) return usage(tellRecord(error));
  if (error instanceof ReplayCaseError) return usage(tellReplayCase(error));
  if (error instanceof WaiversError) return usage(tellWaivers(error));
  if (error instanceof ListenError) return usage(tellListen(error));
  return { text: tellSuiteFault(error, debug), exitCode: exitCode.suiteFault };
}

/** Whether it is a mistake in usage, settings, files or tokens, and not a fault of the suite itself. */
export function isTold(error: unknown): boolean {
  const kinds = [
    UsageError,
    SettingsError,
    TokenError,
    FileError,
    RecordError,
    ReplayCaseError,
    WaiversError,
    ListenError,
  ];
  return kinds.some((kind) => error instanceof kind);
}

function usage(text: string): Told {
  return { text, exitCode: exitCode.usage };
}

function tellUsage(error: UsageError): string {
  const lines = error.problems.flatMap(({ message, advice }) => [
    `error: ${message}`,
    ...(advice === undefined ? [] : [`       ${advice}`]),
  ]);
  return lines.join('\n');
}

function tellSettings(error: SettingsError): string {
  const count = error.problems.length;
  const lines = [`error: ${count === 1 ? 'one setting is' : `${count} settings are`} missing or malformed`];
  for (const problem of error.problems) {
    lines.push(
      '',
      `  ${problem.setting}`,
      `    expected  ${problem.expected}`,
      `    example   ${problem.example}`,
      `    found     ${problem.found}`,
      `    where     ${problem.where}`,
    );
    if (problem.advice !== undefined) lines.push(`    do        ${problem.advice}`);
  }
  lines.push('', 'Nothing was sent. All settings are explained by: byoc-conformance run --help');
  return lines.join('\n');
}

function tellToken({ problem }: TokenError): string {
  const [message = '', ...rest] = tellTokenProblem(problem);
  return [`error: no access token: ${message}`, ...rest.map((line) => `       ${line}`)].join('\n');
}

/** Whether the settings are wrong cannot be said while the login server is out of reach. */
const undecidedKinds: readonly TokenProblemKind[] = ['unreachable', 'in trouble', 'stopped'];

function tokenExitCode({ problem }: TokenError): number {
  return undecidedKinds.includes(problem.kind) ? exitCode.inconclusive : exitCode.usage;
}

function tellFile(error: FileError): string {
  const advice = {
    'report directory': 'name a directory that can be written with --out',
    'credentials file': 'name a file that can be written with --credentials',
    'run record': 'name the run.json of a report directory',
    'waivers file': 'name a YAML file of waivers with --waivers',
    baseline: 'name the run.json of an earlier run with --baseline',
    'replay case': 'name a file of the folder failures of a report directory',
  }[error.role];
  return `error: ${error.message}\n       ${advice}`;
}

/** As many reasons as help; a file of another kind has hundreds. */
function tellRecord(error: RecordError): string {
  const shown = error.reasons.slice(0, 5).map((reason) => `       ${reason}`);
  const more = error.reasons.length - shown.length;
  if (more > 0) shown.push(`       and ${more} more`);
  return [`error: ${error.message}`, ...shown, '       name the run.json of a report directory'].join('\n');
}

function tellReplayCase(error: ReplayCaseError): string {
  const shown = error.reasons.slice(0, 5).map((reason) => `       ${reason}`);
  const advice = error.advice ?? 'name a file of the folder failures of a report directory';
  return [`error: ${error.message}`, ...shown, `       ${advice}`].join('\n');
}

/** As many problems as can be mended at once. */
function tellWaivers(error: WaiversError): string {
  const shown = error.problems
    .slice(0, 20)
    .flatMap(({ line, message, advice }) => [
      `  ${line === undefined ? '' : `line ${line}: `}${message}`,
      ...(advice === undefined ? [] : [`    do  ${advice}`]),
    ]);
  const more = error.problems.length - 20;
  return [`error: ${error.message}`, ...shown, ...(more > 0 ? [`  and ${more} more`] : []), 'Nothing was sent.'].join(
    '\n',
  );
}

function tellListen(error: ListenError): string {
  return `error: ${error.message}\n       name another one, or --port 0 for a port that is free`;
}

function tellSuiteFault(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split('\n', 1)[0] ?? '';
  const short = line.length > 300 ? `${line.slice(0, 300)}... (${countCharacters(line)})` : line;
  const text = `error: a fault of the suite itself: ${short}`;
  if (debug) return error instanceof Error ? `${text}\n${error.stack ?? ''}` : text;
  return `${text}\n       set DEBUG=1 to see where it comes from, and report it`;
}
