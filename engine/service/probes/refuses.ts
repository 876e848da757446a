/** Probe: every violation of one clause is refused, for a conversation that is new and for one that exists. */

import type { Ranked } from '../../../generators/rank.js';
import { mapHeader } from '../../../generators/spellings/spelling.js';
import { violationOf, violationsForServices, violationsOfClause } from '../../../generators/violations/catalogue.js';
import type { Violation } from '../../../generators/violations/violation.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../../wire/request.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { type RefusalCase, refuse } from '../refuse.js';

export function refuses(clause: ClauseId): Probe {
  // Made once for all rounds of a run.
  const made = new WeakMap<ProbeContext, readonly (RefusalCase & Ranked)[]>();
  return {
    clause,
    title: `refuses what breaks ${clause}`,
    run: async (context) => {
      // In an economical run all for one pair: it has an identifier to give away, and shows when a refusal changed it.
      const { isEconomical } = context.run;
      const pair = isEconomical ? context.firstPair : await context.open(context.pair(clause.replaceAll('/', '-')));
      const all = made.get(context) ?? casesOf(context, pair, clause);
      made.set(context, all);
      if (all.length === 0) return bookImpossible(context, clause);
      const cases = context.due(all);
      if (cases.length === 0) return;
      const control = await refuse(context, pair, cases);
      const known = cases.slice(0, context.plan.violationsOnKnownPairs);
      if (control.through && known.length > 0) await refuse(context, pair, known.map(onKnownPair));
    },
  };
}

/** The violations of a clause for a pair as cases that can be made again and again. */
export function casesOf(context: ProbeContext, pair: Pair, clause: ClauseId): readonly (RefusalCase & Ranked)[] {
  return violationsOfClause(context.basis(pair), clause).map((violation) => ({
    ...caseOf(context, pair, violation),
    rank: violation.rank,
  }));
}

/** The first violation of each clause. */
export function onePerClause(context: ProbeContext, pair: Pair): readonly RefusalCase[] {
  const violations = violationsForServices(context.basis(pair));
  return violations
    .filter(({ clause }, index) => violations.findIndex((other) => other.clause === clause) === index)
    .map((violation) => caseOf(context, pair, violation));
}

/** A violation with a fresh RequestId each time; one of the RequestId itself is made anew from a fresh GUID. */
export function caseOf(context: ProbeContext, pair: Pair, violation: Violation): RefusalCase {
  const { clause, slug, label, difference, mayBeTaken } = violation;
  const name = { clause, slug };
  const { generation } = context.tokens;
  // Tokens are forged from the token of now: one forged from a dead token would be refused for the wrong reason.
  const draft = (): RequestDraft =>
    context.tokens.generation === generation
      ? violation.draft
      : (violationOf(context.basis(pair), name)?.draft ?? violation.draft);
  const make =
    difference.at.in === 'header' && difference.at.name === 'RequestId'
      ? () => violationOf(context.basis(pair), name)?.draft ?? violation.draft
      : () => {
          const requestId = context.nextRequestId();
          return mapHeader(draft(), 'RequestId', () => requestId);
        };
  return { clause, case: { slug }, label, difference, violation: name, make, ...(mayBeTaken ? { mayBeTaken } : {}) };
}

function onKnownPair(one: RefusalCase): RefusalCase {
  return { ...one, case: { ...one.case, known: true }, label: `${one.label}, for a conversation that exists` };
}

/** Some violations need what the run does not have: a JWT, a token that has expired. */
function bookImpossible({ ledger }: ProbeContext, clause: ClauseId): void {
  if (clause === 'headers/authorization/expiry') ledger.skip(clause, 'not configured');
  else if (clause.startsWith('headers/authorization/')) ledger.skip(clause, 'opaque token');
}
