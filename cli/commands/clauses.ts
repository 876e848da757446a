/** The command `clauses`: lists the clauses of all editions or of one, for people or as JSON. */
import { clauses, clausesOf, editionsOf } from '../../schemas/clauses/clauses.js';
import { editionIds } from '../../schemas/editions/editions.js';
import type { Context } from '../context.js';
import { UsageError } from '../errors/usage-error.js';
import { exitCode } from '../exit-code.js';
import { readChoice } from '../options/values.js';
import { coloursFor } from '../output/colour.js';
import { layOut } from '../output/table.js';

/** The options as commander hands them over: text, not yet checked. */
export interface ClausesFlags {
  readonly edition?: string;
  readonly json?: boolean;
}

/** @throws UsageError for an edition that there is not. */
export function clausesCommand(flags: ClausesFlags, { surroundings, printer }: Context): number {
  const listed = listedFor(flags.edition).map((clause) => ({ ...clause, editions: editionsOf(clause) }));
  if (flags.json === true) {
    printer.result(JSON.stringify(listed, undefined, 2));
    return exitCode.conformant;
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
  return exitCode.conformant;
}

function listedFor(edition: string | undefined) {
  if (edition === undefined) return clauses;
  const chosen = readChoice('--edition', edition, editionIds);
  if (!chosen.ok) throw new UsageError([chosen.problem]);
  return clausesOf(chosen.value);
}
