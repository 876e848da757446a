/** CTRF (common test report format) 0.0.0: one test for each clause, the verdict itself kept as raw status. */

import type { RunRecord } from '../schemas/record/run-record.js';
import { visibleLines, visibleText } from '../text/visible.js';
import { clauseMessage } from './clause-message.js';
import { operationOfRecord } from './operation-words.js';
import { type ClauseVerdict, type Overview, overviewOf } from './overview.js';
import { releaseAnswer } from './release-words.js';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

const statusOf: Readonly<Record<ClauseVerdict, Status>> = {
  conformant: 'passed',
  nonconformant: 'failed',
  inconclusive: 'other',
  'not exercised': 'skipped',
  waived: 'skipped',
  observed: 'skipped',
};

export function renderCtrf(record: RunRecord): string {
  const overview = overviewOf(record);
  const start = Date.parse(record.startedAt);
  const from = Number.isNaN(start) ? 0 : start;
  const count = (status: Status) => record.clauses.filter((clause) => statusOf[clause.verdict] === status).length;
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    generatedBy: record.tool.name,
    results: {
      tool: { name: record.tool.name, version: record.tool.version },
      summary: {
        tests: record.clauses.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: count('pending'),
        other: count('other'),
        suites: overview.groups.length,
        start: from,
        stop: from + Math.round(record.durationMs),
        duration: Math.round(record.durationMs),
      },
      tests: tests(record, overview),
      environment: { testEnvironment: record.target.kind, extra: { baseUrl: record.target.baseUrl } },
      extra: {
        answer: releaseAnswer(record),
        verdict: record.verdict,
        exitCode: record.exitCode,
        cutShort: record.cutShort,
        requests: record.requests,
        // What is undefined is left out of the JSON.
        seed: record.seed,
        edition: record.edition,
        ...(record.judges === 'service'
          ? { operation: operationOfRecord(record), level: record.level, layout: record.layout }
          : {
              scenarios: record.scenarios,
              command: record.command?.args,
              commandExitCode: record.command?.exitCode,
            }),
        ...(record.baseline === undefined ? {} : { baseline: record.baseline.counts, gate: record.baseline.gate }),
      },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function tests(record: RunRecord, overview: Overview): readonly object[] {
  const specs = record.judges === 'service' ? record.specs : [];
  const files = new Map(specs.map((spec) => [spec.clause, spec.file]));
  return record.clauses.map((clause) => {
    const { title, detail } = clauseMessage(clause, overview);
    const told =
      statusOf[clause.verdict] === 'passed' ? {} : { message: visibleText(title), trace: visibleLines(detail) };
    const filePath = files.get(clause.id);
    return {
      name: visibleText(clause.id),
      status: statusOf[clause.verdict],
      // The format asks for one, also where no clause has a time of its own.
      duration: Math.round(overview.durationOf(clause.id) ?? 0),
      suite: [visibleText(clause.place)],
      rawStatus: clause.verdict,
      ...told,
      ...(filePath === undefined ? {} : { filePath: visibleText(filePath) }),
      extra: {
        statement: visibleText(clause.statement),
        sureness: clause.sureness,
        owes: clause.owes,
        cases: clause.cases,
        ...(clause.waiver === undefined ? {} : { waiver: visibleNote(clause.waiver) }),
      },
    };
  });
}

function visibleNote(waiver: NonNullable<RunRecord['clauses'][number]['waiver']>): object {
  return Object.fromEntries(Object.entries(waiver).map(([name, text]) => [name, visibleText(text)]));
}
