/** The plan of a run as another process computes it from the compiled files. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../engine/service/run-options.js';
import type { PlaywrightRun } from './run-in-environment.js';

/** The sources run from the repository, beside their compiled files; the package has compiled files only. */
const compiled = import.meta.url.endsWith('.ts') ? '../dist/playwright/' : './';

/** @throws Error when the compiled files are missing or the process dies. */
export async function planOf(run: PlaywrightRun): Promise<Plan> {
  const path = fileURLToPath(new URL(`${compiled}plan-process.js`, import.meta.url));
  // Playwright's own loader must not be inherited.
  const child = fork(path, { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the plan could not be made (exit code ${String(code)}): run npm run build first`);
  });
  child.send(run);
  const told = once(child, 'message').then(([plan]: Plan[]) => {
    if (plan === undefined) throw new Error('the plan could not be made');
    return plan;
  });
  const plan = await Promise.race([told, died]);
  died.catch(() => {});
  return plan;
}
