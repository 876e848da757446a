/** The options of `gate`, read and fitted to each other. */
import { type ScenarioId, scenarioIds } from '../../endpoints/org/scenarios.js';
import type { DriverOptions } from '../../engine/connector/options.js';
import type { UsageProblem } from '../../settings/errors/usage-error.js';
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
