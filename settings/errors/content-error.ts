/** A file that could be read, but holds something else than it should. */
import { UserError, withAdvice } from './user-error.js';

const adviceFor = {
  'run record': 'name the run.json of a report directory',
  'replay case': 'name a file of the folder failures of a report directory',
} as const;

export type ContentKind = keyof typeof adviceFor;

/** As many reasons as help; a file of another kind has hundreds. */
const mostReasons = 5;

export class ContentError extends UserError {
  readonly what: ContentKind;
  /** What keeps it from being one. */
  readonly reasons: readonly string[];
  readonly #advice: string;

  /** @param advice what to do instead, where more is known than which file to name. */
  constructor(what: ContentKind, path: string, reasons: readonly string[], advice: string = adviceFor[what]) {
    super(`${path} is not a ${what} of byoc-conformance`);
    this.name = 'ContentError';
    this.what = what;
    this.reasons = reasons;
    this.#advice = advice;
  }

  override tell(): string {
    const more = this.reasons.length - mostReasons;
    const shown = [...this.reasons.slice(0, mostReasons), ...(more > 0 ? [`and ${more} more`] : [])];
    return withAdvice(this.message, [...shown, this.#advice]);
  }
}
