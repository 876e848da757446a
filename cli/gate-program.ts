/** The commands `gate` and `proxy` on the command line. */
import type { Command } from 'commander';
import { gateCommand } from './commands/gate.js';
import { proxyCommand } from './commands/proxy.js';
import type { Context } from './context.js';
import { exitCodesHelp } from './help/exit-codes.js';
import { gateHelp, proxyHelp } from './help/gate-help.js';
import type { RawConnectorFlags, RawProxyFlags } from './options/connector-flags.js';

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

export function addGate(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('gate')
    .summary('judge a connector by what it sends')
    .description("Serves an org, runs the connector's own command, and judges every request that it sends.")
    .argument('[command...]', "the connector's command and its arguments, behind --")
    .option('--scenario <id>', 'play only this scenario; repeatable (default: all)', collect)
    .option('--edition <edition>', 'edition of the contract: 61.0 or 65.0', '61.0')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '0')
    .option('--timeout <time>', 'end the command after this time, for each scenario', '5m')
    .option('--driver <url>', "ask the connector's hook for subjects of every kind")
    .option('--driver-command <command>', 'run this for each subject, which replaces {subject}')
    .option(
      '--seed <number>',
      'whole number that the subjects are drawn from, 0 to 4294967295 (default: random, shown)',
    )
    .option('--credentials <file>', 'write the settings that the gate accepts to a file, as JSON')
    .option('--waivers <file>', 'accept the failures that this YAML file names')
    .option('--baseline <run.json>', 'tell what is new, fixed, still failing or gone since an earlier run')
    .option('--gate <failures>', 'which failures end with 1: all, or only new ones since the baseline', 'all')
    .option('--out <directory>', 'where the reports are written', 'conformance-report')
    .addHelpText('after', `${gateHelp}${exitCodesHelp}`.trimEnd())
    .action(async (command: readonly string[], flags: RawConnectorFlags) =>
      finish(await gateCommand(command, flags, context)),
    );
}

export function addProxy(program: Command, context: Context, finish: (exitCode: number) => void): void {
  program
    .command('proxy')
    .summary('judge a connector in front of a real service')
    .description('Passes everything on to a service unchanged, and judges what goes by, until Ctrl-C.')
    .option('--base-url <url>', 'the part before /v1/conversation of the service behind')
    .option('--edition <edition>', 'edition of the contract: 61.0 or 65.0', '61.0')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '0')
    .option('--waivers <file>', 'accept the failures that this YAML file names')
    .option('--baseline <run.json>', 'tell what is new, fixed, still failing or gone since an earlier run')
    .option('--gate <failures>', 'which failures end with 1: all, or only new ones since the baseline', 'all')
    .option('--out <directory>', 'where the reports are written', 'conformance-report')
    .addHelpText('after', `${proxyHelp}${exitCodesHelp}`.trimEnd())
    .action(async (flags: RawProxyFlags) => finish(await proxyCommand(flags, context)));
}
