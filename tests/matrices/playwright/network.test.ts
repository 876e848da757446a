/** The way of Playwright to an org behind a proxy and a CA of its own: it gets there, and not without being told to. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { noOpenssl } from '../../quick/end-to-end/certificate.js';
import { runPlaywright } from '../../quick/end-to-end/playwright-process.js';
import { orgBehindProxy } from '../../support/org-behind-proxy.js';

test('npx playwright test sends nothing elsewhere without BYOC_YES', { skip: noOpenssl }, async (t) => {
  const { cwd, settings, asked, proxyUrl, ca } = await orgBehindProxy(t);
  const env = { ...settings, HTTPS_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: ca, BYOC_LEVEL: 'smoke', BYOC_SEED: '5' };
  const refused = await runPlaywright(t, ['test'], { cwd, env });
  assert.equal(refused.code, 1);
  assert.match(
    refused.stdout + refused.stderr,
    /org\.test is not on this machine, and nobody is here to be asked whether it may get \d+ requests: nothing was sent\. Read the plan above, and set BYOC_YES=1 when it may be carried out\./,
  );
  assert.match(refused.stderr, /at 20 a second \(the default for a service that is not on this machine\)/);
  assert.deepEqual(asked, []);
  const yes = await runPlaywright(t, ['test'], { cwd, env: { ...env, BYOC_YES: '1', BYOC_RATE: '2000' } });
  assert.equal(yes.code, 0, yes.stdout);
  assert.ok(asked.length > 0);
  const record: unknown = JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8'));
  assert.ok(Number(Reflect.get(Object(Reflect.get(Object(record), 'conversations')), 'total')) > 10);
});
