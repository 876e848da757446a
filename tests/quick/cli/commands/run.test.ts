/** Holds what `run` does around the engine: what it asks of it, shows, refuses, and how it ends. */
import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { goodToken, sampleRecord, settings } from '../sample.js';
import { emptyDirectory, plan, runCommandLine, standIn } from '../stand-ins.js';

test('with nothing configured the embedded mock is judged, and closed', async (t) => {
  let closed = 0;
  const mock = await standIn().createMock({ faults: [], edition: '61.0' });
  const asked: (readonly string[])[] = [];
  const dependencies = standIn({
    async createMock({ faults }) {
      asked.push(faults);
      const listen = async () => ({ baseUrl: 'http://127.0.0.1:1/api', close: async () => void closed++ });
      return { ...mock, listen };
    },
  });
  const { code } = await runCommandLine(t, ['run', '--fault', 'org-id/accepts-18', '--seed', '7'], { dependencies });
  const [options] = dependencies.runs;
  assert.equal(code, 0);
  assert.deepEqual(asked, [['org-id/accepts-18']]);
  assert.equal(closed, 1);
  assert.equal(options?.target.kind, 'embedded mock');
  assert.deepEqual(options?.target.faults, ['org-id/accepts-18']);
  assert.equal(options?.target.baseUrl.href, 'http://127.0.0.1:1/api');
  assert.equal(options?.concurrency, 16);
  assert.equal(options?.seed, 7);
});

test('a configured service is judged with eight requests at a time', async (t) => {
  const dependencies = standIn();
  const { code, stderr } = await runCommandLine(t, ['run', '--yes'], { dependencies, env: settings });
  const [options] = dependencies.runs;
  assert.equal(code, 0);
  assert.equal(options?.target.kind, 'service');
  assert.equal(options?.target.credentials.accessToken, goodToken);
  assert.equal(options?.concurrency, 8);
  assert.match(stderr, /requests {5}at most 1,200 requests/);
  assert.match(stderr, new RegExp(`seed ${options?.seed}\\b`));
});

test('the exit code is that of the record', async (t) => {
  for (const exitCode of [0, 1, 3, 4, 5]) {
    const dependencies = standIn({ runConformance: async () => sampleRecord({ exitCode }) });
    assert.equal((await runCommandLine(t, ['run'], { dependencies })).code, exitCode);
  }
});

test('the result and the files go to standard output, all else to standard error', async (t) => {
  const { stdout } = await runCommandLine(t, ['run', '--yes', '--out', 'there'], { env: settings });
  assert.equal(
    stdout,
    `verdict: conformant\n\nWritten:\n  ${join('there', 'index.html')}\n  ${join('there', 'run.json')}\n`,
  );
});

test('a terminal is asked after the plan was told and before anything is sent', async (t) => {
  for (const yes of [true, false]) {
    const dependencies = standIn();
    const runsWhenAsked: number[] = [];
    const { code, stderr } = await runCommandLine(t, ['run'], {
      dependencies,
      env: settings,
      terminal: true,
      confirm: async () => {
        runsWhenAsked.push(dependencies.runs.length);
        return yes;
      },
    });
    assert.deepEqual(runsWhenAsked, [0], 'asked once, before the run');
    assert.equal(dependencies.runs.length, yes ? 1 : 0);
    assert.equal(code, yes ? 0 : 3);
    assert.equal(stderr.split('The plan').length, 2, 'the plan was told once');
    assert.equal(stderr.includes('Nothing was sent.'), !yes);
  }
});

test('nobody is asked with --yes or for the embedded mock', async (t) => {
  const confirm = async () => assert.fail('asked');
  for (const [argv, env] of [
    [['run', '--yes'], settings],
    [['run', '--yes'], { ...settings, CI: 'true' }],
    [['run'], {}],
  ] as const) {
    const dependencies = standIn();
    assert.equal((await runCommandLine(t, argv, { dependencies, env, confirm, terminal: true })).code, 0);
    assert.equal(dependencies.runs.length, 1);
  }
});

test('half of the settings end with 2 before anything is made or sent', async (t) => {
  const dependencies = standIn();
  const cwd = await emptyDirectory(t);
  const { SF_ORG_ID: _, ...half } = settings;
  const { code, stdout, stderr } = await runCommandLine(t, ['run'], { dependencies, env: half, cwd });
  assert.equal(code, 2);
  assert.equal(stdout, '');
  assert.equal(
    stderr,
    `error: one setting is missing or malformed

  SF_ORG_ID
    expected  exactly 15 letters or digits
    example   00D000000000001
    found     nothing
    where     looked for in the environment and ${join(cwd, '.env')} (no such file)

Nothing was sent. All settings are explained by: byoc-conformance run --help
`,
  );
  assert.deepEqual(dependencies.runs, []);
  assert.deepEqual(await readdir(cwd), []);
});

test('--fault beside a configured service ends with 2', async (t) => {
  const { code, stderr } = await runCommandLine(t, ['run', '--fault', 'org-id/accepts-18'], { env: settings });
  assert.equal(code, 2);
  assert.match(stderr, /^error: --fault works with the embedded mock only, and a service is configured\n/);
});

test('a report directory that cannot be written ends with 2 before anything is sent', async (t) => {
  const cwd = await emptyDirectory(t);
  await writeFile(join(cwd, 'file'), '');
  for (const [out, reason] of [
    ['file', 'a file of that name is in the way'],
    ['file/below', 'a part of the path is a file, not a directory'],
  ] as const) {
    const dependencies = standIn();
    const { code, stderr } = await runCommandLine(t, ['run', '--out', out], { dependencies, env: settings, cwd });
    assert.equal(code, 2);
    assert.match(stderr, new RegExp(`^error: the report directory .*${out} cannot be written: ${reason}\n`));
    assert.deepEqual(dependencies.runs, []);
  }
});

test('a report directory without permission ends with 2', {
  skip: process.getuid?.() === 0 && 'root may write anywhere',
}, async (t) => {
  const cwd = await emptyDirectory(t);
  await mkdir(join(cwd, 'closed'));
  await chmod(join(cwd, 'closed'), 0o500);
  const { code, stderr } = await runCommandLine(t, ['run', '--out', 'closed'], { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /closed cannot be written: permission denied/);
});

test('a disk that fills up while the reports are written does not lose the result', async (t) => {
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const dependencies = standIn({ writeReports: () => Promise.reject(full) });
  const { code, stdout, stderr } = await runCommandLine(t, ['run'], { dependencies });
  assert.equal(code, 2);
  assert.equal(stdout, 'verdict: conformant\n');
  assert.match(stderr, /error: the report directory .* cannot be written: no space left on the device/);
});

test('what the engine throws is a fault of the suite, without secrets and without a stack', async (t) => {
  const thrown = new Error(`boom Bearer ${goodToken}`);
  const dependencies = standIn({ runConformance: () => Promise.reject(thrown) });
  const { code, stderr } = await runCommandLine(t, ['run', '--yes'], { dependencies, env: settings });
  assert.equal(code, 5);
  assert.match(stderr, /^error: a fault of the suite itself: boom Bearer \[redacted\]\n/m);
  assert.doesNotMatch(stderr, /\n\s+at /);
  const debug = await runCommandLine(t, ['run', '--yes'], { dependencies, env: { ...settings, DEBUG: '1' } });
  assert.match(debug.stderr, /\n\s+at /);
  assert.ok(!debug.stderr.includes(goodToken));
});

test('the first Ctrl-C aborts and still writes the report; the second ends at once with 130', async (t) => {
  const pressed: (() => void)[] = [];
  const ended: number[] = [];
  const written: boolean[] = [];
  const dependencies = standIn({
    async runConformance({ signal }) {
      for (const press of pressed) press();
      assert.equal(signal?.aborted, true);
      for (const press of pressed) press();
      return sampleRecord({ cutShort: true, verdict: 'inconclusive', exitCode: 3 });
    },
    async writeReports({ cutShort }) {
      written.push(cutShort);
      return [];
    },
  });
  let released = 0;
  const { code, stderr } = await runCommandLine(t, ['run', '--yes'], {
    dependencies,
    env: settings,
    exitNow: (exitCode) => ended.push(exitCode),
    onInterrupt: (listener) => {
      pressed.push(listener);
      return () => released++;
    },
  });
  assert.equal(code, 3);
  assert.deepEqual(written, [true]);
  assert.deepEqual(ended, [130]);
  assert.equal(released, 1);
  assert.match(stderr, /Stopping\. The report is still written, marked as cut short/);
});

test('Ctrl-C while a terminal is asked sends nothing and promises no report', async (t) => {
  const pressed: (() => void)[] = [];
  const dependencies = standIn();
  const { code, stdout, stderr } = await runCommandLine(t, ['run'], {
    dependencies,
    env: settings,
    confirm: async (_, signal) => {
      for (const press of pressed) press();
      assert.equal(signal.aborted, true);
      return true;
    },
    onInterrupt: (listener) => {
      pressed.push(listener);
      return () => {};
    },
  });
  assert.equal(code, 3);
  assert.equal(dependencies.runs.length, 0);
  assert.equal(stdout, '');
  assert.match(stderr, /Stopping\.\nNothing was sent\.\n$/);
});

test('warnings are told before the plan', async (t) => {
  const env = { ...settings, CHANNEL_ADDRESS_IDENTIFIER: 'only-one' };
  const { stderr } = await runCommandLine(t, ['run', '--yes'], { env });
  assert.ok(stderr.startsWith('warning: with one channel only,'));
  assert.ok(stderr.includes(`${plan.specs} tests`));
});
