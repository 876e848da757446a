/** JUnit: the counts agree with the verdicts and hostile text stays text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderJunit } from '../../../reports/junit.js';
import { ciCommand, hostile } from './hostile.js';
import { commandingRecords } from './one-of-everything.js';
import { conformantRecord, sampleRecord } from './sample-record.js';

const count = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern)).length;

test('a suite for each place, a test case for each clause, one element for each verdict', () => {
  const record = sampleRecord();
  const xml = renderJunit(record);
  assert.equal(count(xml, /<testsuite /g), new Set(record.clauses.map((clause) => clause.place)).size);
  assert.equal(count(xml, /<testcase /g), record.clauses.length);
  assert.equal(count(xml, /<failure /g), 4);
  assert.equal(count(xml, /<error /g), 1);
  assert.equal(count(xml, /<skipped /g), 3);
  assert.match(
    xml,
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="byoc-conformance" tests="11" failures="4" errors="1" skipped="3" time="4\.215" /,
  );
});

test('a failure says what was expected and what came', () => {
  const xml = renderJunit(sampleRecord());
  assert.match(xml, /<testcase classname="Headers › OrgId" name="headers\/org-id\/length" time="0\.212">/);
  assert.match(xml, /expected: A refusal: any 4xx but 408 and 429/);
  assert.match(xml, /got: {6}202 Accepted with conversationIdentifier &quot;01HF7YAT00A1&quot;/);
});

test('hostile text is escaped and characters that XML cannot carry are labelled', () => {
  const xml = renderJunit(sampleRecord());
  for (const text of [hostile.script, hostile.endOfScript, ']]>', '<![CDATA[']) assert.ok(!xml.includes(text), text);
  assert.doesNotMatch(xml, /[\p{Surrogate}\ufffe\uffff]|(?!\n)\p{Cc}/u);
});

test('a CI system is given no commands, also where it prints the texts line by line', () => {
  for (const record of commandingRecords()) {
    const texts = renderJunit(record).replaceAll('&#10;', '\n').replaceAll('&quot;', '"');
    assert.doesNotMatch(texts, ciCommand);
  }
});

test('a conformant run has no failure, error or skip', () => {
  assert.doesNotMatch(renderJunit(conformantRecord()), /<(failure|error|skipped)/);
});
