/** Every spelling, alone and with others, is legal on the wire and leaves what the request means as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawnSpellings } from '../../../generators/arbitraries/request.js';
import { type Basis, conformingMessage } from '../../../generators/basis.js';
import { draftOf } from '../../../generators/draft.js';
import type { RequestDraft } from '../../../generators/request.js';
import { spellings, spellingsByDimension, spellingsOfClause } from '../../../generators/spellings/index.js';
import type { Spelling } from '../../../generators/spellings/spelling.js';
import { validateRequest } from '../../../schemas/validation/validate-request.js';
import { bytesOf, pairOf, readRequest } from '../read-request.js';
import { bases, jwts, plainBasis } from '../some-basis.js';

const plainly = (basis: Basis): RequestDraft => draftOf(conformingMessage(basis), basis.boundary);
const spelled = (basis: Basis, some: readonly Spelling[]): RequestDraft =>
  some.reduce((draft, spelling) => spelling.apply(draft), plainly(basis));

/** Read from its bytes it conforms and means the same; no boundary is given but the one that Content-Type announces. */
function assertMeansTheSame(basis: Basis, some: readonly Spelling[]): void {
  const { message, fault } = readRequest(spelled(basis, some), 'none');
  const what = some.map(({ label }) => label).join(', ');
  assert.equal(fault, undefined, what);
  assert.deepEqual(validateRequest(message, basis.layout), [], what);
  assert.deepEqual(pairOf(message), { channel: basis.channel, subject: basis.subject }, what);
  const { Authorization = '', OrgId, AuthorizationContext, RequestId = '' } = message.headers;
  assert.match(Authorization, /^bearer /i);
  assert.equal(Authorization.slice(7), basis.credentials.accessToken, what);
  assert.equal(OrgId, basis.credentials.orgId, what);
  assert.equal(AuthorizationContext, basis.credentials.authorizationContext, what);
  const guid = (text: string): string => text.toLowerCase().slice(0, 14) + text.toLowerCase().slice(15);
  assert.equal(guid(RequestId), guid(basis.requestId), `${what}: only version and case of the GUID may differ`);
}

for (const spelling of spellings) {
  test(`alone: ${spelling.label}`, () => {
    fc.assert(
      fc.property(bases(jwts), (basis) => assertMeansTheSame(basis, [spelling])),
      { numRuns: 20 },
    );
  });
}

test('in any combination, one of each dimension', () => {
  fc.assert(
    fc.property(bases(jwts), drawnSpellings(), (basis, some) => assertMeansTheSame(basis, some)),
    { numRuns: 400 },
  );
});

test('in whatever order they are applied', () => {
  const shuffled = drawnSpellings().chain((some) => fc.shuffledSubarray([...some], { minLength: some.length }));
  fc.assert(
    fc.property(bases(jwts), shuffled, (basis, some) => assertMeansTheSame(basis, some)),
    { numRuns: 200 },
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
  for (const layout of ['parts', 'json-part'] as const) {
    const plain = bytesOf(plainly({ ...basis, layout }));
    const same = spellings.filter((spelling) => bytesOf(spelled({ ...basis, layout }, [spelling])).equals(plain));
    const expected = layout === 'parts' ? ['untyped parts'] : plainInJsonPart;
    assert.deepEqual(
      same.map(({ label }) => label),
      expected,
    );
  }
});

test('a dimension draws at most one spelling, and every spelling is drawn', () => {
  const drawn = fc.sample(drawnSpellings(), { numRuns: 1000, seed: 3 });
  for (const some of drawn) assert.equal(new Set(some.map(({ dimension }) => dimension)).size, some.length);
  assert.equal(new Set(drawn.flat()).size, spellings.length);
});

test('labels are unique, and the clauses and dimensions divide the spellings', () => {
  assert.equal(new Set(spellings.map(({ label }) => label)).size, spellings.length);
  const byClause = [...new Set(spellings.map(({ clause }) => clause))].flatMap(spellingsOfClause);
  assert.deepEqual(new Set(byClause), new Set(spellings));
  assert.deepEqual(new Set([...spellingsByDimension.values()].flat()), new Set(spellings));
});
