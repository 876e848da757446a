/** The command `gate`: serves the org, runs the connector once for each scenario, judges all that it sent, gives the run record. */
import { Org, orgChannels } from '../../endpoints/org/org.js';
import { openOrgServer } from '../../endpoints/org/org-server.js';
import { retryKeyOf } from '../../endpoints/org/retry-key.js';
import { scenarioOf } from '../../endpoints/org/scenarios.js';
import { Stage } from '../../endpoints/org/stage.js';
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import { assembleConnectorRecord } from '../../verdicts/connector/run/assemble-connector.js';
import { Ledger } from '../../verdicts/connector/run/ledger.js';
import { ScenarioWatch } from '../../verdicts/connector/run/scenario-watch.js';
import { tool } from '../suite-version.js';
import { commandRecord, troubleOf, warningsOf } from './command-record.js';
import { Arrivals } from './driving/arrivals.js';
import type { GateOptions } from './options.js';
import { playScenario, type ScenarioResult } from './play-scenario.js';
import { SeenCredentials } from './seen-credentials.js';

/** Rejects with the system's error when the port cannot be had; whatever the connector does is in the record. */
export async function runGate(options: GateOptions): Promise<ConnectorRecord> {
  const startedAt = new Date();
  const began = performance.now();
  const now = (): number => performance.now() - began;
  const { redactor, edition, onEvent } = options;
  const { assertionLifeMs } = options;
  const org = await Org.create({
    edition,
    ...(options.driver === undefined ? {} : { channels: orgChannels }),
    keys: options.keys,
    assertionLifeMs,
    onSecret: (secret) => redactor.add(secret),
  });
  const { orgId, authorizationContext, channels } = org.credentials;
  const arrivals = new Arrivals();
  const secrets = new SeenCredentials(redactor);
  let watch: ScenarioWatch | undefined;
  const ledger = new Ledger({
    contract: { edition, orgId, authorizationContext, channels, tokens: org.tokens },
    onJudged: (request, { verdict }) => {
      watch?.take(request);
      if (request.number % 50 === 0 || verdict === 'nonconformant') {
        onEvent?.({ type: 'judged', requests: ledger.requests, broken: ledger.brokenCount });
      }
    },
  });
  let stage = new Stage(scenarioOf(options.scenarios[0] ?? 'all-well'), org);
  const server = await openOrgServer({
    port: options.port,
    host: options.host ?? '127.0.0.1',
    identity: options.tls?.identity,
    now,
    addresseeOf: (method, target) => org.addresseeOf(method, target),
    answer: async (request) => {
      secrets.look(request);
      arrivals.note(request);
      const answer = await stage.answer(request);
      arrivals.noteAnswer(request, answer);
      return answer;
    },
    onDone: (request) => ledger.take(request),
  });
  org.origin = server.origin;
  const results: ScenarioResult[] = [];
  try {
    for (const [index, id] of options.scenarios.entries()) {
      if (options.signal.aborted && index > 0) break;
      const scenario = scenarioOf(id);
      stage = new Stage(scenario, org);
      watch = new ScenarioWatch(scenario, retryKeyOf);
      onEvent?.({ type: 'scenario', id, title: scenario.title, number: index + 1, of: options.scenarios.length });
      const result = await playScenario(scenario, watch, { options, org, server, ledger, arrivals }, results);
      results.push(result);
      // What does not start, hangs or sends nothing when all is well will not do better in worse weather.
      if (scenario.clause === undefined && (result.exercise.hopeless === true || ledger.requests === 0)) break;
    }
  } finally {
    await server.close();
  }
  const runs = results.flatMap(({ exercise, scenario }) =>
    exercise.command === undefined ? [] : [{ scenario: scenario.id, outcome: exercise.command }],
  );
  const driven = results.find(({ exercise }) => exercise.driven !== undefined)?.exercise.driven;
  const { driver } = options;
  const args = options.command ?? (driver === undefined || driver.kind === 'url' ? undefined : driver.args);
  // A run that failed in a scenario that it did not cope with is told there, as is one that gave up where it may.
  const coped = new Set(
    results
      .filter(({ scenario, gaveUp }) => scenario.verdict !== 'nonconformant' && !gaveUp)
      .map(({ scenario }) => scenario.id),
  );
  const trouble =
    results.find(({ exercise }) => exercise.trouble !== undefined)?.exercise.trouble ??
    troubleOf(runs.filter(({ scenario }) => coped.has(scenario)));
  return assembleConnectorRecord({
    ledger,
    run: {
      tool: tool(),
      startedAt: startedAt.toISOString(),
      seed: options.seed,
      edition,
      target: {
        kind: 'connector',
        baseUrl: `${server.origin}/api`,
        orgId,
        authorizationContext,
        channels: [...channels],
      },
      scenarios: results.map(({ scenario }) => scenario),
      command: args && commandRecord(args, runs, redactor.text),
      driven,
      warnings: [...warningsOf(runs), ...new Set(results.flatMap(({ exercise }) => exercise.warnings ?? []))],
      cutShort: args !== undefined && options.signal.aborted,
    },
    durationMs: now(),
    commandTrouble: trouble,
    nothingCame: args === undefined ? 'No request came.' : 'The command sent no request.',
    redactor,
  });
}
