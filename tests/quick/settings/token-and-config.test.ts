/** Holds the settings of the JWT bearer flow, the configuration file, and the table of what was taken from where. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { UsageError } from '../../../settings/errors/usage-error.js';
import { asFlag } from '../../../settings/options/declaration.js';
import { withConfigured } from '../../../settings/options/read-options.js';
import { readRunChoices } from '../../../settings/options/run-choices.js';
import { configuredSecrets, readSettings } from '../../../settings/read-settings.js';
import { openSources } from '../../../settings/sources.js';
import { goodToken, settings } from '../cli/sample.js';

const yaml = '/work/byoc-conformance.config.yaml';
const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const { SF_ACCESS_TOKEN: _, ...withoutToken } = settings;
const flow = {
  SF_CONSUMER_KEY: '3MVG9key',
  SF_PRIVATE_KEY: pem.replaceAll('\n', '\\n'),
  SF_SUBJECT: 'me@example.com',
  SF_AUTH_ENDPOINT: 'https://acme--dev.sandbox.my.salesforce.com',
};

type Files = Readonly<Record<string, string>>;
const reader = (files: Files) => (path: string) => files[path];
const sourcesOf = (env: Record<string, string>, files: Files = {}, config?: string) =>
  openSources(env, '/work', reader(files), config);

function read(env: Record<string, string>, files: Files = {}, config?: string) {
  const flags = config === undefined ? {} : { config };
  return readSettings({ flags, env, cwd: '/work', readFile: reader(files) });
}

function serviceOf(env: Record<string, string>, files: Files = {}) {
  const result = read(env, files);
  assert.ok(result.ok, JSON.stringify(result));
  assert.ok(result.settings.kind === 'service');
  return { ...result.settings, taken: result.taken };
}

test('the flow is taken from its settings, endpoint and audience completed', () => {
  assert.deepEqual(serviceOf({ ...withoutToken, ...flow }).tokenFlow, {
    consumerKey: '3MVG9key',
    privateKey: pem,
    subject: 'me@example.com',
    audience: 'https://test.salesforce.com',
    endpoint: 'https://acme--dev.sandbox.my.salesforce.com/services/oauth2/token',
  });
});

test('the key is also taken from a file, by either setting', () => {
  const { SF_PRIVATE_KEY: __, ...rest } = flow;
  const files = { '/work/keys/app.pem': pem };
  for (const name of ['SF_PRIVATE_KEY', 'SF_PRIVATE_KEY_FILE']) {
    const service = serviceOf({ ...withoutToken, ...rest, [name]: 'keys/app.pem' }, files);
    assert.equal(service.tokenFlow?.privateKey, pem, name);
  }
  const missing = read({ ...withoutToken, ...rest, SF_PRIVATE_KEY: pem.split('\n')[1] ?? '' });
  assert.ok(!missing.ok);
  assert.match(missing.problems[0]?.found ?? '', /neither a key in PEM nor the path of a file \(not shown/);
});

test('a given token comes before the flow, with a warning', () => {
  const service = serviceOf({ ...settings, ...flow });
  assert.equal(service.tokenFlow, undefined);
  assert.equal(service.credentials.accessToken, goodToken);
  assert.match(service.warnings.join(), /SF_ACCESS_TOKEN is used, and not renewed/);
  assert.ok(serviceOf({ ...settings, ...flow, SF_ACCESS_TOKEN: '' }).tokenFlow !== undefined);
});

test('without token and flow both ways are named', () => {
  const result = read(withoutToken);
  assert.ok(!result.ok);
  assert.match(result.problems[0]?.advice ?? '', /SF_CONSUMER_KEY, SF_PRIVATE_KEY, SF_SUBJECT and SF_AUTH_ENDPOINT/);
});

test('environment comes before .env, .env before the configuration file', () => {
  const config = Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const all = { [yaml]: config.join('\n'), '/work/.env': 'SF_ORG_ID=00Dfrom00dotenv' };
  const service = serviceOf({ CHANNEL_ADDRESS_IDENTIFIER: 'one,two' }, all);
  assert.equal(service.credentials.orgId, '00Dfrom00dotenv');
  const sources = Object.fromEntries(service.taken.map(({ setting, source }) => [setting, source]));
  assert.equal(sources.CHANNEL_ADDRESS_IDENTIFIER, 'the environment');
  assert.equal(sources.SF_ORG_ID, '/work/.env');
  assert.equal(sources.SF_AUTHORIZATION_CONTEXT, yaml);
  assert.match(service.warnings.join(), /SF_ACCESS_TOKEN stands in .*better kept in the environment/);
});

test('the table shows no secret, wherever it stands', () => {
  const text = JSON.stringify([
    serviceOf({ ...withoutToken, ...flow }).taken,
    serviceOf(settings).taken,
    read({ ...settings, SF_ORG_ID: goodToken }).taken,
    read({ ...withoutToken, ...flow, SF_SUBJECT: pem }).taken,
  ]);
  for (const secret of [goodToken, pem.split('\n')[1] ?? '', '3MVG9key']) assert.ok(!text.includes(secret));
});

test('JSON, lists and numbers are read as they are written', () => {
  const json = { '/work/byoc-conformance.config.json': '{ "CHANNEL_ADDRESS_IDENTIFIER": ["one", "two"], "seed": 7 }' };
  const sources = sourcesOf({}, json);
  assert.equal(sources.find('CHANNEL_ADDRESS_IDENTIFIER')?.value, 'one,two');
  assert.equal(sources.findOption('seed')?.value, '7');
  assert.equal(
    sourcesOf({}, { [yaml]: 'CHANNEL_ADDRESS_IDENTIFIER: 0012' }).find('CHANNEL_ADDRESS_IDENTIFIER')?.value,
    '0012',
  );
});

test('what is wrong with a configuration file is told with its line', () => {
  const cases = [
    ['level: smoke\nlevle: deep', 'levle', /line 2$/, 'did you mean level?'],
    ['SF_ORGID: x', 'SF_ORGID', /line 1$/, 'did you mean SF_ORG_ID?'],
    ['yes: true', 'yes', /line 1$/, undefined],
    ['level: {a: 1}', 'level', /line 1$/, undefined],
    ['just words', 'configuration file', /config\.yaml$/, undefined],
  ] as const;
  for (const [text, setting, where, advice] of cases) {
    const result = read({}, { [yaml]: text });
    assert.ok(!result.ok, text);
    assert.equal(result.problems[0]?.setting, setting);
    assert.match(result.problems[0]?.where ?? '', where);
    if (advice !== undefined) assert.equal(result.problems[0]?.advice, advice);
  }
  const missing = read({}, {}, 'other.yaml');
  assert.ok(!missing.ok);
  assert.equal(missing.problems[0]?.found, 'no such file');
});

test('options come from flags, then variables, then the files', () => {
  const files = { [yaml]: 'level: deep\nmaxRequests: 150\nonly: [headers/org-id, operation]\nreuseSubjects: true' };
  const { given, origins } = withConfigured({ seed: '1' }, sourcesOf({ BYOC_LEVEL: 'smoke', BYOC_SEED: '2' }, files));
  assert.deepEqual(given, {
    seed: '1',
    level: 'smoke',
    maxRequests: '150',
    only: ['headers/org-id', 'operation'],
    reuseSubjects: 'true',
  });
  assert.equal(origins.get('level')?.where, 'the environment');
  assert.equal(origins.get('maxRequests')?.where, yaml);
});

test('a problem with an option that is no flag says where it stands, whatever its words are', () => {
  const env = { BYOC_ONLY: 'headers/org', BYOC_YES: 'maybe' };
  const { given, origins } = withConfigured({ rate: '0' }, sourcesOf(env, { [yaml]: 'level: fast\ngate: new' }));
  assert.throws(
    () => readRunChoices(given, { spelling: asFlag, origins }),
    (error) => {
      assert.ok(error instanceof UsageError);
      assert.deepEqual(
        error.problems.map(({ option, advice }) => [option, advice]),
        [
          ['level', `it was taken from ${yaml}`],
          ['only', 'did you mean headers/org-id?; it was taken from the environment'],
          ['rate', undefined],
          ['yes', 'it was taken from the environment'],
          ['gate', `name its run record with --baseline, or leave --gate out; it was taken from ${yaml}`],
        ],
      );
      return true;
    },
  );
});

test('the redactor is told of tokens and keys of every source', () => {
  const files = { [yaml]: `SF_ACCESS_TOKEN: ${goodToken}`, '/work/key.pem': pem };
  const input = { env: { SF_PRIVATE_KEY_FILE: 'key.pem' }, cwd: '/work', readFile: reader(files) };
  const { tokens, keyLines } = configuredSecrets(input);
  assert.deepEqual(tokens, [goodToken]);
  assert.deepEqual(keyLines, pem.trim().split('\n').slice(1, -1));
});
