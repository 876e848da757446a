/**
 * Proves that the report of a real run holds in a real browser, though the service is faulty and answers hostile HTML.
 * No error on the console, an axe check without violations, a hostile answer shown as text.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { writeReports } from '../../../reports/write-reports.js';
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { launchChromium, openPage, skip, violationsIn } from '../reports/chromium.js';
import { type HostileCall, hostileService } from './hostile-service.js';
import { clausesWith, runAgainst } from './run-against.js';

const script = '<script>document.title = "taken over"</script>';
const ends = '</pre></code></details></main></body></html>';
const image = '<img src="x" onerror="document.title = 1">';

/** Takes org ids that are too long, and gives what it was sent back as HTML that would run if it were let. */
function react({ text, plain, behave, answer }: HostileCall): void {
  const page = `<!doctype html><html><body>${ends}${script}${image}<pre>${text}</pre></body></html>`;
  const orgId = /^orgid: *(.*)\r$/im.exec(text)?.[1] ?? '';
  if (orgId.length > 15) answer(202, JSON.stringify({ conversationIdentifier: page }), `X-Title: ${script}`);
  else if (plain.status >= 400) answer(plain.status, page, 'Content-Type: text/html');
  else behave();
}

async function runHostile(t: TestContext): Promise<{ readonly record: RunRecord; readonly url: string }> {
  const service = await hostileService(t, react);
  const record = await runAgainst(service.url, service.credentials, {
    seed: 3,
    only: ['headers/org-id/length', 'answer/refusal/no-markup'],
  });
  const directory = await emptyDirectory(t);
  await writeReports(record, directory);
  return { record, url: pathToFileURL(join(directory, 'index.html')).href };
}

describe('the report of a run against a hostile service', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  test('is quiet, accessible, and shows what came as text', async (t) => {
    const { record, url } = await runHostile(t);
    assert.equal(record.exitCode, 1);
    const red = clausesWith(record, 'nonconformant');
    assert.ok(red.includes('headers/org-id/length'), red.join(', '));
    const { page, complaints, requests, close } = await openPage(browser, url);
    // Folded evidence must hold as well.
    await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    // A service cannot change the colours: they are checked with one of everything in the tests of the reports.
    assert.deepEqual(await violationsIn(page, 'no'), []);
    assert.match(await page.title(), /^NO: /);
    assert.equal(await page.locator('img, iframe').count(), 0);
    assert.equal(await page.locator('script').count(), 1);
    const shown = (await page.locator('main').textContent()) ?? '';
    for (const text of [script, image]) assert.ok(shown.includes(text), `${text} is not shown`);
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests, [url]);
    await close();
  });
});
