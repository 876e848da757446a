/** The committed generated files are fresh, and the contract has no problem: `npm run check:generated`, beside the other tests. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tool = fileURLToPath(new URL('../../../tools/generate.js', import.meta.url));

test('every generated file is fresh', async () => {
  const child = spawn(process.execPath, [tool, '--check'], { stdio: ['ignore', 'inherit', 'pipe'] });
  const [complaints, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  assert.equal(complaints, '');
  assert.equal(code, 0);
});
