/** A command that does not start, hangs, dies or leaves children behind: told, ended in time, cleaned up. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type CommandOptions, runCommand } from '../../../../engine/connector/command/run-command.js';

const node = process.execPath;
const options = (script: string, more: Partial<CommandOptions> = {}): CommandOptions => ({
  args: [node, '-e', script],
  cwd: process.cwd(),
  env: process.env,
  timeoutMs: 20_000,
  ...more,
});

/** A zombie, which nobody has reaped yet, is not alive. */
const alive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${id}/stat`, 'latin1'));
  } catch {
    return false;
  }
};

test('exit code and output, line by line', async () => {
  const lines: string[] = [];
  const outcome = await runCommand(
    options(`process.stdout.write('one\\ntwo'); process.stderr.write('oops\\n'); process.exitCode = 7`, {
      onLine: (line, stream) => lines.push(`${stream} ${line}`),
    }),
  );
  assert.equal(outcome.kind, 'ended');
  assert.equal(outcome.exitCode, 7);
  assert.deepEqual(lines.sort(), ['stderr oops', 'stdout one', 'stdout two']);
  assert.deepEqual(outcome.stdout, { text: 'one\ntwo', cut: false });
});

test('a program that does not exist is not started', async () => {
  const outcome = await runCommand({ ...options(''), args: ['/no/such/program'] });
  assert.deepEqual([outcome.kind, outcome.reason], ['not started', 'ENOENT']);
});

test('a signal that it died of is told', async () => {
  const outcome = await runCommand(options(`process.kill(process.pid, 'SIGKILL')`));
  assert.deepEqual([outcome.kind, outcome.signal, outcome.exitCode], ['ended', 'SIGKILL', undefined]);
});

test('what hangs and does not hear SIGTERM is ended all the same', async () => {
  const outcome = await runCommand(
    options(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log(process.pid)`, {
      timeoutMs: 1_500,
    }),
  );
  assert.equal(outcome.kind, 'timed out');
  assert.equal(outcome.signal, 'SIGKILL');
  assert.equal(alive(Number(outcome.stdout.text)), false);
});

test('children that stay behind are counted and ended, in the group and out of it', {
  skip: process.platform !== 'linux',
}, async () => {
  const child = `spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', detached })`;
  const outcome = await runCommand(
    options(`
      const { spawn } = require('node:child_process');
      for (const detached of [false, true]) { const one = ${child}; console.log(one.pid); one.unref(); }
    `),
  );
  assert.equal(outcome.kind, 'ended');
  assert.equal(outcome.leftBehind, 2);
  const ids = outcome.stdout.text.trim().split('\n').map(Number);
  assert.equal(ids.length, 2);
  assert.deepEqual(ids.map(alive), [false, false]);
});

test('it is ended when the signal says so', async () => {
  const controller = new AbortController();
  const outcome = await runCommand(
    options(`console.log('up'); setInterval(() => {}, 1000)`, {
      signal: controller.signal,
      onLine: () => controller.abort(),
    }),
  );
  assert.equal(outcome.kind, 'stopped');
});

test('of a long output the end is kept', async () => {
  const outcome = await runCommand(options(`for (let n = 0; n < 40000; n += 1) console.log('line', n)`));
  assert.equal(outcome.stdout.cut, true);
  assert.ok(outcome.stdout.text.length <= 32 * 1024);
  assert.match(outcome.stdout.text, /line 39999\n$/);
});
