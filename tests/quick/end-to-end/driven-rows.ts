/** Connectors that are asked by lines of JSON: right ones are green, wrong ones red by what they did, broken ones never green. Rows. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';
import { brokenClauses, runGateFor } from './run-gate-for.js';
import { type ConnectorFault, childMs, smallConnector } from './small-connector.js';

const subjectUnchanged = 'behaviour/driven/subject-unchanged';
const channelUnchanged = 'behaviour/driven/channel-unchanged';
const identifierKept = 'behaviour/driven/identifier-kept';

interface DrivenRow {
  readonly faults: readonly ConnectorFault[];
  readonly verdict: ConnectorRecord['verdict'];
  readonly broken?: readonly string[];
  /** What one of the findings, or the reason, says. */
  readonly says?: RegExp;
  readonly warns?: readonly RegExp[];
  /** Subjects that must have arrived; all when absent. */
  readonly atLeast?: number;
  readonly timeoutMs?: number;
}

export const drivenRows: readonly DrivenRow[] = [
  { faults: [], verdict: 'conformant' },
  { faults: ['remembers'], verdict: 'conformant' },
  { faults: ['serves one channel'], verdict: 'conformant', atLeast: 999 },
  {
    faults: ['remembers by subject'],
    verdict: 'nonconformant',
    broken: [channelUnchanged],
    says: /subject "byoc-7-plain" on the channel "94b0f2d6-gate": no request arrived/,
    atLeast: 998,
  },
  {
    faults: ['forgets the channel'],
    verdict: 'nonconformant',
    broken: [channelUnchanged],
    says: /on the channel "94b0f2d6-gate": the channel "c7d5e3a1-gate" arrived/,
    atLeast: 998,
  },
  {
    faults: ['joins calls of a subject'],
    verdict: 'nonconformant',
    broken: [channelUnchanged],
    says: /at once, .* on the channel "[^"]+" was done, and no request for it arrived/,
    atLeast: 1_000,
  },
  {
    faults: ['answers twice', 'knows no end'],
    verdict: 'conformant',
    warns: [
      /wrote [\d,]+ lines? beside its answers.*"debug: x/,
      /1 line for a seq that was never/,
      /[\d,]+ lines for a seq that was answered before/,
      /did not end within 10 s after its input/,
    ],
  },
  { faults: ['refuses all but ASCII'], verdict: 'conformant', atLeast: 100 },
  {
    faults: ['holds the first identifier', 'dies midway', 'leaves a child with the pipe'],
    verdict: 'nonconformant',
    broken: [identifierKept],
    says: /the connector holds .*, that of the (?:subject "byoc-7-plain"|same subject)/,
    warns: [/ended without an answer to \d+ questions, the first: "{"seq":/],
    atLeast: 90,
  },
  { faults: ['cuts what it holds'], verdict: 'nonconformant', broken: [identifierKept], says: /which was never given/ },
  {
    faults: ['drops a quote'],
    verdict: 'nonconformant',
    broken: [subjectUnchanged],
    says: /subject "\\"": no request arrived/,
    atLeast: 900,
  },
  { faults: ['drops a quote once'], verdict: 'inconclusive', says: /could not be made to happen again/ },
  {
    faults: ['trims'],
    verdict: 'nonconformant',
    broken: [subjectUnchanged],
    says: /subject "( .|. )": the subject ".?" arrived/,
    atLeast: 900,
  },
  {
    faults: ['shares a variable'],
    verdict: 'nonconformant',
    broken: [identifierKept, subjectUnchanged],
    says: /subjects at once, .* no request for it arrived/,
    atLeast: 900,
  },
  {
    faults: ['dies midway', 'leaves a child with the pipe'],
    verdict: 'inconclusive',
    says: /died of the signal SIGKILL/,
    atLeast: 90,
  },
  { faults: ['exits midway'], verdict: 'inconclusive', says: /ended with exit code 0/, atLeast: 90 },
  { faults: ['supports nothing'], verdict: 'inconclusive', says: /does not support it/, atLeast: 0 },
  { faults: ['supports ASCII'], verdict: 'inconclusive', says: /\d+ subjects could not be asked for/, atLeast: 100 },
  { faults: ['writes garbage'], verdict: 'inconclusive', timeoutMs: 5_000, atLeast: 0 },
  {
    faults: ['writes seq as text'],
    verdict: 'inconclusive',
    says: /^What was sent is right, but the driver broke the protocol: it answered "{"seq":"1",.*a number as 1 is/,
    atLeast: 0,
  },
  {
    faults: ['refuses what it establishes'],
    verdict: 'conformant',
    warns: [/said "refused" of 1,001 subjects, and over the wire the call was established. The first: "byoc-7-plain"/],
  },
  {
    faults: ['says done of what is refused'],
    verdict: 'nonconformant',
    broken: ['body/participants/role/value'],
    warns: [/said "done" of 1 subject, and over the wire the call was refused, and never taken. The first: """/],
  },
  { faults: ['answers without a result'], verdict: 'inconclusive', says: /cannot be understood: ".*fine/, atLeast: 0 },
];

const exitCodes = { conformant: 0, nonconformant: 1, inconclusive: 3 } as const;

export const titleOf = ({ faults }: DrivenRow): string => (faults.length === 0 ? 'without a fault' : faults.join(', '));

export async function assertDriven(t: TestContext, row: DrivenRow): Promise<void> {
  const { faults, verdict, broken = [], says, warns = [], atLeast = 1_001, timeoutMs = 120_000 } = row;
  const record = await runGateFor({
    scenarios: ['all-well'],
    driver: { kind: 'stdio', args: [process.execPath, await smallConnector(t, faults), '--stdio'] },
    timeoutMs,
  });
  const told = [record.reason, ...record.findings.map(({ got }) => got)].join('\n');
  assert.deepEqual([record.verdict, record.exitCode], [verdict, exitCodes[verdict]], told);
  assert.deepEqual(brokenClauses(record), broken, told);
  if (says !== undefined) assert.match(told, says);
  for (const words of warns) assert.match(record.warnings.join('\n'), words);
  // The child would hold it as long as it lives.
  if (faults.includes('leaves a child with the pipe')) assert.ok(record.durationMs < childMs);
  assert.ok((record.driven?.arrived ?? 0) >= atLeast, `${record.driven?.arrived} arrived`);
  if (verdict !== 'conformant' || faults.length > 0) return;
  assert.equal(record.driven?.connector, 'small 1');
  const kept = record.clauses.filter(({ id, verdict }) => /driven/.test(id) && verdict === 'conformant');
  assert.equal(kept.length, 3);
}
