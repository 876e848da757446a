/** Every generated file: what `node dist/tools/generate.js` writes and `--check` compares. A new table is a new row. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { scenarios } from '../endpoints/org/scenarios.js';
import { type ClauseId, clauses, editionsOf } from '../schemas/clauses/clauses.js';
import { silentSentences } from '../schemas/clauses/silent-sentences.js';
import { defaultEdition, editionIds, editions } from '../schemas/editions/editions.js';
import { operations } from '../schemas/operations/operations.js';
import { replayCaseSchema } from '../schemas/record/replay-case.schema.js';
import { runRecordSchema } from '../schemas/record/run-record.schema.js';
import { waiversSchema } from '../schemas/record/waivers-file.schema.js';
import { settingDefinitions } from '../settings/definitions.js';
import { options } from '../settings/options/options.js';
import { caseList, publishedCases, slugsOf, statedCases } from './cases.js';
import { clausesPage } from './clauses-page.js';
import { loadContract } from './contract.js';
import type { GeneratedFile } from './generate-command.js';
import { type IdList, idProblems, idsOf, mergedIds } from './ids.js';
import { killMatrixTable } from './kill-matrix-table.js';
import { makeLevelsTable } from './levels-table.js';
import { envExample, runOptionsTable, scenariosTable, settingsTable } from './options-pages.js';
import { relationFiles } from './relations/relation-files.js';
import { publishedRequestSchema } from './request-schema.js';
import { retiredCases } from './retired-cases.js';
import { traceability } from './traceability.js';
import { unicodeNamesText } from './unicode-names.js';
import { withBlock } from './with-block.js';

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The committed list of ids, and what the contract uses. */
const idsPath = 'docs/ids.json';
const idsInUse = idsOf(clauses, operations, editions);

export const generatedFiles: readonly GeneratedFile[] = [
  {
    path: 'docs/clauses.md',
    make: async () => clausesPage(clauses, silentSentences, traceability(await loadContract()), toldEditions),
  },
  { path: 'docs/kill-matrix.md', make: async () => killMatrixTable() },
  { path: 'README.md', make: makeReadme },
  { path: '.env.example', make: async () => envExample(settingDefinitions, options) },
  { path: 'text/unicode-names.txt', make: unicodeNamesText },
  ...relationFiles,
  {
    path: 'docs/cases.json',
    make: async () => json(caseList(await publishedCases(), slugsOf(await statedCases()), retiredCases)),
  },
  { path: idsPath, make: async () => json(mergedIds(await listedIds(), idsInUse)) },
  { path: 'docs/run-record.schema.json', make: async () => json(runRecordSchema) },
  { path: 'docs/waivers.schema.json', make: async () => json(waiversSchema) },
  { path: 'docs/replay-case.schema.json', make: async () => json(replayCaseSchema) },
  ...editionIds.map((edition) => ({
    path: `docs/request${edition === defaultEdition ? '' : `-${edition}`}.schema.json`,
    make: async () => json(publishedRequestSchema(edition)),
  })),
];

async function makeReadme(): Promise<string> {
  const blocks = [
    ['settings', settingsTable(settingDefinitions.filter(({ tokenFlow }) => tokenFlow !== true))],
    ['token-settings', settingsTable(settingDefinitions.filter(({ tokenFlow }) => tokenFlow === true))],
    ['run-options', runOptionsTable(options)],
    ['scenarios', scenariosTable(scenarios)],
    ['levels', await makeLevelsTable()],
  ] as const;
  return blocks.reduce((page, [name, text]) => withBlock(page, name, text), await textOf('README.md'));
}

function toldEditions(id: ClauseId): string {
  const editions = editionsOf({ id });
  return editions.length === editionIds.length ? 'all' : editions.join(', ');
}

/** What the contract does with ids of the committed list that it must not. */
export async function problemsOfIds(): Promise<readonly string[]> {
  return idProblems(await listedIds(), idsInUse);
}

async function listedIds(): Promise<IdList> {
  const text = await textOf(idsPath);
  // The file is written by this tool; people only retire entries.
  return text === '' ? { clauses: [], operations: [], editions: [] } : (JSON.parse(text) as IdList);
}

/** A file of the checkout that this code was built in; nothing when it has none. */
async function textOf(path: string): Promise<string> {
  const file = new URL(`../../${path}`, import.meta.url);
  return existsSync(file) ? readFile(file, 'utf8') : '';
}
