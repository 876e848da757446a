/** The command line: commands, options and help. Values are checked by the commands, so that all problems are told at once. */
import { Command } from 'commander';
import { type ClausesFlags, clausesCommand } from './commands/clauses.js';
import { mockCommand } from './commands/mock.js';
import { probeCommand, type RawProbeFlags } from './commands/probe.js';
import { type RawReplayFlags, replayCommand } from './commands/replay.js';
import { type ReportFlags, reportCommand } from './commands/report.js';
import { runCommand } from './commands/run.js';
import type { Context } from './context.js';
import { addGate, addProxy } from './gate-program.js';
import { clausesHelp, mainHelp, mockHelp, probeHelp, replayHelp, reportHelp } from './help/command-help.js';
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
  addGate(program, context, finish);
  addProxy(program, context, finish);
  addClauses(program, context, finish);
  addProbe(program, context, finish);
  addReport(program, context, finish);
  addReplay(program, context, finish);
  return program;
}

/** As wide as the texts below the options, also on a wide terminal. */
function helpWidth(stream: { readonly columns?: number }): number {
  return Math.min(80, stream.columns ?? 80);
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
    .option(
      '--edition <edition>',
      'edition of the contract: 61.0 (default) or 65.0; given twice, the first decides, the report shows both',
      collect,
    )
    .option('--layout <layout>', 'layout of the body: parts or json-part (61.0), json (65.0) (default: the first)')
    .option('--level <level>', 'how much is sent: smoke, standard or deep', 'standard')
    .option('--seed <number>', 'whole number that the cases are drawn from, 0 to 4294967295 (default: random, shown)')
    .option(
      '--only <clause>',
      'judge only this clause id, or those that begin with it up to a slash; repeatable',
      collect,
    )
    .option('--max-requests <number>', 'send no more requests than this, whatever fails')
    .option('--rate <number>', 'send no more requests a second than this (default: 20, on this machine no limit)')
    .option('--reuse-subjects', 'use the same subjects in every run, so that a later one leaves no more behind')
    .option('--concurrency <number>', 'requests under way at once, 1 to 256 (default: 8, embedded mock 16)')
    .option('--memory <time>', 'ask for the oldest pairs again over this time, such as 10m (default: 0s, deep 65s)')
    .option('--out <directory>', 'where the reports are written', 'conformance-report')
    .option('--waivers <file>', 'accept the failures that this YAML file names')
    .option('--baseline <run.json>', 'tell what is new, fixed, still failing or gone since an earlier run')
    .option('--gate <failures>', 'which failures end with 1: all, or only new ones since the baseline', 'all')
    .option(
      '--config <file>',
      'read settings and options from this file (default: byoc-conformance.config.yaml or .json)',
    )
    .option('--check', 'only say whether the settings would do, and where each was taken from')
    .option('--yes', 'send without asking; needed in CI when the service is not on this machine')
    .option('--fault <id>', 'switch a fault of the embedded mock on, to see it found; repeatable', collect)
    .addHelpText('after', `${runHelp}${exitCodesHelp}`.trimEnd())
    .action(async (flags: RawRunFlags, command: Command) =>
      finish(await runCommand(givenOnly(flags, command), context)),
    );
}

/** What stands on the command line. Defaults are put in behind the configuration, which they must not hide. */
function givenOnly(flags: RawRunFlags, command: Command): RawRunFlags {
  const given = Object.entries(flags).filter(([name]) => command.getOptionValueSource(name) !== 'default');
  return Object.fromEntries(given);
}

function addMock(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('mock')
    .summary('serve the mock until Ctrl-C')
    .description('Serves a service that keeps every clause, or breaks those that you choose, until Ctrl-C.')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '0')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--edition <edition>', 'edition of the contract that it speaks: 61.0 or 65.0', '61.0')
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
    .option('--edition <edition>', 'only those of one edition: 61.0 or 65.0')
    .option('--json', 'as JSON')
    .addHelpText('after', `${clausesHelp}${exitCodesHelp}`.trimEnd())
    .action((flags: ClausesFlags) => finish(clausesCommand(flags, context)));
}

function addProbe(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('probe')
    .summary('say which edition, layout and status a service speaks')
    .description(
      'Finds out with at most 12 requests which edition of the contract a service speaks, and in which layout.',
    )
    .option('--config <file>', 'settings from this file (else byoc-conformance.config.yaml or .json, if there)')
    .option('--base-url <url>', 'the part before /v1/conversation (else SF_SCRT_INSTANCE_URL and /api)')
    .option('--json', 'as JSON')
    .option('--yes', 'send without asking; needed in CI when the service is not on this machine')
    .addHelpText('after', `${probeHelp}${exitCodesHelp}`.trimEnd())
    .action(async (flags: RawProbeFlags) => finish(await probeCommand(flags, context)));
}

function addReport(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('report')
    .summary('make the reports again from a run record')
    .description('Makes the reports again from the run record (run.json) of an earlier run.')
    .argument('<run.json>', 'the run record')
    .option('--out <directory>', 'where the reports are written', 'conformance-report')
    .option('--waivers <file>', 'accept the failures that this YAML file names, as of today')
    .option('--baseline <run.json>', 'tell what is new, fixed, still failing or gone since an earlier run')
    .option('--gate <failures>', 'which failures end with 1: all, or only new ones since the baseline', 'all')
    .addHelpText('after', `${reportHelp}${exitCodesHelp}`.trimEnd())
    .action(async (file: string, flags: ReportFlags) => finish(await reportCommand(file, flags, context)));
}

function addReplay(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('replay')
    .summary('send recorded failures again: FIXED, STILL or CHANGED')
    .description('Sends recorded failures again, to the configured service or to the embedded mock, and judges them.')
    .argument('<file...>', 'files of the folder failures of a report directory')
    .option('--config <file>', 'settings from this file (else byoc-conformance.config.yaml or .json, if there)')
    .option('--base-url <url>', 'the part before /v1/conversation (else SF_SCRT_INSTANCE_URL and /api)')
    .option('--rate <number>', 'send no more requests a second than this')
    .option('--max-requests <number>', 'send no more requests than this for each file')
    .option('--fault <id>', 'switch a fault of the embedded mock on; repeatable', collect)
    .option('--yes', 'send without asking')
    .addHelpText('after', `${replayHelp}${exitCodesHelp}`.trimEnd())
    .action(async (files: readonly string[], flags: RawReplayFlags) =>
      finish(await replayCommand(files, flags, context)),
    );
}
