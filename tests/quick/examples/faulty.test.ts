/** Every faulty connector is red with exactly its clauses, in the words that docs/connector-faults.md shows. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { readFaults } from '../../../tools/connector-faults/fault-list.js';
import { brokenClauses, runGateProcess } from '../../../tools/connector-faults/gate-process.js';
import { languageOf } from '../../../tools/connector-faults/languages.js';
import { lasting, rowOf, wordsOf } from '../../../tools/connector-faults/page.js';

const page = new URL('../../../../docs/connector-faults.md', import.meta.url);

describe('faulty connectors', { concurrency: 3 }, () => {
  for (const fault of readFaults()) {
    const { missing, name } = languageOf(fault.connector);
    test(`${fault.fault} (${fault.connector})`, { skip: missing() ?? false }, async () => {
      const command = [process.execPath, 'faulty.mjs', fault.fault];
      let played = await runGateProcess(command, ['--scenario', fault.scenario]);
      // A hasty connector is slow on a busy machine: then there is nothing to see.
      for (let again = 1; again <= 3 && fault.fault === 'no-back-off' && played.code === 0; again += 1) {
        played = await runGateProcess(command, ['--scenario', fault.scenario]);
      }
      const { code, record, said } = played;
      assert.deepEqual(brokenClauses(record), [...fault.clauses].sort(), said);
      assert.equal(code, 1, said);
      assert.equal(record.verdict, 'nonconformant');
      for (const id of fault.clauses) assert.ok(said.includes(id), `${id} is not named:\n${said}`);
      const text = lasting(await readFile(page, 'utf8'));
      for (const words of wordsOf(record)) {
        assert.notEqual(words.advice, '', `${words.clause} says nothing on what to do`);
        const row = lasting(`| ${rowOf(fault, name, words).join(' | ')} |`);
        assert.ok(
          text.includes(row),
          `docs/connector-faults.md is stale (node dist/tools/connector-faults.js): no row\n${row}`,
        );
      }
    });
  }
});
