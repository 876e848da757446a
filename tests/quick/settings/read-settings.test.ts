/** Holds where settings come from, what starts, and that all problems are told at once. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { configuredSecrets, readSettings } from '../../../settings/read-settings.js';
import { expiredToken, goodToken, jwt, opaqueToken, settings } from '../cli/sample.js';

const cwd = join('/', 'work');
const envFile = join(cwd, '.env');
const now = new Date('2026-01-01T00:00:00Z');
const noFile = () => undefined;

function read(env: Record<string, string | undefined>, dotEnv?: string, baseUrl?: string) {
  const flags = baseUrl === undefined ? {} : { baseUrl };
  return readSettings({ flags, env, cwd, now, readFile: (path) => (path === envFile ? dotEnv : undefined) });
}

function problemsOf(env: Record<string, string | undefined>, dotEnv?: string, baseUrl?: string) {
  const result = read(env, dotEnv, baseUrl);
  assert.equal(result.ok, false, 'the settings were taken');
  return result.ok ? [] : result.problems;
}

function serviceOf(env: Record<string, string | undefined>, dotEnv?: string, baseUrl?: string) {
  const result = read(env, dotEnv, baseUrl);
  assert.ok(result.ok, JSON.stringify(result));
  assert.ok(result.settings.kind === 'service', 'the embedded mock was chosen');
  return result.settings;
}

test('without any setting the embedded mock is judged', () => {
  assert.deepEqual(read({}), { ok: true, settings: { kind: 'embedded mock', warnings: [] }, taken: [] });
  assert.deepEqual(read({ PATH: '/bin' }, 'OTHER=1\n'), {
    ok: true,
    settings: { kind: 'embedded mock', warnings: [] },
    taken: [],
  });
});

test('a whole set of settings gives the base URL and the credentials', () => {
  const service = serviceOf(settings);
  assert.equal(service.baseUrl.href, 'https://example.my.salesforce-scrt.com/api');
  assert.deepEqual(service.credentials, {
    accessToken: goodToken,
    orgId: '00D000000000001',
    authorizationContext: 'Acme1_Support1',
    channels: ['channel-one', 'channel-two'],
  });
  assert.deepEqual(service.warnings, []);
});

test('the flag comes before the environment, the environment before .env', () => {
  const dotEnv = Object.entries({ ...settings, SF_ORG_ID: '00Dfrom00dotenv' }).map(
    ([name, value]) => `${name}=${value}`,
  );
  assert.equal(serviceOf({}, dotEnv.join('\n')).credentials.orgId, '00Dfrom00dotenv');
  const both = serviceOf({ SF_ORG_ID: '00Dfrom00000env' }, dotEnv.join('\n'), 'https://flag.example/api/');
  assert.equal(both.credentials.orgId, '00Dfrom00000env');
  assert.equal(both.baseUrl.href, 'https://flag.example/api');
});

test('a byte order mark, quotes and comments in .env are understood', () => {
  const lines = Object.entries(settings).map(([name, value]) => `export ${name}="${value}" # a comment`);
  assert.equal(serviceOf({}, `\uFEFF${lines.join('\r\n')}`).credentials.accessToken, goodToken);
});

test('one setting makes all the others missing, each named with where it was looked for', () => {
  for (const dotEnv of [undefined, '']) {
    const problems = problemsOf({ SF_ORG_ID: '00D000000000001' }, dotEnv);
    assert.deepEqual(
      problems.map(({ setting, found }) => [setting, found]),
      [
        ['SF_SCRT_INSTANCE_URL', 'nothing'],
        ['SF_AUTHORIZATION_CONTEXT', 'nothing'],
        ['CHANNEL_ADDRESS_IDENTIFIER', 'nothing'],
        ['SF_ACCESS_TOKEN', 'nothing'],
      ],
    );
    const where = `looked for in the environment and ${envFile}${dotEnv === undefined ? ' (no such file)' : ''}`;
    for (const problem of problems) assert.equal(problem.where, where);
  }
});

test('--base-url alone makes the rest missing', () => {
  assert.deepEqual(
    problemsOf({}, undefined, 'https://flag.example/api').map(({ setting }) => setting),
    ['SF_ORG_ID', 'SF_AUTHORIZATION_CONTEXT', 'CHANNEL_ADDRESS_IDENTIFIER', 'SF_ACCESS_TOKEN'],
  );
});

test('an empty setting is a problem and not one that was never set', () => {
  const problems = problemsOf({ ...settings, SF_ORG_ID: '' }, 'SF_ORG_ID=00D000000000001');
  assert.deepEqual(
    problems.map(({ setting, found, where }) => [setting, found, where]),
    [['SF_ORG_ID', 'nothing (it is set, but empty)', 'read from the environment']],
  );
});

test('an empty optional token is one that was never set', () => {
  assert.deepEqual(read({ SF_EXPIRED_ACCESS_TOKEN: '' }), {
    ok: true,
    settings: { kind: 'embedded mock', warnings: [] },
    taken: [],
  });
  assert.equal(serviceOf({ ...settings, SF_EXPIRED_ACCESS_TOKEN: '' }).credentials.expiredAccessToken, undefined);
});

test('an expired token is taken beside a good one, and nothing else is', () => {
  const given = (token: string) => ({ ...settings, SF_EXPIRED_ACCESS_TOKEN: token });
  assert.equal(serviceOf(given(expiredToken)).credentials.expiredAccessToken, expiredToken);
  const cases = [
    [goodToken, 'the same token as in SF_ACCESS_TOKEN'],
    [jwt({ exp: 4_102_444_800, other: 1 }), 'a JWT that expires only at 2100-01-01T00:00:00.000Z'],
    [jwt({}), 'a JWT without exp, which never expires'],
    ['garbage', '7 characters in one part'],
  ] as const;
  for (const [token, found] of cases) {
    assert.deepEqual(
      problemsOf(given(token)).map((problem) => [problem.setting, problem.found]),
      [['SF_EXPIRED_ACCESS_TOKEN', found]],
    );
  }
});

test('an access token in another setting is a problem that does not show it', () => {
  for (const name of ['SF_SCRT_INSTANCE_URL', 'SF_ORG_ID', 'SF_AUTHORIZATION_CONTEXT', 'CHANNEL_ADDRESS_IDENTIFIER']) {
    const [problem, ...others] = problemsOf({ ...settings, [name]: `https://host/${goodToken}` });
    assert.equal(problem?.setting, name);
    assert.equal(problem?.found, 'the access token (not shown)');
    assert.deepEqual(others, []);
  }
});

test('an opaque token of another org is warned about', () => {
  const service = serviceOf({ ...settings, SF_ORG_ID: '00D000000000002', SF_ACCESS_TOKEN: opaqueToken });
  assert.deepEqual(service.warnings, [
    'the access token is opaque, not a JWT: the tests of its signature and expiry are left out',
    'the access token was issued for another org than SF_ORG_ID, "00D000000000002"',
  ]);
});

test('a .env that cannot be read is a problem, even with nothing else set', () => {
  const denied = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' });
  const result = readSettings({
    flags: {},
    env: {},
    cwd,
    readFile: () => {
      throw denied;
    },
  });
  assert.ok(!result.ok);
  assert.equal(result.problems[0]?.setting, '.env');
  assert.equal(result.problems[0]?.found, 'a file that cannot be read: permission denied');
  assert.equal(result.problems[0]?.where, `read from ${envFile}`);
});

test('the configured tokens are known to the redactor whether they are good or not', () => {
  const env = { SF_ACCESS_TOKEN: 'not a token', SF_EXPIRED_ACCESS_TOKEN: expiredToken };
  assert.deepEqual(configuredSecrets({ env, cwd, readFile: noFile }).tokens, ['not a token', expiredToken]);
  assert.deepEqual(configuredSecrets({ env: {}, cwd, readFile: () => 'SF_ACCESS_TOKEN=abc' }).tokens, ['abc']);
});

test('the org in front of an opaque token is no secret, with SF_ORG_ID or without', () => {
  const token = '00D000000000001!AQ4AQKzfbkh9lS1x6e5q';
  for (const env of [{ SF_ACCESS_TOKEN: token }, { SF_ACCESS_TOKEN: token, SF_ORG_ID: '00D000000000001' }]) {
    assert.deepEqual(configuredSecrets({ env, cwd, readFile: noFile }).tokens, ['AQ4AQKzfbkh9lS1x6e5q']);
  }
});

test('reading settings leaves process.env alone', () => {
  serviceOf(
    {},
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  );
  assert.equal(process.env.SF_ACCESS_TOKEN, undefined);
});
