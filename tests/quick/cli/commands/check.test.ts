/** Holds `run --check`: what it says, what it sends, and how it ends. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createMock, type MockOptions } from '../../../../endpoints/mock/mock.js';
import { settings } from '../sample.js';
import { runCommandLine, standIn } from '../stand-ins.js';

async function check(t: TestContext, options: MockOptions, changes: Record<string, string> = {}) {
  let conversations = 0;
  const mock = await createMock({ ...options, onExchange: () => (conversations += 1) });
  const { baseUrl, close } = await mock.listen();
  t.after(close);
  const { consumerKey, privateKey, subject } = mock.connectedApp;
  const origin = new URL(baseUrl).origin;
  const env = {
    ...settings,
    SF_SCRT_INSTANCE_URL: origin,
    SF_ACCESS_TOKEN: '',
    SF_CONSUMER_KEY: consumerKey,
    SF_PRIVATE_KEY: privateKey,
    SF_SUBJECT: subject,
    SF_AUTH_ENDPOINT: origin,
    ...changes,
  };
  const dependencies = standIn();
  const result = await runCommandLine(t, ['run', '--check'], { env, dependencies });
  assert.equal(conversations, 0);
  assert.equal(dependencies.runs.length, 0);
  for (const line of privateKey.split('\n').slice(1, -2)) {
    assert.ok(!`${result.stdout}${result.stderr}`.includes(line));
  }
  return { ...result, issued: mock.tokenEndpoint.issued };
}

test('good settings get a token and end with 0; nothing goes to the service', async (t) => {
  const { code, stdout, issued } = await check(t, {});
  assert.equal(code, 0);
  assert.equal(issued, 1);
  assert.match(stdout, /SF_PRIVATE_KEY +set +the environment/);
  assert.match(stdout, /--level +standard +default/);
  assert.match(stdout, /The token endpoint gave a JWT, good until /);
  assert.match(stdout, /The settings would do\. Nothing was sent to the service/);
});

test('a refused token ends with 2 and says what to do', async (t) => {
  const { code, stderr } = await check(t, { app: { approved: false } });
  assert.equal(code, 2);
  assert.match(stderr, /pre-authori[sz]ed[\s\S]*settings to check: SF_CONSUMER_KEY, SF_SUBJECT/);
});

test('malformed settings end with 2 and ask for no token', async (t) => {
  const { code, stdout, stderr, issued } = await check(t, {}, { SF_ORG_ID: '00D' });
  assert.deepEqual([code, issued], [2, 0]);
  assert.match(stdout, /SF_ORG_ID +00D +the environment/);
  assert.match(stderr, /expected +exactly 15 letters or digits/);
});

test('with nothing configured it says that the mock would be judged', async (t) => {
  const { code, stdout } = await runCommandLine(t, ['run', '--check'], {});
  assert.equal(code, 0);
  assert.match(stdout, /the embedded mock would be judged/);
});
