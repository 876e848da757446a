/** A file that could be read, but holds something else than it should. */
import { UserError } from './user-error.js';

const adviceFor = {
  'run record': 'name the run.json of a report directory',
  'replay case': 'name a file of the folder failures of a report directory',
} as const;

export type ContentKind = keyof typeof adviceFor;

/** As many reasons as help; a file of another kind has hundreds. */
const mostReasons = 5;

export class ContentError extends UserError {
  /** @param reasons what keeps it from being one. @param advice what to do instead, where more is known than which file to name. */
  constructor(what: ContentKind, path: string, reasons: readonly string[], advice: string = adviceFor[what]) {
    const more = reasons.length > mostReasons ? [`and ${reasons.length - mostReasons} more`] : [];
    super(`${path} is not a ${what} of byoc-conformance`, ...reasons.slice(0, mostReasons), ...more, advice);
  }
}
