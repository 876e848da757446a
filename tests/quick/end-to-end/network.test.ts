/**
 * The way to an org behind a proxy and a CA of its own, with the real command: by HTTPS_PROXY and NODE_EXTRA_CA_CERTS it
 * gets there, without them it is told why not, and nothing switches verification off.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { orgBehindProxy, password } from '../../support/org-behind-proxy.js';
import { runProcess } from '../cli/processes.js';
import { noOpenssl } from './certificate.js';

const run = ['run', '--level', 'smoke', '--yes', '--rate', '2000', '--seed', '5'];

test('through a proxy with a password, to an org whose CA NODE_EXTRA_CA_CERTS names', {
  skip: noOpenssl,
}, async (t) => {
  const { cwd, settings, asked, host, proxyUrl, ca } = await orgBehindProxy(t);
  const env = { ...settings, HTTPS_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: ca };
  const { code, stdout, stderr } = await runProcess(t, run, { cwd, env });
  assert.equal(code, 0, stdout + stderr);
  assert.match(stderr, new RegExp(`^ {2}proxy {8}${host}, from the environment$`, 'm'));
  const record: unknown = JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8'));
  assert.equal(Reflect.get(Object(Reflect.get(Object(record), 'target')), 'proxy'), host);
  assert.ok(asked.length > 0);
  const written = await Promise.all(
    (await readdir(join(cwd, 'conformance-report'))).map((name) =>
      readFile(join(cwd, 'conformance-report', name), 'utf8'),
    ),
  );
  for (const text of [stdout, stderr, ...written]) {
    assert.ok(!text.includes(password));
    assert.ok(!text.includes(Buffer.from(`ann:${password}`).toString('base64')));
  }
});

test('without its CA nothing is sent, whatever NODE_TLS_REJECT_UNAUTHORIZED says', { skip: noOpenssl }, async (t) => {
  const { cwd, settings, proxyUrl } = await orgBehindProxy(t);
  const env = { ...settings, HTTPS_PROXY: proxyUrl, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  const { code, stdout, stderr } = await runProcess(t, run, { cwd, env });
  assert.equal(code, 3, stdout + stderr);
  assert.match(
    stdout,
    /certificate of org\.test:443 is not trusted: self-signed certificate\. .*NODE_EXTRA_CA_CERTS; never switch verification off/,
  );
  assert.match(stderr, /^warning: NODE_TLS_REJECT_UNAUTHORIZED=0 is set and not followed/m);
  const record: unknown = JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8'));
  assert.equal(Reflect.get(Object(record), 'requests'), 0);
});

test('a proxy that refuses, and one that cannot be used, are told', { skip: noOpenssl }, async (t) => {
  const { cwd, settings, host, ca } = await orgBehindProxy(t);
  const env = { ...settings, NODE_EXTRA_CA_CERTS: ca };
  const refused = await runProcess(t, run, { cwd, env: { ...env, https_proxy: `http://${host}` } });
  assert.equal(refused.code, 3);
  assert.match(
    refused.stdout,
    /the proxy 127\.0\.0\.1:\d+ answered 407 to CONNECT org\.test:443: it wants a user name and a password/,
  );
  const unusable = await runProcess(t, run, { cwd, env: { ...env, HTTPS_PROXY: `socks5://ann:${password}@${host}` } });
  assert.equal(unusable.code, 2);
  assert.match(
    unusable.stderr,
    /^error: HTTPS_PROXY \(or ALL_PROXY\) must be an http or https URL such as http:\/\/proxy\.example:3128, but proxies of the kind socks5 are not supported \(not shown, as it may hold a password\)\n +mend it, or name org\.test in NO_PROXY to go without a proxy; nothing was sent$/m,
  );
  assert.ok(!unusable.stderr.includes(password));
});
