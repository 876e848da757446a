/** A file or folder for each person: what file systems and those who make names safe for them do. */
import { posix } from 'node:path';
import filenamify from 'filenamify';
import sanitize from 'sanitize-filename';
import { fullFold, simpleUpper } from '../folding.js';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

export const fileMerges = [
  {
    id: 'files/apfs-case-insensitive',
    field: 3,
    told: 'macOS takes names for one that differ in case or normal form.',
    origin: 'APFS, default of macOS',
    key: (subject) => fullFold(subject.normalize('NFD')).normalize('NFD'),
    witnesses: [
      ['Zoe\u0308', 'ZOË'],
      ['Straße', 'STRASSE'],
    ],
  },
  {
    id: 'files/hfs-plus',
    field: 1,
    told: 'Older disks of macOS ignore what nobody sees in a name as well.',
    origin: 'HFS Plus, Apple Technical Note 1150',
    key: (subject) =>
      simpleUpper(subject.normalize('NFD').replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')),
    witnesses: [
      ['an\u200dna', 'Anna'],
      ['Åsa', 'a\u030asa'],
    ],
  },
  {
    id: 'files/win32-name',
    field: 4,
    told: 'Windows has no case in names, drops dots and blanks at their end, and services put an underscore for what it forbids.',
    origin: 'Win32 file naming, NTFS $UpCase',
    key: (subject) =>
      foldedOrItself(subject, (text) => simpleUpper(text.replace(/[<>:"/\\|?*]/g, '_')).replace(/[. ]+$/, '')),
    witnesses: [
      ['Anna.', 'anna'],
      ['anna/lee', 'Anna_Lee'],
      ['anna?', 'anna*'],
    ],
  },
  {
    id: 'files/sanitize-filename',
    field: 4,
    told: 'What a file name may not hold is dropped.',
    origin: 'sanitize-filename@1.6.4',
    key: (subject) => foldedOrItself(subject, (text) => sanitize(text)),
    witnesses: [
      ['anna/lee', 'annalee'],
      ['anna:1', 'anna1'],
      ['Anna.', 'Anna'],
    ],
  },
  {
    id: 'files/filenamify',
    field: 3,
    told: 'An exclamation mark stands for what a file name may not hold.',
    origin: 'filenamify@7.0.3',
    key: (subject) => foldedOrItself(subject, (text) => filenamify(text)),
    witnesses: [
      ['anna/lee', 'anna:lee'],
      ['a|b', 'a!b'],
    ],
  },
  {
    id: 'files/stem',
    field: 3,
    told: 'What follows the last dot is taken for the kind of a file.',
    origin: 'Node 20 path.parse(subject).name, Python pathlib stem',
    key: (subject) => foldedOrItself(subject, (text) => posix.parse(text).name),
    witnesses: [
      ['anna.schmidt', 'anna.meyer'],
      ['J. Lee', 'J. Meyer'],
    ],
  },
  {
    id: 'files/short-name',
    field: 1,
    told: 'Short names have eight capitals and three for the kind.',
    origin: 'FAT 8.3 names, the first of each',
    key: (subject) => {
      const { name, ext } = posix.parse(subject);
      const letters = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9_~!#$%&'()@^`{}-]/g, '');
      const stem = letters(name);
      return /^[\x20-\x7e]+$/.test(subject) && stem.length > 8
        ? `${stem.slice(0, 6)}~1${letters(ext).slice(0, 3)}`
        : subject.toUpperCase();
    },
    witnesses: [
      ['annaschmidt', 'annascherer'],
      ['Bob', 'BOB'],
    ],
  },
  {
    id: 'files/slash-as-colon',
    field: 1,
    told: 'A slash in a name is a colon below.',
    origin: 'macOS Finder and POSIX layer',
    key: (subject) => subject.replaceAll('/', ':'),
    witnesses: [
      ['team/anna', 'team:anna'],
      ['12/5', '12:5'],
    ],
  },
] satisfies readonly ForeignMerge[];
