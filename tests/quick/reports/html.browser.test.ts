/** The report in a real browser: opens from disk, quiet, accessible, usable by keyboard, hostile answers as text. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { renderHtml } from '../../../reports/html/render-html.js';
import { renderJunit } from '../../../reports/junit.js';
import { launchChromium, openPage, skip, violationsIn } from './chromium.js';
import { hostile } from './hostile.js';
import { connectorRecord, serviceRecord } from './one-of-everything.js';
import { sampleRecord } from './sample-record.js';

/** What axe checks takes time with every element: of each kind of thing that a page can show it sees one. */
const ofEverything = { service: serviceRecord, connector: connectorRecord } as const;

describe('the report in chromium', { skip }, () => {
  let browser: Browser;
  let page: Page;
  let directory: string;
  let url: string;

  before(async () => {
    browser = await launchChromium();
    directory = await mkdtemp(join(tmpdir(), 'byoc-html-'));
    await writeFile(join(directory, 'index.html'), renderHtml(sampleRecord()));
    for (const [name, record] of Object.entries(ofEverything)) {
      await writeFile(join(directory, `${name}.html`), renderHtml(record()));
    }
    url = pathToFileURL(join(directory, 'index.html')).href;
    ({ page } = await openPage(browser, url));
  });

  after(async () => {
    await browser.close();
    await rm(directory, { recursive: true, force: true });
  });

  /** In one tab for all tests: a new one takes longer than most of them. */
  async function open(name = 'index'): Promise<void> {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(url.replace('index', name));
  }

  for (const name of Object.keys(ofEverything)) {
    test(`${name}: nothing on the console, no request but the file; light, dark and narrow no axe violation, no sideways scroll`, async () => {
      const { page, complaints, requests, close } = await openPage(browser, url.replace('index', name));
      const fullWidth = () => page.evaluate<number>('document.documentElement.scrollWidth');
      // Folded evidence must hold as well.
      await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
      assert.deepEqual(await violationsIn(page, 'too'), []);
      assert.equal(await fullWidth(), 1280);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violationsIn(page, 'only'), []);
      await page.setViewportSize({ width: 360, height: 800 });
      assert.deepEqual(await violationsIn(page, 'no'), []);
      assert.equal(await fullWidth(), 360);
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests, [page.url()]);
      await close();
    });
  }

  test('a hostile answer is shown as text and runs nothing', async () => {
    await open();
    assert.match(await page.title(), /^NO: /);
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.locator('img, iframe, a[href*="javascript"]').count(), 0);
    const text = (await page.locator('main').textContent()) ?? '';
    assert.ok(text.includes(hostile.script));
    assert.ok(text.includes('safe⟨U+202E⟩gnp.exe⟨U+202C⟩'));
  });

  test('the keyboard reaches everything that can be used, in the order of the page', async () => {
    await open();
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
  });

  test('filter and search narrow the clauses and say so', async () => {
    await open('service');
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
    // Only the table of clauses is filtered: that of the editions is none of it.
    assert.ok(await page.getByRole('cell', { name: 'no part of it' }).first().isVisible());
    // A link to a clause that the filter hides must still lead there.
    await page.locator('a[href="#clause-headers-org-id-length"]').first().click();
    assert.ok(await page.locator('#clause-headers-org-id-length').isVisible());
    assert.equal(await rows.count(), all);
  });

  test('the link from a clause unfolds the evidence of its failure', async () => {
    await open();
    // The fourth failure on the page, which is not unfolded at first.
    const card = page.locator('article.card').nth(3);
    const id = await card.getAttribute('id');
    assert.equal(await card.locator('details.evidence').getAttribute('open'), null);
    await page.locator(`a[href="#${id}"]`).click();
    await card.locator('details.evidence[open]').waitFor();
  });

  test('the picture of identities has a name, words, readable labels, and links that lead to the failures', async () => {
    await open('service');
    const picture = page.getByRole('img', { name: 'Pairs against identifiers' });
    assert.match((await picture.getAttribute('aria-labelledby')) ?? '', /identity-words/);
    assert.match((await picture.locator('desc').textContent()) ?? '', /^11 pairs, 11 identifiers: 1 merge, 1 split/);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const box = await picture.boundingBox();
      assert.ok(box !== null && box.width > 250 && Math.abs(box.width - box.height) < 1);
      const label = await picture.locator('text').first().boundingBox();
      assert.ok(label !== null && label.height >= 12);
    }
    await page.locator('.offenders a').first().click();
    assert.match(page.url(), /#failure-behaviour--/);
    assert.ok(await page.locator('article:target').isVisible());
  });

  test('a copy button copies the line exactly', async () => {
    await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const line = page.locator('[data-copy^="curl"]').first();
    await page.getByRole('button', { name: 'Copy: curl command' }).first().click();
    await page.getByText('copied').waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), await line.getAttribute('data-copy'));
  });

  test('without script the page is complete and shows no dead controls', async () => {
    const { page, close } = await openPage(browser, url, { javaScriptEnabled: false });
    assert.equal(await page.locator('button:visible').count(), 0);
    assert.equal(await page.locator('tr[data-verdict]:visible').count(), sampleRecord().clauses.length);
    await close();
  });

  test('junit.xml is well-formed to a real XML parser, hostile text included', async () => {
    await open();
    const parsed = await page.evaluate<[string, number]>(`{
      const xml = new DOMParser().parseFromString(${JSON.stringify(renderJunit(sampleRecord()))}, 'text/xml');
      [xml.querySelector('parsererror')?.textContent ?? '', xml.querySelectorAll('testcase').length]
    }`);
    assert.deepEqual(parsed, ['', sampleRecord().clauses.length]);
  });
});
