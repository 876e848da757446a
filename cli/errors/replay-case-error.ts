/** A file that is no replay case. */

export class ReplayCaseError extends Error {
  readonly path: string;
  /** What keeps it from being one. */
  readonly reasons: readonly string[];
  /** What to do instead, where it is known. */
  readonly advice: string | undefined;

  constructor(path: string, reasons: readonly string[], advice?: string) {
    super(`${path} is not a replay case of byoc-conformance`);
    this.name = 'ReplayCaseError';
    this.path = path;
    this.reasons = reasons;
    this.advice = advice;
  }
}
