/** The data of the relations goes into the package: it stays small. That it is fresh the check of generated files tells. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const data = fileURLToPath(new URL('../../../../../../generators/identities/relations/data', import.meta.url));
const mostBytes = 150_000;

test('the committed data is small', async () => {
  const sizes = await Promise.all(
    (await readdir(data)).map(async (name) => (await readFile(`${data}/${name}`)).length),
  );
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) < mostBytes, `${sizes}`);
});
