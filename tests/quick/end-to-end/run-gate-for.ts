/** Runs the gate in this process, with what tests have in common. */
import { tmpdir } from 'node:os';
import type { GateOptions } from '../../../engine/connector/options.js';
import { runGate } from '../../../engine/connector/run-gate.js';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import { createRedactor } from '../../../text/redactor.js';
import { sharedKeys } from './run-against.js';

export async function runGateFor(
  options: Partial<GateOptions> & Pick<GateOptions, 'scenarios'>,
): Promise<ConnectorRecord> {
  return runGate({
    keys: await sharedKeys(),
    edition: '61.0',
    seed: 7,
    port: 0,
    timeoutMs: 60_000,
    cwd: tmpdir(),
    env: { PATH: process.env.PATH },
    redactor: createRedactor([]),
    signal: new AbortController().signal,
    ...options,
  });
}

/** The settings that a connector is handed, by the vendor's names. */
export type HandedSettings = Readonly<Record<string, string>>;

/** Serves the scenario all-well while a test acts as the connector, then stops. */
export async function recordWhile(
  act: (origin: string, settings: HandedSettings) => Promise<unknown>,
  options: Pick<GateOptions, 'tls'> = {},
): Promise<ConnectorRecord> {
  const stop = new AbortController();
  let acting: Promise<unknown> = Promise.resolve();
  const record = await runGateFor({
    ...options,
    scenarios: ['all-well'],
    signal: stop.signal,
    onEvent: (event) => {
      if (event.type === 'listening') acting = act(event.origin, event.settings).finally(() => stop.abort());
    },
  });
  await acting;
  return record;
}

/** Ids of the clauses that the run found broken, sorted. */
export function brokenClauses(record: ConnectorRecord): readonly string[] {
  return record.clauses
    .filter(({ verdict }) => verdict === 'nonconformant')
    .map(({ id }) => id)
    .sort();
}

export function scenarioVerdicts(record: ConnectorRecord): Readonly<Record<string, string>> {
  return Object.fromEntries((record.scenarios ?? []).map(({ id, verdict }) => [id, verdict]));
}
