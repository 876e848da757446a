/** Whatever is printed passes the redactor, and gives a CI system no commands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Printer } from '../../../../cli/output/printer.js';
import { capture, redactByValue } from '../stand-ins.js';

test('results, notes and the status line hold neither secrets nor commands to a CI system', () => {
  const [stdout, stderr] = [capture(true), capture(true)];
  const printer = new Printer({ stdout, stderr }, redactByValue(['secret']));
  const text = '::add-mask::secret\nthe identifier "##vso[task.setvariable variable=a]secret"';
  const harmless = '⟨:⟩:add-mask::[redacted]\nthe identifier "⟨#⟩#vso[task.setvariable variable=a][redacted]"';
  printer.result(text);
  printer.note(text);
  printer.status('::group::secret');
  assert.equal(stdout.text(), `${harmless}\n`);
  assert.equal(stderr.text(), `${harmless}\n\r\x1b[2K⟨:⟩:group::[redacted]`);
});

test('of a secret that a command is broken within nothing is left', () => {
  const stdout = capture(true);
  const printer = new Printer({ stdout, stderr: capture(true) }, redactByValue(['a##vso[b']));
  printer.result('a##vso[b');
  assert.equal(stdout.text(), '[redacted]\n');
});
