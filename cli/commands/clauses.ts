/** The command `clauses`: lists the clauses of all editions or of one, for people or as JSON. */
import { clauses, clausesOf, editionsOf } from '../../schemas/clauses/clauses.js';
import { asFlag } from '../../settings/options/declaration.js';
import { type GivenOptions, readOptions } from '../../settings/options/read-options.js';
import { layOut } from '../../text/columns.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';
import type { Context } from '../context.js';
import { coloursFor } from '../output/colour.js';

/** @throws UsageError for an edition that there is not. */
export function clausesCommand(given: GivenOptions, { surroundings, printer }: Context): number {
  const { edition, json } = readOptions('clauses', given, { spelling: asFlag });
  const listed = (edition === undefined ? clauses : clausesOf(edition)).map((clause) => ({
    ...clause,
    editions: editionsOf(clause),
  }));
  if (json) {
    printer.result(JSON.stringify(listed, undefined, 2));
    return exitCodes.conformant;
  }
  const rows = listed.map(({ id, place, owes, sureness, editions, statement }) => [
    id,
    place,
    owes,
    sureness,
    editions.join(' '),
    statement,
  ]);
  const heads = ['CLAUSE', 'PLACE', 'OWES', 'SURENESS', 'EDITIONS', 'STATEMENT'];
  const [head = '', ...lines] = layOut([heads, ...rows]).split('\n');
  const { bold } = coloursFor(surroundings.env, surroundings.stdout);
  printer.result([bold(head), ...lines].join('\n'));
  return exitCodes.conformant;
}
