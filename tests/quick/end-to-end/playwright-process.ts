/** Runs Playwright's own command with the configuration of the suite, as `npx playwright test` does. */
import { createRequire } from 'node:module';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startCommand } from '../cli/processes.js';

const require = createRequire(import.meta.url);

/** Its package exports no `cli.js`, but the file beside its package.json is what its bin points at. */
const cli = require.resolve('@playwright/test/package.json').replace(/package\.json$/, 'cli.js');

const root = new URL('../../../../', import.meta.url);

/** The compiled configuration, or the source from which Playwright compiles everything by itself. */
export const configs = {
  compiled: fileURLToPath(new URL('dist/playwright.config.js', root)),
  source: fileURLToPath(new URL('playwright.config.ts', root)),
} as const;

/** Gives the exit code and all output. CI keeps Playwright from asking and colouring. */
export async function runPlaywright(
  t: TestContext,
  argv: readonly string[],
  input: { readonly cwd: string; readonly env?: Record<string, string>; readonly config?: keyof typeof configs | URL },
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const [command = 'test', ...options] = argv;
  const { config: named = 'compiled' } = input;
  const config = named instanceof URL ? fileURLToPath(named) : configs[named];
  const env = { CI: '1', HOME: process.env.HOME ?? '', ...input.env };
  const started = startCommand(t, [command, '-c', config, ...options], { cwd: input.cwd, env, script: cli });
  const code = await started.exited;
  return { code, stdout: started.stdout(), stderr: started.stderr() };
}
