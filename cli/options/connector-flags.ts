/** Reads the options of `gate` and of `proxy`, all problems of a command line at once. */
import { randomInt } from 'node:crypto';
import { isScenarioId, type ScenarioId, scenarioIds } from '../../endpoints/org/scenarios.js';
import type { DriverOptions } from '../../engine/connector/gate-options.js';
import { type EditionId, editionIds } from '../../schemas/editions/editions.js';
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import { showFound } from '../output/found.js';
import { checkBaseUrl } from '../settings/base-url.js';
import { type GateFlags, type RawGateFlags, readGateFlags } from './gate-flags.js';
import { type OptionResult, readChoice, readDuration, readInteger, readNames } from './values.js';

/** The options as commander hands them over: text, not yet checked. */
export interface RawConnectorFlags extends RawGateFlags {
  readonly scenario?: readonly string[];
  readonly edition?: string;
  readonly out?: string;
  readonly port?: string;
  readonly timeout?: string;
  readonly driver?: string;
  readonly driverCommand?: string;
  readonly seed?: string;
  readonly credentials?: string;
}

export interface ConnectorFlags extends GateFlags {
  readonly scenarios: readonly ScenarioId[];
  readonly edition: EditionId;
  readonly out: string;
  readonly port: number;
  readonly timeoutMs: number;
  readonly driver?: DriverOptions;
  readonly seed: number;
  readonly credentials?: string;
}

export interface RawProxyFlags extends RawGateFlags {
  readonly baseUrl?: string;
  readonly edition?: string;
  readonly out?: string;
  readonly port?: string;
}

export interface ProxyFlags extends GateFlags {
  readonly baseUrl: URL;
  readonly edition: EditionId;
  readonly out: string;
  readonly port: number;
}

const largestSeed = 2 ** 32 - 1;

class Problems {
  readonly all: UsageProblem[] = [];

  take<T>(result: OptionResult<T>): T | undefined {
    if (result.ok) return result.value;
    this.all.push(result.problem);
    return undefined;
  }

  add(message: string, advice?: string): void {
    this.all.push(advice === undefined ? { message } : { message, advice });
  }

  /** @throws UsageError when there are any. */
  end(): void {
    if (this.all.length > 0) throw new UsageError(this.all);
  }
}

/** @throws UsageError naming every option that cannot be followed. @param hasCommand whether a command stands behind `--`. */
export function readConnectorFlags(raw: RawConnectorFlags, hasCommand: boolean): ConnectorFlags {
  const problems = new Problems();
  const list = `the scenarios are ${scenarioIds.join(', ')}`;
  const chosen = readNames('--scenario', raw.scenario ?? [], scenarioIds, list)
    .flatMap((result) => problems.take(result) ?? [])
    .filter(isScenarioId);
  const isRun = hasCommand || raw.driver !== undefined || raw.driverCommand !== undefined;
  const fallback: readonly ScenarioId[] = isRun ? scenarioIds : ['all-well'];
  const scenarios = chosen.length === 0 ? fallback : scenarioIds.filter((id) => chosen.includes(id));
  if (!isRun && scenarios.length > 1) {
    problems.add(
      'without a command only one --scenario can be served',
      'name one, or give the command that runs the connector: byoc-conformance gate -- COMMAND ARGS',
    );
  }
  const edition = problems.take(readChoice('--edition', raw.edition ?? '61.0', editionIds)) ?? '61.0';
  const port = problems.take(readInteger('--port', raw.port ?? '0', 0, 65_535)) ?? 0;
  const timeoutMs = problems.take(readDuration('--timeout', raw.timeout ?? '5m')) ?? 0;
  if (raw.timeout !== undefined && timeoutMs === 0) problems.add('--timeout must be longer than nothing');
  const seed =
    raw.seed === undefined
      ? randomInt(largestSeed + 1)
      : problems.take(readInteger('--seed', raw.seed, 0, largestSeed));
  const driver = readDriver(raw, hasCommand, problems);
  if (raw.out === '') problems.add('--out must name a directory, not nothing');
  if (raw.credentials === '') problems.add('--credentials must name a file, not nothing');
  const gate = readGateFlags(raw, problems.all);
  problems.end();
  return {
    ...gate,
    scenarios,
    edition,
    out: raw.out ?? 'conformance-report',
    port,
    timeoutMs,
    ...(driver === undefined ? {} : { driver }),
    seed: seed ?? 0,
    ...(raw.credentials === undefined ? {} : { credentials: raw.credentials }),
  };
}

function readDriver(raw: RawConnectorFlags, hasCommand: boolean, problems: Problems): DriverOptions | undefined {
  const { driver, driverCommand } = raw;
  if (driver !== undefined && driverCommand !== undefined) {
    problems.add('--driver and --driver-command cannot be used together', 'leave out one of them');
    return undefined;
  }
  if (driver !== undefined) {
    const url = URL.canParse(driver) ? new URL(driver) : undefined;
    if (url !== undefined && /^https?:$/.test(url.protocol)) return { kind: 'url', url };
    problems.add(
      `--driver must be the http or https URL of a hook of the connector, not ${showFound(driver)}`,
      'such as --driver http://127.0.0.1:3000/establish',
    );
    return undefined;
  }
  if (driverCommand === undefined) return undefined;
  if (hasCommand) {
    problems.add(
      '--driver-command and a command behind -- cannot be used together',
      'leave out the command: the one of --driver-command is run for each subject',
    );
  }
  const args = splitWords(driverCommand);
  if (args !== undefined && args.length > 0) return { kind: 'command', args };
  problems.add(
    '--driver-command must be a program and its arguments, with quotes that are closed',
    `such as --driver-command 'node establish.mjs {subject}'`,
  );
  return undefined;
}

/** Words divided by blanks; single and double quotes keep blanks. No shell: nothing else has a meaning. */
export function splitWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  const rest = text.replace(/\s*((?:[^\s'"]|'[^']*'|"[^"]*")+)\s*/g, (_, word: string) => {
    words.push(
      word.replace(/'([^']*)'|"([^"]*)"/g, (_quoted, single?: string, double?: string) => single ?? double ?? ''),
    );
    return '';
  });
  return rest.trim() === '' ? words : undefined;
}

/** @throws UsageError naming every option that cannot be followed. */
export function readProxyFlags(raw: RawProxyFlags): ProxyFlags {
  const problems = new Problems();
  const edition = problems.take(readChoice('--edition', raw.edition ?? '61.0', editionIds)) ?? '61.0';
  const port = problems.take(readInteger('--port', raw.port ?? '0', 0, 65_535)) ?? 0;
  if (raw.out === '') problems.add('--out must name a directory, not nothing');
  const checked = raw.baseUrl === undefined ? undefined : checkBaseUrl(raw.baseUrl);
  if (checked === undefined) {
    problems.add(
      'proxy needs --base-url, the part before /v1/conversation of the service behind it',
      'such as --base-url https://example.my.salesforce-scrt.com/api',
    );
  } else if (!checked.ok) {
    const expected = 'an http or https URL without query, fragment and credentials: the part before /v1/conversation';
    problems.add(`--base-url must be ${expected}, not ${checked.found}`, checked.advice);
  }
  const gate = readGateFlags(raw, problems.all);
  problems.end();
  if (checked?.ok !== true) throw new Error('the base URL was checked');
  return { ...gate, baseUrl: checked.value, edition, out: raw.out ?? 'conformance-report', port };
}
