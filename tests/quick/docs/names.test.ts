/**
 * Holds that every file, folder, section and command that a page or a comment names is there, and that none names what
 * a reader of the repository cannot open.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { anchorsOf, linksOf } from './markdown.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const read = (path: string): string => readFileSync(posix.join(root, path), 'utf8');

const ignored = new Set([
  '.git',
  ...read('.gitignore')
    .split('\n')
    .map((line) => line.replace(/\/$/, '')),
]);
const files = filesIn('');
const folders = new Set(files.flatMap(foldersOf));
const names = new Set([...files, ...folders].map((path) => posix.basename(path)));

/** What a run writes and what readers bring themselves: named for them, and not here. */
const elsewhere = ['summary.md', 'establish.mjs', 'npm run integration-test'];

const pages = files.filter((path) => path.endsWith('.md'));
const sources = files.filter((path) => path.endsWith('.ts'));
/** What people read: pages, and the comments of the code. */
const texts: readonly (readonly [path: string, text: string])[] = [
  ...pages.map((path) => [path, read(path)] as const),
  ...sources.map((path) => [path, commentsOf(read(path))] as const),
];

function filesIn(folder: string): string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

function foldersOf(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}

/** Good enough for our own code: no text of it holds what looks like a comment. */
function commentsOf(code: string): string {
  return [...code.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm)].map(([comment]) => comment).join('\n');
}

/**
 * Words that look like a file of ours or a folder in a room of ours. Patterns (`<place>.ts`) are no names, and neither
 * are URLs, absolute paths and media types.
 */
function namedIn(text: string): readonly string[] {
  const word = /(?<![\w./<>*{}:@$-])(?:\.{1,2}\/)?(?:[\w.-]+\/)*[\w.-]*\w(?:\/(?![\w<*{]))?(?![\w<>*{}@-]|\/)/g;
  return [...text.matchAll(word)]
    .map(([name]) => name)
    .filter((name) => {
      if (elsewhere.includes(posix.basename(name))) return false;
      if (/\.(?:ts|mjs|md)$/.test(name)) return true;
      if (/^dist\/.*\.js$/.test(name)) return true;
      const [room = '', ...rest] = name.split('/');
      return rest.length > 0 && folders.has(room) && !/^text\/(?:html|plain|json|xml)$/.test(name);
    });
}

function isThere(name: string, from: string): boolean {
  const path = name.replace(/\/$/, '').replace(/^dist\/(.*)\.js$/, '$1.ts');
  if (!path.includes('/')) return names.has(path);
  const beside = posix.join(posix.dirname(from), path);
  return [path, beside].some((one) => files.includes(one) || folders.has(one) || files.includes(`${one}.ts`));
}

test('every file and folder that is named is there', () => {
  const named = texts.flatMap(([from, text]) => namedIn(text).map((name) => [from, name] as const));
  assert.ok(named.length > 300, `only ${named.length} names were found`);
  assert.deepEqual(
    named.filter(([from, name]) => !isThere(name, from)).map(([from, name]) => `${from} names ${name}`),
    [],
  );
});

test('every link of a page leads to a file and a section that are there', () => {
  const links = pages.flatMap((from) => linksOf(read(from)).map((link) => ({ from, ...link })));
  assert.ok(links.length > 100, `only ${links.length} links were found`);
  const dead = links.filter(({ from, file, anchor }) => {
    const path = file === '' ? from : posix.join(posix.dirname(from), file);
    if (!files.includes(path)) return !folders.has(path.replace(/\/$/, ''));
    return anchor !== undefined && !anchorsOf(read(path)).includes(anchor);
  });
  assert.deepEqual(
    dead.map(({ from, file, anchor }) => `${from} links ${file}#${anchor ?? ''}`),
    [],
  );
});

test('every npm script and every command of ours that is named is there', () => {
  // npm holds package.json to this form.
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const help = spawnSync(process.execPath, [posix.join(root, 'dist/cli/main.js'), '--help'], {
    encoding: 'utf8',
  }).stdout;
  const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  assert.ok(commands.includes('run'), help);
  const unknown = texts.flatMap(([from, text]) => [
    ...[...text.matchAll(/\bnpm run (?:-s )?([a-z:-]+)/g)]
      .filter(([words, name = '']) => scripts[name] === undefined && !elsewhere.includes(words))
      .map(([words]) => `${from} names ${words}`),
    ...[...text.matchAll(/(?:^|npx |`|\$ )byoc-conformance ([a-z]+)/gm)]
      .filter(([, name]) => !commands.includes(name))
      .map(([words]) => `${from} names ${words}`),
  ]);
  assert.deepEqual(unknown, []);
});

test('nothing points at an issue: a reader of the repository cannot open it', () => {
  assert.deepEqual(
    texts.flatMap(([from, text]) => [...text.matchAll(/\bissues? #?\d+/gi)].map(([words]) => `${from} names ${words}`)),
    [],
  );
});

test('the list of decisions has every decision', () => {
  const listed = linksOf(read('docs/decisions/README.md')).map(({ file }) => `docs/decisions/${file}`);
  const there = files.filter((path) => /^docs\/decisions\/\d/.test(path));
  assert.deepEqual(listed.sort(), there.sort());
});
