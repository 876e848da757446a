/** `--tls`: connectors that trust the CA of the run are judged as ever, those that do not are told what to do; mock and proxy too. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { createMock } from '../../endpoints/mock/mock.js';
import { makeServerIdentity } from '../../endpoints/tls/server-identity.js';
import { runProcess, startCommand } from '../quick/cli/processes.js';
import { emptyDirectory } from '../quick/cli/stand-ins.js';
import { sharedKeys } from '../quick/end-to-end/run-against.js';
import { settingsFor } from '../quick/end-to-end/settings-for.js';

const byFetch = `
const env = process.env;
const form = new FormData();
form.set('channelAddressIdentifier', env.CHANNEL_ADDRESS_IDENTIFIER.split(',')[0]);
form.set('participants', JSON.stringify([{ subject: 'ann', role: 'EndUser', appType: 'custom' }]));
const headers = { Authorization: 'Bearer ' + env.SF_ACCESS_TOKEN, OrgId: env.SF_ORG_ID, AuthorizationContext: env.SF_AUTHORIZATION_CONTEXT, RequestId: crypto.randomUUID() };
const base = env.PLAIN ? env.SF_SCRT_INSTANCE_URL.replace('https', 'http') : env.SF_SCRT_INSTANCE_URL;
for (let tries = 1; ; tries += 1) {
  headers.RequestId = crypto.randomUUID();
  const call = fetch(base + '/api/v1/conversation', { method: 'POST', body: form, headers }).then((answer) => answer.json());
  const { conversationIdentifier, cause } = await call.catch((error) => error);
  if (conversationIdentifier) break;
  if (tries === 3) throw cause;
  await new Promise((resolve) => setTimeout(resolve, 300));
}`;

const byUrllib = `
import http.client, json, os, time, urllib.request, uuid
env = os.environ
people = json.dumps([{"subject": "ann", "role": "EndUser", "appType": "custom"}])
parts = [("channelAddressIdentifier", env["CHANNEL_ADDRESS_IDENTIFIER"]), ("participants", people)]
body = "".join('--b\\r\\nContent-Disposition: form-data; name="%s"\\r\\n\\r\\n%s\\r\\n' % part for part in parts) + "--b--\\r\\n"
for attempt in range(3):
    headers = {"Authorization": "Bearer " + env["SF_ACCESS_TOKEN"], "OrgId": env["SF_ORG_ID"], "AuthorizationContext": env["SF_AUTHORIZATION_CONTEXT"], "RequestId": str(uuid.uuid4()), "Content-Type": "multipart/form-data; boundary=b"}
    try:
        with urllib.request.urlopen(urllib.request.Request(env["SF_SCRT_INSTANCE_URL"] + "/api/v1/conversation", body.encode(), headers)) as answer:
            json.load(answer)
        break
    except (OSError, http.client.HTTPException, ValueError):
        if attempt == 2:
            raise
        time.sleep(0.3)
`;

const noPython =
  spawnSync('python3', ['-c', 'import ssl']).status === 0 ? false : 'python3 with ssl is not on this machine';

/** Ways of a connector, and what keeps it from trusting the CA. */
const connectors = [
  {
    name: 'fetch of Node',
    command: [process.execPath, '--input-type=module', '-e', byFetch],
    not: 'NODE_EXTRA_CA_CERTS',
    skip: false,
  },
  { name: 'urllib of Python', command: ['python3', '-c', byUrllib], not: 'SSL_CERT_FILE', skip: noPython },
] as const;

const without = (name: string): readonly string[] => ['env', '-u', name];

async function gate(
  t: TestContext,
  options: readonly string[],
  command: readonly string[],
  env: Record<string, string> = {},
) {
  const cwd = await emptyDirectory(t);
  return runProcess(t, ['gate', '--tls', ...options, '--', ...command], { cwd, env });
}

for (const { name, command, not, skip } of connectors) {
  test(`${name}: green over TLS, also where the connection breaks`, { skip }, async (t) => {
    const scenarios = ['all-well', 'reset-before', 'reset-within', 'reset-after'];
    const options = scenarios.flatMap((id) => ['--scenario', id]);
    const { code, stdout, stderr } = await gate(t, options, command);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /✓ YES/);
  });

  test(`${name}, without the CA: undecided, with what to do`, { skip }, async (t) => {
    const { code, stdout } = await gate(t, ['--scenario', 'all-well'], [...without(not), ...command]);
    assert.equal(code, 3, stdout);
    assert.match(stdout, /operation\/http-message: exchange 1/);
    assert.match(stdout, /the certificate was refused in the TLS handshake|in the middle of the TLS handshake/);
    assert.match(stdout, /to do {5}Let the connector trust the CA of this run: .*Never switch verification off/);
  });
}

test('plain HTTP to the TLS port: NO, with its own words', async (t) => {
  const command = [process.execPath, '--input-type=module', '-e', byFetch];
  const { code, stdout } = await gate(t, ['--scenario', 'all-well'], command, { PLAIN: '1' });
  assert.equal(code, 1, stdout);
  assert.match(stdout, /✗ NO: 1 clause broken: operation\/http-message/);
  assert.match(stdout, /plain HTTP was sent to a port that speaks https/);
  assert.match(stdout, /to do {5}Take the address as it is given: with https/);
});

test('what was trusted before stays trusted, in front of the CA; the files are gone at the end', async (t) => {
  const cwd = await emptyDirectory(t);
  const other = makeServerIdentity('localhost').ca;
  await writeFile(join(cwd, 'other.pem'), other);
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith('byoc-ca-'));
  const names = ['BYOC_CA_FILE', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'];
  const copy = `for (const name of ${JSON.stringify(names)}) fs.copyFileSync(process.env[name], name)`;
  const env = {
    NODE_EXTRA_CA_CERTS: 'other.pem',
    SSL_CERT_FILE: join(cwd, 'other.pem'),
    CURL_CA_BUNDLE: '/no/such/file',
  };
  const argv = ['gate', '--tls', '--scenario', 'all-well', '--', process.execPath, '-e', copy];
  const { stdout, stderr } = await runProcess(t, argv, { cwd, env });
  assert.match(stdout, /The command sent no request\./, stderr);
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await readFile(join(cwd, name), 'utf8'));
  const ca = texts.get('BYOC_CA_FILE') ?? '';
  assert.match(ca, /^-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n$/);
  for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE']) assert.equal(texts.get(name), other + ca, name);
  for (const name of ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
    const text = texts.get(name) ?? '';
    assert.equal(text.match(/BEGIN CERTIFICATE/g)?.length, rootCertificates.length + 1, name);
    assert.ok(text.endsWith(ca), name);
  }
  const after = (await readdir(tmpdir())).filter((name) => name.startsWith('byoc-ca-') && !before.includes(name));
  assert.deepEqual(after, []);
});

test('gate without a command, mock and proxy print https addresses and the files; a run judges the mock by them', async (t) => {
  const cwd = await emptyDirectory(t);
  const mock = startCommand(t, ['mock', '--tls', '--credentials', 'mock.json'], { cwd });
  await mock.said(/Ctrl-C stops the mock/);
  assert.match(mock.stdout(), /# The mock serves POST https:\/\/127\.0\.0\.1:\d+\/api/);
  const shell = `${mock.stdout()}\nexec "${process.execPath}" "$CLI" run --level smoke --yes --seed 5`;
  const cli = new URL('../../cli/main.js', import.meta.url).pathname;
  const run = startCommand(t, ['-c', shell], { cwd, shell: true, env: { CLI: cli } });
  assert.equal(await run.exited, 0, run.stdout() + run.stderr());
  mock.child.kill('SIGINT');
  assert.equal(await mock.exited, 0);

  const served = startCommand(t, ['gate', '--tls'], { cwd });
  await served.said(/Ctrl-C stops the gate/);
  for (const name of ['SF_SCRT_INSTANCE_URL', 'SF_AUTH_ENDPOINT'])
    assert.match(served.stdout(), new RegExp(`export ${name}='https://`));
  const [, file = ''] = /export BYOC_CA_FILE='(.+)'/.exec(served.stdout()) ?? [];
  assert.match(await readFile(file, 'utf8'), /BEGIN CERTIFICATE/);
  served.child.kill('SIGINT');
  await served.exited;
});

test('the proxy speaks TLS to the connector and what the service speaks to the service', async (t) => {
  const service = await createMock({ keys: await sharedKeys() });
  const { baseUrl, close } = await service.listen();
  t.after(close);
  const cwd = await emptyDirectory(t);
  const proxy = startCommand(t, ['proxy', '--tls', '--base-url', baseUrl], { cwd });
  await proxy.said(/Ctrl-C stops the proxy/);
  assert.match(proxy.stdout(), /export SF_SCRT_INSTANCE_URL='https:/);
  const send = (plain: string) =>
    startCommand(t, ['-c', `${proxy.stdout()}\n${plain} exec "${process.execPath}" --input-type=module -e "$BY"`], {
      cwd,
      shell: true,
      env: { ...settingsFor(baseUrl, service.credentials), BY: byFetch },
    });
  const right = send('');
  assert.equal(await right.exited, 0, right.stderr());
  assert.notEqual(await send('PLAIN=1').exited, 0);
  proxy.child.kill('SIGINT');
  assert.equal(await proxy.exited, 1);
  assert.match(proxy.stdout(), /✗ NO: 1 clause broken: operation\/http-message/);
  const record: unknown = JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8'));
  const exchanges: unknown = Reflect.get(Object(record), 'exchanges');
  assert.equal(Reflect.get(Object(Reflect.get(Object(exchanges), 0)), 'verdict'), 'conformant');
});
