/** What client libraries really write is green in both layouts, and nothing is observed about it but that a field comes as a file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clausesOf } from '../../../../schemas/clauses/clauses.js';
import { examineRequest } from '../../../../verdicts/connector/judge-request.js';
import { given, received } from './corpus/client.js';
import { corpus } from './corpus/index.js';
import { contract } from './some-contract.js';

/** What one request by itself can keep or break; the other clauses that only a connector owes are judged over time. */
const judged = [
  ...clausesOf('61.0')
    .filter(({ owes }) => owes === 'both')
    .map(({ id }) => id),
  'operation/http-message',
  'operation/no-secrets-in-url',
].sort();

for (const client of corpus) {
  for (const layout of ['parts', 'json-part'] as const) {
    test(`${client.name}, ${layout}`, () => {
      const { findings, exercised } = examineRequest(received(client[layout](given)), contract);
      const asFiles = layout === 'parts' && /file/.test(client.name) ? 1 : 0;
      assert.ok(findings.length <= 2 * asFiles, JSON.stringify(findings));
      for (const { verdict, message } of findings) {
        assert.equal(verdict, 'observed');
        assert.match(message, /comes as a file/);
      }
      assert.deepEqual([...exercised].sort(), judged);
    });
  }
}

test('the clients have names of their own', () => {
  const names = corpus.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});
