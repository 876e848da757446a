/** Before `npx playwright test`: reads settings and options as `byoc-conformance run` does, starts the embedded mock without any. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import pc from 'picocolors';
import { loadGate } from '../cli/commands/load-gate.js';
import { checkProxy, networkWarnings } from '../cli/commands/network.js';
import { withToken } from '../cli/commands/with-token.js';
import { SettingsError } from '../cli/errors/settings-error.js';
import { isTold, tellError } from '../cli/errors/tell.js';
import { UsageError } from '../cli/errors/usage-error.js';
import { tellPlan } from '../cli/output/plan.js';
import { prepareReportDirectory } from '../cli/output/report-directory.js';
import { optionsAsEnvironment } from '../cli/settings/configurable-options.js';
import { configuredKeyLines, configuredTokens, readSettings } from '../cli/settings/read-settings.js';
import { openSources } from '../cli/settings/sources.js';
import { readFaultIds } from '../endpoints/mock/faults.js';
import { createMock } from '../endpoints/mock/mock.js';
import { proxySecrets } from '../endpoints/sender/proxy.js';
import { runInfoOf } from '../engine/service/run-info.js';
import type { RunOptions, Target } from '../engine/service/run-options.js';
import { validateRecord } from '../reports/validate-record.js';
import { createRedactor, type Redactor } from '../text/redactor.js';
import { keepGate } from './kept-gate.js';
import { harmless, refusedPlan } from './no-harm.js';
import { type PlaywrightOptions, readOptions } from './options-in-environment.js';
import { planOf } from './plan-of.js';
import { refuseBudget } from './refuse-budget.js';
import { refuseWithoutReporter } from './refuse-without-reporter.js';
import { handOver, type PlaywrightRun } from './run-in-environment.js';

const { env } = process;
const cwd = process.cwd();
const readFile = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

type Closing = () => Promise<void>;

/** What the user can mend is told without a stack trace, and no secret is in it. */
export default async function globalSetup({ reporter }: Pick<FullConfig, 'reporter'>): Promise<Closing> {
  const surroundings = { env, cwd, readFile };
  const secrets = [...configuredTokens(surroundings), ...configuredKeyLines(surroundings), ...proxySecrets(env)];
  const redactor = createRedactor(secrets);
  try {
    refuseWithoutReporter(reporter);
    return await setUp(redactor);
  } catch (error) {
    const text = isTold(error) ? tellError(error, false).text : error instanceof Error ? error.message : String(error);
    // Playwright puts "Error: " before it.
    const plain = new Error(redactor.text(text.replace(/^error: /, '')));
    plain.stack = plain.message;
    throw plain;
  }
}

async function setUp(redactor: Redactor): Promise<Closing> {
  const note = (text: string) => void process.stderr.write(`${redactor.text(text)}\n`);
  const sources = openSources(env, cwd, readFile);
  const asked = readOptions(sources);
  // All parts of this way look into the environment: workers, and the reporter, know no other place.
  for (const [name, value] of Object.entries(optionsAsEnvironment(sources))) env[name] ??= value;
  refuseBudget(env);
  keepGate(await loadGate(asked, { cwd, validateRecord: async (data) => validateRecord(data) }));
  await prepareReportDirectory(cwd, asked.out);
  const { target: opened, close } = await openTarget(asked, note);
  if (opened.kind === 'service') {
    checkProxy(opened.baseUrl);
    for (const warning of networkWarnings(env)) note(`warning: ${warning}`);
  }
  const restraint = harmless(opened.baseUrl, env);
  const addSecrets = (secrets: readonly string[]) => {
    for (const secret of secrets) redactor.add(secret);
  };
  // The token endpoint is asked before the plan, which depends on the token. It creates nothing.
  const target = await withToken(opened, { addSecrets, note });
  const { level, layout, edition, seed, only, memoryMs } = asked;
  const options: RunOptions = {
    target,
    level,
    layout,
    edition,
    seed,
    only,
    concurrency: asked.concurrency ?? (target.kind === 'service' ? 8 : 16),
    ...(memoryMs === undefined ? {} : { memoryMs }),
    ...restraint,
  };
  const folder = await mkdtemp(join(tmpdir(), 'byoc-conformance-'));
  const { credentials, tokenFlow } = target;
  const { concurrency, rate, reuseSubjects } = options;
  const run: PlaywrightRun = {
    id: randomUUID(),
    info: runInfoOf(options, { requests: 0, conversations: 0, specs: 0 }, new Date()),
    credentials,
    ...(tokenFlow === undefined ? {} : { tokenFlow }),
    level,
    layout,
    only,
    concurrency,
    ...(memoryMs === undefined ? {} : { memoryMs }),
    ...(rate === undefined ? {} : { rate }),
    ...(reuseSubjects === undefined ? {} : { reuseSubjects }),
    journal: join(folder, 'identities.ndjson'),
  };
  const closing = async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const plan = await planOf(run);
    handOver({ ...run, info: runInfoOf(options, plan, new Date()) });
    if (target.kind === 'service') note(tellPlan(plan, options, pc.createColors(false)));
    const refused = refusedPlan(plan, options, env);
    if (refused !== undefined) throw new Error(refused);
    return closing;
  } catch (error) {
    await closing();
    throw error;
  }
}

async function openTarget(
  { faults, edition }: PlaywrightOptions,
  note: (text: string) => void,
): Promise<{ target: Target; close: Closing }> {
  const result = readSettings({ flags: {}, env, cwd, readFile });
  if (!result.ok) throw new SettingsError(result.problems);
  const { settings } = result;
  if (settings.kind === 'service') {
    if (faults.length > 0) {
      const message = 'BYOC_FAULT works with the embedded mock only, and a service is configured';
      throw new UsageError([{ message, advice: 'unset BYOC_FAULT, or the settings of the service' }]);
    }
    const { baseUrl, credentials, tokenFlow, warnings } = settings;
    for (const warning of warnings) note(`warning: ${warning}`);
    const flow = tokenFlow === undefined ? {} : { tokenFlow };
    return { target: { kind: 'service', baseUrl, credentials, ...flow, faults: [] }, close: async () => {} };
  }
  const mock = await createMock({ faults: readFaultIds(faults).known, edition });
  const { baseUrl, close } = await mock.listen();
  return {
    target: { kind: 'embedded mock', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults },
    close,
  };
}
