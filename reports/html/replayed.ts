/** Which findings of a record are saved as replay cases beside the page, and how many could not be. */
import type { RunRecord } from '../../schemas/record/run-record.js';
import { replayCasesOf } from '../../verdicts/replay/replay-cases.js';

export interface Replayed {
  readonly ids: ReadonlySet<string>;
  /** In one sentence for people; empty when there is nothing to send again. */
  readonly told: string;
}

export function replayedOf(record: RunRecord): Replayed {
  const { cases, unfit, beyond } = replayCasesOf(record);
  const left = [
    ...(unfit === 0 ? [] : [`${unfit} cannot be sent again by themselves`]),
    ...(beyond === 0 ? [] : [`${beyond} are beyond the bound of ${cases.length} files`]),
  ];
  const rest = left.length === 0 ? '' : `; ${left.join(', ')}`;
  const told =
    cases.length + unfit === 0 ? '' : `Saved to be sent again in the folder failures: ${cases.length}${rest}.`;
  return { ids: new Set(cases.map(({ finding }) => finding)), told };
}
