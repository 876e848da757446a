/** Runs one command line from its arguments to its exit code; never rejects for what a command throws. */
import { CommanderError } from 'commander';
import { proxySecrets } from '../endpoints/sender/proxy.js';
import { suiteVersion } from '../engine/suite-version.js';
import { UsageError } from '../settings/errors/usage-error.js';
import { tellError } from '../settings/errors/user-error.js';
import { configuredSecrets } from '../settings/read-settings.js';
import { exitCodes } from '../verdicts/record/run-verdict.js';
import { behindDashes } from './commands/gate-choices.js';
import type { Dependencies } from './dependencies.js';
import { Printer, type Redactor } from './output/printer.js';
import { createProgram } from './program.js';
import type { Surroundings } from './surroundings.js';
import { refuseTokenArguments } from './token-arguments.js';

export interface Cli {
  /** Gives the exit code. */
  run(): Promise<number>;
  /** Prints an error that came up outside of run(), and gives the exit code. */
  tell(error: unknown): number;
}

/** The redactor knows the configured tokens before the first argument is looked at. */
export function createCli(
  surroundings: Surroundings,
  dependencies: Dependencies,
  createRedactor: (secrets: readonly string[]) => Redactor,
): Cli {
  const config = configArgument(surroundings.argv);
  const { tokens, keyLines } = configuredSecrets(surroundings, config);
  const secrets = [...tokens, ...keyLines, ...proxySecrets(surroundings.env)];
  const printer = new Printer(surroundings, createRedactor(secrets));
  const debug = surroundings.env.DEBUG !== undefined && surroundings.env.DEBUG !== '';
  const tell = (error: unknown): number => {
    const told = tellError(error, debug);
    printer.note(told.text);
    return told.exitCode;
  };
  return {
    tell,
    async run() {
      let code: number = exitCodes['fault of the suite'];
      try {
        refuseTokenArguments(surroundings.argv, tokens);
        const program = createProgram({ surroundings, dependencies, printer }, suiteVersion(), (finished) => {
          code = finished;
        });
        await program.parseAsync(surroundings.argv, { from: 'user' });
        return code;
      } catch (error) {
        if (!(error instanceof CommanderError)) return tell(error);
        // Help and version that were asked for end with 0; commander ends with 1 when it shows help for want of a command.
        if (error.exitCode === 0) return exitCodes.conformant;
        return error.code === 'commander.help'
          ? exitCodes['wrong usage']
          : tell(usageOf(error, surroundings.argv[0] === 'gate'));
      }
    },
  };
}

/** `error: unknown option '--levl'` and, on a second line, `(Did you mean --level?)`. */
function usageOf(error: CommanderError, isGate: boolean): UsageError {
  const [first = '', second] = error.message.replace(/^error: /, '').split('\n');
  const did = /^\(Did you mean (.+)\?\)$/.exec(second ?? '')?.[1];
  const help = isGate && error.code === 'commander.unknownOption' ? behindDashes : 'see: byoc-conformance --help';
  const advice = did === undefined ? help : `did you mean ${did}?`;
  return new UsageError([{ message: first.slice(0, 300), advice }]);
}

/** The value of `--config`, before commander reads it: the file may hold secrets. */
function configArgument(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((argument) => argument === '--config' || argument.startsWith('--config='));
  if (index === -1) return undefined;
  const [, value] = /^--config=(.*)$/s.exec(argv[index] ?? '') ?? [];
  return value ?? argv[index + 1];
}
