/** Every spelling, alone and with others, is legal on the wire and leaves what the request means as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawnSpellings } from '../../../../generators/arbitraries/request.js';
import { type Basis, conformingDraft } from '../../../../generators/basis.js';
import {
  spellings,
  spellingsByDimension,
  spellingsIn,
  spellingsOfClause,
} from '../../../../generators/spellings/index.js';
import type { Spelling } from '../../../../generators/spellings/spelling.js';
import { holdsIn } from '../../../../schemas/clauses/clauses.js';
import { type EditionId, editionIds } from '../../../../schemas/editions/editions.js';
import { layoutsOf } from '../../../../schemas/operations/operations.js';
import { validateRequest } from '../../../../schemas/validation/validate-request.js';
import type { RequestDraft } from '../../../../wire/request.js';
import { bytesOf, pairOf, readRequest } from '../read-request.js';
import { bases, jwts, plainBasis } from '../some-basis.js';

const spelled = (basis: Basis, some: readonly Spelling[]): RequestDraft =>
  some.reduce((draft, spelling) => spelling.apply(draft), conformingDraft(basis));

/** Read from its bytes it conforms and means the same; no boundary is given but the one that Content-Type announces. */
function assertMeansTheSame(basis: Basis, some: readonly Spelling[]): void {
  const draft = spelled(basis, some);
  const { message, fault } = readRequest(draft, 'none', basis);
  const what = some.map(({ label }) => label).join(', ');
  assert.equal(fault, undefined, what);
  assert.deepEqual(validateRequest(message, basis), [], what);
  assert.deepEqual(pairOf(draft), { channel: basis.channel, subject: basis.subject }, what);
  const { Authorization = '', OrgId, AuthorizationContext, RequestId = '' } = message.headers;
  assert.match(Authorization, /^bearer /i);
  assert.equal(Authorization.slice(7), basis.credentials.accessToken, what);
  assert.equal(OrgId, basis.credentials.orgId, what);
  assert.equal(AuthorizationContext, basis.credentials.authorizationContext, what);
  const guid = (text: string): string => text.toLowerCase().slice(0, 14) + text.toLowerCase().slice(15);
  assert.equal(guid(RequestId), guid(basis.requestId), `${what}: only version and case of the GUID may differ`);
}

const basesOf = (edition: EditionId): fc.Arbitrary<Basis> => bases(jwts, layoutsOf(edition));

for (const edition of editionIds) {
  for (const spelling of spellingsIn(edition)) {
    test(`alone, edition ${edition}: ${spelling.label}`, () => {
      fc.assert(
        fc.property(basesOf(edition), (basis) => assertMeansTheSame(basis, [spelling])),
        { numRuns: 20 },
      );
    });
  }

  test(`in any combination, one of each dimension, edition ${edition}`, () => {
    fc.assert(
      fc.property(basesOf(edition), drawnSpellings(edition), (basis, some) => assertMeansTheSame(basis, some)),
      { numRuns: 400 },
    );
  });

  test(`in whatever order they are applied, edition ${edition}`, () => {
    const shuffled = drawnSpellings(edition).chain((some) =>
      fc.shuffledSubarray([...some], { minLength: some.length }),
    );
    fc.assert(
      fc.property(basesOf(edition), shuffled, (basis, some) => assertMeansTheSame(basis, some)),
      { numRuns: 200 },
    );
  });

  test(`a dimension draws at most one spelling, and every spelling is drawn, edition ${edition}`, () => {
    const drawn = fc.sample(drawnSpellings(edition), { numRuns: 1000, seed: 3 });
    for (const some of drawn) assert.equal(new Set(some.map(({ dimension }) => dimension)).size, some.length);
    assert.equal(new Set(drawn.flat()).size, spellingsIn(edition).length);
  });

  test(`labels are unique, and clauses and dimensions divide the spellings, edition ${edition}`, () => {
    const some = spellingsIn(edition);
    assert.equal(new Set(some.map(({ label }) => label)).size, some.length);
    const byClause = [...new Set(some.map(({ clause }) => clause))].flatMap(spellingsOfClause);
    assert.deepEqual(new Set(byClause), new Set(some));
    assert.deepEqual(new Set([...spellingsByDimension(edition).values()].flat()), new Set(some));
  });
}

test('every spelling belongs to an edition', () => {
  for (const { clause, label } of spellings)
    assert.ok(
      editionIds.some((edition) => holdsIn(clause, edition)),
      label,
    );
});

/** The part of the layout json-part is alone and keeps its type, so only parameters of that type can vary. */
const plainInJsonPart = [
  'the parts in the other order',
  'untyped parts',
  'JSON part typed application/json',
  'parts typed by what they hold',
  'every part typed text/plain',
];

test('every spelling changes the bytes, in each layout that it can', () => {
  const basis = { ...plainBasis, subject: 'a/ü' };
  const expected = { parts: ['untyped parts'], 'json-part': plainInJsonPart, json: [] };
  for (const edition of editionIds) {
    for (const layout of layoutsOf(edition)) {
      const plain = bytesOf(spelled({ ...basis, edition, layout }, []));
      const same = spellingsIn(edition).filter((one) =>
        bytesOf(spelled({ ...basis, edition, layout }, [one])).equals(plain),
      );
      assert.deepEqual(
        same.map(({ label }) => label),
        expected[layout],
      );
    }
  }
});
