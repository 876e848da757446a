/** The form of a check: one clause, one condition, one refusal. Written by hand, so that the schemas have an oracle beside them. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { type EditionRange, isWithin } from '../../schemas/editions/edition.js';
import type { Refusal } from './answer.js';
import type { Conversations } from './conversations.js';
import { entriesOf } from './named-behaviour.js';
import type { Settings } from './settings.js';

/** `from` and `until` tell the editions in which it is made; all without them. */
export interface Check<Reading, Clause extends string = ClauseId> extends EditionRange {
  /** Absent for what the service may refuse although no clause says so. */
  readonly clause?: Clause;
  readonly status: number;
  readonly code: number;
  /** What is wrong, in plain words, without a value out of the request. */
  readonly message: string;
  /** Whether the request is wrong. The checks in front of this one have passed. */
  fails(reading: Reading, settings: Settings, conversations: Conversations): boolean;
}

/** What the checks of a table have in common; a row may name a code of its own. */
type Shared = Pick<Check<never>, 'status' | 'code' | 'from' | 'until'>;

type CheckTable<Reading> = {
  readonly [Clause in ClauseId]?: readonly [message: string, fails: Check<Reading>['fails'], code?: number];
};

/** The checks of a table in its order. */
export function checksOf<Reading>(shared: Shared, table: CheckTable<Reading>): readonly Check<Reading>[] {
  return entriesOf(table).map(([clause, [message, fails, code = shared.code]]) => {
    return { clause, ...shared, code, message, fails };
  });
}

/** What a check may look at besides the request. */
export interface CheckContext {
  readonly edition: string;
  readonly settings: Settings;
  readonly conversations: Conversations;
}

/** The refusal of the first check that fails, in the order of the list. */
export function firstRefusal<Reading>(
  checks: readonly Check<Reading, string>[],
  reading: Reading,
  { edition, settings, conversations }: CheckContext,
): Refusal | undefined {
  const failed = checks.find((check) => isWithin(check, edition) && check.fails(reading, settings, conversations));
  if (failed === undefined) return undefined;
  const { clause, status, code, message } = failed;
  return { ...(clause === undefined ? {} : { clause }), status, code, message };
}
