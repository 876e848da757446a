/** Every clause is proved and every keyword has a clause; what is planted without is found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContract } from '../../../tools/contract.js';
import { type Contract, problemsOf, traceability } from '../../../tools/traceability.js';

const contract = await loadContract();

test('the contract is proved: no clause without proof or probe, no keyword without clause', () => {
  assert.deepEqual(problemsOf(traceability(contract)), []);
});

test('every probe is for a clause that exists', () => {
  const found = traceability(contract);
  const probes = contract.places.flatMap((place) => place.probes);
  assert.equal([...found.probes.values()].flat().length, probes.length);
});

test('a planted clause without proof is found, whoever owes it', () => {
  const planted: Contract<string> = {
    ...contract,
    clauses: [
      ...contract.clauses,
      { id: 'headers/planted/service', owes: 'service' },
      { id: 'headers/planted/connector', owes: 'connector' },
    ],
  };
  const found = traceability(planted);
  assert.deepEqual(found.clausesWithoutProof, ['headers/planted/service', 'headers/planted/connector']);
  assert.deepEqual(found.clausesWithoutProbe, ['headers/planted/service']);
  assert.equal(problemsOf(found).length, 3);
});

test('a rule for connectors proves a clause that only they owe, and none that a service owes', () => {
  const rules = [
    ...(contract.rules ?? []),
    { clause: 'headers/planted/service', title: 'x' },
    { clause: 'headers/planted/connector', title: 'x' },
  ];
  const found = traceability<string>({
    ...contract,
    clauses: [
      { id: 'headers/planted/service', owes: 'service' },
      { id: 'headers/planted/connector', owes: 'connector' },
    ],
    schemas: [],
    rules,
  });
  assert.deepEqual(found.clausesWithoutProof, []);
  assert.deepEqual(found.clausesWithoutProbe, ['headers/planted/service']);
  assert.deepEqual(found.rules.get('headers/planted/connector'), ['x']);
});

test('every rule for connectors is for a clause that they owe', () => {
  const owed = new Set(contract.clauses.filter(({ owes }) => owes !== 'service').map(({ id }) => id));
  for (const { clause } of contract.rules ?? []) assert.ok(owed.has(clause), clause);
});

test('a clause that loses its probe is found although a keyword still carries it', () => {
  const id = 'headers/org-id/length';
  const places = contract.places.map(({ name, probes }) => ({
    name,
    probes: probes.filter(({ clause }) => clause !== id),
  }));
  const found = traceability({ ...contract, places });
  assert.deepEqual(found.clausesWithoutProof, []);
  assert.deepEqual(found.clausesWithoutProbe, [id]);
});

const planted = (schema: Record<string, unknown>, given: readonly string[] = []): Contract<string> => ({
  clauses: [{ id: 'a/clause', owes: 'both' }],
  schemas: [{ name: 'planted', schema, given }],
  places: [{ name: 'A place', probes: [{ clause: 'a/clause', title: 'probes it' }] }],
});

const withoutClause: readonly (readonly [
  what: string,
  schema: Record<string, unknown>,
  keywords: readonly string[],
])[] = [
  ['a keyword with its clause', { minLength: 1, 'x-clauses': { minLength: 'a/clause' } }, []],
  ['a keyword without', { minLength: 1 }, ['planted/minLength']],
  ['a clause that does not exist', { minLength: 1, 'x-clauses': { minLength: 'no/clause' } }, ['planted/minLength']],
  [
    'a keyword beside one with a clause',
    { minLength: 1, maxLength: 2, 'x-clauses': { minLength: 'a/clause' } },
    ['planted/maxLength'],
  ],
  [
    'a required member without',
    { required: ['a', 'b'], 'x-clauses': { required: { a: 'a/clause' } } },
    ['planted/required/b'],
  ],
  ['a keyword inside a property', { properties: { a: { const: 1 } } }, ['planted/properties/a/const']],
  ['a keyword inside a list', { items: { const: 1 }, 'x-clauses': { items: 'a/clause' } }, ['planted/items/const']],
  [
    'a keyword inside allOf',
    { allOf: [{ minLength: 1, 'x-clauses': { minLength: 'a/clause' } }, { pattern: 'a' }] },
    ['planted/allOf/1/pattern'],
  ],
  // biome-ignore lint/suspicious/noThenProperty: `then` is the JSON Schema keyword
  ['a keyword behind a condition', { if: { pattern: 'a' }, then: { pattern: 'b' } }, ['planted/then/pattern']],
  ['a keyword nobody has heard of', { somethingNew: 1 }, ['planted/somethingNew']],
  ['annotations', { $id: 'x', title: 'x', description: 'x', 'x-source': 'x' }, []],
];

for (const [what, schema, keywords] of withoutClause) {
  test(`keywords without a clause: ${what}`, () => {
    assert.deepEqual(traceability(planted(schema)).keywordsWithoutClause, keywords);
  });
}

test('a given keyword needs no clause, and is told when it is gone', () => {
  assert.deepEqual(traceability(planted({ type: 'string' }, ['/type'])).keywordsWithoutClause, []);
  assert.deepEqual(traceability(planted({}, ['/type'])).staleGivens, ['planted/type']);
});

test('keywords and probes are listed by clause', () => {
  const found = traceability(planted({ minLength: 1, 'x-clauses': { minLength: 'a/clause' } }));
  assert.deepEqual(found.keywords.get('a/clause'), ['planted/minLength']);
  assert.deepEqual(found.probes.get('a/clause'), ['A place: probes it']);
});
