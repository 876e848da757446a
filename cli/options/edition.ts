/** Reads `--edition` (repeatable) and `--layout`: the layout has to fit the edition that decides. */
import { clausesOf } from '../../schemas/clauses/clauses.js';
import { type Layout, layouts } from '../../schemas/codecs/codecs.js';
import { defaultEdition, type EditionId, editionIds } from '../../schemas/editions/editions.js';
import { defaultLayoutOf, layoutsOf, mediaTypeOf } from '../../schemas/operations/operations.js';
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import { listOf } from './nearest.js';
import { readChoice } from './values.js';

/** An edition with the layout that its requests have. */
export interface Judged {
  readonly edition: EditionId;
  readonly layout: Layout;
}

export interface Judging extends Judged {
  /** The other editions, in the order given, each once. */
  readonly besides: readonly Judged[];
}

export type JudgingResult =
  | { readonly ok: true; readonly value: Judging }
  | { readonly ok: false; readonly problems: readonly UsageProblem[] };

/** Nothing given means the default edition in its first layout. A layout goes to each edition that has it. */
export function readJudging(editions: readonly string[], layout: string | undefined): JudgingResult {
  const readEditions = editions.map((given) => readChoice('--edition', given, editionIds));
  const readLayout = layout === undefined ? undefined : readChoice('--layout', layout, layouts);
  const problems = [...readEditions, ...(readLayout === undefined ? [] : [readLayout])].flatMap((result) =>
    result.ok ? [] : [result.problem],
  );
  if (problems.length > 0) return { ok: false, problems };
  const chosen = [...new Set(readEditions.flatMap((result) => (result.ok ? [result.value] : [])))];
  const [first = defaultEdition, ...others] = chosen;
  const wanted = readLayout?.ok === true ? readLayout.value : undefined;
  if (wanted !== undefined && !layoutsOf(first).includes(wanted)) {
    return { ok: false, problems: [wrongLayout(wanted, first)] };
  }
  const judged = (edition: EditionId): Judged => ({
    edition,
    layout: wanted !== undefined && layoutsOf(edition).includes(wanted) ? wanted : defaultLayoutOf(edition),
  });
  return { ok: true, value: { ...judged(first), besides: others.map(judged) } };
}

function wrongLayout(layout: Layout, edition: EditionId): UsageProblem {
  const fitting = layoutsOf(edition).map((one) => `--layout ${one}`);
  const others = editionIds.filter((id) => layoutsOf(id).includes(layout)).map((id) => `--edition ${id}`);
  return {
    message: `--layout ${layout} does not fit edition ${edition}, which takes ${mediaTypeOf(edition)} only`,
    advice: `leave it out, use ${listOf(fitting, 'or')}, or judge by ${listOf(others, 'or')}`,
  };
}

/** The problem with a value that belongs to another edition; `clause` may be the beginning of an id. */
export function outsideEdition(
  option: '--only' | '--fault',
  given: string,
  clause: string,
  { edition }: Pick<Judged, 'edition'>,
): UsageProblem | undefined {
  const belongs = (id: EditionId): boolean =>
    clausesOf(id).some((one) => one.id === clause || one.id.startsWith(`${clause}/`));
  const other = belongs(edition) ? undefined : editionIds.find(belongs);
  if (other === undefined) return undefined;
  return { message: `${option}: ${given} is no part of edition ${edition}`, advice: `add --edition ${other}` };
}

/** @throws UsageError for faults whose clause does not hold in the edition: they could not be found. */
export function refuseOtherFaults(
  faults: readonly { readonly id: string; readonly clause?: string }[],
  chosen: readonly string[],
  edition: EditionId,
): void {
  const problems = faults
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, clause }) => (clause === undefined ? undefined : outsideEdition('--fault', id, clause, { edition })))
    .filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new UsageError(problems);
}
