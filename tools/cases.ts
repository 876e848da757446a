/**
 * Every case by its slug under its clause: what the catalogues, the families, the probes and the plain ways to ask state
 * beside their words. By slugs runs are compared, waived cases found again and failures replayed, so none may change its
 * meaning or go without a trace: docs/cases.json lists those in use and those that are retired.
 */
import { readFile } from 'node:fs/promises';
import { defaultChannels } from '../endpoints/mock/issue-credentials.js';
import { loadPlaces } from '../engine/service/places.js';
import { plainCases } from '../engine/service/plain-cases.js';
import { wideLengths } from '../engine/service/probes/accepts-subjects.js';
import { neighbourChannels } from '../engine/service/probes/different-pairs.js';
import type { Basis } from '../generators/basis.js';
import {
  lengthCase,
  lengthsBeyond255,
  lengthsUpTo255,
  singleCharacters,
  textSamples,
} from '../generators/identities/any-text.js';
import { compactFamilies, families } from '../generators/identities/families/index.js';
import { joinedPairs, joinedSlugs } from '../generators/identities/families/joined-keys.js';
import { memberCase } from '../generators/identities/family.js';
import { repertoires } from '../generators/identities/relations/carriers.js';
import { relationClasses } from '../generators/identities/relations/classes.js';
import { cutRules } from '../generators/identities/relations/rules/value-rules.js';
import { knownRules } from '../generators/identities/relations/rules.js';
import type { NamedCase } from '../generators/named-case.js';
import { spellings } from '../generators/spellings/index.js';
import { violationsOf } from '../generators/violations/catalogue.js';
import { editionIds } from '../schemas/editions/editions.js';
import { layoutsOf, operations } from '../schemas/operations/operations.js';
import { ruleSlug } from '../verdicts/service/folds.js';
import { historySlugs } from '../verdicts/service/judge-history.js';
import { jwtWithoutMeaning, sampleCredentials } from './sample-credentials.js';

/** A case where it is stated. */
export interface StatedCase {
  /** The id of a clause, or `anyClause`. */
  readonly clause: string;
  readonly slug: string;
  readonly label: string;
}

/** Slugs by clause. */
export type Slugs = Readonly<Record<string, readonly string[]>>;

export interface CaseList {
  readonly inUse: Slugs;
  readonly retired: Slugs;
}

/** Plain ways to ask, which show what breaks any clause. */
export const anyClause = 'any clause';

/** Loads the spec files, so it works in a built checkout only. */
export async function statedCases(): Promise<readonly StatedCase[]> {
  const places = await loadPlaces();
  const subject = 'behaviour/different-pair/subject';
  const channel = 'behaviour/different-pair/channel';
  return [
    ...layouts().flatMap((basis) => violationsOf(basis)),
    ...spellings,
    ...places.flatMap(({ probes }) => probes.flatMap(({ cases = [] }) => cases)),
    ...[...textSamples, ...singleCharacters].map(([slug, label]) => ({ clause: anyText, slug, label })),
    ...[...lengthsUpTo255.map(lengthCase), ...wideLengths].map(under('body/participants/subject/length-255')),
    ...lengthsBeyond255.map(lengthCase).map(under('body/participants/subject/beyond-255')),
    // A long word leaves out the lengths that it is longer than.
    ...[...families, ...compactFamilies]
      .flatMap((family) => family.members('w').map((member) => memberCase(family, member)))
      .map(under(subject)),
    ...joined().map(under(channel)),
    ...neighbourChannels('c').map(({ slug, label }) => ({ clause: channel, slug, label })),
    ...Object.entries(plainCases).map(([slug, label]) => ({ clause: anyClause, slug, label })),
    ...relationCases(),
    ...Object.values(historySlugs).map((slug) => ({ clause: anyClause, slug, label: slug })),
  ].map(({ clause, slug, label }) => ({ clause, slug, label }));
}

const anyText = 'body/participants/subject/any-text';

/** Subjects of relations, whatever clause they break, and the rules that explain merges. */
function relationCases(): readonly StatedCase[] {
  const rules = [...knownRules, ...cutRules([['aa', 'ab']], [])].map((rule) => ({
    slug: ruleSlug(rule),
    label: `merged by ${rule.name}`,
  }));
  const texts = Object.entries(repertoires).map(([name, label]) => ({
    slug: `text-of-${name}`,
    label: `a text of ${label}`,
  }));
  const kinds = Object.entries(relationClasses).map(([name, { name: label }]) => ({
    slug: `related-by-${name}`,
    label: `related by ${label}`,
  }));
  return [...texts, ...kinds, ...rules].map((one) => ({ clause: anyClause, ...one }));
}

const under =
  (clause: string) =>
  ({ case: { slug }, label }: NamedCase): StatedCase => ({ clause, slug, label });

/** Those that the channels of the mock allow with their words, the others by their slugs. */
function joined(): readonly NamedCase[] {
  const found = joinedPairs(defaultChannels, (name) => `w-${name}`);
  const known = new Set(found.map((one) => one.case.slug));
  return [...found, ...joinedSlugs.filter((slug) => !known.has(slug)).map((slug) => ({ case: { slug }, label: slug }))];
}

/** Every layout of every edition, with all that a violation can be made of: a JWT, another one that is past its time. */
function layouts(): readonly Basis[] {
  const credentials = { ...sampleCredentials, expiredAccessToken: jwtWithoutMeaning('expired') };
  const requestId = '6f1c0f7e-6a53-4b8e-9a39-0d2b5d2f7c11';
  const values = { credentials, channel: 'channel-one', subject: 'sample', requestId, boundary: '----sample' };
  return operations.flatMap(({ id: operation }) =>
    editionIds.flatMap((edition) =>
      layoutsOf(edition, operation).map((layout) => {
        return { ...values, operation, edition, layout, conversationIdentifier: 'sample' };
      }),
    ),
  );
}

/** Sorted, each slug once. */
export function slugsOf(cases: readonly Pick<StatedCase, 'clause' | 'slug'>[]): Slugs {
  const byClause = new Map<string, Set<string>>();
  for (const { clause, slug } of cases) byClause.set(clause, (byClause.get(clause) ?? new Set()).add(slug));
  return Object.fromEntries([...byClause].sort().map(([clause, slugs]) => [clause, [...slugs].sort()]));
}

/** What is wrong with the slugs in use beside those that were published, a sentence for each. */
export function caseProblems(published: CaseList, inUse: Slugs, retired: Slugs): readonly string[] {
  return [
    ...without(published.inUse, inUse, retired).map(
      ([clause, slug]) =>
        `The case ${slug} of ${clause} is in use no longer: bring it back, or list it in tools/retired-cases.ts.`,
    ),
    ...without(published.retired, retired).map(
      ([clause, slug]) => `The case ${slug} of ${clause} was retired: keep it in tools/retired-cases.ts.`,
    ),
    ...pairsOf(retired)
      .filter(([clause, slug]) => inUse[clause]?.includes(slug) === true)
      .map(([clause, slug]) => `The case ${slug} of ${clause} is retired, and in use again: take another slug.`),
  ];
}

const pairsOf = (slugs: Slugs): readonly (readonly [clause: string, slug: string])[] =>
  Object.entries(slugs).flatMap(([clause, some]) => some.map((slug) => [clause, slug] as const));

function without(all: Slugs, ...known: readonly Slugs[]): ReturnType<typeof pairsOf> {
  return pairsOf(all).filter(([clause, slug]) => !known.some((some) => some[clause]?.includes(slug) === true));
}

const file = new URL('../../docs/cases.json', import.meta.url);

/** The list of the checkout that this code was built in; an empty one where there is none yet. */
export async function publishedCases(): Promise<CaseList> {
  const text = await readFile(file, 'utf8').catch(() => '{"inUse":{},"retired":{}}');
  // Written by caseList below; whatever else stands there is stale and written anew.
  return JSON.parse(text) as CaseList;
}

/** What is in use, and what was and is not yet retired: so that nothing goes by being written anew. */
export function caseList(published: CaseList, inUse: Slugs, retired: Slugs): CaseList {
  const lost = without(published.inUse, inUse, retired);
  const names = [...pairsOf(inUse), ...lost].map(([clause, slug]) => ({ clause, slug }));
  return { inUse: slugsOf(names), retired };
}
