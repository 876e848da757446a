/** Debian's chromium for the tests that need a browser; they skip with a clear word where there is none. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';

const executablePath = '/usr/bin/chromium';

/** Reason to skip, or false: for the `skip` option of a test. */
export const skip = existsSync(executablePath) ? false : 'chromium is not installed: apt-get install chromium';

/** Milliseconds. Only a page that hangs takes as long: on a busy machine every step takes many times what it needs. */
const patience = 5 * 60_000;

/** Without the background services, which would look for the network. */
export function launchChromium(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, timeout: patience, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}

/** Half as long for chromium to read as what the package gives as its source. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface OpenPage {
  readonly page: Page;
  /** What the page wrote to the console, and errors of its script. */
  readonly complaints: readonly string[];
  /** Addresses that it asked for. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests, close: () => context.close() };
}

/**
 * What axe finds wrong in a page without frames: rules with the elements that break them. Checking the colours takes
 * most of the time, and they hang on the style alone: `only` them where nothing else is new, `no` where they are not.
 */
export async function violationsIn(page: Page, colours: 'too' | 'only' | 'no'): Promise<readonly string[]> {
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(colours === 'only' ? { runOnly: { type: 'tag', values: ['cat.color'] } } : {}),
    ...(colours === 'no' ? { rules: { 'color-contrast': { enabled: false } } } : {}),
  };
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axeSource);
  return page.evaluate<string[]>(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}
