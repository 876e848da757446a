/** Holds that no token is ever printed or written, wherever it was put: the right settings and all the wrong places. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { createCli } from '../../../cli/run-cli.js';
import { createRedactor } from '../../../text/redactor.js';
import { runProcess } from './processes.js';
import { goodToken, jwt, opaqueToken, settings } from './sample.js';
import { capture, emptyDirectory, standIn } from './stand-ins.js';

const malformed = 'canary token with blanks and "quotes" 1234567890';
const tokens = { jwt: goodToken, expired: jwt({ exp: 1, canary: 'x'.repeat(20) }), opaque: opaqueToken, malformed };

/** The token as it is, each of its long parts, and all of it in the encodings that outputs use. */
function traces(token: string): readonly string[] {
  const parts = token.split(/[.! ]/).filter((part) => part.length >= 16);
  const spellings = [
    encodeURIComponent(token),
    JSON.stringify(token).slice(1, -1),
    Buffer.from(token).toString('base64'),
  ];
  return [token, ...parts, ...spellings];
}

const names = [...Object.keys(settings), 'SF_EXPIRED_ACCESS_TOKEN'];
const places: readonly (readonly [place: string, argv: (token: string) => readonly string[]])[] = [
  ['--base-url', (token) => ['run', '--base-url', `https://${token}@host/api`]],
  ['the path of --base-url', (token) => ['run', `--base-url=https://host/${token}`]],
  ['--only', (token) => ['run', '--only', token]],
  ['--level', (token) => ['run', '--level', token]],
  ['--seed', (token) => ['run', '--seed', token]],
  ['--fault', (token) => ['run', '--fault', token]],
  ['--out', (token) => ['run', '--out', token]],
  ['an unknown option', (token) => ['run', `--token=${token}`]],
  ['a spare argument', (token) => ['run', token]],
  ['a command', (token) => [token]],
  ['mock --credentials', (token) => ['mock', '--credentials', token, '--port', 'x']],
  ['mock --variant', (token) => ['mock', '--variant', token]],
  ['report', (token) => ['report', token]],
];

for (const [kind, token] of Object.entries(tokens)) {
  // A malformed token has no shape by which it could be known: it is known as the value of its own setting.
  const known: Record<string, string> = kind === 'malformed' ? { SF_ACCESS_TOKEN: token } : {};

  test(`a token (${kind}) in any setting is not printed`, async (t) => {
    for (const name of names) {
      await assertSilent(t, ['run'], { ...settings, ...known, [name]: token }, token, name);
      await assertSilent(t, ['run'], { ...known, [name]: token, DEBUG: '1' }, token, name);
    }
  });

  test(`a token (${kind}) anywhere on the command line is not printed`, async (t) => {
    for (const [place, argv] of places) {
      const { code } = await assertSilent(t, argv(token), known, token, place);
      assert.equal(code, 2, place);
      await assertSilent(t, argv(token), { ...settings, SF_ACCESS_TOKEN: token }, token, place);
    }
  });
}

test('a token that the engine and the service put into everything is not printed', async (t) => {
  const dependencies = standIn({
    async runConformance({ onEvent }) {
      onEvent?.({ type: 'spec-started', title: goodToken, index: 1, of: 1 });
      throw new Error(`echo ${encodeURIComponent(goodToken)} ${goodToken}`);
    },
  });
  await assertSilent(t, ['run', '--yes'], { ...settings, DEBUG: '1' }, goodToken, 'an error', dependencies);
  const renders = standIn({ renderTerminal: async () => `echo ${goodToken}` });
  await assertSilent(t, ['run', '--yes'], settings, goodToken, 'the result', renders);
});

test('the process refuses a token on the command line by its place', async (t) => {
  const result = await runProcess(t, ['run', '--only', goodToken], { cwd: await emptyDirectory(t) });
  assert.deepEqual(result, {
    code: 2,
    stdout: '',
    stderr: `error: argument 3 holds an access token (not shown)
       set SF_ACCESS_TOKEN in the environment or in .env: every user of this machine can see arguments
`,
  });
});

async function assertSilent(
  t: Parameters<typeof emptyDirectory>[0],
  argv: readonly string[],
  env: Record<string, string>,
  token: string,
  place: string,
  dependencies = standIn(),
) {
  const cwd = await emptyDirectory(t);
  const [stdout, stderr] = [capture(true), capture(true)];
  const around = { argv, env, cwd, stdout, stderr, readFile: () => undefined };
  const cli = createCli({ ...around, onInterrupt: () => () => {}, exitNow: () => {} }, dependencies, createRedactor);
  const code = await cli.run();
  const files = await readdir(cwd, { recursive: true });
  for (const trace of traces(token)) {
    assert.ok(!`${stdout.text()}${stderr.text()}`.includes(trace), `${place} printed ${trace}`);
    assert.ok(!files.join('\n').includes(trace), `${place} named a file ${trace}`);
  }
  assert.ok(`${stdout.text()}${stderr.text()}` !== '', `${place} said nothing`);
  return { code };
}
