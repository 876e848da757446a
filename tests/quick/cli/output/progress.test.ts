/** Holds what is shown while a run works, on a terminal, in a log and in CI. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Printer } from '../../../../cli/output/printer.js';
import { type ProgressMode, showProgress } from '../../../../cli/output/progress.js';
import { capture, redactByValue } from '../stand-ins.js';

function follow(mode: ProgressMode) {
  const stderr = capture(true);
  const clock = { now: 0 };
  const printer = new Printer({ stdout: capture(true), stderr }, redactByValue(['secret']));
  return { stderr, clock, printer, show: showProgress(printer, mode, () => clock.now) };
}

const started = { type: 'spec-started', title: 'Headers › OrgId', index: 3, of: 25 } as const;

test('a terminal gets one line, rewritten and then taken away', () => {
  const { stderr, clock, printer, show } = follow('rewritten');
  show(started);
  clock.now = 60;
  show({ type: 'progress', requests: 1204 });
  printer.note('done');
  const erase = '\r\x1b[2K';
  assert.equal(
    stderr.text(),
    `${erase}test 3 of 25, 0 requests: Headers › OrgId${erase}test 3 of 25, 1,204 requests: Headers › OrgId${erase}done\n`,
  );
});

test('a terminal is not redrawn for every request', () => {
  const { stderr, clock, show } = follow('rewritten');
  show(started);
  const before = stderr.text();
  clock.now = 49;
  show({ type: 'progress', requests: 5 });
  assert.equal(stderr.text(), before);
});

test('a long title is cut to the width of the terminal and redacted', () => {
  const { stderr, show } = follow('rewritten');
  show({ ...started, title: `secret ${'x'.repeat(200)}` });
  const line = stderr.text().replace('\r\x1b[2K', '');
  assert.equal(line.length, 79);
  assert.ok(line.includes('[redacted]'));
});

test('a log gets a line every ten seconds at most', () => {
  const { stderr, clock, show } = follow('plain');
  show(started);
  for (const now of [1, 9_999, 10_000, 15_000, 19_999, 20_001]) {
    clock.now = now;
    show({ type: 'progress', requests: now });
  }
  assert.equal(
    stderr.text(),
    'test 3 of 25, 10,000 requests: Headers › OrgId\ntest 3 of 25, 20,001 requests: Headers › OrgId\n',
  );
});

test('CI gets nothing', () => {
  const { stderr, clock, show } = follow('none');
  show(started);
  clock.now = 1e6;
  show({ type: 'progress', requests: 5 });
  assert.equal(stderr.text(), '');
});
