/** Holds every help text as it is kept in help/*.txt; `UPDATE_HELP=1` writes them anew, to be read before they are kept. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runProcess } from './processes.js';
import { emptyDirectory, runCommandLine } from './stand-ins.js';

/** The texts lie beside the sources, not beside the compiled tests. */
const folder = new URL('../../../../tests/quick/cli/help/', import.meta.url);

const helps: readonly (readonly [file: string, argv: readonly string[]])[] = [
  ['main.txt', ['--help']],
  ['run.txt', ['run', '--help']],
  ['mock.txt', ['mock', '--help']],
  ['gate.txt', ['gate', '--help']],
  ['proxy.txt', ['proxy', '--help']],
  ['clauses.txt', ['clauses', '--help']],
  ['probe.txt', ['probe', '--help']],
  ['report.txt', ['report', '--help']],
  ['replay.txt', ['replay', '--help']],
];

for (const [file, argv] of helps) {
  test(`the help of "${argv.join(' ')}" is that of ${file}`, async (t) => {
    const { code, stdout, stderr } = await runCommandLine(t, argv);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    const path = fileURLToPath(new URL(file, folder));
    if (process.env.UPDATE_HELP === '1') await writeFile(path, stdout);
    assert.equal(stdout, await readFile(path, 'utf8'));
    for (const line of stdout.split('\n')) assert.ok(line.length <= 80, `longer than 80 characters: ${line}`);
  });
}

test('--version is the version of the package', async (t) => {
  const text = await readFile(new URL('../../../../package.json', import.meta.url), 'utf8');
  const { code, stdout } = await runProcess(t, ['--version'], { cwd: await emptyDirectory(t) });
  assert.equal(code, 0);
  assert.match(text, new RegExp(`"version": "${stdout.trim()}"`));
});
