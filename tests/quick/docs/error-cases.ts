/** Every error that docs/errors.md shows, made by the code itself: here settings, tokens and files; the others in cases/. */
import type { TestContext } from 'node:test';
import { ListenError } from '../../../cli/listen-error.js';
import { tellProbe } from '../../../cli/output/probe.js';
import { refuseTokenArguments } from '../../../cli/token-arguments.js';
import { connectedApp } from '../../../endpoints/mock/token/connected-app.js';
import { requestToken } from '../../../endpoints/token/request-token.js';
import { problemOf } from '../../../endpoints/token/token-problem.js';
import { staticReason } from '../../../engine/service/token-death.js';
import { ContentError, FileError } from '../../../settings/errors/file-error.js';
import { SettingsError } from '../../../settings/errors/settings-error.js';
import { TokenError } from '../../../settings/errors/token-error.js';
import { readSettings } from '../../../settings/read-settings.js';
import { decideProbe } from '../../../verdicts/service/probe-decision.js';
import { expiredToken, goodToken, settings } from '../cli/sample.js';
import { answeringServer } from '../endpoints/token/answering-server.js';
import { connectorCases } from './cases/connector-cases.js';
import { type ErrorCase, refusedOptions, thrown, told } from './cases/error-case.js';
import { judgingCases } from './cases/judging-cases.js';
import { sendingCases } from './cases/sending-cases.js';

/** @param files by their path; the working directory is /work. */
function refusedSettings(env: Record<string, string>, files: Record<string, string> = {}): string {
  const now = new Date('2026-01-01T00:00:00Z');
  const result = readSettings({ flags: {}, env, cwd: '/work', now, readFile: (path) => files[path] });
  if (result.ok) throw new Error('the settings were taken');
  return told(new SettingsError(result.problems));
}

function warningOf(env: Record<string, string>): string {
  const result = readSettings({ flags: {}, env, cwd: '/work', readFile: () => undefined });
  if (!result.ok) throw new Error('the settings were refused');
  return `warning: ${result.settings.warnings.at(-1)}`;
}

const { SF_ACCESS_TOKEN: _, ...withoutToken } = settings;
const flow = {
  SF_CONSUMER_KEY: '3MVG9key',
  SF_SUBJECT: 'me@example.com',
  SF_AUTH_ENDPOINT: 'https://test.salesforce.com',
};
const endpoint = 'https://test.salesforce.com/services/oauth2/token';

function refusedToken(error: string, description: string): () => string {
  return () => told(new TokenError(problemOf(endpoint, 400, error, description)));
}

async function tokenFrom(t: TestContext, answer: { status: number; body: string }): Promise<string> {
  const origin = await answeringServer(t, () => answer);
  const result = await requestToken({ ...connectedApp(), endpoint: `${origin}/services/oauth2/token` });
  if (result.ok) return result.token.warnings.map((warning) => `warning: ${warning}`).join('\n');
  return told(new TokenError(result.problem)).replaceAll(origin, 'https://test.salesforce.com');
}

export const errorCases: readonly ErrorCase[] = [
  {
    section: 'A layout does not fit the edition',
    text: () => refusedOptions({ layout: 'json' }),
  },
  {
    section: 'A clause or a fault is no part of the edition',
    text: () => refusedOptions({ only: ['body/json'] }),
  },
  {
    section: 'No edition was found',
    text: () => {
      const answer = { kind: 'refused', status: 401 } as const;
      const attempts = [{ edition: '61.0', layout: 'parts', answer }] as const;
      const pair = { channel: 'c', subject: 's', established: false };
      const target = { baseUrl: new URL('https://h/api') };
      const decision = decideProbe({ attempts });
      return tellProbe({ decision, attempts, requests: 1, pair }, target).split('\n').slice(0, 3).join('\n');
    },
  },
  {
    section: 'An option has a value that it cannot have',
    text: () => refusedOptions({ level: 'fast' }),
  },
  {
    section: 'An access token stands on the command line',
    text: () => thrown(() => refuseTokenArguments(['run', '--only', goodToken], [goodToken])),
  },
  { section: 'Settings are missing', text: () => refusedSettings({ ...settings, SF_ACCESS_TOKEN: '', SF_ORG_ID: '' }) },
  {
    section: 'A setting is malformed',
    text: () => refusedSettings({ ...settings, SF_ORG_ID: '00D000000000001AAA' }),
  },
  {
    section: 'The access token has expired',
    text: () => refusedSettings({ ...settings, SF_ACCESS_TOKEN: expiredToken }),
  },
  {
    section: 'An access token stands in another setting',
    text: () => refusedSettings({ ...settings, SF_ORG_ID: goodToken }),
  },
  { section: 'Both a token and the flow are configured', text: () => warningOf({ ...settings, ...flow }) },
  { section: 'Half of the JWT bearer flow is configured', text: () => refusedSettings({ ...withoutToken, ...flow }) },
  {
    section: 'The private key cannot be used',
    text: () =>
      refusedSettings(
        { ...withoutToken, ...flow, SF_PRIVATE_KEY_FILE: 'app.crt' },
        { '/work/app.crt': '-----BEGIN CERTIFICATE-----' },
      ),
  },
  {
    section: 'The configuration file has an unknown name',
    text: () => refusedSettings(settings, { '/work/byoc-conformance.config.yaml': 'levle: smoke\n' }),
  },
  {
    section: 'The configuration file cannot be read',
    text: () => refusedSettings(settings, { '/work/byoc-conformance.config.yaml': 'level: [smoke\n' }),
  },
  {
    section: 'The app is not authorised for the user',
    text: refusedToken('invalid_grant', "user hasn't approved this consumer"),
  },
  { section: 'The audience is wrong', text: refusedToken('invalid_grant', 'audience is invalid') },
  { section: 'The consumer key is not known', text: refusedToken('invalid_client_id', 'client identifier invalid') },
  { section: 'The user is not known', text: refusedToken('invalid_grant', 'user does not exist') },
  { section: 'The key is not that of the app', text: refusedToken('invalid_grant', 'invalid assertion signature') },
  { section: 'The assertion has expired', text: refusedToken('invalid_grant', 'assertion expired') },
  { section: 'The scope interaction_api is missing', text: refusedToken('invalid_scope', '') },
  {
    section: 'The token is opaque',
    text: (t) => tokenFrom(t, { status: 200, body: JSON.stringify({ access_token: '00D000000000001!abc' }) }),
  },
  {
    section: 'The address is no token endpoint',
    text: (t) => tokenFrom(t, { status: 200, body: '<!DOCTYPE html><html></html>' }),
  },
  {
    section: 'The token endpoint is out of reach',
    text: async () => {
      const result = await requestToken({ ...connectedApp(), endpoint: 'http://127.0.0.1:9/services/oauth2/token' });
      return result.ok ? 'a token' : told(new TokenError(result.problem));
    },
  },
  {
    section: 'The access token expired half way',
    text: () => staticReason(Date.UTC(2026, 0, 1, 12, 31), Date.UTC(2026, 0, 1, 12, 32)),
  },
  {
    section: 'A file cannot be written or read',
    text: () => told(new FileError('report directory', '/work/conformance-report', 'written', 'permission denied')),
  },
  { section: 'The mock cannot listen', text: () => told(new ListenError('127.0.0.1', 8080, 'the port is in use')) },
  {
    section: 'A file is no run record',
    text: () => told(new ContentError('run record', '/work/other.json', ['/seed must be integer'])),
  },
  { section: 'A fault of the suite itself', text: () => told(new Error('what went wrong')) },
  ...sendingCases,
  ...judgingCases,
  ...connectorCases,
];
