/** The command line: commands, and options and help as they are declared. Values are checked by the commands, all problems at once. */
import { Command, Option } from 'commander';
import {
  type CommandName,
  defaultOf,
  type OptionDeclarations,
  optionsOf,
  usageOf,
} from '../settings/options/declaration.js';
import { options } from '../settings/options/options.js';
import type { GivenOptions } from '../settings/options/read-options.js';
import { clausesCommand } from './commands/clauses.js';
import { gateCommand } from './commands/gate.js';
import { mockCommand } from './commands/mock.js';
import { probeCommand } from './commands/probe.js';
import { proxyCommand } from './commands/proxy.js';
import { replayCommand } from './commands/replay.js';
import { reportCommand } from './commands/report.js';
import { runCommand } from './commands/run.js';
import type { Context } from './context.js';
import { helpBelow } from './help.js';

export interface CommandDefinition {
  readonly name: CommandName;
  /** A line in the list of commands, and a sentence above the options. */
  readonly summary: string;
  readonly description: string;
  readonly argument?: { readonly usage: string; readonly help: string };
  /** Gives the exit code. */
  readonly run: (given: GivenOptions, args: readonly string[], context: Context) => Promise<number> | number;
}

const commands: readonly CommandDefinition[] = [
  {
    name: 'run',
    summary: 'judge a service; with nothing configured, the embedded mock',
    description: 'Judges a service by every clause of the specification; with nothing configured, the embedded mock.',
    run: (given, _, context) => runCommand(given, context),
  },
  {
    name: 'mock',
    summary: 'serve the mock until Ctrl-C',
    description: 'Serves a service that keeps every clause, or breaks those that you choose, until Ctrl-C.',
    run: (given, _, context) => mockCommand(given, context),
  },
  {
    name: 'gate',
    summary: 'judge a connector by what it sends',
    description: "Serves an org, runs the connector's own command, and judges every request that it sends.",
    argument: { usage: '[command...]', help: "the connector's command and its arguments, behind --" },
    run: gateCommand,
  },
  {
    name: 'proxy',
    summary: 'judge a connector in front of a real service',
    description: 'Passes everything on to a service unchanged, and judges what goes by, until Ctrl-C.',
    run: (given, _, context) => proxyCommand(given, context),
  },
  {
    name: 'clauses',
    summary: 'list the clauses',
    description: 'Lists every clause: its id, its place in the specification, who owes it, how sure we are of it.',
    run: (given, _, context) => clausesCommand(given, context),
  },
  {
    name: 'probe',
    summary: 'say which edition, layout and status a service speaks',
    description:
      'Finds out with at most 12 requests which edition of the contract a service speaks, and in which layout.',
    run: (given, _, context) => probeCommand(given, context),
  },
  {
    name: 'report',
    summary: 'make the reports again from a run record',
    description: 'Makes the reports again from the run record (run.json) of an earlier run.',
    argument: { usage: '<run.json>', help: 'the run record' },
    run: (given, [file = ''], context) => reportCommand(given, file, context),
  },
  {
    name: 'replay',
    summary: 'send recorded failures again: FIXED, STILL or CHANGED',
    description: 'Sends recorded failures again, to the configured service or to the embedded mock, and judges them.',
    argument: { usage: '<file...>', help: 'files of the folder failures of a report directory' },
    run: replayCommand,
  },
];

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
      // Errors are told in one place, by run-cli.ts; commander only throws them.
      outputError: () => {},
      writeOut: (text) => context.printer.result(text.replace(/\n$/, '')),
      writeErr: (text) => context.printer.note(text.replace(/\n$/, '')),
      getOutHelpWidth: () => helpWidth(stdout),
      getErrHelpWidth: () => helpWidth(stderr),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', helpBelow('main'));
  for (const definition of commands) addCommand(program, definition, options, context, finish);
  return program;
}

/** Adds a command with all options that are declared for it. */
export function addCommand(
  program: Command,
  { name, summary, description, argument, run }: CommandDefinition,
  declarations: OptionDeclarations,
  context: Context,
  finish: (exitCode: number) => void,
): void {
  const command = program
    .command(name)
    .summary(summary)
    .description(description)
    .addHelpText('after', helpBelow(name))
    .action(async () => finish(await run(command.opts(), command.args, context)));
  if (argument !== undefined) command.argument(argument.usage, argument.help);
  for (const [option, declaration] of optionsOf(name, declarations)) {
    const fallback = defaultOf(declaration);
    const help = fallback === undefined ? declaration.help : `${declaration.help} (default: ${fallback})`;
    const flag = new Option(usageOf(option, declaration), help);
    command.addOption(declaration.repeatable === true ? flag.argParser(collect) : flag);
  }
}

/** As wide as the texts below the options, also on a wide terminal. */
function helpWidth(stream: { readonly columns?: number }): number {
  return Math.min(80, stream.columns ?? 80);
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}
