/** The job summary: the answer first, whole tables, nothing hostile alive. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSummary } from '../../../reports/summary.js';
import { ciCommand, hostile } from './hostile.js';
import { commandingRecords } from './one-of-everything.js';
import { conformantRecord, sampleRecord } from './sample-record.js';

test('the first line is the answer', () => {
  assert.match(renderSummary(sampleRecord()), /^# May this be released\? NO\n/);
  assert.match(renderSummary(conformantRecord()), /^# May this be released\? YES\n/);
});

test('every row of a table has as many cells as its head', () => {
  let width = 0;
  let rows = 0;
  for (const line of renderSummary(sampleRecord()).split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').length : 0;
    if (width > 0 && cells > 0) assert.equal(cells, width, line);
    width = cells;
    rows += cells > 0 ? 1 : 0;
  }
  assert.ok(rows > 15);
});

test('hostile text stays text', () => {
  const markdown = renderSummary(sampleRecord());
  for (const text of Object.values(hostile)) assert.ok(!markdown.includes(text), text);
  assert.deepEqual(new Set(markdown.match(/<[^>]*>/g)), new Set(['<code>', '</code>']));
  assert.doesNotMatch(markdown, /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
});

test('a CI system is given no commands', () => {
  for (const record of commandingRecords()) assert.doesNotMatch(renderSummary(record), ciCommand);
});

test('failures beyond the bound are counted', () => {
  const record = sampleRecord();
  const [finding] = record.findings;
  assert.ok(finding);
  const findings = Array.from({ length: 60 }, () => finding);
  assert.match(renderSummary({ ...record, findings }), /\n10 more findings in the report\.\n/);
});
