/** What one mend settles is told as one thing at the top of every report for people: what is wrong, what to do, one case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderHtml } from '../../../reports/html/render-html.js';
import { mendWords, rootCauseWords } from '../../../reports/root-cause-words.js';
import { renderSummary } from '../../../reports/summary.js';
import { renderTerminal } from '../../../reports/terminal.js';
import type { FindingRecord, RunRecord } from '../../../schemas/record/run-record.js';
import { sampleRecord } from './sample-record.js';

type RootCause = NonNullable<FindingRecord['rootCause']>;
const role = { in: 'member', path: ['participants', 0, 'role'] } satisfies RootCause['at'];

function recordWith(rootCause: RootCause): RunRecord {
  const record = sampleRecord();
  const [finding] = record.findings;
  assert.ok(finding);
  const like = Array.from({ length: 60 }, (_, index) => ({
    ...finding,
    id: `f${index}`,
    label: `case ${index}`,
    rootCause,
  }));
  return { ...record, findings: [...like, ...record.findings.slice(1)] };
}

const error = { kind: 'refused with another status', status: 500, shape: 'text/html', at: role } as const;

test('the terminal tells the cause, what to do, and the first of its failures', () => {
  const text = renderTerminal(recordWith(error), { colour: false });
  assert.match(text, /^✗ NO: .*\n(?:! .*\n)*63 failures, but 4 things to mend\.\n/);
  assert.match(
    text,
    /\n✗ what is wrong with participants\[0\]\.role is answered with 500 \(60 failures in 1 clause, 180 cases\)\n {2}to do {5}Answer 4xx instead of 500: /,
  );
  assert.match(text, /\n {2}the first of them:\n {2}✗ headers\/org-id\/length .*\n {4}case {6}case 0\n/);
  assert.doesNotMatch(text, /case 1\n/);
});

test('the summary has a row for it, with what to do', () => {
  const text = renderSummary(recordWith(error));
  assert.match(text, /3 failures, but 4 things to mend\./);
  assert.equal(text.match(/such as: case \d+/g)?.length, 1);
  assert.match(text, /Answer 4xx instead of 500/);
});

test('the page has a card for each failure, all but the first of a cause folded', () => {
  const page = renderHtml(recordWith(error));
  const [, group = ''] = /<div class="root-cause">(.*?)<\/details><\/div>/s.exec(page) ?? [];
  assert.match(group, /<h3><bdi>what is wrong with participants\[0\]\.role is answered with 500</);
  assert.match(group, /<summary>59 more failures like this<\/summary>/);
  for (let index = 0; index < 60; index += 1) assert.ok(page.includes(`>case ${index}<`), `case ${index}`);
});

test('every kind of root cause has its words', () => {
  const told: readonly (readonly [RootCause, RegExp, RegExp])[] = [
    [{ kind: 'not checked', at: role }, /^participants\[0\]\.role is not checked/, /^Check participants\[0\]\.role/],
    [{ kind: 'not refused', clause: 'a/b' }, /^what breaks a\/b is taken$/, /answer 4xx/],
    [{ kind: 'refused with a success', status: 200, shape: '' }, /answered with 200/, /^Answer 4xx instead of 200\.$/],
    [
      { ...error, at: { in: 'body' } },
      /^what is wrong with the body is answered with 500$/,
      /4xx instead of 500: check the body/,
    ],
    [{ kind: 'refused with another status', status: 500, shape: '' }, /^whatever is wrong/, /check the request/],
    [{ kind: 'refused with a broken answer', failure: 'cut-answer' }, /broken as HTTP \(cut-answer\)/, /whole/],
    [
      { kind: 'not answered', failure: 'reset', at: role },
      /role is not answered \(reset\)/,
      /^Answer 4xx: check participants/,
    ],
  ];
  for (const [rootCause, wrong, mend] of told) {
    assert.match(rootCauseWords(rootCause), wrong);
    assert.match(mendWords(rootCause), mend);
  }
});
