/**
 * Proves that `npx playwright test` gets its tokens by the JWT bearer flow from the settings of the configuration file,
 * renews them in each worker, and lets no secret out: not into test-results, blob-report, conformance-report or output.
 */
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { HttpResponse, http } from 'msw';
import { stringify } from 'yaml';
import { createMock } from '../../../endpoints/mock/mock.js';
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { findTrace, tracesOf } from '../../support/traces.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { writeConfig } from './playwright-config.js';
import { runPlaywright } from './playwright-process.js';
import { sharedKeys } from './run-against.js';
import { unzip } from './unzip.js';

/** Broken, so that Playwright starts another worker for what comes behind, which begins with the token of the set-up. */
const broken = 'headers/org-id/length';
const only = ['behaviour/same-pair/repeated', broken, 'headers/request-id/required'];
/** Number of the request at which the org takes back the tokens that came so far. */
const takeBackAt = 20;

/** A mock that counts, remembers what must not get out, and lets the first tokens die half way. */
async function org() {
  const seen = {
    tokenRequests: 0,
    conversations: 0,
    dead: 0,
    tokens: new Set<string>(),
    assertions: new Set<string>(),
  };
  const takenBack = new Set<string>();
  const mock = await createMock({ keys: await sharedKeys(), faults: ['org-id/accepts-18'] });
  mock.handlers.unshift(
    http.all('*', async ({ request }) => {
      if (new URL(request.url).pathname === '/services/oauth2/token') {
        seen.tokenRequests += 1;
        seen.assertions.add(new URLSearchParams(await request.clone().text()).get('assertion') ?? '');
        return undefined;
      }
      seen.conversations += 1;
      const token = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
      if (token !== '') seen.tokens.add(token);
      if (seen.conversations === takeBackAt) for (const one of seen.tokens) takenBack.add(one);
      if (!takenBack.has(token)) return undefined;
      seen.dead += 1;
      return HttpResponse.json({ code: 10004, message: 'The session has expired.' }, { status: 401 });
    }),
  );
  const { baseUrl, close } = await mock.listen();
  return { mock, seen, origin: new URL(baseUrl).origin, close };
}

test('tokens are fetched and renewed under Playwright, and no secret gets out', async (t) => {
  const { mock, seen, origin, close } = await org();
  t.after(close);
  const { credentials, connectedApp } = mock;
  const settings = await emptyDirectory(t);
  const keyFile = join(settings, 'app.pem');
  await writeFile(keyFile, connectedApp.privateKey);
  const cwd = await emptyDirectory(t);
  const configuration = {
    SF_SCRT_INSTANCE_URL: origin,
    SF_ORG_ID: credentials.orgId,
    SF_AUTHORIZATION_CONTEXT: credentials.authorizationContext,
    CHANNEL_ADDRESS_IDENTIFIER: credentials.channels.join(','),
    SF_AUTH_ENDPOINT: origin,
    SF_CONSUMER_KEY: connectedApp.consumerKey,
    SF_PRIVATE_KEY_FILE: keyFile,
    SF_SUBJECT: connectedApp.subject,
    SF_AUDIENCE: connectedApp.audience,
    seed: 3,
    only,
  };
  await writeFile(join(cwd, 'byoc-conformance.config.yaml'), stringify(configuration));
  const config = await writeConfig(cwd, { reporters: [['blob'], ['json', { outputFile: 'all.json' }]] });
  const run = await runPlaywright(t, ['test'], { cwd, config });
  const said = run.stdout + run.stderr;

  assert.equal(run.code, 1, said);
  const record = JSON.parse(await readFile(join(cwd, 'conformance-report/run.json'), 'utf8')) as RunRecord;
  const verdicts = new Map(record.clauses.map(({ id, verdict }) => [id, verdict]));
  assert.deepEqual(
    only.map((id) => verdicts.get(id)),
    ['conformant', 'nonconformant', 'conformant'],
    said,
  );
  // One for the set-up, and one for each of the two workers that found it dead.
  assert.ok(seen.tokenRequests >= 3 && seen.tokens.size >= 3, `${seen.tokenRequests} requests for tokens`);
  assert.ok(seen.dead > 0, `no token died: only ${seen.conversations} requests came`);

  const key = connectedApp.privateKey.split('\n').filter((line) => line.length > 40);
  await assertNothingOf([...seen.tokens, ...seen.assertions, ...key], cwd, [run.stdout, run.stderr]);
});

/** Searches all output, every file below the directory, and what is packed into the blob report. */
async function assertNothingOf(secrets: readonly string[], cwd: string, output: readonly string[]): Promise<void> {
  const entries = (await readdir(cwd, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  const texts = new Map([...output.entries()].map(([index, text]) => [index === 0 ? 'stdout' : 'stderr', text]));
  for (const path of paths) {
    const bytes = await readFile(path);
    if (!path.endsWith('.zip')) texts.set(path, bytes.toString('latin1'));
    else for (const [name, content] of unzip(bytes)) texts.set(`${path} ${name}`, content.toString('latin1'));
  }
  for (const place of ['test-results', 'blob-report', 'conformance-report', 'all.json']) {
    assert.ok(
      [...texts.keys()].some((name) => name.includes(join(cwd, place))),
      `nothing in ${place}`,
    );
  }
  const [token = ''] = secrets;
  const traces = tracesOf(token);
  for (const [place, text] of texts) {
    for (const secret of secrets) {
      const signature = secret.split('.').at(-1) ?? secret;
      const piece = [secret.slice(-24), signature].find((one) => text.includes(one));
      assert.equal(piece, undefined, `${place} holds a secret`);
    }
    // Heads of tokens are alike in all of them; by pieces and in other encodings the first is looked for.
    assert.equal(findTrace(traces, text), undefined, place);
  }
}
