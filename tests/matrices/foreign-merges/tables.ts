/** Reads the tables of weights: a class of characters that weigh the same, by the text that stands for all of them. */
import { readFileSync } from 'node:fs';

/**
 * - mysql-general-ci, mysql-unicode-ci: WEIGHT_STRING of each character of the BMP, as MariaDB 10.11 answers.
 * - uca-primary: the primary weights of Unicode's allkeys.txt 13.0 up to U+1FFFF, without Han, Hangul syllables and what has
 *   no weight of its own there.
 * - postgres-unaccent: the rules of the contrib module of PostgreSQL 15.
 * - glibc-translit: what iconv of glibc 2.36 makes of each character that it knows a transliteration of.
 */
type TableName = 'glibc-translit' | 'postgres-unaccent' | 'mysql-general-ci' | 'mysql-unicode-ci' | 'uca-primary';

/** Folds each character to what stands for its class; what the table does not name stands for itself. */
export function foldByTable(name: TableName): (text: string) => string {
  // The compiled module lies one folder below the tables.
  const file = new URL(`../tables/${name}.json`, import.meta.url);
  // Our own files, which the tests fold witnesses by.
  const classes = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const standIns = new Map(
    Object.entries(classes).flatMap(([standIn, members]) =>
      Array.from(members, (member): [string, string] => [member, standIn]),
    ),
  );
  return (text) => Array.from(text, (character) => standIns.get(character) ?? character).join('');
}
