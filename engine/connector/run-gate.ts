/** The gate: serves the org, runs the connector once for each scenario, judges all that it sent, gives the run record. */

import { type GateServer, openGateServer } from '../../endpoints/org/gate-server.js';
import { GateOrg } from '../../endpoints/org/org.js';
import { retryKeyOf } from '../../endpoints/org/retry-key.js';
import type { Scenario } from '../../endpoints/org/scenario.js';
import { scenarioOf } from '../../endpoints/org/scenarios.js';
import { Stage } from '../../endpoints/org/stage.js';
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import { assembleConnectorRecord } from '../../verdicts/connector/run/assemble-connector.js';
import { Ledger } from '../../verdicts/connector/run/ledger.js';
import { ScenarioWatch } from '../../verdicts/connector/run/scenario-watch.js';
import { suiteVersion } from '../suite-version.js';
import { Arrivals } from './arrivals.js';
import { connectorEnvironment } from './command/environment.js';
import { type CommandRun, commandEnding, commandRecord } from './command-record.js';
import { type Exercise, exercise } from './exercise.js';
import type { GateOptions } from './gate-options.js';
import { SeenCredentials } from './seen-credentials.js';

interface ScenarioResult {
  readonly scenario: NonNullable<ConnectorRecord['scenarios']>[number];
  readonly exercise: Exercise;
}

/** Rejects with the system's error when the port cannot be had; whatever the connector does is in the record. */
export async function runGate(options: GateOptions): Promise<ConnectorRecord> {
  const startedAt = new Date();
  const began = performance.now();
  const now = (): number => performance.now() - began;
  const { redactor, edition, onEvent } = options;
  const org = await GateOrg.create({ edition, onSecret: (secret) => redactor.add(secret) });
  const arrivals = new Arrivals();
  const secrets = new SeenCredentials(redactor);
  let watch: ScenarioWatch | undefined;
  const ledger = new Ledger({
    contract: {
      edition,
      orgId: org.credentials.orgId,
      authorizationContext: org.credentials.authorizationContext,
      channels: org.credentials.channels,
      tokens: org.tokens,
    },
    onJudged: (request, exchange) => {
      watch?.take(request);
      if (request.number % 50 === 0 || exchange.verdict === 'nonconformant') {
        onEvent?.({ type: 'judged', requests: ledger.requests, broken: brokenOf(ledger) });
      }
    },
  });
  let stage = new Stage(scenarioOf(options.scenarios[0] ?? 'all-well'), org);
  const server = await openGateServer({
    port: options.port,
    host: '127.0.0.1',
    now,
    addresseeOf: (method, target) => org.addresseeOf(method, target),
    answer: (request) => {
      secrets.look(request);
      arrivals.note(request);
      return stage.answer(request);
    },
    onDone: (request) => ledger.take(request),
  });
  org.origin = server.origin;
  const results: ScenarioResult[] = [];
  const brokenWhenWell = new Set<string>();
  try {
    for (const [index, id] of options.scenarios.entries()) {
      if (options.signal.aborted && index > 0) break;
      const scenario = scenarioOf(id);
      stage = new Stage(scenario, org);
      watch = new ScenarioWatch(scenario, retryKeyOf);
      onEvent?.({ type: 'scenario', id, title: scenario.title, number: index + 1, of: options.scenarios.length });
      const playing = { scenario, options, org, server, ledger, watch, arrivals, earlier: results, brokenWhenWell };
      const result = await playOne(playing);
      results.push(result);
      // What does not start, hangs or sends nothing when all is well will not do better in worse weather.
      if (scenario.clause === undefined && (result.exercise.hopeless === true || ledger.requests === 0)) break;
    }
  } finally {
    await server.close();
  }
  const runs = results.flatMap(({ exercise: done, scenario }) =>
    done.command === undefined ? [] : [{ scenario: scenario.id, outcome: done.command }],
  );
  const driven = results.map(({ exercise: done }) => done.driven).find((found) => found !== undefined);
  const args = options.command ?? (options.driver?.kind === 'command' ? options.driver.args : undefined);
  // A run that failed in a scenario that it did not cope with is told there.
  const explained = new Set(
    results.filter(({ scenario }) => scenario.verdict === 'nonconformant').map(({ scenario }) => scenario.id),
  );
  const trouble =
    troubleOf(runs.filter(({ scenario }) => !explained.has(scenario))) ??
    results.map(({ exercise: done }) => done.trouble).find((one) => one !== undefined);
  return assembleConnectorRecord({
    ledger,
    run: {
      tool: { name: 'byoc-conformance', version: suiteVersion(), node: process.versions.node },
      startedAt: startedAt.toISOString(),
      seed: options.seed,
      edition,
      target: {
        kind: 'connector',
        baseUrl: `${server.origin}/api`,
        orgId: org.credentials.orgId,
        authorizationContext: org.credentials.authorizationContext,
        channels: [...org.credentials.channels],
      },
      scenarios: results.map(({ scenario }) => scenario),
      ...(args === undefined ? {} : { command: commandRecord(args, runs, redactor.text) }),
      ...(driven === undefined ? {} : { driven }),
      warnings: [...warningsOf(runs)],
      cutShort: args !== undefined && options.signal.aborted,
    },
    durationMs: now(),
    ...(trouble === undefined ? {} : { commandTrouble: trouble }),
    nothingCame: args === undefined ? 'No request came.' : 'The command sent no request.',
    redactor,
  });
}

interface Playing {
  readonly scenario: Scenario;
  readonly options: GateOptions;
  readonly org: GateOrg;
  readonly server: GateServer;
  readonly ledger: Ledger;
  readonly watch: ScenarioWatch;
  readonly arrivals: Arrivals;
  readonly earlier: readonly ScenarioResult[];
  /** Clauses that were broken when all went well: a scenario is not to blame for these again. */
  readonly brokenWhenWell: Set<string>;
}

async function playOne(playing: Playing): Promise<ScenarioResult> {
  const { scenario, options, org, server, ledger, watch, arrivals, earlier, brokenWhenWell } = playing;
  const before = ledger.requests;
  ledger.begin(scenario.title);
  const settings = connectorEnvironment(org, server.origin, scenario.id);
  options.onEvent?.({ type: 'listening', origin: server.origin, settings });
  const done = await exercise({
    options,
    settings,
    scenario,
    arrivals,
    ledger,
    channel: org.credentials.channels[0] ?? '',
    freshToken: () => org.issueToken(),
  });
  await server.quiet();
  const broken = ledger.end();
  const control = earlier.find((one) => one.scenario.id === 'all-well');
  const own = watch.end(done.ending, control?.exercise.ending);
  if (scenario.clause !== undefined && own.verdict === 'nonconformant') {
    ledger.add(
      { clause: scenario.clause, verdict: 'nonconformant', message: own.reason, advice: adviceOf(scenario) },
      own.exchange ?? 0,
    );
  }
  if (scenario.clause !== undefined && own.verdict === 'conformant') ledger.keep(scenario.clause);
  const alsoBroken = [...broken].filter((clause) => !brokenWhenWell.has(clause) && clause !== scenario.clause);
  if (scenario.clause === undefined) for (const clause of broken) brokenWhenWell.add(clause);
  const verdict = alsoBroken.length > 0 ? 'nonconformant' : own.verdict;
  const reason =
    alsoBroken.length === 0 ? own.reason : `Broken here: ${alsoBroken.slice(0, 5).join(', ')}. ${own.reason}`;
  const { id, title, summary, robust } = scenario;
  const requests = ledger.requests - before;
  return { scenario: { id, title, summary, robust, verdict, reason, requests, staged: watch.staged }, exercise: done };
}

function adviceOf({ robust }: Scenario): string {
  return `A robust connector: ${robust.charAt(0).toLowerCase()}${robust.slice(1)}`;
}

function brokenOf(ledger: Ledger): number {
  let broken = 0;
  for (const { finding, count } of ledger.groups.values()) if (finding.verdict === 'nonconformant') broken += count;
  return broken;
}

/** The first run that did not end well, in plain words. */
function troubleOf(runs: readonly CommandRun[]): string | undefined {
  const failed = runs.find(({ outcome }) => !commandEnding(outcome).ok);
  return failed === undefined ? undefined : `in the scenario ${failed.scenario} ${commandEnding(failed.outcome).told}`;
}

/** What is to be said of the runs beside their verdicts. */
export function warningsOf(runs: readonly CommandRun[]): readonly string[] {
  const left = runs.filter(({ outcome }) => outcome.leftBehind > 0);
  const [first] = left;
  if (first === undefined) return [];
  const times = left.length === 1 ? '' : ` (in ${left.length} runs)`;
  return [
    `The command left ${first.outcome.leftBehind === 1 ? 'a process' : `${first.outcome.leftBehind} processes`} behind in the scenario ${first.scenario}${times}; what was left was ended.`,
  ];
}
