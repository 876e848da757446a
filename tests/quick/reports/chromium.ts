/** Debian's chromium for the tests that need a browser; they skip with a clear word where there is none. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';

const executablePath = '/usr/bin/chromium';

/** Reason to skip, or false: for the `skip` option of a test. */
export const skip = existsSync(executablePath) ? false : 'chromium is not installed: apt-get install chromium';

/** Without the background services, which would look for the network. */
export function launchChromium(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}
