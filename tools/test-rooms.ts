/**
 * `node dist/tools/test-rooms.js` writes a test file for each room of the quick tests, which loads all files of the room into
 * one process: most of them take longer to start, to load and to warm up than to test.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';

const quick = new URL('../tests/quick/', import.meta.url);
const rooms = new URL('../tests/rooms/', import.meta.url);

/** What takes longest, and what mostly waits for processes that it starts. They come first, beside each other. */
const alone: ReadonlySet<string> = new Set([
  'end-to-end/agreement.test.js',
  'end-to-end/canary.test.js',
  'end-to-end/command.test.js',
  'end-to-end/driven.test.js',
  'end-to-end/gate.test.js',
  'end-to-end/hostile-service.test.js',
  'end-to-end/matrix-samples.test.js',
  'end-to-end/playwright-token.test.js',
  'end-to-end/sandbox-org.test.js',
  'tools/generated-files.test.js',
]);

const files = (await readdir(quick, { recursive: true }))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.test.js'))
  .sort();
const byProcess = new Map<string, string[]>();
for (const path of files) {
  const [room = ''] = path.split('/');
  const name = alone.has(path) ? `0-${path.replaceAll('/', '-')}` : `${room}.test.js`;
  byProcess.set(name, [...(byProcess.get(name) ?? []), path]);
}

await rm(rooms, { recursive: true, force: true });
await mkdir(rooms, { recursive: true });
for (const [name, paths] of byProcess) {
  // Each file is a suite of its own: its hooks are its own, and what fails is told under its name.
  const suites = paths.map((path) => `describe('${path}', () => import('../quick/${path}'));\n`);
  await writeFile(new URL(name, rooms), `import { describe } from 'node:test';\n${suites.join('')}`);
}
