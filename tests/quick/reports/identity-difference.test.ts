/** The sentence of an identity failure: the same in terminal, summary, JUnit and page; none where it would say nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderHtml } from '../../../reports/html/render-html.js';
import { identityDifference } from '../../../reports/identity-words.js';
import { renderJunit } from '../../../reports/junit.js';
import { renderSummary } from '../../../reports/summary.js';
import { renderTerminal } from '../../../reports/terminal.js';
import { channelPlace, subjectPlace } from '../../../schemas/record/message-place.schema.js';
import { identityFindings, identityRecord } from './sample-identities.js';

const [split, merge] = identityFindings();
assert.ok(split && merge);

const between = (control: string, probed: string, at = subjectPlace) =>
  identityDifference({ ...merge, difference: { at, where: 'in whatever words', control, case: probed } })?.sentence;

const sentence =
  'U+0410 CYRILLIC CAPITAL LETTER A instead of U+0041 LATIN CAPITAL LETTER A, at position 16 of the subject';

test('case, control, position, and what it is in', () => {
  assert.equal(identityDifference(merge)?.sentence, sentence);
  assert.equal(
    identityDifference(split)?.sentence,
    `two identifiers came, ${JSON.stringify(split.difference?.control)} and ${JSON.stringify(split.difference?.case)}`,
  );
  assert.match(between('one', 'two', channelPlace) ?? '', /at position 1 of the channel$/);
});

test('the end of a text is told as such', () => {
  assert.equal(between('ann', 'ann '), 'U+0020 SPACE instead of the end of the text, at position 4 of the subject');
  assert.equal(between('ann ', 'ann'), 'the end of the text instead of U+0020 SPACE, at position 4 of the subject');
});

test('no sentence for equal texts, other clauses, what is not judged, and what stands alone', () => {
  assert.equal(between('same', 'same'), undefined);
  assert.equal(identityDifference({ ...merge, clause: 'headers/org-id/length' }), undefined);
  assert.equal(identityDifference({ ...merge, verdict: 'inconclusive' }), undefined);
  for (const member of ['control', 'exchange', 'difference'] as const) {
    assert.equal(identityDifference({ ...merge, [member]: undefined }), undefined, member);
  }
});

test('texts that differ only far beyond what anybody compares have no sentence, and never a false end', () => {
  const long = '😀'.repeat(40_000);
  assert.equal(between(long, `${long}x`), undefined);
  assert.equal(between(`${long}x`, `a${long}`.slice(1)), undefined);
  assert.equal(between('a'.repeat(20_000), 'a'.repeat(20_001)), undefined);
});

test('every report tells it', () => {
  const record = identityRecord();
  assert.ok(renderTerminal(record, { colour: false }).includes(`\n  differs   ${sentence}\n`));
  assert.ok(renderSummary(record).includes('CYRILLIC CAPITAL LETTER A instead of U'));
  assert.ok(renderSummary(record).includes('1 merge, 1 split'));
  assert.ok(renderJunit(record).includes(sentence));
  assert.ok(renderHtml(record).includes(`The first difference: ${sentence}`));
});
