/** The verdict of the run, its exit code and the sentence that tells why. Pure. */
import type { ClauseResult, RunRecord } from '../../schemas/record/run-record.js';
import type { RunEnding } from './run-info.js';

export const exitCodes = {
  conformant: 0,
  nonconformant: 1,
  'wrong usage': 2,
  inconclusive: 3,
  'waiver to mend': 4,
  'fault of the suite': 5,
} as const;

export type RunVerdict = Pick<RunRecord, 'verdict' | 'exitCode' | 'reason' | 'cause'>;

/** What is broken is broken even when the run was cut short; what is undecided is never green. */
export function runVerdict(
  results: readonly ClauseResult[],
  ending: Pick<RunEnding, 'cutShort' | 'budget'> & Pick<RunRecord, 'trouble'>,
): RunVerdict {
  const withVerdict = (verdict: ClauseResult['verdict']) => results.filter((result) => result.verdict === verdict);
  const broken = withVerdict('nonconformant');
  const undecided = withVerdict('inconclusive');
  const kept = withVerdict('conformant');
  if (broken.length > 0) {
    const reason = `${count(broken.length, 'clause')} broken: ${firstIds(broken)}.`;
    return { verdict: 'nonconformant', exitCode: exitCodes.nonconformant, reason };
  }
  const inconclusive = (reason: string, cause: string | undefined): RunVerdict => ({
    verdict: 'inconclusive',
    exitCode: exitCodes.inconclusive,
    reason,
    ...(cause === undefined ? {} : { cause }),
  });
  if (ending.trouble !== undefined) return inconclusive(ending.trouble.reason, ending.trouble.cause);
  if (ending.cutShort) return inconclusive('The run was cut short before every clause was exercised.', 'cut short');
  if (undecided.length > 0) {
    return inconclusive(
      `${count(undecided.length, 'clause')} could not be judged: ${firstIds(undecided)}.`,
      undecided[0]?.cause,
    );
  }
  if (kept.length === 0) return inconclusive('Nothing was exercised.', undefined);
  const { budget } = ending;
  if (budget !== undefined) return withinBudget(budget.maxRequests, kept, notReached(results), inconclusive);
  return {
    verdict: 'conformant',
    exitCode: exitCodes.conformant,
    reason: `${count(kept.length, 'clause')} exercised, none broken.`,
  };
}

/** Clauses for which the budget left nothing; what the settings do not allow is another matter. */
export function notReached(results: readonly ClauseResult[]): readonly ClauseResult[] {
  return results.filter(({ verdict, cause }) => verdict === 'not exercised' && cause === 'budget spent');
}

/** Green only when the budget reached every clause: what was not reached could be broken (docs/decisions/0011-small-budgets.md). */
function withinBudget(
  maxRequests: number,
  kept: readonly ClauseResult[],
  missed: readonly ClauseResult[],
  inconclusive: (reason: string, cause: string) => RunVerdict,
): RunVerdict {
  const within = `within the budget of ${count(maxRequests, 'request')}`;
  if (missed.length > 0) {
    return inconclusive(
      `${count(missed.length, 'clause')} of ${missed.length + kept.length} not exercised ${within}: ${firstIds(missed)}. ${kept.length} exercised, none broken.`,
      'budget spent',
    );
  }
  return {
    verdict: 'conformant',
    exitCode: exitCodes.conformant,
    reason: `${count(kept.length, 'clause')} exercised ${within}, none broken.`,
  };
}

/** The ids of some, the first ones by name. */
export function firstIds(list: readonly { readonly id: string }[]): string {
  const shown = list.slice(0, 3).map(({ id }) => id);
  return shown.join(', ') + (list.length > 3 ? ` and ${list.length - 3} more` : '');
}

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
