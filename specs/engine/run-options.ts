/** What a run is asked to do and what it tells while it works: the seam between the engine and whoever starts it. */
import type { Credentials } from '../../endpoints/credentials.js';
import type { ClauseId } from '../../schemas/clauses.js';

export const levels = ['smoke', 'standard', 'deep'] as const;
export type Level = (typeof levels)[number];

export const layouts = ['parts', 'json-part'] as const;
export type Layout = (typeof layouts)[number];

/** Whom the run talks to. */
export interface Target {
  readonly kind: 'embedded mock' | 'service';
  /** The part before `/v1/conversation`. */
  readonly baseUrl: URL;
  readonly credentials: Credentials;
  /** Names of the faults switched on, when the target is a mock of ours. */
  readonly faults: readonly string[];
}

export interface RunOptions {
  readonly target: Target;
  readonly level: Level;
  readonly layout: Layout;
  readonly edition: '61.0';
  /** 32-bit integer; the same seed gives the same cases byte for byte. */
  readonly seed: number;
  /** Clause ids, or beginnings of ids up to a slash; empty for all. */
  readonly only: readonly string[];
  readonly maxRequests?: number;
  /** Requests per second. */
  readonly rate?: number;
  readonly concurrency: number;
  /** Milliseconds over which the closing audit spreads its repeats; the level's own time when it is left out. */
  readonly memoryMs?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

/** What is going to be sent, told before the first request. */
export interface Plan {
  /** Upper bound of requests if nothing fails; failures add repeats and shrinking. */
  readonly requests: number;
  /** Conversations that stay behind: the API has no delete. */
  readonly conversations: number;
  readonly specs: number;
}

export type RunEvent =
  | { readonly type: 'planned'; readonly plan: Plan }
  | { readonly type: 'spec-started'; readonly title: string; readonly index: number; readonly of: number }
  | { readonly type: 'spec-finished'; readonly title: string; readonly failures: readonly ClauseId[] }
  | { readonly type: 'progress'; readonly requests: number };
