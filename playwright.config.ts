/**
 * `npx playwright test`: a conformance run, the same as `byoc-conformance run`. Settings and options come from the
 * environment, `.env` and the configuration file; `BYOC_LEVEL` stands for `--level`, and so on (.env.example has them all).
 * All output goes below the working directory.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** Sources in the repository, compiled files in the package. */
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

export default defineConfig({
  testDir: here('specs'),
  outputDir: resolve(process.cwd(), 'test-results'),
  globalSetup: here(`playwright/global-setup.${ending}`),
  // One history of identities over the whole run, and the closing audit last: one worker, projects in order.
  workers: 1,
  timeout: 30 * 60_000,
  projects: [
    { name: 'clauses', testMatch: `**/*.spec.${ending}`, testIgnore: `**/closing-audit.spec.${ending}` },
    { name: 'closing audit', testMatch: `**/closing-audit.spec.${ending}` },
  ],
  reporter: [['list'], [here(`playwright/conformance-reporter.${ending}`)]],
});
