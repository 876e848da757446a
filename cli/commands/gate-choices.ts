/** The options of `gate`, read and fitted to each other. */
import { type ScenarioId, scenarioIds } from '../../endpoints/org/scenarios.js';
import type { DriverOptions } from '../../engine/connector/options.js';
import type { UsageProblem } from '../../settings/errors/usage-error.js';
import { asFlag } from '../../settings/options/declaration.js';
import type { ValuesOf } from '../../settings/options/options.js';
import { type GivenOptions, readOptions } from '../../settings/options/read-options.js';

export interface GateChoices extends Omit<ValuesOf<'gate'>, 'scenario' | 'driver' | 'driverCommand'> {
  /** In the order in which they are played. */
  readonly scenarios: readonly ScenarioId[];
  readonly driver?: DriverOptions;
}

/** @param hasCommand whether a command stands behind `--`. @throws UsageError naming every option that cannot be followed. */
export function readGateChoices(given: GivenOptions, hasCommand: boolean): GateChoices {
  const isRun = hasCommand || given.driver !== undefined || given.driverCommand !== undefined;
  const { scenario, driver, driverCommand, ...values } = readOptions('gate', given, { spelling: asFlag }, (read) => [
    ...scenarioProblems(read.scenario ?? [], isRun),
    ...driverProblems(given, hasCommand),
  ]);
  const fallback: readonly ScenarioId[] = isRun ? scenarioIds : ['all-well'];
  return {
    ...values,
    scenarios: scenario.length === 0 ? fallback : scenarioIds.filter((id) => scenario.includes(id)),
    ...(driver === undefined ? {} : { driver: { kind: 'url', url: driver } }),
    ...(driverCommand === undefined ? {} : { driver: { kind: 'command', args: driverCommand } }),
  };
}

function scenarioProblems(scenarios: readonly ScenarioId[], isRun: boolean): readonly UsageProblem[] {
  if (isRun || scenarios.length < 2) return [];
  const message = 'without a command only one --scenario can be served';
  const advice = 'name one, or give the command that runs the connector: byoc-conformance gate -- COMMAND ARGS';
  return [{ option: 'scenario', message, advice }];
}

function driverProblems({ driver, driverCommand }: GivenOptions, hasCommand: boolean): readonly UsageProblem[] {
  if (driverCommand === undefined) return [];
  if (driver !== undefined) {
    const message = '--driver and --driver-command cannot be used together';
    return [{ option: 'driverCommand', message, advice: 'leave out one of them' }];
  }
  if (!hasCommand) return [];
  const message = '--driver-command and a command behind -- cannot be used together';
  const advice = 'leave out the command: the one of --driver-command is run for each subject';
  return [{ option: 'driverCommand', message, advice }];
}
