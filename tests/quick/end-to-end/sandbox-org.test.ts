/**
 * Proves the whole way against a sandbox org in another process, over TLS with its own CA:
 * token by the JWT bearer flow, edition by `probe`, a budget of 150 requests at 50 per second, 429 in between, a token
 * that dies half way, a waived and a new failure, the right exit codes, the ceiling held, no secret anywhere.
 */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { validateRecord } from '../../../reports/validate-record.js';
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { findTrace, tracesOf } from '../../support/traces.js';
import { runProcess } from '../cli/processes.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { noOpenssl, selfSigned } from './certificate.js';
import type { OrgReady, OrgReport } from './sandbox-org-process.js';

const ceiling = 150;

/** Accepts the 18-character org id, which is known and waived, and merges subjects by case, which nobody knows yet. */
const faults = 'org-id/accepts-18,merged-subjects/case';
const known = 'headers/org-id/length';
const fresh = 'behaviour/different-pair/subject';

interface Org {
  /** All that the command gets to know, its CA included. */
  readonly env: Record<string, string>;
  report(): Promise<OrgReport>;
}

/** @param takeBackAfter number of the request at which the org takes back the tokens that came so far. */
async function sandboxOrg(t: TestContext, takeBackAfter: number): Promise<Org> {
  const folder = await mkdtemp(join(tmpdir(), 'byoc-org-'));
  t.after(() => rm(folder, { recursive: true }));
  const { key, cert } = selfSigned(t);
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  await Promise.all([writeFile(keyFile, key), writeFile(certFile, cert)]);
  const script = fileURLToPath(new URL('sandbox-org-process.js', import.meta.url));
  const child = fork(script, [keyFile, certFile, faults, String(takeBackAfter)]);
  t.after(() => child.kill());
  const [ready]: OrgReady[] = await once(child, 'message');
  assert.ok(ready);
  return {
    env: { ...ready.settings, NODE_EXTRA_CA_CERTS: certFile },
    report: async () => {
      child.send('report');
      const [report]: OrgReport[] = await once(child, 'message');
      assert.ok(report);
      return report;
    },
  };
}

const waiver = (clause: string): string =>
  [
    `- clause: ${clause}`,
    '  reason: the sandbox is a release behind',
    '  owner: Channel team',
    '  ticket: CH-17',
    "  expires: '2999-12-31'",
    '',
  ].join('\n');

async function readRecord(path: string): Promise<RunRecord> {
  const checked = validateRecord(JSON.parse(await readFile(path, 'utf8')));
  if (!checked.ok) assert.fail(checked.errors.join('\n'));
  return checked.record;
}

test('a sandbox org over TLS is judged within a budget, from the settings to the gate', {
  skip: noOpenssl,
}, async (t) => {
  const org = await sandboxOrg(t, 80);
  const cwd = await emptyDirectory(t);
  await writeFile(join(cwd, 'known.yaml'), waiver(known));
  const output: string[] = [];
  const command = async (...argv: readonly string[]) => {
    const ended = await runProcess(t, argv, { cwd, env: { ...org.env, CI: 'true' } });
    output.push(ended.stdout, ended.stderr);
    return ended;
  };
  const budget = ['--max-requests', String(ceiling), '--rate', '50', '--seed', '5'];

  const withoutCa = await runProcess(t, ['run', '--check'], { cwd, env: { ...org.env, NODE_EXTRA_CA_CERTS: '' } });
  assert.equal(withoutCa.code, 2);
  assert.match(withoutCa.stderr, /NODE_EXTRA_CA_CERTS/);

  const check = await command('run', '--check');
  assert.equal(check.code, 0, check.stderr);
  assert.match(check.stdout, /The token endpoint gave a JWT/);
  assert.deepEqual((await org.report()).conversations, 0);

  const probe = await command('probe', '--json');
  assert.equal(probe.code, 0, probe.stderr);
  assert.match(probe.stdout, /"61\.0"/);
  const afterProbe = await org.report();
  assert.ok(afterProbe.conversations <= 12, `${afterProbe.conversations} requests of probe`);

  const first = await command('run', ...budget, '--waivers', 'known.yaml', '--out', 'first');
  assert.equal(first.code, 1, first.stdout + first.stderr);
  const report = await org.report();
  const sent = report.conversations - afterProbe.conversations;
  const tokens = report.tokens - afterProbe.tokens;
  assert.ok(sent + tokens <= ceiling, `${sent} requests and ${tokens} for tokens exceed ${ceiling}`);
  assert.ok(report.throttled > 0, 'nothing was throttled');
  assert.ok(report.dead > 0 && tokens >= 2, 'no token died half way');
  const record = await readRecord(join(cwd, 'first', 'run.json'));
  assert.equal(record.requests, sent + tokens);
  const verdicts = new Map(record.clauses.map(({ id, verdict }) => [id, verdict]));
  assert.equal(verdicts.get(known), 'waived');
  assert.equal(verdicts.get(fresh), 'nonconformant');
  assert.deepEqual(
    record.clauses.filter(({ verdict }) => verdict === 'nonconformant').map(({ id }) => id),
    [fresh],
  );

  const again = await command(
    ...['run', ...budget, '--waivers', 'known.yaml', '--out', 'again'],
    ...['--baseline', 'first/run.json', '--gate', 'new'],
  );
  assert.equal(again.code, 0, again.stdout + again.stderr);

  const { secrets } = await org.report();
  const key = (org.env.SF_PRIVATE_KEY ?? '').replaceAll('\\n', '\n').split('\n').slice(1, -2);
  await assertNothingOf([...secrets, ...key], cwd, output);
});

/** No piece of a secret in any file below the directory, in its name or in what was printed. */
async function assertNothingOf(secrets: readonly string[], cwd: string, output: readonly string[]): Promise<void> {
  assert.ok(secrets.length > 20, 'hardly a secret came');
  const files = (await readdir(cwd, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const texts = [...output, paths.join('\n'), ...(await Promise.all(paths.map((path) => readFile(path, 'latin1'))))];
  for (const secret of secrets) {
    // The signature alone: head and claims of a forged token are told on purpose, those of a good one are looked for whole.
    const signature = secret.split('.').at(-1) ?? secret;
    for (const text of texts) assert.ok(!text.includes(secret) && !(signature.length > 20 && text.includes(signature)));
  }
  const [token = ''] = secrets;
  for (const text of texts) assert.equal(findTrace(tracesOf(token), text), undefined);
}
