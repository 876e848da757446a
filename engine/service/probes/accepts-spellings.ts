/** Probe: every legal spelling that a clause allows is accepted and means the same conversation. */

import type { NamedCase } from '../../../generators/named-case.js';
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
      const pair = await context.open(context.pair(clause.replaceAll('/', '-')));
      const spellings = spellingsOfClause(clause).slice(0, context.plan.spellingsPerClause);
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
      const [first, ...others] = spellings.map(
        (spelling) => [spelledCase(spelling), () => spelling.apply(context.conforming(pair))] as const,
      );
      if (first !== undefined) await spelled(...first);
      await Promise.all(others.map((other) => spelled(...other)));
      if (context.plan.economical) return;
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
