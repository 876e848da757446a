/**
 * Measures which texts real collations take for one, and writes generators/identities/relations/data/collation-pairs.ts: `node dist/tools/relations/measure-collations.js SOCKET`.
 *
 * MariaDB answers at the socket (Debian: apt-get install mariadb-server-core mariadb-client-core; mariadb-install-db and
 * mariadbd with a data directory of their own), and the ICU of this Node. Not part of the check for stale files, as
 * neither is a package of the project: measured, like the fault tables in docs.
 */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isUsable, plainlyFolded, text } from './characters.js';
import { dataModule, inTurns, pairLine, type TextPair } from './pair-list.js';
import { scripts } from './unicode.js';

const target = fileURLToPath(
  new URL('../../../generators/identities/relations/data/collation-pairs.ts', import.meta.url),
);

/** Those of MySQL and MariaDB that are the default somewhere, then those of languages. */
const ofTheDatabase = [
  'utf8mb4_general_ci',
  'utf8mb4_unicode_ci',
  'utf8mb4_uca1400_ai_ci',
  'utf8mb4_unicode_520_ci',
  'utf8mb4_german2_ci',
  'utf8mb4_swedish_ci',
  'utf8mb4_danish_ci',
  'utf8mb4_lithuanian_ci',
  'utf8mb4_roman_ci',
  'utf8mb4_icelandic_ci',
  'utf8mb4_turkish_ci',
];
const ofIntl = [
  'root',
  'de-u-co-phonebk',
  'sv',
  'da',
  'nb',
  'fi',
  'et',
  'lt',
  'tr',
  'az',
  'cs',
  'hr',
  'hu',
  'es',
  'vi',
  'is',
  'fa',
  'ar',
  'he',
  'ja',
  'ko',
  'zh',
  'zh-u-co-zhuyin',
  'ru',
  'uk',
  'fr',
  'pl',
  'ro',
  'sq',
  'cy',
];

const perScript: Readonly<Record<string, number>> = {
  Latin: 24,
  Common: 8,
  Cyrillic: 6,
  Greek: 6,
  Hebrew: 6,
  Arabic: 6,
};
const perOtherScript = 2;
/** Where more share one weight, the collation knows none of them: a sample is enough. */
const unknownGroup = 200;

async function main(socket: string | undefined): Promise<void> {
  if (socket === undefined) throw new Error('Usage: node dist/tools/relations/measure-collations.js SOCKET');
  const scriptOf = await scripts();
  const scriptName = ([, other]: TextPair): string => scriptOf.get(other.codePointAt(0) ?? 0) ?? '';
  const characters = [...scriptOf.keys()]
    .sort((a, b) => a - b)
    .filter(isMeasured)
    .map((one) => text(one));
  const lines = new Map<string, string>();
  const seen = new Set<string>();
  const add = (name: string, pairs: readonly TextPair[]): void => {
    const fresh = pairs.filter((pair) => !seen.has(pair.join('>')) && seen.add(pair.join('>')));
    const inOrder = [...fresh].sort(([, a], [, b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
    const counts = new Map<string, number>();
    const kept = inTurns(inOrder, scriptName, Math.max(...Object.values(perScript))).filter((pair) => {
      const count = (counts.get(scriptName(pair)) ?? 0) + 1;
      counts.set(scriptName(pair), count);
      return count <= (perScript[scriptName(pair)] ?? perOtherScript);
    });
    const line = pairLine(kept);
    if (line !== '') lines.set(name, line);
  };
  fill(socket, characters);
  for (const collation of ofTheDatabase) add(collation, equalByWeight(weights(socket, collation, characters)));
  for (const locale of ofIntl) add(`intl-${locale}`, equalByCollator(locale, characters));
  const head = `Measured by node dist/tools/relations/measure-collations.js, do not edit. MariaDB ${version(socket)}, ICU ${process.versions.icu ?? ''}.`;
  await writeFile(target, dataModule(head, 'collationPairs', lines));
}

/** Ideographs and syllables only sort by their number; they are left out. */
function isMeasured(one: number): boolean {
  const isIdeograph =
    /[\p{Unified_Ideograph}\p{Script=Hangul}\p{Script=Tangut}\p{Script=Nushu}\p{Script=Khitan_Small_Script}]/u;
  return (
    isUsable(text(one)) && !isIdeograph.test(text(one)) && !/\p{Default_Ignorable_Code_Point}|\p{M}/u.test(text(one))
  );
}

/** What is equal and what no plain fold or other list explains: the plainer text is the first by code point. */
function special(groups: Iterable<readonly string[]>): readonly TextPair[] {
  return [...groups].flatMap(([plain = '', ...others]) => {
    const pairs = others
      .map((other): TextPair => [plain, other])
      .filter(([, other]) => plainlyFolded(plain) !== plainlyFolded(other) && !/^\p{N}$|^[a-z]+$/u.test(other));
    return others.length > unknownGroup ? pairs.slice(0, 4) : pairs;
  });
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

function equalByWeight(weightOf: ReadonlyMap<string, string>): readonly TextPair[] {
  const groups = new Map<string, string[]>();
  for (const a of letters) {
    for (const b of letters) groups.set((weightOf.get(a) ?? '') + (weightOf.get(b) ?? ''), [a + b]);
  }
  for (const [character, weight] of weightOf) {
    const group = groups.get(weight);
    if (group === undefined) groups.set(weight, [character]);
    else group.push(character);
  }
  // What weighs nothing is the list of characters that are not seen.
  groups.delete('');
  return special(groups.values());
}

/** Sorted, so that what is equal stands together. */
function equalByCollator(locale: string, characters: readonly string[]): readonly TextPair[] {
  const collator = new Intl.Collator(locale === 'root' ? 'und' : locale, { sensitivity: 'base' });
  const pairs = Array.from(letters, (a) => Array.from(letters, (b) => a + b)).flat();
  const candidates = [...pairs, ...characters.filter((one) => collator.compare(one, '') !== 0)];
  const place = new Map(candidates.map((one, at) => [one, at]));
  const sorted = [...candidates].sort((a, b) => collator.compare(a, b) || (place.get(a) ?? 0) - (place.get(b) ?? 0));
  const groups: string[][] = [];
  for (const one of sorted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && collator.compare(last[0], one) === 0) last.push(one);
    else groups.push([one]);
  }
  return special(groups);
}

function query(socket: string, sql: string): string {
  const options = ['--no-defaults', '-uroot', '-S', socket, '--default-character-set=utf8mb4', '-N', '-B'];
  return execFileSync('mariadb', options, { input: sql, maxBuffer: 1 << 28 })
    .toString()
    .trim();
}

function fill(socket: string, characters: readonly string[]): void {
  const rows = characters.map((one, id) => `(${id}, x'${Buffer.from(one).toString('hex')}')`);
  const inserts = Array.from({ length: Math.ceil(rows.length / 2000) }, (_, at) => {
    return `insert into c values ${rows.slice(at * 2000, at * 2000 + 2000).join(',')};`;
  });
  query(
    socket,
    `create database if not exists measured; use measured; drop table if exists c;
     create table c (id int primary key, s varchar(8) character set utf8mb4 collate utf8mb4_bin);\n${inserts.join('\n')}`,
  );
}

function weights(socket: string, collation: string, characters: readonly string[]): ReadonlyMap<string, string> {
  const rows = query(socket, `use measured; select id, hex(weight_string(s collate ${collation})) from c order by id;`);
  return new Map(
    rows.split('\n').map((row) => {
      const [id = '', weight = ''] = row.split('\t');
      return [characters[Number(id)] ?? '', weight];
    }),
  );
}

const version = (socket: string): string => query(socket, 'select version()').replace(/-.*$/, '');

await main(process.argv[2]);
