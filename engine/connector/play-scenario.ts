/** Plays one scenario: lets the connector do its work in it, and says how it coped. */
import { tokenPath } from '../../endpoints/mock/token/token-path.js';
import type { Org } from '../../endpoints/org/org.js';
import type { OrgServer } from '../../endpoints/org/org-server.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import type { ScenarioWatch } from '../../verdicts/connector/run/scenario-watch.js';
import type { Scenario } from '../../wire/scenario.js';
import type { Play } from './driving/drive.js';
import { type Exercise, exercise } from './exercise.js';

export interface ScenarioResult {
  readonly scenario: NonNullable<ConnectorRecord['scenarios']>[number];
  readonly exercise: Exercise;
  /** Clauses that what was sent broke. */
  readonly broken: ReadonlySet<ClauseId>;
  /** It gave up where it may, so that it did not end well. */
  readonly gaveUp: boolean;
}

/** What the scenarios of a run share. */
export interface Playground extends Omit<Play, 'scenario' | 'settings'> {
  readonly server: OrgServer;
}

/** @param earlier results of the scenarios before. */
export async function playScenario(
  scenario: Scenario,
  watch: ScenarioWatch,
  playground: Playground,
  earlier: readonly ScenarioResult[],
): Promise<ScenarioResult> {
  const { options, org, server, ledger } = playground;
  const { id, title, summary, robust, clause } = scenario;
  const before = ledger.requests;
  ledger.begin(title);
  const settings = { ...connectorEnvironment(org, server.origin, id), ...options.tls?.trust };
  options.onEvent?.({ type: 'listening', origin: server.origin, settings });
  const done = await exercise({ ...playground, scenario, settings });
  await server.quiet();
  const broken = ledger.end();
  const control = earlier.find((one) => one.scenario.id === 'all-well');
  const own = watch.end(done.ending, control?.exercise.ending);
  if (clause !== undefined && own.verdict === 'nonconformant') {
    const advice = `A robust connector: ${robust.charAt(0).toLowerCase()}${robust.slice(1)}`;
    ledger.add({ clause, verdict: 'nonconformant', message: own.reason, advice }, own.exchange ?? 0);
  }
  if (clause !== undefined && own.verdict === 'conformant') ledger.tally.add(clause, 'conformant');
  // A scenario is not to blame for what was broken when all went well.
  const alsoBroken = [...broken].filter((one) => one !== clause && control?.broken.has(one) !== true);
  return {
    scenario: {
      ...{ id, title, summary, robust },
      verdict: alsoBroken.length > 0 ? 'nonconformant' : own.verdict,
      reason: alsoBroken.length > 0 ? `Broken here: ${alsoBroken.slice(0, 5).join(', ')}. ${own.reason}` : own.reason,
      requests: ledger.requests - before,
      staged: watch.staged,
    },
    exercise: done,
    broken,
    gaveUp: own.gaveUp === true,
  };
}

/** The settings by the vendor's names that a connector's command is handed in its environment, in place of what it would inherit. */
function connectorEnvironment({ credentials, app }: Org, origin: string, scenario: string): Record<string, string> {
  return {
    SF_SCRT_INSTANCE_URL: origin,
    SF_INSTANCE_URL: origin,
    SF_AUTH_ENDPOINT: `${origin}${tokenPath}`,
    SF_ACCESS_TOKEN: credentials.accessToken,
    SF_ORG_ID: credentials.orgId,
    SF_AUTHORIZATION_CONTEXT: credentials.authorizationContext,
    // The first only: a connector for one channel takes the setting as one value. A driver names the channel of each question.
    CHANNEL_ADDRESS_IDENTIFIER: credentials.channels[0] ?? '',
    SF_CONSUMER_KEY: app.consumerKey,
    SF_PRIVATE_KEY: app.privateKey,
    SF_SUBJECT: app.subject,
    SF_AUDIENCE: app.audience,
    BYOC_SCENARIO: scenario,
  };
}
