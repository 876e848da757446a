/** What a run is asked to do and what it tells while it works: the seam between the engine and whoever starts it. */

import type { Clock } from '../../endpoints/sender/clock.js';
import type { Timeouts } from '../../endpoints/sender/options.js';
import type { JwtBearerFlow } from '../../endpoints/token/jwt-bearer.js';
import type { Credentials } from '../../generators/credentials.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { Layout } from '../../schemas/codecs/codecs.js';
import type { EditionId } from '../../schemas/editions/editions.js';
import { defaultOperation, type Operation, operationOf } from '../../schemas/operations/operations.js';

export const levels = ['smoke', 'standard', 'deep'] as const;
export type Level = (typeof levels)[number];

export type { Layout } from '../../schemas/codecs/codecs.js';

/** Whom the run talks to. */
export interface Target {
  readonly kind: 'embedded mock' | 'service';
  /** The part before `/v1/conversation`. */
  readonly baseUrl: URL;
  readonly credentials: Credentials;
  /** How to get another access token when that of the credentials expires; without it the token stays what it is. */
  readonly tokenFlow?: JwtBearerFlow;
  /** Requests that went to the token endpoint before the run: they count against its ceiling. */
  readonly tokenRequests?: number;
  /** Names of the faults switched on, when the target is a mock of ours. */
  readonly faults: readonly string[];
}

export interface RunOptions {
  readonly target: Target;
  /** Id of the operation that is judged; that of the specification when it is left out. */
  readonly operation?: string;
  readonly level: Level;
  /** One of the layouts that the operation has in the edition. */
  readonly layout: Layout;
  readonly edition: EditionId;
  /** Editions that the same target is judged by afterwards, for comparison only; see run-editions.ts. */
  readonly besides?: readonly { readonly edition: EditionId; readonly layout: Layout }[];
  /** 32-bit integer; the same seed gives the same cases byte for byte. */
  readonly seed: number;
  /** Clause ids, or beginnings of ids up to a slash; empty for all. */
  readonly only: readonly string[];
  readonly maxRequests?: number;
  /** Requests per second. */
  readonly rate?: number;
  /** Where the rate comes from, for people, when nobody asked for it. */
  readonly rateFrom?: string;
  /** The same subjects in every run, whatever the seed: a later run leaves no further conversations behind. */
  readonly reuseSubjects?: boolean;
  readonly concurrency: number;
  /** Milliseconds over which the closing audit spreads its repeats; the level's own time when it is left out. */
  readonly memoryMs?: number;
  readonly signal?: AbortSignal;
  /** For tests: how long the service may take, in milliseconds; those of the sender when they are left out. */
  readonly timeouts?: Partial<Timeouts>;
  /** For tests: the time that pace, throttling and waits go by, and that calls are dated with. */
  readonly clock?: Clock;
  readonly onEvent?: (event: RunEvent) => void;
}

/** @throws Error for an operation that the contract does not have. */
export function operationIn({ operation = defaultOperation }: Pick<RunOptions, 'operation'>): Operation {
  return operationOf(operation);
}

/** What is going to be sent, told before the first request. */
export interface Plan {
  /** Upper bound of requests if nothing fails; failures add repeats and shrinking. */
  readonly requests: number;
  /** Conversations that stay behind: the API has no delete. */
  readonly conversations: number;
  readonly specs: number;
  /** Present when the budget does not pay for the level: what the level would send. */
  readonly whole?: number;
}

export type RunEvent =
  | { readonly type: 'planned'; readonly plan: Plan }
  | { readonly type: 'spec-started'; readonly title: string; readonly index: number; readonly of: number }
  | { readonly type: 'spec-finished'; readonly title: string; readonly failures: readonly ClauseId[] }
  | { readonly type: 'progress'; readonly requests: number };
