/** `node dist/tools/relations/generate.js` writes the data and the page of the relations; with `--check` it writes none and exits 1 when one is stale. */
import { fileURLToPath } from 'node:url';
import { staleFiles, writeFiles } from '../generated-file.js';
import { relationFiles } from './relation-files.js';

/** This file runs from dist/tools/relations/. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const command = 'node dist/tools/relations/generate.js';

if (process.argv.slice(2).includes('--check')) {
  const stale = await staleFiles(root, relationFiles);
  for (const path of stale) console.error(`${path} is stale. Make it fresh: npm run build && ${command}`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of await writeFiles(root, relationFiles)) console.log(`wrote ${path}`);
}
