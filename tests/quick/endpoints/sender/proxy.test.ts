/** Which proxy the environment means for a service, and what of it may be shown. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { isLoopback } from '../../../../endpoints/sender/loopback.js';
import { proxyFor, proxySecrets, readProxy } from '../../../../endpoints/sender/proxy.js';

const names = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]);

/** The environment of this process, with these proxy settings and no others until the test ends. */
function withProxies(t: TestContext, settings: Readonly<Record<string, string>>): void {
  const before = names.map((name) => [name, process.env[name]] as const);
  const restore = () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  t.after(restore);
  for (const name of names) delete process.env[name];
  Object.assign(process.env, settings);
}

const rows: readonly (readonly [settings: Record<string, string>, target: string, proxy: string | undefined])[] = [
  [{}, 'https://org.example/api', undefined],
  [{ HTTPS_PROXY: 'http://proxy.example:3128' }, 'https://org.example/api', 'proxy.example:3128'],
  [
    { https_proxy: 'http://lower.example:1', HTTPS_PROXY: 'http://upper.example:2' },
    'https://org.example',
    'lower.example:1',
  ],
  [{ HTTPS_PROXY: 'http://proxy.example' }, 'https://org.example', 'proxy.example:80'],
  [{ HTTPS_PROXY: 'https://proxy.example' }, 'https://org.example', 'proxy.example:443'],
  [{ HTTPS_PROXY: 'http://[2001:db8::1]:3128' }, 'https://org.example', '[2001:db8::1]:3128'],
  [{ HTTPS_PROXY: 'http://proxy.example:3128' }, 'http://org.example', undefined],
  [{ HTTP_PROXY: 'http://proxy.example:3128' }, 'http://org.example', 'proxy.example:3128'],
  [{ ALL_PROXY: 'http://proxy.example:3128' }, 'https://org.example', 'proxy.example:3128'],
  [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'org.example' }, 'https://org.example', undefined],
  [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'other.example, org.example' }, 'https://org.example', undefined],
  [{ HTTPS_PROXY: 'http://p:1', no_proxy: '.example' }, 'https://org.example', undefined],
  [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*.example' }, 'https://org.example', undefined],
  [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, 'https://org.example', undefined],
  [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'org.example:443' }, 'https://org.example', undefined],
  [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'org.example:8443' }, 'https://org.example', 'p:1'],
  [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '192.0.2.7' }, 'https://192.0.2.7/api', undefined],
  [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '192.0.2.7' }, 'https://192.0.2.70/api', 'p:1'],
  [{ HTTPS_PROXY: 'http://p:1' }, 'https://127.0.0.1:8443/api', undefined],
  [{ HTTP_PROXY: 'http://p:1' }, 'http://localhost:18080/api', undefined],
];

for (const [settings, target, label] of rows) {
  test(`${JSON.stringify(settings)} for ${target}: ${label ?? 'no proxy'}`, (t) => {
    withProxies(t, settings);
    const way = proxyFor(new URL(target));
    assert.equal(way.kind === 'proxy' ? way.proxy.label : way.kind, label ?? 'direct');
  });
}

test('a proxy without a scheme is spoken to plainly, whatever the service speaks', (t) => {
  withProxies(t, { HTTPS_PROXY: 'proxy.example:3128' });
  const way = proxyFor(new URL('https://org.example'));
  assert.deepEqual(way.kind === 'proxy' && [way.proxy.tls, way.proxy.label], [false, 'proxy.example:3128']);
});

test('credentials are sent as Basic, decoded, and never part of the label', () => {
  const way = readProxy('http://ann:p%40ss%3Aword@proxy.example:3128');
  assert.ok(way.kind === 'proxy');
  const encoded = Buffer.from('ann:p@ss:word').toString('base64');
  assert.equal(way.proxy.authorization, `Basic ${encoded}`);
  assert.equal(way.proxy.label, 'proxy.example:3128');
  assert.deepEqual(way.proxy.secrets, ['p%40ss%3Aword', 'p@ss:word', encoded]);
  assert.deepEqual(proxySecrets({ HTTPS_PROXY: 'ann:secret-word@proxy.example:1', OTHER: 'http://a:b@c' }), [
    'secret-word',
    Buffer.from('ann:secret-word').toString('base64'),
  ]);
});

for (const text of ['socks5://ann:hidden@p:1', 'http://', 'http://ann:%zz-hidden@p:1', 'http://a b']) {
  test(`the proxy ${JSON.stringify(text)} cannot be used, and is not shown`, () => {
    const way = readProxy(text);
    assert.ok(way.kind === 'unusable');
    assert.doesNotMatch(way.problem, /hidden/);
  });
}

const hosts: readonly (readonly [url: string, loopback: boolean])[] = [
  ['http://localhost', true],
  ['http://LOCALHOST.:1', true],
  ['http://mock.localhost', true],
  ['http://127.0.0.1:1', true],
  ['http://127.1.2.3', true],
  ['http://127.1', true],
  ['http://[::1]:1', true],
  ['http://[::ffff:127.0.0.1]', true],
  ['http://localhost.example', false],
  ['http://127.0.0.1.example', false],
  ['http://10.0.0.1', false],
  ['http://[::ffff:10.0.0.1]', false],
  ['http://[fe80::1]', false],
  ['https://example.my.salesforce-scrt.com', false],
];

for (const [url, expected] of hosts) {
  test(`${url} is ${expected ? '' : 'not '}this machine`, () => {
    assert.equal(isLoopback(new URL(url).hostname), expected);
  });
}
