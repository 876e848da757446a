/** A file or directory named by the user that cannot be written or read. */

export type FileRole =
  | 'report directory'
  | 'credentials file'
  | 'run record'
  | 'waivers file'
  | 'baseline'
  | 'replay case';

export class FileError extends Error {
  readonly role: FileRole;
  readonly path: string;
  readonly verb: 'written' | 'read';
  /** In plain words: `permission denied`. */
  readonly reason: string;

  constructor(role: FileRole, path: string, verb: 'written' | 'read', reason: string) {
    super(`the ${role} ${path} cannot be ${verb}: ${reason}`);
    this.name = 'FileError';
    this.role = role;
    this.path = path;
    this.verb = verb;
    this.reason = reason;
  }
}
