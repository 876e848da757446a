/** A target judged by two editions: the first decides, the other stands beside it, and one ceiling holds for both. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMock } from '../../../../endpoints/mock/mock.js';
import { planEditions, runEditions } from '../../../../engine/service/run-editions.js';
import type { RunOptions } from '../../../../engine/service/run-options.js';
import { renderHtml } from '../../../../reports/html/render-html.js';
import { renderSummary } from '../../../../reports/summary.js';
import { renderTerminal } from '../../../../reports/terminal.js';
import { validateRecord } from '../../../../reports/validate-record.js';
import type { EditionId } from '../../../../schemas/editions/editions.js';
import { sharedKeys } from '../../end-to-end/run-against.js';

async function optionsAgainst(
  edition: EditionId,
): Promise<{ options: RunOptions; seen: () => number; close: () => Promise<void> }> {
  let requests = 0;
  const count = (): void => {
    requests += 1;
  };
  const mock = await createMock({ keys: await sharedKeys(), edition, onExchange: count });
  const { baseUrl, close } = await mock.listen();
  const options: RunOptions = {
    target: { kind: 'service', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: [] },
    level: 'smoke',
    edition: '65.0',
    layout: 'json',
    besides: [{ edition: '61.0', layout: 'json-part' }],
    seed: 3,
    only: ['headers/org-id', 'body/json'],
    concurrency: 8,
  };
  return { options, seen: () => requests, close };
}

test('the first edition decides; the other is told beside it, clause by clause', async (t) => {
  const { options, close } = await optionsAgainst('65.0');
  t.after(close);
  const record = await runEditions(options);
  assert.deepEqual([record.edition, record.layout, record.verdict, record.exitCode], ['65.0', 'json', 'conformant', 0]);
  const [beside] = record.besides ?? [];
  assert.deepEqual([beside?.edition, beside?.layout, beside?.verdict], ['61.0', 'json-part', 'inconclusive']);
  assert.match(beside?.reason ?? '', /control/);
  assert.ok(beside?.clauses.some(({ id }) => id === 'body/multipart/well-formed'));
  assert.ok(!record.clauses.some(({ id }) => id === 'body/multipart/well-formed'));
  assert.equal(validateRecord(record).ok, true);
  const page = renderHtml(record);
  assert.match(page, /Editions side by side/);
  assert.match(page, /no part of it/);
  assert.match(renderSummary(record), /## Editions side by side/);
  assert.match(renderTerminal(record, { colour: false }), /Beside it: edition 61\.0, layout json-part, .*inconclusive/);
});

test('a run by one edition has nothing beside it', async (t) => {
  const { options, close } = await optionsAgainst('65.0');
  t.after(close);
  const record = await runEditions({ ...options, besides: [] });
  assert.equal(record.besides, undefined);
  assert.doesNotMatch(renderHtml(record), /Editions side by side/);
});

test('one ceiling holds for all, and what it leaves no room for is told as undecided', async (t) => {
  const { options, seen, close } = await optionsAgainst('65.0');
  t.after(close);
  const record = await runEditions({ ...options, maxRequests: 6 });
  assert.ok(seen() <= 6, `${seen()} requests`);
  assert.equal(record.besides?.[0]?.verdict, 'inconclusive');
});

test('the plan counts what every edition sends', async (t) => {
  const { options, close } = await optionsAgainst('65.0');
  t.after(close);
  const [both, one] = [await planEditions(options), await planEditions({ ...options, besides: [] })];
  assert.ok(both.requests > one.requests);
  assert.ok(both.conversations > one.conversations);
});
