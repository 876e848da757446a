/** What must hold of all that a run against an echoing service leaves: no piece of a token in any file or output. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { validateRecord } from '../../reports/validate-record.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import type { EchoingService } from '../quick/end-to-end/echoing-service.js';
import { findTrace, type Traces, tracesOf } from './traces.js';

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Searches all output and every file below the directory, the names of the files too. */
export async function assertNoTrace(
  directory: string,
  service: EchoingService,
  { stdout, stderr }: Output,
): Promise<void> {
  const { accessToken, expiredAccessToken = '' } = service.credentials;
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const record = await readRecord(paths);
  // The canary is only worth something when the token came back and was taken out.
  assert.ok(JSON.stringify(record.evidence).split('‹secret›').length > 50);
  assert.ok(record.clauses.some(({ id, verdict }) => id === 'answer/refusal/no-token' && verdict === 'nonconformant'));
  const texts = new Map([
    ['stdout', stdout],
    ['stderr', stderr],
    ['names of files', paths.join('\n')],
  ]);
  for (const path of paths) texts.set(path, (await readFile(path)).toString('latin1'));
  const traces: readonly Traces[] = [tracesOf(accessToken), tracesOf(expiredAccessToken)];
  for (const [place, text] of texts) {
    for (const one of traces) {
      const trace = findTrace(one, text);
      assert.equal(trace, undefined, `${place} holds a piece of the token: ${trace}`);
    }
  }
}

async function readRecord(paths: readonly string[]): Promise<RunRecord> {
  const path = paths.find((one) => basename(one) === 'run.json');
  assert.ok(path !== undefined, `no run.json among ${paths.join(', ')}`);
  const checked = validateRecord(JSON.parse(await readFile(path, 'utf8')));
  if (!checked.ok) assert.fail(checked.errors.join('\n'));
  return checked.record;
}
