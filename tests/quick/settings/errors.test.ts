/** Holds the wording and the exit code of every kind of error. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListenError } from '../../../cli/listen-error.js';
import { ContentError, FileError } from '../../../settings/errors/file-error.js';
import { reasonOf } from '../../../settings/errors/reason.js';
import { SettingsError } from '../../../settings/errors/settings-error.js';
import { UsageError } from '../../../settings/errors/usage-error.js';
import { tellError } from '../../../settings/errors/user-error.js';

const orgId = { setting: 'SF_ORG_ID', expected: '15 letters', example: '00D000000000001', found: '"x"', where: 'here' };

const rows: readonly (readonly [error: unknown, exitCode: number, text: string])[] = [
  [new UsageError([{ message: 'one' }, { message: 'two', advice: 'do' }]), 2, 'error: one\nerror: two\n       do'],
  [
    new SettingsError([orgId, { ...orgId, setting: 'OTHER', advice: 'mend it' }]),
    2,
    `error: 2 settings are missing or malformed

  SF_ORG_ID
    expected  15 letters
    example   00D000000000001
    found     "x"
    where     here

  OTHER
    expected  15 letters
    example   00D000000000001
    found     "x"
    where     here
    do        mend it

Nothing was sent. All settings are explained by: byoc-conformance run --help`,
  ],
  [
    new FileError('report directory', '/x', 'written', 'permission denied'),
    2,
    'error: the report directory /x cannot be written: permission denied\n       name a directory that can be written with --out',
  ],
  [
    new FileError('credentials file', '/x', 'written', 'it is a directory'),
    2,
    'error: the credentials file /x cannot be written: it is a directory\n       name a file that can be written with --credentials',
  ],
  [
    new FileError('run record', '/x', 'read', 'no such file or directory'),
    2,
    'error: the run record /x cannot be read: no such file or directory\n       name the run.json of a report directory',
  ],
  [
    new ContentError('run record', '/x', ['1', '2', '3', '4', '5', '6', '7']),
    2,
    'error: /x is not a run record of byoc-conformance\n       1\n       2\n       3\n       4\n       5\n       and 2 more\n       name the run.json of a report directory',
  ],
  [
    new ListenError('127.0.0.1', 80, 'the port is in use'),
    2,
    'error: the mock cannot listen on 127.0.0.1, port 80: the port is in use\n       name another one, or --port 0 for a port that is free',
  ],
  [
    new TypeError('boom\nsecond line'),
    5,
    'error: a fault of the suite itself: boom\n       set DEBUG=1 to see where it comes from, and report it',
  ],
  [
    'thrown text',
    5,
    'error: a fault of the suite itself: thrown text\n       set DEBUG=1 to see where it comes from, and report it',
  ],
];

for (const [error, exitCode, text] of rows) {
  test(`${text.split('\n', 1)[0]} (exit ${exitCode})`, () => {
    assert.deepEqual(tellError(error, false), { text, exitCode });
  });
}

test('the stack is shown with DEBUG only', () => {
  const error = new Error('boom');
  assert.match(tellError(error, true).text, /boom\nError: boom\n\s+at /);
  assert.doesNotMatch(tellError(error, false).text, /\bat /);
});

test('a message without end is cut', () => {
  assert.ok(tellError(new Error('x'.repeat(10_000)), false).text.length < 500);
});

test('system errors are told in plain words, unknown ones by their code', () => {
  assert.equal(reasonOf({ code: 'EACCES' }), 'permission denied');
  assert.equal(reasonOf({ code: 'EWEIRD' }), 'EWEIRD');
  assert.equal(reasonOf('nothing'), 'unknown reason');
});
