/**
 * Generated files: a stale one is found and named with the command that mends it. That the committed ones are fresh,
 * whoever made them, is held by generated-files.test.ts.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type GeneratedFile, generate } from '../../../tools/generate-command.js';

async function folder(context: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'byoc-generate-'));
  context.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

const file = (path: string, text: string): GeneratedFile => ({ path, make: async () => text });

/** What the command said and how it ended. */
async function played(root: string, files: readonly GeneratedFile[], args: readonly string[], problems: string[] = []) {
  const [said, complained]: [string[], string[]] = [[], []];
  const code = await generate(args, {
    ...{ root, files, problems: async () => problems },
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said, complained };
}

test('missing, changed and fresh files are told apart, in order', async (context) => {
  const root = await folder(context);
  await mkdir(join(root, 'docs'));
  await writeFile(join(root, 'docs/changed.md'), 'old');
  await writeFile(join(root, 'docs/fresh.md'), 'same');
  const files = [file('docs/missing.md', 'x'), file('docs/fresh.md', 'same'), file('docs/changed.md', 'new')];
  const { complained } = await played(root, files, ['--check']);
  assert.deepEqual(
    complained.map((line) => line.split(' ')[0]),
    ['docs/missing.md', 'docs/changed.md'],
  );
});

test('writing makes every file fresh and its folder, and tells which were stale', async (context) => {
  const root = await folder(context);
  const files = [file('docs/deep/a.md', 'a'), file('b.json', '{}')];
  assert.deepEqual((await played(root, files, [])).said, ['wrote docs/deep/a.md', 'wrote b.json']);
  assert.equal(await readFile(join(root, 'docs/deep/a.md'), 'utf8'), 'a');
  assert.deepEqual((await played(root, files, [])).said, []);
});

test('the command writes the files, and --check names each stale one and the command that makes it fresh', async (context) => {
  const root = await folder(context);
  const files = [file('docs/clauses.md', 'a'), file('docs/request.schema.json', '{}'), file('README.md', 'b')];
  const written = await played(root, files, []);
  const all = ['wrote docs/clauses.md', 'wrote docs/request.schema.json', 'wrote README.md'];
  assert.deepEqual(written, { code: 0, said: all, complained: [] });
  assert.deepEqual(await played(root, files, ['--check']), { code: 0, said: [], complained: [] });

  await writeFile(join(root, 'docs/clauses.md'), 'edited by hand');
  await rm(join(root, 'docs/request.schema.json'));
  const advice = 'is stale. Make it fresh: npm run build && node dist/tools/generate.js';
  assert.deepEqual(await played(root, files, ['--check']), {
    ...{ code: 1, said: [] },
    complained: [`docs/clauses.md ${advice}`, `docs/request.schema.json ${advice}`],
  });
  assert.equal(await readFile(join(root, 'docs/clauses.md'), 'utf8'), 'edited by hand', 'checking writes nothing');
});

test('a problem of the contract is told and ends with 1, whether files are written or checked', async (context) => {
  const root = await folder(context);
  const files = [file('a.md', 'a')];
  const problem = 'a clause without proof';
  const complained = [problem];
  assert.deepEqual(await played(root, files, [], [problem]), { code: 1, said: ['wrote a.md'], complained });
  assert.deepEqual(await played(root, files, ['--check'], [problem]), { code: 1, said: [], complained });
});

test('an unknown option is wrong usage', async (context) => {
  const { code, said, complained } = await played(await folder(context), [], ['--chekc']);
  assert.deepEqual([code, said], [2, []]);
  assert.match(complained.join(), /--chekc.*\[--check\]/);
});
