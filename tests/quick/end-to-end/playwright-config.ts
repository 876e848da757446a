/** A configuration that adds to that of the suite, as a user's own would: further tests, further reporters. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configs } from './playwright-process.js';

const playwright = import.meta.resolve('@playwright/test');

/**
 * @param spec the body of a spec file of its own project, with `test` of Playwright at hand; its tests come last.
 * @param reporters beside those of the suite.
 */
export async function writeConfig(
  directory: string,
  { spec, reporters = [] }: { readonly spec?: string; readonly reporters?: readonly (readonly unknown[])[] },
): Promise<URL> {
  if (spec !== undefined) {
    await writeFile(join(directory, 'own.spec.mjs'), `import { test } from ${JSON.stringify(playwright)};\n${spec}\n`);
  }
  const own = spec === undefined ? [] : [{ name: 'own', testDir: directory, testMatch: 'own.spec.mjs' }];
  const file = pathToFileURL(join(directory, 'own.config.mjs'));
  const base = JSON.stringify(pathToFileURL(configs.compiled).href);
  await writeFile(
    file,
    `import base from ${base};
export default {
  ...base,
  projects: [...base.projects, ...${JSON.stringify(own)}],
  reporter: [...base.reporter, ...${JSON.stringify(reporters)}],
};
`,
  );
  return file;
}
