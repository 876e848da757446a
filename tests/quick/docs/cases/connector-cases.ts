/** Errors of the gate and of the proxy, which judge connectors. */
import { readGateChoices } from '../../../../cli/commands/gate-choices.js';
import { scenarioOf } from '../../../../endpoints/org/scenarios.js';
import type { CommandOutcome } from '../../../../engine/connector/command/run-command.js';
import { commandEnding, warningsOf } from '../../../../engine/connector/command-record.js';
import { StdioDriver } from '../../../../engine/connector/driving/stdio-driver.js';
import { urlDriver } from '../../../../engine/connector/driving/url-driver.js';
import type { GateOptions } from '../../../../engine/connector/options.js';
import { type ConnectorEnding, connectorVerdict } from '../../../../verdicts/connector/run/connector-verdict.js';
import { ScenarioWatch } from '../../../../verdicts/connector/run/scenario-watch.js';
import { runCommandLine } from '../../cli/stand-ins.js';
import { type ErrorCase, thrown } from './error-case.js';
import { undecided } from './sending-cases.js';

const outcome: CommandOutcome = {
  kind: 'ended',
  exitCode: 7,
  durationMs: 1,
  limitMs: 300_000,
  stdout: { text: '', cut: false },
  stderr: { text: '', cut: false },
  leftBehind: 0,
};
const ended = commandEnding(outcome);

function verdictOf(change: Partial<ConnectorEnding>): string {
  const ending: ConnectorEnding = {
    conversationRequests: 2,
    established: 1,
    siblingRequests: 0,
    clauses: [],
    scenarios: [],
    cutShort: false,
    nothingCame: 'The command sent no request.',
    requests: 2,
    ...change,
  };
  return undecided(connectorVerdict(ending).reason);
}

/** A connector that gave up after the first 429. */
function gaveUp(): string {
  const watch = new ScenarioWatch(scenarioOf('throttled-seconds'), () => 'one');
  watch.take({
    number: 1,
    receivedMs: 0,
    endedMs: 0,
    connection: 1,
    httpVersion: '1.1',
    method: 'POST',
    target: '/api/v1/conversation',
    fields: [],
    body: Buffer.alloc(0),
    bodyCut: false,
    operation: 'establish-conversation',
    answer: {
      httpVersion: '1.1',
      status: 429,
      reason: 'Too Many Requests',
      fields: [],
      body: Buffer.alloc(0),
      sentMs: 0,
      staged: { did: 'throttled', retryAfter: '1' },
    },
  });
  return watch.end(ended, undefined).reason;
}

async function noHook(): Promise<string> {
  const options = { signal: new AbortController().signal, timeoutMs: 100 } as GateOptions;
  return (await urlDriver(new URL('http://127.0.0.1:9/establish'), options).ready?.()) ?? 'the hook is there';
}

/** @param answer its first line. */
async function noStart(answer: string): Promise<string> {
  const script = `process.stdin.once('data', () => console.log('${answer}'))`;
  const command = { cwd: process.cwd(), env: process.env, timeoutMs: 60_000 };
  const driver = new StdioDriver([process.execPath, '-e', script], '61.0', command);
  const told = (await driver.ready()) ?? 'it started';
  await driver.end();
  return driver.broke ?? told;
}

export const connectorCases: readonly ErrorCase[] = [
  {
    section: '"The command sent no request"',
    text: () =>
      verdictOf({
        requests: 0,
        conversationRequests: 0,
        commandTrouble: `in the scenario all-well ${ended.told}`,
      }),
  },
  {
    section: '"No request to establish a conversation came"',
    text: () => verdictOf({ conversationRequests: 0, siblingRequests: 2 }),
  },
  {
    section: '"No conversation was established"',
    text: () => verdictOf({ established: 0 }),
  },
  {
    section: '"What was sent is right, but ... the command ended with exit code ..."',
    text: () => verdictOf({ commandTrouble: `in the scenario all-well ${ended.told}` }),
  },
  {
    section: '"the command could not be started", "the command did not end within ..."',
    text: () =>
      [
        commandEnding({ ...outcome, kind: 'not started', reason: 'ENOENT' }).told,
        commandEnding({ ...outcome, kind: 'timed out' }).told,
      ].join('\n'),
  },
  {
    section: '"The command left a process behind"',
    text: () => `! ${warningsOf([{ scenario: 'all-well', outcome: { ...outcome, leftBehind: 1 } }]).join()}`,
  },
  { section: '"After ... the same was not asked for again"', text: gaveUp },
  {
    section: '"without a command only one --scenario can be served"',
    text: () => thrown(() => readGateChoices({ scenario: ['slow', 'all-well'] }, false)),
  },
  {
    section:
      '"--driver and --driver-command cannot be used together", "--driver must be the http or https URL of a hook"',
    text: async () =>
      [
        await thrown(() => readGateChoices({ driver: 'http://127.0.0.1:3000/', driverCommand: 'node x' }, false)),
        await thrown(() => readGateChoices({ driver: 'localhost' }, false)),
      ].join('\n\n'),
  },
  {
    section: '"--driver-command must be a program and its arguments"',
    text: () => thrown(() => readGateChoices({ driverCommand: "node 'x" }, false)),
  },
  {
    section: '"nothing accepts connections at ..., where --driver says that the hook is"',
    text: noHook,
  },
  { section: '"the driver did not start"', text: () => noStart('{"seq":0,"done":true}') },
  { section: '"the driver broke the protocol"', text: () => noStart('{"seq":"0","done":true}') },
  { section: '"proxy needs --base-url"', text: async (t) => (await runCommandLine(t, ['proxy'])).stderr.trimEnd() },
];
