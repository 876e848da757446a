/** A record that was written before findings named their cases: shown as before, compared by clause, and told so. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { FaultId } from '../../../../endpoints/mock/faults.js';
import { renderCtrf } from '../../../../reports/ctrf.js';
import { renderHtml } from '../../../../reports/html/render-html.js';
import { renderJunit } from '../../../../reports/junit.js';
import { renderSummary } from '../../../../reports/summary.js';
import { renderTerminal } from '../../../../reports/terminal.js';
import { validateRecord } from '../../../../reports/validate-record.js';
import type { RunRecord } from '../../../../schemas/record/run-record.js';
import { decideRelease } from '../../../../verdicts/release/release-record.js';
import { replayCasesOf } from '../../../../verdicts/replay/replay-cases.js';
import { runAgainstMock } from '../../end-to-end/run-against.js';

/** Written by version 0.1.0 at level standard against the mock with two faults; only a few findings were kept. */
const file = new URL('../../../../../tests/quick/verdicts/release/record-before-cases.json', import.meta.url);
const only = ['headers/org-id', 'behaviour/different-pair/subject'];
const faults: readonly FaultId[] = ['org-id/accepts-18', 'merged-subjects/case'];

async function older(): Promise<RunRecord> {
  const checked = validateRecord(JSON.parse(await readFile(file, 'utf8')));
  assert.ok(checked.ok, JSON.stringify(checked));
  return checked.record;
}

const run = (...more: FaultId[]): Promise<RunRecord> =>
  runAgainstMock({ faults: [...faults, ...more] }, { seed: 6, only });

test('it fits the schema, and every report shows its failures', async () => {
  const record = await older();
  assert.ok(record.findings.every((finding) => finding.case === undefined && finding.expects === undefined));
  for (const text of [
    renderHtml(record),
    renderJunit(record),
    renderCtrf(record),
    renderSummary(record),
    renderTerminal(record, { colour: false }),
  ]) {
    assert.match(text, /the 18-character form/);
  }
  assert.match(renderHtml(record), /The one difference: (?:<[^>]*>)*header OrgId/);
});

test('a run beside it is compared by clause, and the section says so', async () => {
  const { exitCode, baseline } = decideRelease(await run(), {
    baseline: { file: 'old.json', record: await older() },
    gate: 'new',
  });
  assert.equal(exitCode, 0);
  assert.deepEqual([...new Set(baseline?.findings.map(({ change }) => change))], ['still failing']);
  assert.match(baseline?.warnings.join('\n') ?? '', /which named no cases: its failures are compared by clause alone/);
});

test('a clause that did not fail then is new', async () => {
  const gated = decideRelease(await run('org-id/not-required'), {
    baseline: { file: 'old.json', record: await older() },
    gate: 'new',
  });
  assert.equal(gated.exitCode, 1);
  const anew = gated.baseline?.findings.filter(({ change }) => change === 'new') ?? [];
  assert.deepEqual([...new Set(anew.map(({ clause }) => clause))], ['headers/org-id/required']);
});

test('it as the younger record is compared by clause as well', async () => {
  const { baseline } = decideRelease(await older(), { baseline: { file: 'new.json', record: await run() } });
  assert.ok(baseline?.findings.every(({ change }) => change === 'still failing'));
  assert.match(baseline?.warnings.join('\n') ?? '', /^This record was written by an earlier version/m);
});

test('nothing of it is made a replay case that would have to read its words', async () => {
  const { cases, unfit } = replayCasesOf(await older());
  assert.deepEqual([cases.length, unfit], [0, 3]);
});
