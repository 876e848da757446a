/** Probe: every legal spelling that a clause allows is accepted and means the same conversation. */

import type { NamedCase } from '../../../generators/named-case.js';
import { rankedFromOne } from '../../../generators/rank.js';
import { spellingsOfClause } from '../../../generators/spellings/index.js';
import { spelledCase } from '../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { RequestDraft } from '../../../wire/request.js';
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
      const spelled = async (named: NamedCase, make: () => RequestDraft): Promise<void> => {
        const answer = await accept(context, {
          ...named,
          pair,
          blames: clause,
          probes: 'behaviour/same-pair/spelling',
          make,
        });
        if (answer.through) context.ledger.pass(clause);
      };
      const [first, ...others] = due
        .filter(({ slug }) => !proved.has(`${clause} ${slug}`))
        .map((spelling) => [spelledCase(spelling), () => spelling.apply(context.conforming(pair))] as const);
      if (first !== undefined) await spelled(...first);
      await Promise.all(others.map((other) => spelled(...other)));
      if (context.run.isEconomical) return;
      await accept(context, {
        ...plainCase('written-plainly-again'),
        pair,
        blames: 'answer/success/status',
        probes: 'behaviour/same-pair/spelling',
        make: () => context.conforming(pair),
      });
    },
  };
}
