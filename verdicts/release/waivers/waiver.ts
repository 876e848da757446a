/** A waiver: a failure that somebody accepts by name until a date. Plain data, handed over between processes. */

export interface Waiver {
  /** A clause id, or the beginning of one up to a slash. */
  readonly clause: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** The last day on which it holds, YYYY-MM-DD, UTC. */
  readonly expires: string;
  /** The one edition that it is meant for. */
  readonly edition?: string;
  /** The one target that it is meant for: a host, with or without a port, or a base URL. */
  readonly target?: string;
  /** Where it stands in its file, for a ready-made correction; absent when lines of the file hold more than it. */
  readonly lines?: WaiverLines;
}

export interface WaiverLines {
  /** Number of its first line, from 1. */
  readonly from: number;
  readonly text: readonly string[];
  /** Index in `text` of the line that holds the date. */
  readonly expires: number;
}

/** A waivers file that was read and checked. */
export interface WaiverFile {
  /** As it was named. */
  readonly file: string;
  readonly waivers: readonly Waiver[];
}
