/** The suite as a library: runs, plans, the mock, the reports. The command and Playwright are built on the same. */

export { createMock, type Mock, type MockOptions } from './endpoints/mock/mock.js';
export { planConformance, runConformance } from './engine/service/run-conformance.js';
export type { Layout, Level, Plan, RunEvent, RunOptions, Target } from './engine/service/run-options.js';
export type { Credentials } from './generators/credentials.js';
export { validateRecord } from './reports/validate-record.js';
export { writeReports } from './reports/write-reports.js';
export type { Clause } from './schemas/clauses/clause.js';
export { type ClauseId, clauses } from './schemas/clauses/clauses.js';
export type { RunRecord } from './schemas/record/run-record.js';
export { runRecordSchema } from './schemas/record/run-record.schema.js';
export { createRedactor, type Redactor } from './text/redactor.js';
