/** The command `clauses`: lists all clauses of the edition, for people or as JSON. */
import { clauses } from '../../schemas/clauses.js';
import type { Context } from '../context.js';
import { exitCode } from '../exit-code.js';
import { coloursFor } from '../output/colour.js';
import { layOut } from '../output/table.js';

export function clausesCommand(flags: { readonly json?: boolean }, { surroundings, printer }: Context): number {
  if (flags.json === true) {
    printer.result(JSON.stringify(clauses, undefined, 2));
    return exitCode.conformant;
  }
  const rows = clauses.map(({ id, place, owes, sureness, statement }) => [id, place, owes, sureness, statement]);
  const [head = '', ...lines] = layOut([['CLAUSE', 'PLACE', 'OWES', 'SURENESS', 'STATEMENT'], ...rows]).split('\n');
  const { bold } = coloursFor(surroundings.env, surroundings.stdout);
  printer.result([bold(head), ...lines].join('\n'));
  return exitCode.conformant;
}
