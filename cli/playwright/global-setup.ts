/** Before `npx playwright test`: reads the settings as `byoc-conformance run` does, starts the embedded mock without any. */
import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { readFaultIds } from '../../endpoints/mock/faults.js';
import { createMock } from '../../endpoints/mock/mock.js';
import { handOver, type PlaywrightRun } from '../../specs/engine/playwright/run-in-environment.js';
import { runInfoOf } from '../../specs/engine/run-info.js';
import { layouts, levels, type RunOptions, type Target } from '../../specs/engine/run-options.js';
import { SettingsError } from '../errors/settings-error.js';
import { tellError } from '../errors/tell.js';
import { tellPlan } from '../output/plan.js';
import { readSettings } from '../settings/read-settings.js';
import { planOf } from './plan-of.js';

/** Environment settings of this way to run; the command has options for them. */
const { env } = process;

export default async function globalSetup(): Promise<() => Promise<void>> {
  const { target, close } = await openTarget();
  const options: RunOptions = {
    target,
    level: chosen('BYOC_LEVEL', levels, 'standard'),
    layout: chosen('BYOC_LAYOUT', layouts, 'parts'),
    edition: '61.0',
    seed: seed(),
    only: [],
    concurrency: target.kind === 'service' ? 8 : 16,
  };
  const { level, layout, concurrency } = options;
  const folder = await mkdtemp(join(tmpdir(), 'byoc-conformance-'));
  const run: PlaywrightRun = {
    id: randomUUID(),
    info: runInfoOf(options, { requests: 0, conversations: 0, specs: 0 }, new Date()),
    credentials: target.credentials,
    level,
    layout,
    concurrency,
    journal: join(folder, 'identities.ndjson'),
  };
  const plan = await planOf(run);
  handOver({ ...run, info: runInfoOf(options, plan, new Date()) });
  if (target.kind === 'service') process.stderr.write(`${tellPlan(plan, options, pc.createColors(false))}\n`);
  return async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  };
}

async function openTarget(): Promise<{ target: Target; close: () => Promise<void> }> {
  const settings = readSettings({
    flags: {},
    env,
    cwd: process.cwd(),
    readFile: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  });
  if (!settings.ok) {
    throw plainError(tellError(new SettingsError(settings.problems), false).text);
  }
  if (settings.settings.kind === 'service') {
    const { baseUrl, credentials } = settings.settings;
    return { target: { kind: 'service', baseUrl, credentials, faults: [] }, close: async () => {} };
  }
  const { known, unknown } = readFaultIds((env.BYOC_FAULT ?? '').split(',').filter((id) => id !== ''));
  if (unknown.length > 0) throw plainError(`BYOC_FAULT names no fault of the mock: ${unknown.join(', ')}`);
  const mock = await createMock({ faults: known });
  const { baseUrl, close } = await mock.listen();
  return {
    target: { kind: 'embedded mock', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: known },
    close,
  };
}

function chosen<Choice extends string>(name: string, choices: readonly Choice[], otherwise: Choice): Choice {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw plainError(`${name} is ${choices.join(' or ')}, not ${JSON.stringify(value)}`);
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

/** A mistake of the user is told without a stack trace. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
