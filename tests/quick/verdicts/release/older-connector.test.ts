/** Records of connectors as format 1 had them, filled up with what nobody measured: read, shown, compared, and nothing of that told. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { renderCtrf } from '../../../../reports/ctrf.js';
import { renderHtml } from '../../../../reports/html/render-html.js';
import { renderJunit } from '../../../../reports/junit.js';
import { renderSummary } from '../../../../reports/summary.js';
import { renderTerminal } from '../../../../reports/terminal.js';
import { validateRecord } from '../../../../reports/validate-record.js';
import type { ConnectorRecord } from '../../../../schemas/record/run-record.js';
import { decideRelease } from '../../../../verdicts/release/release-record.js';
import { conformantRecord } from '../../reports/sample-record.js';

/** Written by version 0.1.0, one by `gate` and one by `proxy`; only a few clauses were kept. */
const file = new URL('../../../../../tests/quick/verdicts/release/connector-records-of-format-1.json', import.meta.url);
let records: Readonly<Record<'gate' | 'proxy', ConnectorRecord>>;

before(async () => {
  const { gate, proxy } = JSON.parse(await readFile(file, 'utf8'));
  const read = (value: unknown): ConnectorRecord => {
    const checked = validateRecord(value);
    assert.ok(checked.ok, JSON.stringify(checked));
    assert.ok(checked.record.judges === 'connector');
    return checked.record;
  };
  records = { gate: read(gate), proxy: read(proxy) };
});

test('what was made up is left out, what was measured stays', () => {
  const { gate, proxy } = records;
  for (const name of ['level', 'layout', 'only', 'plan', 'throttled', 'identities', 'specs']) {
    assert.ok(!(name in gate) && !(name in proxy), name);
  }
  assert.deepEqual([gate.seed, gate.requests, gate.exchanges.length, gate.scenarios?.length], [3, 3, 3, 2]);
  assert.deepEqual(gate.target.channels, ['c7d5e3a1-gate']);
  assert.deepEqual([proxy.seed, proxy.scenarios, proxy.exchanges.length], [undefined, undefined, 2]);
  assert.deepEqual(proxy.target, { kind: 'connector', baseUrl: 'http://127.0.0.1:4817/api' });
});

test('every report shows its failure', () => {
  for (const render of [renderHtml, renderJunit, renderCtrf, renderSummary]) {
    assert.match(render(records.gate), /got the one of exchange 1, sent by an earlier run/);
    assert.doesNotMatch(render(records.proxy), /earlier run/);
  }
  assert.match(renderTerminal(records.gate, { colour: false }), /^3 requests in \S+ s, seed 3, edition 61\.0$/m);
  assert.match(renderTerminal(records.proxy, { colour: false }), /^2 requests in \S+ s, edition 61\.0$/m);
});

test('as a baseline it is compared by clause and case; a service beside it is another kind of target', () => {
  const { gate } = records;
  const baseline = { file: 'old.json', record: gate };
  const again = decideRelease(gate, { baseline, gate: 'new' });
  assert.deepEqual([again.exitCode, again.baseline?.counts.still, again.baseline?.warnings], [0, 1, []]);
  assert.ok(validateRecord(JSON.parse(JSON.stringify(again))).ok);
  const service = decideRelease(conformantRecord(), { baseline });
  assert.match(service.baseline?.warnings.join('\n') ?? '', /another kind of target, connector, not service/);
});
