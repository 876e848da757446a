/** The section on what stays behind: bounded, escaped, nothing invisible, honest about what cannot be told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderHtml } from '../../../../reports/html/render-html.js';
import { conversationsSection } from '../../../../reports/html/sent.js';
import { validateRecord } from '../../../../reports/validate-record.js';
import type { ServiceRecord } from '../../../../schemas/record/run-record.js';
import { everything } from '../hostile.js';
import { sampleRecord } from '../sample-record.js';

const base = { total: 1, prefixes: ['byoc-4f2a91-'], withoutPrefix: 0, uncertain: 0, list: [], leftOut: 0 };
const pageOf = (changes: Partial<NonNullable<ServiceRecord['conversations']>>): string =>
  String(conversationsSection(sampleRecord({ conversations: { ...base, ...changes } })) ?? '');

test('a record that does not know has no such section, and no link to it', () => {
  const page = renderHtml(sampleRecord());
  assert.doesNotMatch(page, /id="conversations"|#conversations/);
});

test('the page links to the section, and the record is valid', () => {
  const record = sampleRecord({ conversations: { ...base, list: [{ channel: 'c', subject: 's', identifier: 'i' }] } });
  const page = renderHtml(record);
  assert.match(page, /<a href="#conversations">Left behind \(1\)<\/a>/);
  assert.match(page, /<h2 id="conversations">/);
  assert.deepEqual(validateRecord(JSON.parse(JSON.stringify(record))).ok, true);
});

test('the first 200 are shown, the rest is counted', () => {
  const list = Array.from({ length: 250 }, (_, index) => ({
    channel: 'c',
    subject: `s${index}`,
    identifier: `${index}`,
  }));
  const page = pageOf({ total: 300, list, leftOut: 50 });
  assert.equal(page.match(/<tr>/g)?.length, 201);
  assert.match(page, /100 more; run\.json lists 250 of them all\./);
});

test('hostile texts are escaped, cut, and hide nothing', () => {
  const page = pageOf({
    list: [{ channel: everything, subject: `${everything}${'x'.repeat(5_000)}`, identifier: 'a\u200bb ' }],
  });
  assert.doesNotMatch(page, /<script|<img|\u202e|\u200b/);
  assert.match(page, /⟨U\+200B⟩/);
  assert.match(page, /␣/);
  assert.ok(page.length < 10_000, `${page.length} characters`);
});

test('exceptions, doubts and what cannot be read are said', () => {
  const page = pageOf({ total: 3, withoutPrefix: 2, uncertain: 2, list: [{ identifier: 'i', withoutPrefix: true }] });
  assert.match(page, /but for 2, which come first here \(single characters/);
  assert.match(page, /2 further pairs got no answer or a 5xx status/);
  assert.match(page, /not readable/);
});
