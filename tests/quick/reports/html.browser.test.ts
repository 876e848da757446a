/** The report in a real browser: opens from disk, quiet, accessible, usable by keyboard, hostile answers as text. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { renderHtml } from '../../../reports/html/render-html.js';
import { renderJunit } from '../../../reports/junit.js';
import { launchChromium, skip } from './chromium.js';
import { hostile } from './hostile.js';
import { identityRecord } from './sample-identities.js';
import { conformantRecord, sampleRecord } from './sample-record.js';

const looks = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: 'narrow', colorScheme: 'light', width: 360 },
] as const;

describe('the report in chromium', { skip }, () => {
  let browser: Browser;
  let directory: string;
  let url: string;

  before(async () => {
    browser = await launchChromium();
    directory = await mkdtemp(join(tmpdir(), 'byoc-html-'));
    await writeFile(join(directory, 'index.html'), renderHtml(sampleRecord()));
    await writeFile(join(directory, 'yes.html'), renderHtml(conformantRecord()));
    await writeFile(join(directory, 'identities.html'), renderHtml(identityRecord(6_000)));
    await writeFile(join(directory, 'few.html'), renderHtml(identityRecord(10)));
    url = pathToFileURL(join(directory, 'index.html')).href;
  });

  after(async () => {
    await browser.close();
    await rm(directory, { recursive: true, force: true });
  });

  /** Opens a page and hands back what it complained about and asked for. */
  async function open(look: (typeof looks)[number] = looks[0], address = url) {
    const context = await browser.newContext({
      colorScheme: look.colorScheme,
      viewport: { width: look.width, height: 800 },
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address);
    return { page, complaints, requests, close: () => context.close() };
  }

  const fullWidth = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

  for (const look of looks) {
    test(`${look.name}: nothing on the console, no request but the file, no axe violation, no sideways scroll`, async () => {
      for (const address of ['index', 'yes', 'identities', 'few'].map((name) => url.replace('index', name))) {
        const { page, complaints, requests, close } = await open(look, address);
        // Folded evidence must hold as well.
        await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]),
          [],
        );
        assert.equal(await fullWidth(page), look.width);
        assert.deepEqual(complaints, []);
        assert.deepEqual(requests, [address]);
        await close();
      }
    });
  }

  test('a hostile answer is shown as text and runs nothing', async () => {
    const { page, close } = await open();
    assert.match(await page.title(), /^NO: /);
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.locator('img, iframe, a[href*="javascript"]').count(), 0);
    const text = (await page.locator('main').textContent()) ?? '';
    assert.ok(text.includes(hostile.script));
    assert.ok(text.includes('safe⟨U+202E⟩gnp.exe⟨U+202C⟩'));
    await close();
  });

  test('the keyboard reaches everything that can be used, in the order of the page', async () => {
    const { page, close } = await open();
    const usable = await page.evaluate<number>(`{
      const all = Array.from(document.querySelectorAll('a[href], button, input, summary, pre[tabindex="0"]'));
      globalThis.usable = all.filter((element) => element.checkVisibility());
      usable.length
    }`);
    assert.ok(usable > 40);
    const reached: number[] = [];
    for (let index = 0; index < usable; index += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate<number>('usable.indexOf(document.activeElement)'));
    }
    assert.deepEqual(
      reached,
      Array.from({ length: usable }, (_, index) => index),
    );
    await close();
  });

  test('filter and search narrow the clauses and say so', async () => {
    const { page, close } = await open();
    const rows = page.locator('tr[data-verdict]:visible');
    const all = sampleRecord().clauses.length;
    assert.equal(await rows.count(), all);
    const button = page.getByRole('button', { name: /^nonconformant/ });
    await button.press('Enter');
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    assert.equal(await rows.count(), 4);
    await page.getByLabel('Search').fill('org-id');
    assert.equal(await rows.count(), 1);
    assert.equal(await page.locator('#shown').textContent(), `1 of ${all} clauses shown`);
    await page.getByLabel('Search').fill('no such clause');
    assert.ok(await page.locator('#no-clause').isVisible());
    // A link to a clause that the filter hides must still lead there.
    await page.locator('a[href="#clause-headers-org-id-length"]').first().click();
    assert.ok(await page.locator('#clause-headers-org-id-length').isVisible());
    assert.equal(await rows.count(), all);
    await close();
  });

  test('the link from a clause unfolds the evidence of its failure', async () => {
    const { page, close } = await open();
    // The fourth failure on the page, which is not unfolded at first.
    const card = page.locator('article.card').nth(3);
    const id = await card.getAttribute('id');
    assert.equal(await card.locator('details.evidence').getAttribute('open'), null);
    await page.locator(`a[href="#${id}"]`).click();
    await card.locator('details.evidence[open]').waitFor();
    await close();
  });

  for (const look of looks) {
    test(`${look.name}: the picture of identities has a name, words, readable labels, and links that lead to the failures`, async () => {
      const { page, close } = await open(look, url.replace('index', 'identities'));
      const picture = page.getByRole('img', { name: 'Pairs against identifiers' });
      assert.match((await picture.getAttribute('aria-labelledby')) ?? '', /identity-words/);
      assert.match(
        (await picture.locator('desc').textContent()) ?? '',
        /^6,001 pairs, 6,001 identifiers: 1 merge, 1 split/,
      );
      const box = await picture.boundingBox();
      assert.ok(box !== null && box.width > 250 && Math.abs(box.width - box.height) < 1);
      const label = await picture.locator('text').first().boundingBox();
      assert.ok(label !== null && label.height >= 12);
      await page.locator('.offenders a').first().click();
      assert.match(
        page.url(),
        /#failure-behaviour--different-pair--subject--merge-of-strangers$|#failure-behaviour--same-pair--for-ever--split$/,
      );
      assert.ok(await page.locator('article:target').isVisible());
      await close();
    });
  }

  test('a copy button copies the line exactly', async () => {
    const { page, close } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const line = page.locator('[data-copy^="curl"]').first();
    await page.getByRole('button', { name: 'Copy: curl command' }).first().click();
    await page.getByText('copied').waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), await line.getAttribute('data-copy'));
    await close();
  });

  test('without script the page is complete and shows no dead controls', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    assert.equal(await page.locator('button:visible').count(), 0);
    assert.equal(await page.locator('tr[data-verdict]:visible').count(), sampleRecord().clauses.length);
    await context.close();
  });

  test('junit.xml is well-formed to a real XML parser, hostile text included', async () => {
    const { page, close } = await open();
    const parsed = await page.evaluate<[string, number]>(`{
      const xml = new DOMParser().parseFromString(${JSON.stringify(renderJunit(sampleRecord()))}, 'text/xml');
      [xml.querySelector('parsererror')?.textContent ?? '', xml.querySelectorAll('testcase').length]
    }`);
    assert.deepEqual(parsed, ['', sampleRecord().clauses.length]);
    await close();
  });
});
