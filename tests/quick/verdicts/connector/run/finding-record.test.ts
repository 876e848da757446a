/** A mistake of a connector is the same finding from run to run, whichever exchange shows it and however often it comes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFindingId } from '../../../../../text/finding-id.js';
import { findingRecordOf, Ledger } from '../../../../../verdicts/connector/run/ledger.js';
import { contract, requestWith } from '../some-contract.js';

function findingsOf(orgIds: readonly string[]) {
  const ledger = new Ledger({ contract });
  ledger.begin('all well');
  for (const [index, OrgId] of orgIds.entries()) {
    const number = index + 1;
    ledger.take({
      ...requestWith({ OrgId, RequestId: crypto.randomUUID() }),
      number,
      receivedMs: index,
      endedMs: index,
    });
  }
  ledger.end();
  return [...ledger.groups.values()].map(findingRecordOf);
}

const right = contract.orgId;

test('ids follow from the clause and not from what came before', () => {
  const [once] = findingsOf(['00D']);
  const [later] = findingsOf([right, right, '00D', '00D']);
  assert.deepEqual([later?.id, later?.case], [once?.id, once?.case]);
  assert.notEqual(later?.label, once?.label);
  assert.equal(once?.id, 'headers--org-id--length--what-it-sent');
});

test('several mistakes under one clause keep apart', () => {
  const findings = findingsOf(['00D', `${right}AAA`, 'https://my.example.com']);
  const ids = findings.filter(({ clause }) => clause === 'headers/org-id/length').map(({ id }) => id);
  assert.ok(ids.length > 1);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every(isFindingId), ids.join());
});
