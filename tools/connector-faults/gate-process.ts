/** Runs the gate as a process of its own over one of the example connectors, and reads the record that it left. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ScenarioId, scenarioOf } from '../../endpoints/org/scenarios.js';
import { validateRecord } from '../../reports/validate-record.js';
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import { connectorsFolder } from './fault-list.js';
import { python } from './languages.js';

const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));

export interface GateRun {
  readonly code: number | null;
  readonly record: ConnectorRecord;
  /** Both streams of the gate, its words and those of the connector. */
  readonly said: string;
}

/** @param command the connector's, run in examples/connectors. Throws an Error with what was said when no valid record came. */
export async function runGateProcess(command: readonly string[], options: readonly string[] = []): Promise<GateRun> {
  const folder = await mkdtemp(join(tmpdir(), 'byoc-examples-'));
  try {
    const child = spawn(
      process.execPath,
      [main, 'gate', '--seed', '1', '--out', folder, ...options, '--', ...command],
      {
        cwd: connectorsFolder,
        env: { ...process.env, PYTHON: python },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    const [code]: (number | null)[] = await once(child, 'close');
    const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => {
      throw new Error(`the gate left no record:\n${said}`);
    });
    const checked = validateRecord(JSON.parse(text));
    if (!checked.ok) throw new Error(`run.json does not fit its schema: ${checked.errors.join('; ')}`);
    if (checked.record.judges !== 'connector') throw new Error('run.json is of no connector');
    return { code: code ?? null, record: checked.record, said };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ids of the clauses that a record finds broken, sorted. */
export function brokenClauses(record: ConnectorRecord): readonly string[] {
  return record.clauses.flatMap(({ id, verdict }) => (verdict === 'nonconformant' ? [id] : [])).sort();
}

/** Plays one scenario; with the control before it where only the end of the command shows whether the connector copes. */
export function scenarioOptions(id: ScenarioId): readonly string[] {
  const needsControl = id !== 'all-well' && scenarioOf(id).expects === 'goes on';
  return [...(needsControl ? ['--scenario', 'all-well'] : []), '--scenario', id];
}
