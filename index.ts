/** The suite as a library: runs, plans, the mock, the reports. The command and Playwright are built on the same. */
export type { Credentials } from './endpoints/credentials.js';
export { createMock, type Mock, type MockOptions } from './endpoints/mock/mock.js';
export { createRedactor, type Redactor } from './endpoints/redactor.js';
export { validateRecord } from './reports/validate-record.js';
export { writeReports } from './reports/write-reports.js';
export type { Clause } from './schemas/clause.js';
export { type ClauseId, clauses } from './schemas/clauses.js';
export type { RunRecord } from './schemas/run-record.js';
export { runRecordSchema } from './schemas/run-record.schema.js';
export { planConformance, runConformance } from './specs/engine/run-conformance.js';
export type { Layout, Level, Plan, RunEvent, RunOptions, Target } from './specs/engine/run-options.js';
