/** All foreign merges, by area. */
import { blankMerges } from './areas/blanks.js';
import { caseMerges } from './areas/case.js';
import { charsetMerges } from './areas/charsets.js';
import { cutMerges } from './areas/cuts.js';
import { databaseMerges } from './areas/databases.js';
import { decodingMerges } from './areas/decoding.js';
import { directoryMerges } from './areas/directories.js';
import { emojiMerges } from './areas/emoji.js';
import { fileMerges } from './areas/files.js';
import { hashMerges } from './areas/hashes.js';
import { idMerges } from './areas/ids.js';
import { keyMerges } from './areas/keys.js';
import { mailMerges } from './areas/mail.js';
import { markupMerges } from './areas/markup.js';
import { messengerMerges } from './areas/messengers.js';
import { mysqlMerges } from './areas/mysql.js';
import { nameMerges } from './areas/names.js';
import { numberMerges } from './areas/numbers.js';
import { phoneMerges } from './areas/phones.js';
import { scriptMerges } from './areas/scripts.js';
import { secondMerges } from './areas/second.js';
import { slugMerges } from './areas/slugs.js';
import { spreadsheetMerges } from './areas/spreadsheets.js';
import { unicodeMerges } from './areas/unicode.js';
import { uriMerges } from './areas/uris.js';
import type { ForeignMerge } from './merge.js';

export type { Field, ForeignMerge, Witness } from './merge.js';

export const foreignMerges: readonly ForeignMerge[] = [
  ...caseMerges,
  ...blankMerges,
  ...unicodeMerges,
  ...slugMerges,
  ...nameMerges,
  ...scriptMerges,
  ...emojiMerges,
  ...mysqlMerges,
  ...databaseMerges,
  ...cutMerges,
  ...charsetMerges,
  ...hashMerges,
  ...phoneMerges,
  ...mailMerges,
  ...messengerMerges,
  ...idMerges,
  ...numberMerges,
  ...spreadsheetMerges,
  ...uriMerges,
  ...decodingMerges,
  ...markupMerges,
  ...keyMerges,
  ...directoryMerges,
  ...fileMerges,
];

/** Those of the second head too: it knew nothing of the first, so some come twice. */
export const allForeignMerges: readonly ForeignMerge[] = [...foreignMerges, ...secondMerges];
