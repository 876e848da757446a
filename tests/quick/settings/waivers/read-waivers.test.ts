/** Holds the reading of waivers files: what is taken, and the words and lines for what is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWaivers } from '../../../../settings/waivers/read-waivers.js';

const good = [
  '# accepted for now',
  '- clause: headers/org-id/length',
  '  reason: the gateway maps long ids',
  '  owner: Ann',
  '  ticket: 17',
  '  expires: 2026-12-31',
  '  edition: 61.0',
  '',
  '- clause: headers/request-id',
  '  expires: "2026-02-28"',
  '  reason: >',
  '    folded',
  '    text',
  '  owner: Bob',
  '  ticket: OPS-2',
  '  target: https://example.my.salesforce-scrt.com/api',
].join('\n');

test('every value is text, and an entry knows its own lines', () => {
  const read = readWaivers(good);
  assert.ok(read.ok, JSON.stringify(read));
  const [first, second] = read.waivers;
  assert.deepEqual([first?.ticket, first?.edition, first?.expires], ['17', '61.0', '2026-12-31']);
  assert.deepEqual(first?.lines, { from: 2, text: good.split('\n').slice(1, 7), expires: 4 });
  assert.equal(second?.reason, 'folded text\n');
  assert.deepEqual(second?.lines, { from: 9, text: good.split('\n').slice(8), expires: 1 });
});

test('an empty file, an empty list and JSON are waivers files too', () => {
  for (const text of ['', '# nothing\n', '[]\n']) assert.deepEqual(readWaivers(text), { ok: true, waivers: [] });
  const entry = { clause: 'headers', reason: 'r', owner: 'o', ticket: 't', expires: '2026-12-31' };
  assert.deepEqual(readWaivers(JSON.stringify([entry])), { ok: true, waivers: [entry] });
});

/** The problems of a text as `line: message (advice)`. */
function problemsOf(text: string): readonly string[] {
  const read = readWaivers(text);
  assert.ok(!read.ok);
  return read.problems.map(
    ({ line, message, advice }) => `${line}: ${message}${advice === undefined ? '' : ` (${advice})`}`,
  );
}

test('all problems at once, each with its line, in order', () => {
  const text = good
    .replace('org-id/length', 'org-id/lenght')
    .replace('  owner: Ann', '  ownr: Ann')
    .replace('2026-12-31', '2026-02-30')
    .replace('  ticket: OPS-2\n', '')
    .replace('https://example.my.salesforce-scrt.com/api', '"a b"');
  assert.deepEqual(problemsOf(text), [
    '2: the key owner is missing (name who answers for it)',
    '2: no clause has the id "headers/org-id/lenght", and none begins with it (did you mean headers/org-id/length?)',
    '4: unknown key "ownr" (did you mean owner?)',
    '6: expires must be a date such as 2026-12-31, not "2026-02-30"',
    '9: the key ticket is missing (name where its repair is tracked)',
    '15: target must be a host or a base URL, not "a b" (such as example.my.salesforce-scrt.com, or leave it out for every target)',
  ]);
});

test('an entry that comes twice names the first; another target makes it another entry', () => {
  const [entry] = good.split('\n\n');
  assert.deepEqual(problemsOf(`${entry}\n${entry?.split('\n').slice(1).join('\n')}`), [
    '8: a second entry for headers/org-id/length, which line 2 has already (keep one of the two, or give each an edition or a target)',
  ]);
  assert.ok(readWaivers(`${entry}\n${entry?.split('\n').slice(1).join('\n')}\n  target: example.com`).ok);
});

test('what is no list, no YAML or an empty value is told', () => {
  assert.deepEqual(problemsOf('clause: headers'), ['1: expected a list of entries, each beginning with "- clause:"']);
  assert.match(problemsOf('- clause: [')[0] ?? '', /^\d: not YAML: /);
  assert.deepEqual(problemsOf(good.replace('reason: the gateway maps long ids', 'reason:')), [
    '3: reason is empty (say why the failure is accepted)',
  ]);
});
