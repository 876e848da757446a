/** Holds the command `mock` as a process: what it prints and writes, how it is stopped, what it refuses. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { runProcess, startCommand } from '../processes.js';
import { emptyDirectory } from '../stand-ins.js';

const serving = /# The mock serves POST (http:\/\/127\.0\.0\.1:\d+\/api)\/v1\/conversation\n/;

test('the settings are printed for a shell, the token is only in the file, and SIGINT ends it with 0', async (t) => {
  const cwd = await emptyDirectory(t);
  const file = join(cwd, 'mock.json');
  await writeFile(file, 'of an earlier run');
  await chmod(file, 0o644);
  const mock = startCommand(t, ['mock', '--credentials', 'mock.json'], { cwd });
  const baseUrl = (await mock.said(serving))[1];
  await mock.said(/# Ctrl-C stops the mock\.\n/);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const credentials: unknown = JSON.parse(await readFile(file, 'utf8'));
  assert.ok(typeof credentials === 'object' && credentials !== null && 'accessToken' in credentials);
  assert.deepEqual(Object.keys(credentials).sort(), [
    'accessToken',
    'authorizationContext',
    'baseUrl',
    'channels',
    'expiredAccessToken',
    'jwtBearer',
    'orgId',
  ]);
  assert.ok('baseUrl' in credentials && credentials.baseUrl === baseUrl);
  const { accessToken } = credentials;
  assert.ok(typeof accessToken === 'string' && accessToken.length > 100);

  const expired = 'expiredAccessToken' in credentials ? credentials.expiredAccessToken : undefined;
  const print = `${mock.stdout()}\nprintf '%s %s' "$SF_ACCESS_TOKEN" "$SF_EXPIRED_ACCESS_TOKEN"`;
  const shell = startCommand(t, ['-c', print], { cwd, shell: true });
  assert.equal(await shell.exited, 0, shell.stderr());
  assert.equal(shell.stdout(), `${accessToken} ${expired}`, 'the printed lines set the tokens from the file');

  mock.child.kill('SIGINT');
  assert.equal(await mock.exited, 0);
  const printed = mock.stdout() + mock.stderr();
  for (const part of accessToken.split('.')) assert.ok(!printed.includes(part), 'the token was printed');
});

test('each request is logged with --verbose, what it holds escaped; SIGTERM ends it with 0', async (t) => {
  const mock = startCommand(t, ['mock', '--verbose'], { cwd: await emptyDirectory(t) });
  const baseUrl = (await mock.said(serving))[1];
  const secret = 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';
  const answer = await fetch(`${baseUrl}/v1/conversation`, { method: 'POST', headers: { Authorization: secret } });
  await mock.said(new RegExp(`${answer.status} POST "/api/v1/conversation": \\S`));
  mock.child.kill('SIGTERM');
  assert.equal(await mock.exited, 0);
  assert.ok(!mock.stderr().includes('eyJ'));
});

test('faults and variants are listed with what they do', async (t) => {
  const cwd = await emptyDirectory(t);
  for (const list of ['--list-faults', '--list-variants']) {
    const { code, stdout } = await runProcess(t, ['mock', list], { cwd });
    assert.equal(code, 0);
    for (const line of stdout.trimEnd().split('\n')) assert.match(line, /^\S+ {2,}\S.*\.$/);
  }
});

test('a port in use ends with 2, told plainly', async (t) => {
  const server = createServer().listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const { port } = address;
  const result = await runProcess(t, ['mock', '--port', String(port)], { cwd: await emptyDirectory(t) });
  assert.deepEqual(result, {
    code: 2,
    stdout: '',
    stderr: `error: the mock cannot listen on 127.0.0.1, port ${port}: the port is in use
       name another one, or --port 0 for a port that is free
`,
  });
});

test('a credentials file that cannot be written ends with 2', async (t) => {
  const cwd = await emptyDirectory(t);
  const { code, stdout, stderr } = await runProcess(t, ['mock', '--credentials', 'missing/mock.json'], { cwd });
  assert.equal(code, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^error: the credentials file .*mock\.json cannot be written: no such file or directory\n/);
});

test('values that cannot be followed end with 2, all told at once', async (t) => {
  const argv = ['mock', '--port', '65536', '--fault', 'zzzzzzzzzzzz', '--variant', 'zzzzzzzzzzzz', '--host', ''];
  const result = await runProcess(t, argv, { cwd: await emptyDirectory(t) });
  assert.deepEqual(result, {
    code: 2,
    stdout: '',
    stderr: `error: --port must be a whole number from 0 to 65535, not "65536"
error: --host must name an address of this machine, not nothing
error: --fault: there is no "zzzzzzzzzzzz"
       all faults are listed by: byoc-conformance mock --list-faults
error: --variant: there is no "zzzzzzzzzzzz"
       all variants are listed by: byoc-conformance mock --list-variants
`,
  });
});
