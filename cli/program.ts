/** The command line: commands, options and help. Values are checked by the commands, so that all problems are told at once. */
import { Command } from 'commander';
import { clausesCommand } from './commands/clauses.js';
import { mockCommand } from './commands/mock.js';
import { reportCommand } from './commands/report.js';
import { runCommand } from './commands/run.js';
import type { Context } from './context.js';
import { clausesHelp, mainHelp, mockHelp, reportHelp } from './help/command-help.js';
import { exitCodesHelp } from './help/exit-codes.js';
import { runHelp } from './help/run-help.js';
import type { RawMockFlags } from './options/mock-flags.js';
import type { RawRunFlags } from './options/run-flags.js';

/** @param finish told the exit code of the command that was run. */
export function createProgram(context: Context, version: string, finish: (exitCode: number) => void): Command {
  const { stdout, stderr } = context.surroundings;
  const program = new Command('byoc-conformance')
    .description("Conformance suite for the Interaction Service API's operation POST v1/conversation")
    .version(version, '--version', 'show the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      // Errors are told in one place, errors/tell.ts; commander only throws them.
      outputError: () => {},
      writeOut: (text) => context.printer.result(text.replace(/\n$/, '')),
      writeErr: (text) => context.printer.note(text.replace(/\n$/, '')),
      getOutHelpWidth: () => helpWidth(stdout),
      getErrHelpWidth: () => helpWidth(stderr),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', `${mainHelp}${exitCodesHelp}`.trimEnd());
  addRun(program, context, finish);
  addMock(program, context, finish);
  addClauses(program, context, finish);
  addReport(program, context, finish);
  return program;
}

/** Readable on a wide terminal too. */
function helpWidth(stream: { readonly columns?: number }): number {
  return Math.min(100, stream.columns ?? 100);
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

function addRun(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('run')
    .summary('judge a service; with nothing configured, the embedded mock')
    .description('Judges a service by every clause of the specification; with nothing configured, the embedded mock.')
    .option('--base-url <url>', 'the part before /v1/conversation (else SF_SCRT_INSTANCE_URL and /api)')
    .option('--edition <edition>', 'edition of the contract: 61.0', '61.0')
    .option('--layout <layout>', 'layout of the form: parts or json-part', 'parts')
    .option('--level <level>', 'how much is sent: smoke, standard or deep', 'standard')
    .option('--seed <number>', 'whole number that the cases are drawn from, 0 to 4294967295 (default: random, shown)')
    .option(
      '--only <clause>',
      'judge only this clause id, or those that begin with it up to a slash; repeatable',
      collect,
    )
    .option('--max-requests <number>', 'send no more requests than this')
    .option('--rate <number>', 'send no more requests a second than this')
    .option('--concurrency <number>', 'requests under way at once, 1 to 256 (default: 8, embedded mock 16)')
    .option('--memory <time>', 'ask for the oldest pairs again over this time, such as 10m (default: 0s, deep 65s)')
    .option('--out <directory>', 'where the reports are written', 'conformance-report')
    .option('--yes', 'send without asking; only a terminal is asked')
    .option('--fault <id>', 'switch a fault of the embedded mock on, to see it found; repeatable', collect)
    .addHelpText('after', `${runHelp}${exitCodesHelp}`.trimEnd())
    .action(async (flags: RawRunFlags) => finish(await runCommand(flags, context)));
}

function addMock(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('mock')
    .summary('serve the mock until Ctrl-C')
    .description('Serves a service that keeps every clause, or breaks those that you choose, until Ctrl-C.')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '0')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--fault <id>', 'switch a deliberate deviation on; repeatable', collect)
    .option('--variant <id>', 'serve a conformant mock that is built differently')
    .option('--list-faults', 'list the faults')
    .option('--list-variants', 'list the variants')
    .option('--credentials <file>', 'write the settings that the mock accepts to a file, as JSON')
    .option('--verbose', 'log a line for each request to standard error')
    .addHelpText('after', `${mockHelp}${exitCodesHelp}`.trimEnd())
    .action(async (flags: RawMockFlags) => finish(await mockCommand(flags, context)));
}

function addClauses(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('clauses')
    .summary('list the clauses')
    .description('Lists every clause: its id, its place in the specification, who owes it, how sure we are of it.')
    .option('--json', 'as JSON')
    .addHelpText('after', `${clausesHelp}${exitCodesHelp}`.trimEnd())
    .action((flags: { readonly json?: boolean }) => finish(clausesCommand(flags, context)));
}

function addReport(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('report')
    .summary('make the reports again from a run record')
    .description('Makes the reports again from the run record (run.json) of an earlier run.')
    .argument('<run.json>', 'the run record')
    .option('--out <directory>', 'where the reports are written', 'conformance-report')
    .addHelpText('after', `${reportHelp}${exitCodesHelp}`.trimEnd())
    .action(async (file: string, flags: { readonly out: string }) => finish(await reportCommand(file, flags, context)));
}
