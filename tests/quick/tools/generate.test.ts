/** Generated files: the committed ones are fresh, a stale one is found and named with the command that mends it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type GeneratedFile, staleFiles, writeFiles } from '../../../tools/generated-file.js';
import { generatedFiles } from '../../../tools/generated-files.js';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

async function folder(context: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'byoc-generate-'));
  context.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

const file = (path: string, text: string): GeneratedFile => ({ path, make: async () => text });

test('the committed files are what the contract gives', async () => {
  assert.deepEqual(await staleFiles(checkout, generatedFiles), []);
});

test('every file is made alike twice', async () => {
  for (const { make } of generatedFiles) assert.equal(await make(), await make());
});

test('missing, changed and fresh files are told apart, in order', async (context) => {
  const root = await folder(context);
  await mkdir(join(root, 'docs'));
  await writeFile(join(root, 'docs/changed.md'), 'old');
  await writeFile(join(root, 'docs/fresh.md'), 'same');
  const files = [file('docs/missing.md', 'x'), file('docs/fresh.md', 'same'), file('docs/changed.md', 'new')];
  assert.deepEqual(await staleFiles(root, files), ['docs/missing.md', 'docs/changed.md']);
});

test('writing makes every file fresh and its folder, and tells which were stale', async (context) => {
  const root = await folder(context);
  const files = [file('docs/deep/a.md', 'a'), file('b.json', '{}')];
  assert.deepEqual(await writeFiles(root, files), ['docs/deep/a.md', 'b.json']);
  assert.equal(await readFile(join(root, 'docs/deep/a.md'), 'utf8'), 'a');
  assert.deepEqual(await writeFiles(root, files), []);
});

/** A copy of the built code in a folder of its own, so that the command has docs of its own to judge. */
async function copyOfCheckout(context: TestContext): Promise<string> {
  const root = await folder(context);
  for (const part of [
    'schemas',
    'text',
    'wire',
    'generators',
    'endpoints',
    'verdicts',
    'engine',
    'settings',
    'playwright',
    'specs',
    'tools',
  ]) {
    await cp(join(checkout, 'dist', part), join(root, 'dist', part), { recursive: true });
  }
  await cp(join(checkout, 'package.json'), join(root, 'package.json'));
  await symlink(join(checkout, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const generate = (root: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'dist/tools/generate.js'), ...args], { encoding: 'utf8' });

test('the command writes the files, and --check names each stale one and the command that makes it fresh', async (context) => {
  const root = await copyOfCheckout(context);
  const written = generate(root);
  assert.deepEqual([written.status, written.stderr], [0, '']);
  assert.deepEqual(
    written.stdout.trim().split('\n'),
    generatedFiles.map(({ path }) => `wrote ${path}`),
  );

  const fresh = generate(root, '--check');
  assert.deepEqual([fresh.status, fresh.stdout, fresh.stderr], [0, '', '']);

  await writeFile(join(root, 'docs/clauses.md'), 'edited by hand');
  await rm(join(root, 'docs/request.schema.json'));
  const stale = generate(root, '--check');
  assert.equal(stale.status, 1);
  const advice = 'is stale. Make it fresh: npm run build && node dist/tools/generate.js';
  assert.equal(stale.stderr, `docs/clauses.md ${advice}\ndocs/request.schema.json ${advice}\n`);
  assert.equal(await readFile(join(root, 'docs/clauses.md'), 'utf8'), 'edited by hand', 'checking writes nothing');
});

test('an unknown option is wrong usage', () => {
  const wrong = generate(checkout, '--chekc');
  assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
  assert.match(wrong.stderr, /--chekc.*\[--check\]/);
});
