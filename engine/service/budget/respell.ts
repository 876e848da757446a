/**
 * Asks for rows again in the opposite spelling: plain where the row was not, and in a spelling that is known to be taken
 * where it was. So one repeat differs in every dimension at once from the request that established the pair.
 */

import { spellingsByDimension } from '../../../generators/spellings/index.js';
import { type Spelling, spellingFacts } from '../../../generators/spellings/spelling.js';
import type { RequestDraft } from '../../../wire/request.js';
import { plainCase } from '../plain-cases.js';
import type { ProbeContext } from '../probe-context.js';
import { again } from '../probes/same-pair.js';
import type { Row } from './rows.js';

/** Few enough requests lie between such a row and its repeat that nothing else explains another identifier. */
const recent = 20;

/** @param accepted rows in the order in which they were sent. */
export async function respell(context: ProbeContext, accepted: readonly Row[], wanted: number): Promise<void> {
  const proved = new Set(accepted.flatMap(({ spellings }) => spellings));
  const chosen = accepted.slice(-recent).sort((a, b) => weightOf(b) - weightOf(a));
  for (const row of chosen.slice(0, wanted)) {
    if (context.run.left < 1) return;
    const others = [...spellingsByDimension(context.options.edition, context.operation.id).values()]
      .filter((some) => !row.spellings.some((spelling) => some.includes(spelling)))
      .map((some) => some.find((spelling) => proved.has(spelling)))
      .filter((spelling) => spelling !== undefined);
    const plain = row.spellings.map(({ dimension }) => dimension);
    const label = [`plain again (${plain.join(', ')})`, ...others.map((spelling) => spelling.label)].join(', ');
    const named = plainCase('written-another-way', label, spellingFacts(others));
    await again(context, row.pair, 'behaviour/same-pair/spelling', named, () => write(context, row, others));
  }
}

const write = (context: ProbeContext, { pair }: Row, spellings: readonly Spelling[]): RequestDraft =>
  spellings.reduce((draft, spelling) => spelling.apply(draft), context.conforming(pair));

/** Escapes and header names tell most; then the more, the better. */
function weightOf({ spellings }: Row): number {
  return spellings.reduce((sum, { slug, dimension }) => {
    return sum + 1 + (escapes.has(slug) ? 20 : (weights[dimension] ?? 0));
  }, 0);
}

const weights: Readonly<Record<string, number>> = { 'header names': 10, 'part types': 5 };
const escapes: ReadonlySet<string> = new Set([
  'json-values-written-as-escapes',
  'json-names-and-values-written-as-escapes',
  'json-escapes-with-upper-case-digits',
]);
