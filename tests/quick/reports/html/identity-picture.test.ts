/** The picture of identities: marks where they belong, words beside it, bounded, nothing of the service in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { margin, mergeShape, pictureMarks, side, splitShape } from '../../../../reports/html/picture-marks.js';
import { renderHtml } from '../../../../reports/html/render-html.js';
import { validateRecord } from '../../../../reports/validate-record.js';
import { identityRecord } from '../sample-identities.js';
import { sampleRecord } from '../sample-record.js';

const { identities } = identityRecord();
const end = margin + side;

test('a record with a picture fits the published schema', () => {
  assert.equal(validateRecord(JSON.parse(JSON.stringify(identityRecord(6_000)))).ok, true);
});

test('a pair with an identifier of its own is on the diagonal', () => {
  const points = [0, 1, 2].map((index) => ({ pair: index, identifier: index }));
  const { dots, splits, merges } = pictureMarks({ ...identities, pairs: 3, identifiers: 3, points, offenders: [] });
  assert.equal(dots, `M${margin} ${end}h0M${margin + side / 2} ${margin + side / 2}h0M${end} ${margin}h0`);
  assert.deepEqual([splits, merges], ['', '']);
});

test('a split stands above its pair, a merge beside it, each with a line', () => {
  const marks = pictureMarks(identities);
  const places = (path: string, shape: string) =>
    path
      .split(shape)
      .filter((one) => one !== '')
      .map((one) => one.slice(1).split(' '));
  const splits = places(marks.splits, splitShape(7));
  const merges = places(marks.merges, mergeShape(7));
  assert.deepEqual([splits.length, merges.length], [2, 2]);
  assert.equal(splits[0]?.[0], splits[1]?.[0]);
  assert.equal(merges[0]?.[1], merges[1]?.[1]);
  assert.equal(marks.splitLines.split('M').length - 1, 1);
  assert.equal(marks.mergeLines.split('M').length - 1, 1);
});

test('hundreds of merges are drawn small and without lines, so that they part', () => {
  const points = Array.from({ length: 300 }, (_, pair) => ({ pair, identifier: pair % 100, merge: true }));
  const marks = pictureMarks({ ...identities, pairs: 300, identifiers: 100, points });
  assert.equal(marks.mergeLines, '');
  assert.equal(marks.merges.split(mergeShape(2)).length - 1, 300);
});

test('labels stay inside and apart, also for offenders at one place', () => {
  const offenders = Array.from({ length: 10 }, () => ({ kind: 'merge' as const, pair: 0, identifier: 0 }));
  const { labels } = pictureMarks({ ...identities, offenders });
  assert.equal(new Set(labels.map(({ x, y }) => `${x} ${y}`)).size, 10);
  for (const { x, y } of labels) assert.ok(Math.min(x, y) > 0 && Math.max(x, y) < end + margin);
});

test('numbers beyond the counts do not leave the picture', () => {
  const { dots } = pictureMarks({ ...identities, pairs: 2, identifiers: 2, points: [{ pair: 9e9, identifier: 9e9 }] });
  assert.equal(dots, `M${end} ${margin}h0`);
});

test('the page says in words what the picture shows, and links each offender to its failure', () => {
  const page = renderHtml(identityRecord());
  assert.match(page, /<svg [^>]*role="img" aria-labelledby="identity-title identity-words"/);
  assert.match(page, /<desc id="identity-words">41 pairs, 41 identifiers: 1 merge, 1 split\.<\/desc>/);
  assert.match(page, /<a href="#failure-behaviour--same-pair--for-ever--split">split: pair 3, identifier 41<\/a>/);
  assert.match(
    page,
    /<a href="#failure-behaviour--different-pair--subject--merge-of-strangers">merge: pair 41, identifier 5<\/a>/,
  );
  assert.match(page, /with a probability of 95 %/);
});

test('what is left out is told, and 5,000 points stay a small picture', () => {
  const page = renderHtml(identityRecord(6_000));
  assert.match(page, /1,002 points left out of the picture/);
  const picture = page.slice(page.indexOf('<figure'), page.indexOf('</figure>'));
  assert.ok(picture.length < 120_000, String(picture.length));
});

test('an older record has no picture and no invented numbers', () => {
  const page = renderHtml(sampleRecord());
  assert.doesNotMatch(page, /<figure|merge, no|95 %/);
});

test('where the answers differ, the identifier in them is marked and the date is not', () => {
  const record = identityRecord();
  const date = (number: number): [string, string] => ['Date', `Sun, 22 Nov 2026 14:00:0${number} GMT`];
  const evidence = record.evidence.map((item) =>
    item.answer === undefined
      ? item
      : { ...item, answer: { ...item.answer, fields: [...item.answer.fields, date(item.number)] } },
  );
  const page = renderHtml({ ...record, evidence });
  const lines = Array.from(page.matchAll(/<span class="line (differs|incidental)">.*/g), ([line]) => line);
  const marked = lines.filter((line) => line.includes('conversationIdentifier'));
  assert.equal(marked.length, 2);
  assert.match(marked[0] ?? '', /line differs.*01HF7YAT00<mark>A<\/mark>1/);
  assert.match(marked[1] ?? '', /line differs.*01HF7YAT00<mark>B<\/mark>1/);
  const dates = lines.filter((line) => line.includes('>Date: ') || line.includes('Date: Sun'));
  assert.equal(dates.length, 2);
  for (const line of dates) assert.match(line, /line incidental/);
});

test('the first differing code point is marked between what stands before and behind it', () => {
  const page = renderHtml(identityRecord());
  assert.match(page, /byoc-ab12cd-f0 <mark>A<\/mark>nn<\/code>/);
  assert.match(page, /byoc-ab12cd-f0 <mark>\u0410<\/mark>nn<\/code>/);
  const record = identityRecord();
  const long = 'x'.repeat(200);
  const difference = { where: 'participants[0].subject', control: `${long}a${long}`, case: long };
  const findings = record.findings.map((finding) => ({ ...finding, difference }));
  const cut = renderHtml({ ...record, findings });
  assert.match(cut, /152 characters before this left out<\/span><code class="value">x{48}<mark>a<\/mark>x{48}<\/code>/);
  assert.match(cut, /<mark><span class="unseen">the end<\/span><\/mark>/);
});
