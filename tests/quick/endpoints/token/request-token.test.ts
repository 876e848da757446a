/** Holds the JWT bearer flow against the mock over a socket, and what each way to fail is told as. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { createMock, type MockOptions } from '../../../../endpoints/mock/mock.js';
import { connectedApp } from '../../../../endpoints/mock/token/connected-app.js';
import { defaultAudience, type JwtBearerFlow, tokenEndpointOf } from '../../../../endpoints/token/jwt-bearer.js';
import { requestToken } from '../../../../endpoints/token/request-token.js';
import type { TokenProblem } from '../../../../endpoints/token/token-problem.js';
import { answeringServer, type Fixed } from './answering-server.js';

async function flowOf(t: TestContext, options: MockOptions = {}): Promise<JwtBearerFlow> {
  const mock = await createMock(options);
  const { baseUrl, close } = await mock.listen();
  t.after(close);
  return { ...mock.connectedApp, endpoint: tokenEndpointOf(new URL(new URL(baseUrl).origin)).href };
}

async function problemOf(flow: JwtBearerFlow, now?: () => number): Promise<TokenProblem> {
  const result = await requestToken(flow, now === undefined ? {} : { now });
  assert.ok(!result.ok, 'a token came');
  return result.problem;
}

async function problemFor(t: TestContext, answer: Fixed): Promise<TokenProblem> {
  const origin = await answeringServer(t, () => answer);
  return problemOf({ ...connectedApp(), endpoint: `${origin}/services/oauth2/token` });
}

test('the mock gives a token that its core takes, with its expiry', async (t) => {
  const mock = await createMock({ tokenLifetimeMs: 60_000 });
  const { baseUrl, close } = await mock.listen();
  t.after(close);
  const result = await requestToken({
    ...mock.connectedApp,
    endpoint: tokenEndpointOf(new URL(new URL(baseUrl).origin)).href,
  });
  assert.ok(result.ok);
  const left = (result.token.expiresAtMs ?? 0) - Date.now();
  assert.ok(left > 50_000 && left <= 60_000, `${left} ms are left`);
  assert.deepEqual(result.token.warnings, []);
  assert.equal(mock.tokenEndpoint.issued, 1);
});

test('an opaque token is taken with a warning that names what to switch on', async (t) => {
  const result = await requestToken(await flowOf(t, { app: { opaque: true } }));
  assert.ok(result.ok);
  assert.match(result.token.value, /^00D\w{12}!/);
  assert.match(result.token.warnings.join(), /opaque token.*JWT\)-based access tokens/);
});

test('each mistake in the settings is told with its likely cause and the settings to change', async (t) => {
  const flow = await flowOf(t);
  const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const privateKey = otherKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const cases: readonly (readonly [string, Partial<JwtBearerFlow>, string])[] = [
    ['wrong audience', { audience: 'https://test.salesforce.com' }, 'SF_AUDIENCE'],
    ['wrong app', { consumerKey: 'another' }, 'SF_CONSUMER_KEY'],
    ['wrong user', { subject: 'nobody@partner.invalid' }, 'SF_SUBJECT'],
    ['wrong signature', { privateKey }, 'SF_PRIVATE_KEY'],
  ];
  for (const [kind, change, setting] of cases) {
    const problem = await problemOf({ ...flow, ...change });
    assert.equal(problem.kind, kind);
    assert.ok(problem.settings.includes(setting), `${kind}: ${problem.settings.join()}`);
    assert.match(problem.message, /^expected an access token from http:\S+; it refused with 400: "/);
  }
  const late = await problemOf(flow, () => Date.now() - 3_600_000);
  assert.equal(late.kind, 'expired assertion');
  assert.match(late.advice, /clock/);
});

test('an app that is not set up is told by what is missing', async (t) => {
  const unapproved = await problemOf(await flowOf(t, { app: { approved: false } }));
  assert.equal(unapproved.kind, 'app not authorised');
  assert.match(unapproved.advice, /pre-authori[sz]ed/);
  const scoped = await problemOf(await flowOf(t, { app: { scope: 'api web' } }));
  assert.equal(scoped.kind, 'scope missing');
  assert.match(scoped.message, /its scopes are "api web"/);
});

test('answers that are not those of a token endpoint are told apart', async (t) => {
  const json = (value: unknown): string => JSON.stringify(value);
  const cases: readonly (readonly [Fixed, string, boolean])[] = [
    [{ status: 400, body: json({ error: 'invalid_scope' }) }, 'scope missing', false],
    [{ status: 400, body: json({ error: 'unsupported_grant_type' }) }, 'flow not allowed', false],
    [{ status: 400, body: json({ error: 'invalid_grant' }) }, 'grant refused', false],
    [{ status: 401, body: json({ error: 'something_new' }) }, 'refused', false],
    [{ status: 200, body: '<!DOCTYPE html><html>login</html>', type: 'text/html' }, 'not JSON', false],
    [{ status: 200, body: json({ ok: true }) }, 'no token', false],
    [{ status: 200, body: json({ access_token: 'two words' }) }, 'no token', false],
    [{ status: 404, body: '' }, 'not a token endpoint', false],
    [{ status: 302, body: '' }, 'not a token endpoint', false],
    [{ status: 500, body: '' }, 'in trouble', true],
    [{ status: 429, body: '' }, 'in trouble', true],
  ];
  for (const [answer, kind, passing] of cases) {
    const problem = await problemFor(t, answer);
    assert.deepEqual([problem.kind, problem.passing], [kind, passing], `${answer.status} ${answer.body}`);
  }
});

test('an endpoint that is out of reach is told, and so is one that does not speak TLS', async (t) => {
  const gone = await problemOf({ ...connectedApp(), endpoint: 'http://127.0.0.1:9/services/oauth2/token' });
  assert.equal(gone.kind, 'unreachable');
  assert.match(gone.message, /connection refused by 127\.0\.0\.1:9/);
  const origin = await answeringServer(t, () => ({ status: 200, body: '{}' }));
  const plain = await problemOf({ ...connectedApp(), endpoint: `${origin.replace('http', 'https')}/token` });
  assert.equal(plain.kind, 'untrusted');
  assert.match(plain.advice, /NODE_EXTRA_CA_CERTS.*never switch verification off/);
});

test('an assertion that is quoted back is not passed on, nor are control characters', async (t) => {
  let assertion = '';
  const origin = await answeringServer(t, (_, body) => {
    assertion = new URLSearchParams(body).get('assertion') ?? '';
    return {
      status: 400,
      body: JSON.stringify({ error: 'invalid_grant', error_description: `\u001b[31m${assertion}` }),
    };
  });
  const { message } = await problemOf({ ...connectedApp(), endpoint: `${origin}/services/oauth2/token` });
  assert.ok(assertion.length > 300);
  for (let at = 0; at + 20 < assertion.length; at += 20) assert.ok(!message.includes(assertion.slice(at, at + 20)));
  assert.ok(!message.includes('\u001b'));
});

test('a bare login URL gets the path, and a sandbox its own audience', () => {
  const endpointOf = (url: string): string => tokenEndpointOf(new URL(url)).href;
  assert.equal(endpointOf('https://login.salesforce.com'), 'https://login.salesforce.com/services/oauth2/token');
  assert.equal(endpointOf('https://example.com/own/token'), 'https://example.com/own/token');
  const audiences = [
    ['https://test.salesforce.com', 'https://test.salesforce.com'],
    ['https://acme--dev.sandbox.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://acme--dev.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://acme.my.salesforce.com', 'https://login.salesforce.com'],
    ['https://login.salesforce.com', 'https://login.salesforce.com'],
  ] as const;
  for (const [endpoint, audience] of audiences) assert.equal(defaultAudience(new URL(endpoint)), audience, endpoint);
});
