/** The committed data and page of the relations are what the packages give. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { staleFiles } from '../../../../../tools/generated-file.js';
import { relationFiles } from '../../../../../tools/relations/relation-files.js';

const checkout = fileURLToPath(new URL('../../../../../..', import.meta.url));
const data = `${checkout}generators/identities/relations/data`;
const mostBytes = 150_000;

test('the committed files are fresh', async () => {
  assert.deepEqual(await staleFiles(checkout, relationFiles), []);
});

test('the committed data is small', async () => {
  const sizes = await Promise.all(
    (await readdir(data)).map(async (name) => (await readFile(`${data}/${name}`)).length),
  );
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) < mostBytes, `${sizes}`);
});
