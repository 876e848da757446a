/** The options of `gate`, read and fitted to each other. */
import { type ScenarioId, scenarioIds } from '../../endpoints/org/scenarios.js';
import type { DriverOptions } from '../../engine/connector/options.js';
import { UsageError, type UsageProblem } from '../../settings/errors/usage-error.js';
import { asFlag } from '../../settings/options/declaration.js';
import type { ValuesOf } from '../../settings/options/options.js';
import { type GivenOptions, readOptions } from '../../settings/options/read-options.js';

const driverOptions = ['driver', 'driverCommand', 'driverStdio'] as const;
type DriverOption = (typeof driverOptions)[number];

export interface GateChoices extends Omit<ValuesOf<'gate'>, 'scenario' | DriverOption> {
  /** In the order in which they are played. */
  readonly scenarios: readonly ScenarioId[];
  readonly driver?: DriverOptions;
}

/** @param hasCommand whether a command stands behind `--`. @throws UsageError naming every option that cannot be followed. */
export function readGateChoices(given: GivenOptions, hasCommand: boolean): GateChoices {
  const isRun = hasCommand || driverOptions.some((option) => given[option] !== undefined);
  const { scenario, driver, driverCommand, driverStdio, ...values } = readOptions(
    'gate',
    given,
    { spelling: asFlag },
    (read) => [...scenarioProblems(read.scenario ?? [], isRun), ...driverProblems(given, hasCommand)],
  );
  const fallback: readonly ScenarioId[] = isRun ? scenarioIds : ['all-well'];
  return {
    ...values,
    scenarios: scenario.length === 0 ? fallback : scenarioIds.filter((id) => scenario.includes(id)),
    ...(driver === undefined ? {} : { driver: { kind: 'url', url: driver } }),
    ...(driverCommand === undefined ? {} : { driver: { kind: 'command', args: driverCommand } }),
    ...(driverStdio === undefined ? {} : { driver: { kind: 'stdio', args: driverStdio } }),
  };
}

/**
 * A command that was forgotten is not waited for, and no option is guessed to be the gate's or the command's.
 *
 * @param argv as it was given. @throws UsageError
 */
export function checkCommandWords(command: readonly string[], argv: readonly string[]): void {
  const dashes = argv.indexOf('--');
  if ((dashes !== -1 && command.length === 0) || command[0]?.trim() === '') {
    const message = "the connector's command is missing behind --";
    const advice = 'name it, such as: gate -- npm test; without -- the gate serves until Ctrl-C';
    throw new UsageError([{ message, advice }]);
  }
  const last = dashes === -1 ? argv.slice(argv.length - command.length) : argv.slice(dashes + 1);
  if (last.length === command.length && last.every((word, index) => word === command[index])) return;
  const message = "words of the connector's command stand in front of -- or of an option, which may be its own";
  throw new UsageError([{ message, advice: behindDashes }]);
}

/** For a command whose own options were taken for those of the gate. */
export const behindDashes = "put -- in front of the connector's command: gate [options] -- npm test";

function scenarioProblems(scenarios: readonly ScenarioId[], isRun: boolean): readonly UsageProblem[] {
  if (isRun || scenarios.length < 2) return [];
  const message = 'without a command only one --scenario can be served';
  const advice = 'name one, or give the command that runs the connector: byoc-conformance gate -- COMMAND ARGS';
  return [{ option: 'scenario', message, advice }];
}

function driverProblems(given: GivenOptions, hasCommand: boolean): readonly UsageProblem[] {
  const [option, another] = driverOptions.filter((one) => given[one] !== undefined).reverse();
  if (option === undefined) return [];
  if (another !== undefined) {
    const message = `${asFlag(another)} and ${asFlag(option)} cannot be used together`;
    return [{ option, message, advice: 'leave out one of them' }];
  }
  if (!hasCommand || option === 'driver') return [];
  const message = `${asFlag(option)} and a command behind -- cannot be used together`;
  const advice = `leave out the command: the one of ${asFlag(option)} is run ${option === 'driverStdio' ? 'instead' : 'for each subject'}`;
  return [{ option, message, advice }];
}
