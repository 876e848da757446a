/** Reports of a connector tell what was measured of it, and nothing that only the run of a service has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderCtrf } from '../../../reports/ctrf.js';
import { renderHtml } from '../../../reports/html/render-html.js';
import { renderJunit } from '../../../reports/junit.js';
import { renderSummary } from '../../../reports/summary.js';
import { renderTerminal } from '../../../reports/terminal.js';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import { connectorRecord } from './one-of-everything.js';

/** As behind a proxy that was told nothing of the org. */
function bare(): ConnectorRecord {
  const { seed: _, scenarios: __, driven: ___, command: ____, ...record } = connectorRecord();
  return { ...record, target: { kind: 'connector', baseUrl: record.target.baseUrl } };
}

const factsOf = (page: string): readonly string[] =>
  Array.from(page.matchAll(/<div><dt>([^<]+)<\/dt>/g), ([, name = '']) => name);

test('the page has the facts that are known', () => {
  const known = ['Target', 'Org', 'AuthorizationContext', 'Channels', 'Edition', 'Seed', 'Requests'];
  const always = ['Started', 'Duration', 'Tool', 'Exit code'];
  const page = renderHtml(connectorRecord());
  assert.deepEqual(factsOf(page).slice(0, 11), [...known, ...always]);
  assert.deepEqual(factsOf(renderHtml(bare())).slice(0, 7), ['Target', 'Edition', 'Requests', ...always]);
  assert.match(page, /611 answers gave conversations: 402 pairs, 401 identifiers\./);
  for (const id of ['identities', 'sent', 'conversations', 'editions']) {
    assert.doesNotMatch(page, new RegExp(`id="${id}"|#${id}"`));
  }
});

test('JUnit gives no test case a time, and names no level and no layout', () => {
  const xml = renderJunit(connectorRecord());
  assert.doesNotMatch(xml, /<test(?:case|suite) [^>]*time="/);
  assert.match(xml, /<testsuites [^>]* time="4\.215"/);
  assert.doesNotMatch(xml, /name="(?:level|layout)"/);
  assert.doesNotMatch(renderJunit(bare()), /name="seed"/);
});

test('CTRF names no level and no layout', () => {
  const { extra } = JSON.parse(renderCtrf(bare())).results;
  assert.deepEqual(Object.keys(extra), ['answer', 'verdict', 'exitCode', 'cutShort', 'requests', 'edition']);
  assert.equal(JSON.parse(renderCtrf(connectorRecord())).results.extra.scenarios.length, 3);
});

test('the summary and the terminal tell what was counted', () => {
  for (const record of [connectorRecord(), bare()]) {
    const text = `${renderSummary(record)}${renderTerminal(record, { colour: false })}`;
    assert.match(text, /\| Conversations \| 611 answers gave conversations: 402 pairs, 401 identifiers\. \|/);
    assert.doesNotMatch(text, /level|layout|audited|throttled/i);
    assert.equal(/seed 42/.test(text), record.seed !== undefined);
  }
});
