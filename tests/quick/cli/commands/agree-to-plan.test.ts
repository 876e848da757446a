/** No request leaves for a service elsewhere without somebody's yes; what is on this machine needs none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settings } from '../sample.js';
import { runCommandLine, standIn } from '../stand-ins.js';

const local = { ...settings, SF_SCRT_INSTANCE_URL: 'http://127.0.0.1:18080' };

for (const [where, env, terminal] of [
  ['without a terminal', settings, false],
  ['in CI', { ...settings, CI: 'true' }, true],
] as const) {
  test(`${where} and without --yes a service elsewhere gets nothing: exit code 2 with words`, async (t) => {
    const dependencies = standIn();
    const confirm = async () => assert.fail('asked');
    const asks = terminal ? { confirm } : {};
    const { code, stdout, stderr } = await runCommandLine(t, ['run'], { dependencies, env, terminal, ...asks });
    assert.equal(code, 2);
    assert.equal(dependencies.runs.length, 0);
    assert.equal(stdout, '');
    assert.match(stderr, /The plan[\s\S]*requests {5}at most 1,200 requests/);
    assert.match(
      stderr,
      /error: example\.my\.salesforce-scrt\.com is not on this machine, and nobody is here to be asked whether it may get 1,200 requests\n +nothing was sent: read the plan above, and add --yes when it may be carried out\n/,
    );
    const yes = await runCommandLine(t, ['run', '--yes'], { dependencies, env });
    assert.deepEqual([yes.code, dependencies.runs.length], [0, 1]);
  });
}

for (const url of ['http://127.0.0.1:18080', 'http://localhost:18080', 'http://[::1]:18080', 'http://mock.localhost']) {
  test(`${url} is on this machine: nobody is asked, and there is no limit to the rate`, async (t) => {
    const dependencies = standIn();
    const confirm = async () => assert.fail('asked');
    const env = { ...settings, SF_SCRT_INSTANCE_URL: url };
    const { code } = await runCommandLine(t, ['run'], { dependencies, env, terminal: true, confirm });
    assert.equal(code, 0);
    assert.equal(dependencies.runs[0]?.rate, undefined);
  });
}

test('a service elsewhere gets 20 requests a second unless --rate says otherwise, and the plan says why', async (t) => {
  const dependencies = standIn();
  const byDefault = await runCommandLine(t, ['run', '--yes'], { dependencies, env: settings });
  assert.equal(dependencies.runs[0]?.rate, 20);
  assert.match(
    byDefault.stderr,
    /about 1 min at 20 a second \(the default for a service that is not on this machine\), 8 at a time/,
  );
  const asked = await runCommandLine(t, ['run', '--yes', '--rate', '50'], { dependencies, env: settings });
  assert.equal(dependencies.runs[1]?.rate, 50);
  assert.match(asked.stderr, /about 24 s at 50 a second \(as --rate says\), 8 at a time/);
  await runCommandLine(t, ['run', '--rate', '5'], { dependencies, env: local });
  assert.equal(dependencies.runs[2]?.rate, 5);
});

test('a rate over the documented limit is refused with words', async (t) => {
  const { code, stderr } = await runCommandLine(t, ['run', '--yes', '--rate', '2001'], { env: settings });
  assert.equal(code, 2);
  assert.match(
    stderr,
    /^error: --rate must be a number greater than 0 and at most 2000, not "2001"\n +the service documents a limit of 2000 requests a second for all users of the org together; use --rate 20\n/,
  );
});

test('--reuse-subjects is handed to the engine and told in the plan', async (t) => {
  const dependencies = standIn();
  const { stderr } = await runCommandLine(t, ['run', '--yes', '--reuse-subjects'], { dependencies, env: settings });
  assert.equal(dependencies.runs[0]?.reuseSubjects, true);
  assert.match(
    stderr,
    /left behind {2}at most 40 conversations, none beyond those of an earlier run with --reuse-subjects at this level/,
  );
});

test('verification that the environment wants off stays on, and that is said', async (t) => {
  const env = { ...settings, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  const { stderr } = await runCommandLine(t, ['run', '--yes'], { env });
  assert.match(
    stderr,
    /^warning: NODE_TLS_REJECT_UNAUTHORIZED=0 is set and not followed: certificates are verified all the same\. .*NODE_EXTRA_CA_CERTS\.$/m,
  );
});
