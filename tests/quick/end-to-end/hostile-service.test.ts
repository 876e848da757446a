/**
 * Proves that no service breaks a run: whatever it does, the exit code is right, the cause is told in one sentence, the
 * reports are there, and no stack trace is shown. Unreachable host, TLS failure, time-out,
 * credentials refused, hostile services with HTML, 100 MB bodies, endless headers, half answers, never answering.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import type { Dependencies } from '../../../cli/dependencies.js';
import { loadedDependencies } from '../../../cli/loaded-dependencies.js';
import { validateRecord } from '../../../reports/validate-record.js';
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { settings } from '../cli/sample.js';
import { emptyDirectory, runCommandLine } from '../cli/stand-ins.js';
import { portOf, rawServer } from '../endpoints/sender/raw-server.js';
import { noOpenssl, selfSigned } from './certificate.js';
import { flood, floodBytes } from './flood.js';
import { type HostileCall, type HostileService, hostileService } from './hostile-service.js';
import { runAgainst } from './run-against.js';
import { settingsFor } from './settings-for.js';

interface Told {
  readonly code: number;
  readonly output: string;
  readonly record: RunRecord;
  readonly html: string;
}

/** Milliseconds that an answer may take: enough for one that comes, on a busy machine too. */
const answerMs = 5_000;

const dependencies: Dependencies = {
  ...loadedDependencies,
  runConformance: (options) => loadedDependencies.runConformance({ ...options, timeouts: { answerMs } }),
};

/** The whole command in this process, with everything it would do but for the process itself. */
async function run(t: TestContext, env: Record<string, string>, ...flags: readonly string[]): Promise<Told> {
  const cwd = await emptyDirectory(t);
  const argv = ['run', '--level', 'smoke', '--seed', '5', '--yes', ...flags];
  const { code, stdout, stderr } = await runCommandLine(t, argv, { env, cwd, dependencies });
  const output = stdout + stderr;
  assert.doesNotMatch(output, /^\s+at /m);
  const path = join(cwd, 'conformance-report/run.json');
  assert.ok((await stat(path)).size < 16 * 1024 * 1024, 'run.json is too large');
  const checked = validateRecord(JSON.parse(await readFile(path, 'utf8')));
  if (!checked.ok) assert.fail(checked.errors.join('\n'));
  assert.equal(checked.record.exitCode, code);
  const html = await readFile(join(cwd, 'conformance-report/index.html'), 'utf8');
  return { code, output, record: checked.record, html };
}

const runHostile = (t: TestContext, service: HostileService): Promise<Told> =>
  run(t, settingsFor(service.url.href, service.credentials));

/** Inconclusive, and the report says why. */
function assertUndecided({ code, output, record }: Told, cause: RunRecord['cause'], words: RegExp): void {
  assert.deepEqual([code, record.verdict, record.cause], [3, 'inconclusive', cause], record.reason);
  assert.match(record.reason, words);
  assert.ok(output.includes(record.reason.replace(/\.$/, '')), output);
}

type React = (call: HostileCall) => void;
const always =
  (status: number, ...fields: readonly string[]): React =>
  ({ answer }) =>
    answer(status, '<h1>No</h1>', ...fields);

const fromTheStart: readonly (readonly [what: string, react: React, cause: RunRecord['cause'], words: RegExp])[] = [
  ['answers 500', always(500), 'unreachable', /status 500.*the service fails/],
  ['answers 401', always(401), 'credentials refused', /refusal 401.*token/],
  ['answers 403', always(403), 'credentials refused', /refusal 403.*token/],
  ['answers 404', always(404), 'control refused', /refusal 404.*base URL/],
  ['answers 422', always(422), 'control refused', /refusal 422.*org id/],
  ['redirects', always(301, 'Location: https://127.0.0.1/'), 'control refused', /status 301.*redirection.*scheme/],
  ['answers 429', always(429, 'Retry-After: 0'), 'throttled', /429/],
  ['never answers', () => {}, 'unreachable', /no answer/],
  ['resets', ({ socket }) => socket.resetAndDestroy(), 'unreachable', /no answer/],
  ['hangs up', ({ socket }) => socket.end(), 'unreachable', /no answer/],
  ['talks garbage', ({ socket }) => socket.end('\0\x01garbage\r\n\r\n'), 'unreachable', /no answer/],
  ['sends headers without end', endlessHeaders(() => {}), 'unreachable', /no answer/],
];

// At once: some of them take as long as an answer is waited for.
describe('a service that', { concurrency: true }, () => {
  for (const [what, react, cause, words] of fromTheStart) {
    test(what, async (t) => assertUndecided(await runHostile(t, await hostileService(t, react)), cause, words));
  }

  test('stops answering half way', async (t) => {
    const service = await hostileService(t, ({ count, behave }) => {
      if (count <= 60) behave();
    });
    assertUndecided(await runHostile(t, service), 'unreachable', /out of reach/);
    assert.ok(service.arrivals.length > 60);
  });
});

test('a service whose answers are never complete is wrong', async (t) => {
  const half = 'HTTP/1.1 202 OK\r\nContent-Length: 9\r\n\r\n{';
  const { code, record } = await runHostile(t, await hostileService(t, ({ socket }) => socket.end(half)));
  assert.equal(code, 1, record.reason);
  assert.deepEqual(
    record.findings.map(({ clause, verdict }) => [clause, verdict]),
    [['answer/success/status', 'nonconformant']],
  );
});

describe('a service that cannot be reached', { concurrency: true }, () => {
  test('nobody listens', async (t) => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = portOf(server);
    server.close();
    await once(server, 'close');
    const told = await run(t, { ...settings, SF_SCRT_INSTANCE_URL: `http://127.0.0.1:${port}` });
    assertUndecided(told, 'unreachable', new RegExp(`refused by 127\\.0\\.0\\.1:${port}`));
  });

  test('nobody has the name', async (t) => {
    const told = await run(t, { ...settings, SF_SCRT_INSTANCE_URL: 'https://nobody.invalid' });
    assertUndecided(told, 'unreachable', /nobody\.invalid/);
  });

  test('its certificate is not trusted', { skip: noOpenssl }, async (t) => {
    const server = createTlsServer(selfSigned(t));
    server.on('tlsClientError', () => undefined);
    const { arrivals } = await rawServer(t, () => assert.fail('a request was sent'), undefined, server);
    const told = await run(t, { ...settings, SF_SCRT_INSTANCE_URL: `https://127.0.0.1:${portOf(server)}` });
    assertUndecided(told, 'unreachable', /certificate.*not trusted/);
    assert.equal(arrivals.length, 0);
  });

  test('it speaks no TLS', async (t) => {
    const { url, arrivals } = await hostileService(t, always(500));
    const told = await run(t, { ...settings, SF_SCRT_INSTANCE_URL: `https://${url.host}` });
    assertUndecided(told, 'unreachable', /TLS/);
    assert.equal(arrivals.length, 0);
  });
});

const script = '<script>document.title = "taken over"</script>';
const html = `<!doctype html><html><body>${script}<img src=x onerror=alert(1)></body></html>`;
/** Bytes that were sent in one answer. */
const sent: number[] = [];

const later: readonly (readonly [what: string, react: React])[] = [
  ['HTML with scripts for a success', ({ answer }) => answer(202, html, 'Content-Type: text/html')],
  ['HTML with scripts in JSON', ({ answer }) => answer(202, JSON.stringify({ conversationIdentifier: html }))],
  [
    'scripts in header fields',
    ({ answer }) => answer(500, html, `X-Title: ${script}`, `Location: javascript:${script}`),
  ],
  ['bodies of 100 MB', endlessBody((bytes) => sent.push(bytes))],
  ['headers without end', endlessHeaders((bytes) => sent.push(bytes))],
  ['half answers', ({ socket }) => socket.end(`HTTP/1.1 400 No\r\nContent-Length: 9999\r\n\r\n${html}`)],
  ['resets', ({ socket }) => socket.resetAndDestroy()],
  ['garbage', ({ socket }) => socket.end(`${html}\0\x1b[31m\r\n\r\n`)],
  ['terminal escapes', ({ answer }) => answer(400, '\x1b]0;taken over\x07\x1b[2J', 'X-Escape: \x1b[2J')],
];

describe('a service that accepts the first controls and then answers with', () => {
  for (const [what, react] of later) {
    test(what, async (t) => {
      const service = await hostileService(t, (call) =>
        /-(?:alive|first-control)"/.test(call.text) ? call.behave() : react(call),
      );
      const { code, output, record, html: report } = await runHostile(t, service);
      assert.equal(code, 1, record.reason);
      assert.ok(record.evidence.length > 0);
      assert.ok(!report.includes(script) && !report.includes('<img src=x'), 'markup of the service in the report');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what steers a terminal is what must not be printed
      assert.doesNotMatch(output + report, /[\x00\x07\x1b]/);
    });
  }

  test('no more than the bounds was ever taken of an answer', () => {
    assert.ok(sent.length > 10);
    // The bound of a body is 1 MiB; the rest are buffers on the way.
    assert.ok(Math.max(...sent) < floodBytes / 4, `${Math.max(...sent)} bytes`);
  });
});

function endlessBody(done: (bytes: number) => void): React {
  return ({ socket }) => {
    socket.write(`HTTP/1.1 400 No\r\nContent-Length: ${floodBytes}\r\n\r\n`);
    flood(socket, html, done);
  };
}

function endlessHeaders(done: (bytes: number) => void): React {
  return ({ socket }) => {
    socket.write('HTTP/1.1 202 Accepted\r\n');
    flood(socket, `X-Filler: ${'a'.repeat(100)}\r\n`, done);
  };
}

test('a service that breaks down half way is out of reach', async (t) => {
  const service = await hostileService(t, ({ count, behave, answer }) => (count <= 60 ? behave() : answer(500)));
  const record = await runAgainst(service.url, service.credentials, { level: 'smoke', seed: 5 });
  assert.deepEqual([record.exitCode, record.cause], [3, 'unreachable'], record.reason);
});
