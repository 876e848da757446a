/** A file that is JSON, or text at all, but not a run record. */

export class RecordError extends Error {
  readonly path: string;
  /** What keeps it from being one. */
  readonly reasons: readonly string[];

  constructor(path: string, reasons: readonly string[]) {
    super(`${path} is not a run record of byoc-conformance`);
    this.name = 'RecordError';
    this.path = path;
    this.reasons = reasons;
  }
}
