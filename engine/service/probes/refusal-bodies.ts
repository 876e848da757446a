/** Probes: what a refusal must not carry. Requests that tempt: for a conversation that exists, with markup, with forged tokens. */
import { type MayHaveRank, type Ranked, ranked } from '../../../generators/rank.js';
import { mapHeader, mapJson } from '../../../generators/spellings/spelling.js';
import { type ClauseId, holdsIn } from '../../../schemas/clauses/clauses.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { plainControl, type RefusalCase, refuse } from '../refuse.js';
import { onePerClause } from './refuses.js';

/** One violation of each clause, for a pair that has an identifier to give away. The leaks are booked with every refusal. */
export function keepsRefusalsClean(clause: ClauseId, what: string): Probe {
  return {
    clause,
    title: `gives away no ${what} in refusals`,
    run: async (context) => {
      // Leaks are looked for in every refusal.
      if (!context.sendsForBookedClauses || !context.isDue(1)) return;
      const pair = await context.open(context.pair(clause.replaceAll('/', '-')));
      await plainControl(context, pair, plainCase('established-before-the-refusals'));
      const tempting = onePerClause(context, pair);
      await refuse(context, pair, context.run.isEconomical ? tempting.slice(0, 4) : tempting);
    },
  };
}

/** Not a word of HTML, so that only an echo can bring it into an answer. */
const markup = '<byoc-probe onload=x>';
const slug = 'markup-in-it';

/** The header that holds the markup, or the text of the body that it replaces. */
type Marked = readonly [clause: ClauseId, where: string, label: string, rank?: number];

const markedHeaders: readonly Marked[] = [
  ['headers/org-id/length', 'OrgId', 'markup as OrgId'],
  ['headers/authorization-context/format', 'AuthorizationContext', 'markup as AuthorizationContext'],
  ['headers/request-id/format', 'RequestId', 'markup as RequestId'],
];
/** In the body it shows in a page that repeats the body, and in one that repeats everything. */
const markedBodies: readonly Marked[] = [
  ['body/participants/role/value', 'EndUser', 'markup as role', 1],
  ['body/participants/app-type/value', 'custom', 'markup as appType'],
];
/** The first that holds. */
const markedJson: readonly Marked[] = [
  ['body/json/well-formed', '[{"subject"', 'markup in the JSON text'],
  ['body/participants/json', '[{"subject"', 'markup in the JSON text'],
];

export const escapesMarkup = (clause: ClauseId): Probe => ({
  clause,
  title: 'repeats no markup of the request in an HTML refusal',
  cases: [...markedHeaders, ...markedBodies, ...markedJson].map(([clause, , label]) => ({ clause, slug, label })),
  run: async (context) => {
    const { isEconomical } = context.run;
    const pair = isEconomical ? context.firstPair : await context.open(context.pair('markup'));
    await refuse(context, pair, context.due(markedCases(context, pair)));
  },
});

function markedCases(context: ProbeContext, pair: Pair): readonly (RefusalCase & Ranked)[] {
  const { options, operation } = context;
  const holds = (clause: ClauseId): boolean => holdsIn(clause, options.edition, operation.id);
  const inHeader = ([clause, header, label]: Marked): RefusalCase => ({
    clause,
    case: { slug },
    label,
    difference: { at: { in: 'header', name: header }, control: 'a conforming value', case: markup },
    make: () => ({ ...mapHeader(context.conforming(pair), header, () => markup) }),
  });
  const inBody = ([clause, from, label, rank]: Marked): RefusalCase & MayHaveRank => ({
    clause,
    case: { slug },
    label,
    rank,
    difference: { at: { in: 'body' }, control: from, case: markup },
    make: () => mapJson(context.conforming(pair), (json) => json.replace(from, markup)),
  });
  const texts = textsOf(context, pair);
  const isThere = ([clause, from]: Marked): boolean => holds(clause) && texts.includes(from);
  const brokenJson = markedJson.filter(isThere).slice(0, 1);
  return ranked([
    ...markedHeaders.filter(([clause]) => holds(clause)).map(inHeader),
    ...[...markedBodies.filter(isThere), ...brokenJson].map(inBody),
  ]);
}

/** All JSON of the plain request: other operations have other texts in their bodies. It takes no RequestId from the requests. */
function textsOf(context: ProbeContext, pair: Pair): string {
  let texts = '';
  mapJson(context.conforming(pair, context.fixedRequestId('texts')), (json) => {
    texts += json;
    return json;
  });
  return texts;
}
