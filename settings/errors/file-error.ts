/** A file or directory named by the user that cannot be written or read, or that holds something else than it should. */
import { UserError } from './user-error.js';

const adviceFor = {
  'report directory': 'name a directory that can be written with --out',
  'credentials file': 'name a file that can be written with --credentials',
  'run record': 'name the run.json of a report directory',
  'waivers file': 'name a YAML file of waivers with --waivers',
  baseline: 'name the run.json of an earlier run with --baseline',
  'replay case': 'name a file of the folder failures of a report directory',
} as const;

export type FileRole = keyof typeof adviceFor;

export class FileError extends UserError {
  /** @param reason in plain words: `permission denied`. */
  constructor(role: FileRole, path: string, verb: 'written' | 'read', reason: string) {
    super(`the ${role} ${path} cannot be ${verb}: ${reason}`, adviceFor[role]);
  }
}

export type ContentKind = Extract<FileRole, 'run record' | 'replay case'>;

/** As many reasons as help; a file of another kind has hundreds. */
const mostReasons = 5;

export class ContentError extends UserError {
  /** @param reasons what keeps it from being one. @param advice what to do instead, where more is known than which file to name. */
  constructor(what: ContentKind, path: string, reasons: readonly string[], advice: string = adviceFor[what]) {
    const more = reasons.length > mostReasons ? [`and ${reasons.length - mostReasons} more`] : [];
    super(`${path} is not a ${what} of byoc-conformance`, ...reasons.slice(0, mostReasons), ...more, advice);
  }
}
