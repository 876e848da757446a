/** Probes: what a refusal must not carry. Requests that tempt: for a conversation that exists, with markup, with forged tokens. */
import { mapHeader, mapJson } from '../../../generators/spellings/spelling.js';
import { violationsForServices } from '../../../generators/violations/catalogue.js';
import { type ClauseId, holdsIn } from '../../../schemas/clauses/clauses.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import { plainControl, type RefusalCase, refuse } from '../refuse.js';
import type { Pair, Session } from '../session.js';
import { caseOf } from './refuses.js';

/** One violation of each clause, for a pair that has an identifier to give away. The leaks are booked with every refusal. */
export function keepsRefusalsClean(clause: ClauseId, what: string): Probe {
  return {
    clause,
    title: `gives away no ${what} in refusals`,
    run: async (session) => {
      // Leaks are looked for in every refusal.
      if (!session.sendsForBookedClauses) return;
      const pair = { channel: session.channel, subject: session.word(clause.replaceAll('/', '-')) };
      await plainControl(session, pair, plainCase('established-before-the-refusals'));
      const violations = violationsForServices(session.basis(pair));
      const tempting = violations.filter(
        (violation, index) => violations.findIndex((other) => other.clause === violation.clause) === index,
      );
      const chosen = session.plan.violationsPerClause === 1 ? tempting.slice(0, 4) : tempting;
      await refuse(
        session,
        pair,
        chosen.map((violation) => caseOf(session, pair, violation)),
      );
    },
  };
}

/** Not a word of HTML, so that only an echo can bring it into an answer. */
const markup = '<byoc-probe onload=x>';

export const escapesMarkup: Probe = {
  clause: 'answer/refusal/no-markup',
  title: 'repeats no markup of the request in an HTML refusal',
  run: async (session) => {
    const pair = { channel: session.channel, subject: session.word('markup') };
    const cases = markedCases(session, pair);
    await refuse(session, pair, session.plan.economical ? cases.slice(2, 4) : cases);
  },
};

export function markedCases(session: Session, pair: Pair): readonly RefusalCase[] {
  const inHeader = (clause: ClauseId, header: string): RefusalCase => ({
    clause,
    case: { slug: 'markup-in-it' },
    label: `markup as ${header}`,
    difference: { at: { in: 'header', name: header }, control: 'a conforming value', case: markup },
    markup,
    make: () => ({ ...mapHeader(session.conforming(pair), header, () => markup) }),
  });
  const inBody = (clause: ClauseId, label: string, from: string): RefusalCase => ({
    clause,
    case: { slug: 'markup-in-it' },
    label,
    difference: { at: { in: 'body' }, control: from, case: markup },
    markup,
    make: () => {
      return mapJson(session.conforming(pair), (json) => json.replace(from, markup));
    },
  });
  const brokenJson = holdsIn('body/json/well-formed', session.options.edition)
    ? 'body/json/well-formed'
    : 'body/participants/json';
  return [
    inHeader('headers/org-id/length', 'OrgId'),
    inHeader('headers/authorization-context/format', 'AuthorizationContext'),
    inHeader('headers/request-id/format', 'RequestId'),
    inBody('body/participants/role/value', 'markup as role', 'EndUser'),
    inBody('body/participants/app-type/value', 'markup as appType', 'custom'),
    inBody(brokenJson, 'markup in the JSON text', '[{"subject"'),
  ];
}
