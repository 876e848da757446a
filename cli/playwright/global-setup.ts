/** Before `npx playwright test`: reads the settings as `byoc-conformance run` does, starts the embedded mock without any. */
import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { readFaultIds } from '../../endpoints/mock/faults.js';
import { createMock } from '../../endpoints/mock/mock.js';
import { createRedactor } from '../../endpoints/redactor.js';
import { defaultEdition, defaultLayoutOf, editionIds, layoutsOf } from '../../schemas/editions.js';
import { keepGate } from '../../specs/engine/playwright/kept-gate.js';
import { handOver, type PlaywrightRun } from '../../specs/engine/playwright/run-in-environment.js';
import { runInfoOf } from '../../specs/engine/run-info.js';
import { levels, type RunOptions, type Target } from '../../specs/engine/run-options.js';
import type { Gate } from '../../verdicts/gate/gate-record.js';
import { checkProxy, networkWarnings } from '../commands/network.js';
import { withToken } from '../commands/with-token.js';
import { SettingsError } from '../errors/settings-error.js';
import { tellError } from '../errors/tell.js';
import { TokenError } from '../errors/token-error.js';
import { UsageError } from '../errors/usage-error.js';
import { tellPlan } from '../output/plan.js';
import { optionsAsEnvironment } from '../settings/configurable-options.js';
import { readSettings } from '../settings/read-settings.js';
import { openSources } from '../settings/sources.js';
import { gateInEnvironment } from './gate-in-environment.js';
import { harmless, refusedPlan } from './no-harm.js';
import { planOf } from './plan-of.js';
import { refuseBudget } from './refuse-budget.js';

/** Environment settings of this way to run; the command has options for them. */
const { env } = process;

export default async function globalSetup(): Promise<() => Promise<void>> {
  takeConfiguration();
  refuseBudget(env);
  keepGate(await gate());
  const { target: opened, close } = await openTarget();
  const target = await withFirstToken(opened);
  const options: RunOptions = {
    target,
    level: chosen('BYOC_LEVEL', levels, 'standard'),
    ...chosenEdition(),
    seed: seed(),
    only: [],
    concurrency: target.kind === 'service' ? 8 : 16,
    ...plainly(() => harmless(target.baseUrl, env)),
  };
  if (target.kind === 'service') {
    plainly(() => checkProxy(target.baseUrl));
    for (const warning of networkWarnings(env)) process.stderr.write(`warning: ${warning}\n`);
  }
  const { level, layout, concurrency, rate, reuseSubjects } = options;
  const folder = await mkdtemp(join(tmpdir(), 'byoc-conformance-'));
  const run: PlaywrightRun = {
    id: randomUUID(),
    info: runInfoOf(options, { requests: 0, conversations: 0, specs: 0 }, new Date()),
    credentials: target.credentials,
    ...(target.tokenFlow === undefined ? {} : { tokenFlow: target.tokenFlow }),
    level,
    layout,
    concurrency,
    ...(rate === undefined ? {} : { rate }),
    ...(reuseSubjects === undefined ? {} : { reuseSubjects }),
    journal: join(folder, 'identities.ndjson'),
  };
  const plan = await planOf(run);
  handOver({ ...run, info: runInfoOf(options, plan, new Date()) });
  if (target.kind === 'service') process.stderr.write(`${tellPlan(plan, options, pc.createColors(false))}\n`);
  const refused = plainly(() => refusedPlan(plan, options, env));
  if (refused !== undefined) {
    await rm(folder, { recursive: true, force: true });
    throw plainError(refused);
  }
  return async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Waivers and baseline for the reporter, which runs in this process too. */
function gate(): Promise<Gate> {
  return gateInEnvironment(env, process.cwd()).catch((error: unknown) => {
    throw plainError(tellError(error, false).text);
  });
}

const readFile = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** What `.env` and the configuration file say of options is put into the environment, where all parts of this way look. */
function takeConfiguration(): void {
  const sources = openSources(env, process.cwd(), readFile);
  for (const [name, value] of Object.entries(optionsAsEnvironment(sources))) env[name] ??= value;
}

/** The token endpoint is asked before the plan, which depends on the token. It creates nothing. */
async function withFirstToken(target: Target): Promise<Target> {
  const redactor = createRedactor([]);
  const printer = {
    addSecrets: (secrets: readonly string[]) => {
      for (const secret of secrets) redactor.add(secret);
    },
    note: (text: string) => void process.stderr.write(`${redactor.text(text)}\n`),
  };
  try {
    return await withToken(target, printer);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    throw plainError(redactor.text(tellError(error, false).text));
  }
}

async function openTarget(): Promise<{ target: Target; close: () => Promise<void> }> {
  const settings = readSettings({
    flags: {},
    env,
    cwd: process.cwd(),
    readFile,
  });
  if (!settings.ok) {
    throw plainError(tellError(new SettingsError(settings.problems), false).text);
  }
  if (settings.settings.kind === 'service') {
    const { baseUrl, credentials, tokenFlow, warnings } = settings.settings;
    for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
    const flow = tokenFlow === undefined ? {} : { tokenFlow };
    return { target: { kind: 'service', baseUrl, credentials, ...flow, faults: [] }, close: async () => {} };
  }
  const { known, unknown } = readFaultIds((env.BYOC_FAULT ?? '').split(',').filter((id) => id !== ''));
  if (unknown.length > 0) throw plainError(`BYOC_FAULT names no fault of the mock: ${unknown.join(', ')}`);
  const mock = await createMock({ faults: known, edition: chosenEdition().edition });
  const { baseUrl, close } = await mock.listen();
  return {
    target: { kind: 'embedded mock', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: known },
    close,
  };
}

/** By the same rules as the options of the command. */
function chosenEdition(): Pick<RunOptions, 'edition' | 'layout'> {
  const edition = chosen('BYOC_EDITION', editionIds, defaultEdition);
  const layout = chosen('BYOC_LAYOUT', layoutsOf(edition), defaultLayoutOf(edition), ` in edition ${edition}`);
  return { edition, layout };
}

function chosen<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
  where = '',
): Choice {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  const choice = choices.find((one) => one === value);
  if (choice === undefined)
    throw plainError(`${name} is ${choices.join(' or ')}${where}, not ${JSON.stringify(value)}`);
  return choice;
}

function seed(): number {
  const value = env.BYOC_SEED;
  if (value === undefined || value === '') return randomInt(2 ** 32);
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number >= 2 ** 32) {
    throw plainError(`BYOC_SEED is a whole number from 0 to 4294967295, not ${JSON.stringify(value)}`);
  }
  return number;
}

/** Mistakes in settings, told as such. */
function plainly<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw plainError(tellError(error, false).text);
    throw plainError(error instanceof Error ? error.message : String(error));
  }
}

/** A mistake of the user is told without a stack trace. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
