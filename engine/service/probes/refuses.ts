/** Probe: every violation of one clause is refused, for a conversation that is new and for one that exists. */

import { mapHeader } from '../../../generators/spellings/spelling.js';
import { violationOf, violationsOfClause } from '../../../generators/violations/catalogue.js';
import type { Violation } from '../../../generators/violations/violation.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { RequestDraft } from '../../../wire/request.js';
import type { Probe } from '../probe.js';
import { type RefusalCase, refuse } from '../refuse.js';
import type { Pair, Session } from '../session.js';

export function refuses(clause: ClauseId): Probe {
  return {
    clause,
    title: `refuses what breaks ${clause}`,
    run: async (session) => {
      const { economical, violationsPerClause, violationsOnKnownPairs } = session.plan;
      const word = session.word(economical ? 'shared' : clause.replaceAll('/', '-'));
      const pair = { channel: session.channel, subject: word };
      const cases = casesOf(session, pair, clause).slice(0, violationsPerClause);
      if (cases.length === 0) return bookImpossible(session, clause);
      const control = await refuse(session, pair, cases);
      const known = cases.slice(0, violationsOnKnownPairs);
      if (control.through && known.length > 0) await refuse(session, pair, known.map(onKnownPair));
    },
  };
}

/** The violations of a clause for a pair as cases that can be made again and again. */
export function casesOf(session: Session, pair: Pair, clause: ClauseId): readonly RefusalCase[] {
  return violationsOfClause(session.basis(pair), clause).map((violation) => caseOf(session, pair, violation));
}

/** A violation with a fresh RequestId each time; one of the RequestId itself is made anew from a fresh GUID. */
export function caseOf(session: Session, pair: Pair, violation: Violation): RefusalCase {
  const { clause, slug, label, difference } = violation;
  const name = { clause, slug };
  const { generation } = session.tokens;
  // Tokens are forged from the token of now: one forged from a dead token would be refused for the wrong reason.
  const draft = (): RequestDraft =>
    session.tokens.generation === generation
      ? violation.draft
      : (violationOf(session.basis(pair), name)?.draft ?? violation.draft);
  const make =
    difference.at.in === 'header' && difference.at.name === 'RequestId'
      ? () => violationOf(session.basis(pair), name)?.draft ?? violation.draft
      : () => {
          const requestId = session.nextRequestId();
          return mapHeader(draft(), 'RequestId', () => requestId);
        };
  return { clause, case: { slug }, label, difference, violation: name, make };
}

function onKnownPair(one: RefusalCase): RefusalCase {
  return { ...one, case: { ...one.case, known: true }, label: `${one.label}, for a conversation that exists` };
}

/** Some violations need what the run does not have: a JWT, a token that has expired. */
function bookImpossible(session: Session, clause: ClauseId): void {
  const isExpiry = clause === 'headers/authorization/expiry';
  session.ledger.skip(clause, isExpiry ? 'not configured' : 'opaque token');
}
