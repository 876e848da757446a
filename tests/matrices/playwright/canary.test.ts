/** Proves that Playwright lets no token out, though the service gives back all that it got. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDirectory } from '../../quick/cli/stand-ins.js';
import { echoingService } from '../../quick/end-to-end/echoing-service.js';
import { runPlaywright } from '../../quick/end-to-end/playwright-process.js';
import { settingsFor } from '../../quick/end-to-end/settings-for.js';
import { assertNoTrace } from '../../support/no-trace.js';

test('Playwright lets no token out', async (t) => {
  const service = await echoingService(t, 2);
  const cwd = await emptyDirectory(t);
  const env = { ...settingsFor(service.url.href, service.credentials), BYOC_SEED: '2' };
  // Playwright starts a new worker behind each red test: some of the tests tell as much as all.
  const run = await runPlaywright(t, ['test', '--grep', 'breaks headers/org-id'], { cwd, env });
  assert.equal(run.code, 1, run.stderr);
  await assertNoTrace(cwd, service, run);
});
