/** The page as text: complete, escaped, bounded, and locked by its policy. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { renderHtml } from '../../../../reports/html/render-html.js';
import { validateRecord } from '../../../../reports/validate-record.js';
import { hostile } from '../hostile.js';
import { connectorRecord, serviceRecord } from '../one-of-everything.js';
import { conformantRecord, sampleRecord } from '../sample-record.js';

const page = renderHtml(sampleRecord());
const count = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern)).length;
const between = (start: string, end: string) => page.slice(page.indexOf(start) + start.length, page.indexOf(end));

test('the answer comes first, then failures, waivers, baseline, undecided, clauses, observations, identities, requests, legend', () => {
  const ids = Array.from(page.matchAll(/<h[12] id="([a-z]+)"/g), (match) => match[1]);
  assert.deepEqual(ids, [
    'answer',
    'warnings',
    'run',
    'failures',
    'waivers',
    'baseline',
    'undecided',
    'clauses',
    'observations',
    'identities',
    'sent',
    'legend',
  ]);
  assert.match(renderHtml(conformantRecord()), /<\/svg>YES<\/span><\/h1>/);
});

test('the policy allows nothing but our own style and script, by hash', () => {
  const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const style = hash(between('<style>', '</style>'));
  const script = hash(between('<script>', '</script>'));
  const policy = `default-src &#39;none&#39;; style-src &#39;${style}&#39;; script-src &#39;${script}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`;
  assert.ok(page.includes(`content="${policy}"`));
});

/** As it lies in the sources, not in what was built. */
const source = (name: string) => readFileSync(new URL(`../../../../../reports/html/${name}`, import.meta.url), 'utf8');

test('the page holds page.css and page.js whole, and neither can end its own element', () => {
  assert.equal(between('<style>', '</style>'), source('page.css'));
  assert.equal(between('<script>', '</script>'), source('page.js'));
  for (const name of ['page.css', 'page.js']) assert.doesNotMatch(source(name), /<\/|<!--|url\(|@import/);
});

test('the style has a rule for nothing that no page can show', () => {
  const record = sampleRecord();
  const undecided = { ...record, verdict: 'inconclusive', exitCode: 3 } as const;
  const many = {
    ...record,
    findings: Array.from({ length: 210 }, () => record.findings[0]).flatMap((one) => one ?? []),
  };
  const shown = [undecided, many, serviceRecord(), connectorRecord()].map(renderHtml).join('') + source('page.js');
  const used = new Set(
    Array.from(shown.matchAll(/class(?:="|Name = ')([a-z -]+)/g), ([, names = '']) => names.split(' ')).flat(),
  );
  const styled = new Set(
    Array.from(source('page.css').matchAll(/\.([a-z][a-z-]*)(?=[^{};]*\{)/g), ([, name = '']) => name),
  );
  assert.ok(styled.size > 60, String(styled.size));
  assert.deepEqual(
    [...styled].filter((name) => !used.has(name)),
    [],
  );
});

test('the only script, style, link targets and elements are ours', () => {
  assert.equal(count(page, /<script/g), 1);
  assert.equal(count(page, /<\/script/g), 1);
  assert.equal(count(page, /<style/g), 1);
  assert.doesNotMatch(page, /<(img|iframe|object|embed|form|base|link)\b/);
  const names = Array.from(page.matchAll(/<[a-z][^>]*>/g), ([tag]) => tag.replace(/"[^"]*"/g, ''));
  for (const tag of names) assert.doesNotMatch(tag, /\s(on[a-z]*|style|src|srcdoc|action)\b/);
  for (const [, target] of page.matchAll(/href="([^"]*)"/g)) assert.match(target ?? '', /^#[a-z0-9-]+$/);
  for (const text of [hostile.script, hostile.endOfScript, hostile.link]) assert.ok(!page.includes(text), text);
});

test('every link leads to a place in the page, and no id is used twice', () => {
  const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), (match) => match[1]);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(target), target);
});

test('no character that cannot be seen reaches the page', () => {
  assert.doesNotMatch(page, /(?![ \n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u);
});

test('the one difference is marked in both requests, the RequestId only as incidental', () => {
  assert.match(
    page,
    /<span class="line differs"><span class="sign" aria-hidden="true">≠<\/span><span class="for-readers">differs: <\/span>OrgId: 00DA00AA0a0Aa0<mark>z<\/mark>/,
  );
  assert.match(page, /OrgId: 00DA00AA0a0Aa0<mark><span class="unseen">nothing<\/span><\/mark>/);
  assert.match(page, /<span class="line incidental">.*?RequestId: /);
});

test('values that look alike are told apart by code points', () => {
  assert.ok(page.includes('U+005A U+006F U+00EB<'));
  assert.ok(page.includes('U+005A U+006F U+0065 U+0308 U+0020<'));
});

test('a command with control characters is shown, but not offered for copying', () => {
  const offered = Array.from(page.matchAll(/data-copy="([^"]*)"/g), (match) => match[1] ?? '');
  assert.equal(offered.length, 3);
  for (const line of offered) assert.doesNotMatch(line, /(?!\n)[\p{Cc}\p{Cf}]/u);
  assert.match(page, /take it from run\.json/);
});

test('long bodies are cut with a word', () => {
  assert.match(page, /body of 102,000 bytes, cut here after 8,192 characters/);
  assert.ok(page.length < 400_000, String(page.length));
});

test('evidence that the record does not keep is named', () => {
  assert.match(page, /keeps no evidence of the control, exchange 98/);
  assert.match(page, /Exchange 99: no evidence kept/);
});

test('failures beyond the bound are listed in short, none dropped', () => {
  const record = sampleRecord();
  const [finding] = record.findings;
  assert.ok(finding);
  const many = renderHtml({ ...record, findings: Array.from({ length: 2_300 }, () => finding) });
  assert.equal(count(many, /<article /g), 200);
  assert.match(many, /2,100 more failures, in short/);
  assert.equal(count(many, /<li id="failure-/g), 2_000);
  assert.match(many, /100 more failures in run\.json/);
});

test('a service that fills every answer cannot make a page that no browser opens', () => {
  const record = sampleRecord();
  const [finding] = record.findings;
  const [item] = record.evidence;
  assert.ok(finding && item?.answer);
  const fields = Array.from({ length: 500 }, (_, index) => [`X-${index}`, '\u200b'.repeat(3_000)]);
  const evidence = [1, 2].map((number) => ({ ...item, number, answer: { ...record.evidence[0]?.answer, fields } }));
  const check = validateRecord({
    ...record,
    findings: Array.from({ length: 300 }, (_, index) => ({
      ...finding,
      verdict: index % 2 === 0 ? 'nonconformant' : 'observed',
    })),
    evidence,
  });
  assert.ok(check.ok);
  const long = renderHtml(check.record);
  assert.match(long, /more header fields/);
  assert.match(long, /more failures, in short/);
  assert.ok(long.length < 14_000_000, String(long.length));
});

test('an empty record still makes a page', () => {
  const empty = renderHtml({
    ...conformantRecord(),
    verdict: 'inconclusive',
    exitCode: 3,
    cause: 'unreachable',
    clauses: [],
    specs: [],
  });
  assert.match(empty, /UNDECIDED<\/span><\/h1>/);
});
