/** By which edition a run judges, and in which layout: the layout has to fit the edition that decides. */
import { clausesOf } from '../../schemas/clauses/clauses.js';
import type { Layout } from '../../schemas/codecs/codecs.js';
import { type EditionId, editionIds } from '../../schemas/editions/editions.js';
import { defaultLayoutOf, defaultOperation, layoutsOf, mediaTypeOf } from '../../schemas/operations/operations.js';
import { listOf } from '../../text/nearest.js';
import type { UsageProblem } from '../errors/usage-error.js';
import type { KnownIds, Spelling } from './declaration.js';

/** An edition with the layout that its requests have. */
interface Judged {
  readonly edition: EditionId;
  readonly layout: Layout;
}

export interface Judging extends Judged {
  /** The other editions, in the order given, each once. */
  readonly besides: readonly Judged[];
}

/** @param editions the first decides; each has the operation. A layout goes to each that has it, the others get their first. */
export function judgingOf(
  [first, ...others]: readonly [EditionId, ...EditionId[]],
  wanted: Layout | undefined,
  operation: string,
): Judging {
  const judged = (edition: EditionId): Judged => ({
    edition,
    layout: layoutsOf(edition, operation).find((one) => one === wanted) ?? defaultLayoutOf(edition, operation),
  });
  return { ...judged(first), besides: others.map(judged) };
}

interface Choices {
  readonly operation?: string;
  readonly layout?: Layout;
  readonly only?: readonly string[];
}

/** What does not fit the edition that decides: the operation, the layout, clauses of `--only`. */
export function judgingProblems(
  { operation = defaultOperation, layout, only = [] }: Choices,
  editions: readonly [EditionId, ...EditionId[]],
  spelling: Spelling,
): readonly UsageProblem[] {
  const [edition] = editions;
  const without = editions.find((id) => layoutsOf(id, operation).length === 0);
  if (without !== undefined) {
    const having = editionIds.filter((id) => layoutsOf(id, operation).length > 0).map((id) => spelling('edition', id));
    const message = `${spelling('operation', operation)} is no part of edition ${without}`;
    return [{ option: 'operation', message, advice: `judge by ${listOf(having, 'or')}` }];
  }
  const outside = only.flatMap((clause) => outsideEdition('only', clause, clause, edition, spelling));
  const layouts = layoutsOf(edition, operation);
  if (layout === undefined || layouts.includes(layout)) return outside;
  const fitting = layouts.map((one) => spelling('layout', one));
  const others = editionIds
    .filter((id) => layoutsOf(id, operation).includes(layout))
    .map((id) => spelling('edition', id));
  const wrongLayout = {
    option: 'layout',
    message: `${spelling('layout', layout)} does not fit edition ${edition}, which takes ${mediaTypeOf(edition, operation)} only`,
    advice: [
      `leave it out, use ${listOf(fitting, 'or')}`,
      ...(others.length === 0 ? [] : [`or judge by ${listOf(others, 'or')}`]),
    ].join(', '),
  };
  return [wrongLayout, ...outside];
}

/** Faults whose clause does not hold in the edition: they could not be found. */
export function faultProblems(
  chosen: readonly string[],
  faults: KnownIds['faults'],
  edition: EditionId,
  spelling: Spelling,
): readonly UsageProblem[] {
  return (faults ?? []).flatMap(({ id, clause }) =>
    clause !== undefined && chosen.includes(id) ? outsideEdition('fault', id, clause, edition, spelling) : [],
  );
}

/** The problem with a value that belongs to another edition; `clause` may be the beginning of an id. */
function outsideEdition(
  option: 'only' | 'fault',
  given: string,
  clause: string,
  edition: EditionId,
  spelling: Spelling,
): readonly UsageProblem[] {
  const belongs = (id: EditionId): boolean =>
    clausesOf(id).some((one) => one.id === clause || one.id.startsWith(`${clause}/`));
  const other = belongs(edition) ? undefined : editionIds.find(belongs);
  if (other === undefined) return [];
  const message = `${spelling(option)}: ${given} is no part of edition ${edition}`;
  return [{ option, message, advice: `add ${spelling('edition', other)}` }];
}
