/** Before `npx playwright test`: reads settings and options as `byoc-conformance run` does, starts the embedded mock without any. */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FullConfig } from '@playwright/test';
import { readFaultIds } from '../endpoints/mock/faults.js';
import { createMock } from '../endpoints/mock/mock.js';
import { proxySecrets } from '../endpoints/sender/proxy.js';
import { runInfoOf } from '../engine/service/run-info.js';
import type { Plan } from '../engine/service/run-options.js';
import { validateRecord } from '../reports/validate-record.js';
import { UserError } from '../settings/errors/user-error.js';
import { prepareReportDirectory, readReleaseFiles } from '../settings/named-files.js';
import { checkProxy, networkWarnings } from '../settings/network.js';
import { openTarget, refuseFaultsOfService } from '../settings/open-target.js';
import { asVariable } from '../settings/options/declaration.js';
import { runOptionsOf } from '../settings/options/run-choices.js';
import { configuredSecrets, requireSettings } from '../settings/read-settings.js';
import { tellPlan } from '../settings/tell-plan.js';
import { withToken } from '../settings/with-token.js';
import { withoutCiCommands } from '../text/ci-commands.js';
import { createRedactor, type Redactor } from '../text/redactor.js';
import { plainError } from './complaint.js';
import { handOver, keepTerms, type PlaywrightRun, writeRun } from './hand-over.js';
import { agreeToPlan, ownSurroundings, readPlaywrightOptions, refuseWithoutReporter } from './options.js';

type Closing = () => Promise<void>;

/** What the user can mend is told without a stack trace, and no secret is in it. */
export default async function globalSetup({ reporter }: Pick<FullConfig, 'reporter'>): Promise<Closing> {
  const { tokens, keyLines } = configuredSecrets(ownSurroundings);
  const redactor = createRedactor([...tokens, ...keyLines, ...proxySecrets(ownSurroundings.env)]);
  try {
    refuseWithoutReporter(reporter);
    return await setUp(redactor);
  } catch (error) {
    const text = error instanceof UserError ? error.tell() : error instanceof Error ? error.message : String(error);
    // Playwright puts "Error: " before it.
    throw plainError(redactor.text(text.replace(/^error: /, '')));
  }
}

async function setUp(redactor: Redactor): Promise<Closing> {
  const { env, cwd } = ownSurroundings;
  const note = (text: string) => void process.stderr.write(`${withoutCiCommands(redactor.text(text))}\n`);
  const addSecrets = (secrets: readonly string[]) => {
    for (const secret of secrets) redactor.add(secret);
  };
  const asked = readPlaywrightOptions(ownSurroundings);
  keepTerms(await readReleaseFiles(asked, cwd, async (data) => validateRecord(data)));
  await prepareReportDirectory(cwd, asked.out);
  const settings = requireSettings({ flags: {}, ...ownSurroundings });
  refuseFaultsOfService(settings, asked.fault, asVariable);
  if (settings.kind === 'service') {
    checkProxy(settings.baseUrl);
    for (const warning of [...settings.warnings, ...networkWarnings(env)]) note(`warning: ${warning}`);
  }
  const makeMock = () => createMock({ faults: readFaultIds(asked.fault).known, edition: asked.edition });
  const { target: opened, close } = await openTarget(settings, asked.fault, makeMock, addSecrets);
  const folder = await mkdtemp(join(tmpdir(), 'byoc-conformance-'));
  const closing = async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // The token endpoint is asked before the plan, which depends on the token. It creates nothing.
    const target = await withToken(opened, { addSecrets, note });
    const options = runOptionsOf(asked, target, asVariable);
    const run: PlaywrightRun = {
      id: randomUUID(),
      info: runInfoOf(options, { requests: 0, conversations: 0, specs: 0 }, new Date()),
      options,
      journal: join(folder, 'identities.ndjson'),
    };
    const plan = await planOf(run);
    handOver({ ...run, info: runInfoOf(options, plan, new Date()) });
    if (target.kind === 'service') note(tellPlan(plan, options));
    agreeToPlan(plan, options, asked.yes);
    return closing;
  } catch (error) {
    await closing();
    throw error;
  }
}

/** The sources run from the repository, beside their compiled files; the package has compiled files only. */
const compiled = import.meta.url.endsWith('.ts') ? '../dist/playwright/' : './';

/** The plan as another process computes it from the compiled files. @throws Error when these are missing, or it dies. */
async function planOf(run: PlaywrightRun): Promise<Plan> {
  const path = fileURLToPath(new URL(`${compiled}plan-process.js`, import.meta.url));
  // Playwright's own loader must not be inherited.
  const child = fork(path, { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the plan could not be made (exit code ${String(code)}): run npm run build first`);
  });
  child.send(writeRun(run));
  const told = once(child, 'message').then(([plan]: Plan[]) => {
    if (plan === undefined) throw new Error('the plan could not be made');
    return plan;
  });
  const plan = await Promise.race([told, died]);
  died.catch(() => {});
  return plan;
}
