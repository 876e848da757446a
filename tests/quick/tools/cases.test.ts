/** Slugs name cases for ever: one meaning under a clause, in the form that ids are made of, and none goes unseen. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { clauses } from '../../../schemas/clauses/clauses.js';
import { slugSchema } from '../../../schemas/record/case.schema.js';
import { findingId, isFindingId } from '../../../text/finding-id.js';
import {
  anyClause,
  type CaseList,
  caseList,
  caseProblems,
  publishedCases,
  type Slugs,
  slugsOf,
  statedCases,
} from '../../../tools/cases.js';
import { retiredCases } from '../../../tools/retired-cases.js';

const stated = await statedCases();

test('under its clause a slug stands for one case in one wording', () => {
  const labels = new Map<string, Set<string>>();
  for (const { clause, slug, label } of stated) {
    labels.set(`${clause}: ${slug}`, (labels.get(`${clause}: ${slug}`) ?? new Set()).add(label));
  }
  assert.deepEqual(
    [...labels].filter(([, some]) => some.size > 1).map(([name, some]) => [name, ...some]),
    [],
  );
  assert.ok(labels.size > 800, `${labels.size} cases`);
});

test('under its clause a wording stands for one slug', () => {
  const slugs = new Map<string, Set<string>>();
  for (const { clause, slug, label } of stated) {
    slugs.set(`${clause}: ${label}`, (slugs.get(`${clause}: ${label}`) ?? new Set()).add(slug));
  }
  assert.deepEqual(
    [...slugs].filter(([, some]) => some.size > 1).map(([name, some]) => [name, ...some]),
    [],
  );
});

test('every slug is one, belongs to a clause that there is, and makes an id', () => {
  const ids = new Set<string>([...clauses.map(({ id }) => id), anyClause]);
  const form = new RegExp(slugSchema.pattern);
  for (const { clause, slug } of stated) {
    assert.ok(ids.has(clause), clause);
    assert.ok(form.test(slug) && slug.length <= 80, slug);
    const verdict = 'inconclusive';
    const longest = clause === anyClause ? 'body/channel-address-identifier/required' : clause;
    const id = findingId({ clause: longest, verdict, cause: 'another clause broken', case: { slug, known: true } });
    assert.ok(isFindingId(id), id);
  }
});

test('plain ways to ask are no case of a catalogue', () => {
  const plain = new Set(stated.filter(({ clause }) => clause === anyClause).map(({ slug }) => slug));
  const twice = stated.filter(({ clause, slug }) => clause !== anyClause && plain.has(slug));
  assert.deepEqual(twice, []);
});

test('the committed list holds every case in use, and what went is retired', async () => {
  const published = await publishedCases();
  assert.deepEqual(caseProblems(published, slugsOf(stated), retiredCases), []);
  assert.deepEqual(published, caseList(published, slugsOf(stated), retiredCases));
  const text = await readFile(new URL('../../../../docs/cases.json', import.meta.url), 'utf8');
  assert.ok(text.includes('"the-18-character-form"'));
});

test('a case that goes is told, stays listed until it is retired, and never comes back', () => {
  const published: CaseList = { inUse: { a: ['one', 'two'] }, retired: { b: ['old'] } };
  const problems = (inUse: Slugs, retired: Slugs): string => caseProblems(published, inUse, retired).join('\n');
  const kept = { b: ['old'] };
  assert.equal(problems({ a: ['one', 'two', 'three'] }, kept), '');
  assert.match(problems({ a: ['one'] }, kept), /^The case two of a is in use no longer: .*retired-cases\.ts\.$/);
  assert.deepEqual(caseList(published, { a: ['one'] }, kept).inUse, { a: ['one', 'two'] });
  const retired = { a: ['two'], b: ['old'] };
  assert.equal(problems({ a: ['one'] }, retired), '');
  assert.deepEqual(caseList(published, { a: ['one'] }, retired), { inUse: { a: ['one'] }, retired });
  assert.match(problems({ a: ['one', 'two'] }, retired), /^The case two of a is retired, and in use again/);
  assert.match(problems({ a: ['one', 'two'] }, {}), /^The case old of b was retired: keep it/);
});
