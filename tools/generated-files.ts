/** Every generated file: what `node dist/tools/generate.js` writes and `--check` compares. A new table is a new row. */
import { clauses } from '../schemas/clauses.js';
import { runRecordSchema } from '../schemas/run-record.schema.js';
import { silentSentences } from '../schemas/silent-sentences.js';
import { clausesPage } from './clauses-page.js';
import { loadContract } from './contract.js';
import type { GeneratedFile } from './generated-file.js';
import { publishedRequestSchema } from './request-schema.js';
import { traceability } from './traceability.js';

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

export const generatedFiles: readonly GeneratedFile[] = [
  {
    path: 'docs/clauses.md',
    make: async () => clausesPage(clauses, silentSentences, traceability(await loadContract())),
  },
  { path: 'docs/run-record.schema.json', make: async () => json(runRecordSchema) },
  { path: 'docs/request.schema.json', make: async () => json(publishedRequestSchema) },
];
