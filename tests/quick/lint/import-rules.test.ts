/**
 * Holds that the lint knows the rooms as docs/architecture.md tells them: a wrong import, planted in a copy of the house,
 * fails; a right one passes; so with circles and with input and output in a pure room.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

interface Room {
  readonly path: string;
  readonly pure: boolean;
  readonly mayImport: readonly string[];
}

/** The rows of the table of rooms, in its order. */
const rooms: readonly Room[] = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, room = '', what = '', mayImport = '']) => {
    const path = /^`([a-z/]+)\/`$/.exec(room)?.[1];
    if (path === undefined) return [];
    return [
      { path, pure: /; pure$/.test(what), mayImport: mayImport.split(' ').map((name) => name.replaceAll('`', '')) },
    ];
  });

const house = mkdtempSync(join(tmpdir(), 'rooms-'));
after(() => rmSync(house, { recursive: true, force: true }));
for (const file of ['biome.json', 'import-rules.jsonc']) cpSync(join(root, file), join(house, file));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** Lints the planted house; gives what one rule found as `file:line`. */
function found(rule: string): ReadonlySet<string> {
  const { stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  assert.match(stdout, /^::error/m, `the lint says nothing:\n${stderr}`);
  const errors = [...stdout.matchAll(/^::error title=(\S+?),file=(\S+?),line=(\d+)/gm)];
  return new Set(
    errors
      .filter(([, title]) => title?.endsWith(`/${rule}`))
      .map(([, , file = '', line]) => `${file.slice(file.indexOf('/rooms-')).split('/').slice(2).join('/')}:${line}`),
  );
}

/** `from` imports `to`, or would: one line for each room, in the order of the table. */
function importsOf(from: string): string {
  const specifier = (to: string): string => {
    const path = posix.relative(posix.dirname(from), `${to}/neighbour.js`);
    return path.startsWith('.') ? path : `./${path}`;
  };
  return rooms.map(({ path }) => `import type {} from '${specifier(path)}';\n`).join('');
}

/** A file of a room and one two folders further down: imports are written otherwise from there. */
const plantedIn = (room: string): readonly string[] => [`${room}/planted.ts`, `${room}/further/down/planted.ts`];

test('the table has every room that there is, and no other', () => {
  const config = readFileSync(join(root, 'tsconfig.json'), 'utf8');
  const built = [...(/"include": (\[[^\]]*\])/.exec(config)?.[1]?.matchAll(/"([a-z]+)"/g) ?? [])].map(
    ([, name = '']) => name,
  );
  const there = built
    .filter((name) => !['tools', 'tests'].includes(name))
    .flatMap((name) => {
      const within = readdirSync(join(root, name), { withFileTypes: true }).filter((entry) => entry.isDirectory());
      return rooms.some(({ path }) => path === name) ? [name] : within.map((entry) => `${name}/${entry.name}`);
    });
  assert.ok(there.length > 0);
  assert.deepEqual(rooms.map(({ path }) => path).sort(), there.sort());
});

test('an import passes where the table allows it, and fails everywhere else', () => {
  for (const { path } of rooms) {
    plant(`${path}/neighbour.ts`, 'export {};\n');
    for (const file of plantedIn(path)) plant(file, importsOf(file));
  }
  const wrong = found('noRestrictedImports');
  for (const { path, mayImport } of rooms) {
    for (const [index, to] of rooms.entries()) {
      const allowed = to.path === path || mayImport.some((name) => name !== '' && `${to.path}/`.startsWith(name));
      for (const file of plantedIn(path)) {
        assert.equal(wrong.has(`${file}:${index + 1}`), !allowed, `${file} imports ${to.path}/`);
      }
    }
  }
});

test('nothing imports tools or tests, and a pure room opens no file, socket or process', () => {
  const lines = [
    `import type {} from '../tools/some.js';`,
    `import type {} from '../tests/some.js';`,
    `import 'node:fs';`,
    `import 'node:fs/promises';`,
    `import 'node:net';`,
    `import 'node:child_process';`,
  ];
  for (const { path } of rooms) plant(`${path}/outside.ts`, lines.join('\n'));
  const wrong = found('noRestrictedImports');
  for (const { path, pure } of rooms) {
    const expected = lines.map((_, index) => index < 2 || pure);
    assert.deepEqual(
      lines.map((_, index) => wrong.has(`${path}/outside.ts:${index + 1}`)),
      expected,
      path,
    );
  }
});

test('a circle fails, but for types', () => {
  plant('wire/circle/one.ts', `import { two } from './two.js';\nexport const one = (): unknown => two;\n`);
  plant('wire/circle/two.ts', `import { one } from './one.js';\nexport const two = (): unknown => one;\n`);
  plant('wire/types/one.ts', `import type { Two } from './two.js';\nexport const one = 1;\nexport type One = Two;\n`);
  plant('wire/types/two.ts', `import { one } from './one.js';\nexport type Two = typeof one;\n`);
  assert.deepEqual([...found('noImportCycles')].sort(), ['wire/circle/one.ts:1', 'wire/circle/two.ts:1']);
});
