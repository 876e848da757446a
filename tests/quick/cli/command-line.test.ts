/** Holds what is answered to a command line that is not understood: always exit 2, never a stack trace. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProcess } from './processes.js';
import { emptyDirectory, runCommandLine } from './stand-ins.js';

const rows: readonly (readonly [argv: readonly string[], stderr: string])[] = [
  [['rum'], "error: unknown command 'rum'\n       did you mean run?\n"],
  [['frobnicate'], "error: unknown command 'frobnicate'\n       see: byoc-conformance --help\n"],
  [['judge'], "error: unknown command 'judge'\n       see: byoc-conformance --help\n"],
  [['run', '--levle', 'deep'], "error: unknown option '--levle'\n       did you mean --level?\n"],
  [['run', '--level'], "error: option '--level <level>' argument missing\n       see: byoc-conformance --help\n"],
  [
    ['run', 'extra'],
    "error: too many arguments for 'run'. Expected 0 arguments but got 1.\n       see: byoc-conformance --help\n",
  ],
  [['report'], "error: missing required argument 'run.json'\n       see: byoc-conformance --help\n"],
  [['run', '--level', 'fast'], 'error: --level must be smoke, standard or deep, not "fast"\n'],
  [['--frob'], "error: unknown option '--frob'\n       see: byoc-conformance --help\n"],
];

for (const [argv, stderr] of rows) {
  test(`"${argv.join(' ')}" ends with 2`, async (t) => {
    const result = await runCommandLine(t, argv);
    assert.deepEqual(result, { code: 2, stdout: '', stderr });
  });
}

test('no command at all ends with 2 and shows the help', async (t) => {
  const result = await runCommandLine(t, []);
  assert.equal(result.code, 2);
  assert.equal(result.stdout, '');
  assert.match(result.stderr, /^Usage: byoc-conformance /);
});

test('the process itself ends with the code and without a stack trace', async (t) => {
  const cwd = await emptyDirectory(t);
  const env = { SF_ORG_ID: '00D000000000001AAA' };
  const { code, stdout, stderr } = await runProcess(t, ['run'], { cwd, env });
  assert.equal(code, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^error: 5 settings are missing or malformed\n/);
  assert.match(stderr, /do {8}the first 15 characters of it are the 15-character form\n/);
  assert.doesNotMatch(stderr, /^\s+at /m);
});
