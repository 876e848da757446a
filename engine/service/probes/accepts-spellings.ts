/** Probe: every legal spelling that a clause allows is accepted and means the same conversation. */

import { rankedFromOne } from '../../../generators/rank.js';
import { spellingsOfClause } from '../../../generators/spellings/index.js';
import { type Spelling, spelledCase } from '../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { accept } from '../accept.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';

/** The first spelling establishes the pair, so that each place of the contract is also met on a new conversation. */
export function acceptsSpellings(clause: ClauseId): Probe {
  return {
    clause,
    title: `accepts every spelling under ${clause}`,
    run: async (context) => {
      // In an economical run most of them have gone out with other requests by now.
      const { proved } = context.run.spellings;
      const due = context.due(rankedFromOne(spellingsOfClause(clause)));
      if (due.length === 0) return;
      const pair = await context.open(context.pair(clause.replaceAll('/', '-')));
      const probes = 'behaviour/same-pair/spelling';
      const spelled = async (spelling: Spelling): Promise<void> => {
        const make = () => spelling.apply(context.conforming(pair));
        const answer = await accept(context, { ...spelledCase(spelling), pair, blames: clause, probes, make });
        if (answer.through) context.ledger.pass(clause);
      };
      const [first, ...others] = due.filter(({ slug }) => !proved.has(`${clause} ${slug}`));
      if (first !== undefined) await spelled(first);
      await Promise.all(others.map(spelled));
      if (!context.run.isEconomical) await accept(context, { ...plainCase('written-plainly-again'), pair, probes });
    },
  };
}
