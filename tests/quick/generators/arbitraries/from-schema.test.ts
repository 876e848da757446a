/** Values drawn from a schema validate against it, from given sources where there are some; unknown keywords are thrown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryOf } from '../../../../generators/arbitraries/from-schema.js';
import { messageOf } from '../../../../generators/arbitraries/request.js';
import { draftOf } from '../../../../generators/basis.js';
import { layouts } from '../../../../schemas/codecs/codecs.js';
import { participantsSchema } from '../../../../schemas/request/participants.schema.js';
import { createContractAjv } from '../../../../schemas/validation/ajv.js';
import { validateRequest } from '../../../../schemas/validation/validate-request.js';
import { pairOf } from '../read-request.js';
import { plainBasisIn } from '../some-basis.js';

const schemas: Readonly<Record<string, Record<string, unknown>>> = {
  'a constant': { const: 'EndUser' },
  'an enumeration': { enum: ['a', 1, null] },
  'a text': { type: 'string' },
  'a text of bounded length': { type: 'string', minLength: 3, maxLength: 5 },
  'a pattern': { type: 'string', pattern: '^00D[A-Za-z0-9]{12}$' },
  'a list': { type: 'array', minItems: 2, maxItems: 4, items: { type: 'string', minLength: 1 } },
  'a list without bounds': { type: 'array', items: { const: 1 } },
  'an object': {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string' }, b: { enum: [1, 2] } },
  },
  'JSON text': {
    type: 'string',
    contentMediaType: 'application/json',
    contentSchema: { type: 'object', required: ['a'], properties: { a: { const: 'x' } } },
  },
  participants: participantsSchema,
};

for (const [name, schema] of Object.entries(schemas)) {
  test(`values for ${name} validate`, () => {
    const validate = createContractAjv().compile(schema);
    fc.assert(
      fc.property(arbitraryOf(schema, {}), (value) =>
        assert.ok(validate(value), JSON.stringify([value, validate.errors])),
      ),
    );
  });
}

test('lengths and optional members are really varied', () => {
  const lengths = fc.sample(arbitraryOf({ type: 'string', minLength: 3, maxLength: 5 }, {}), { seed: 1, numRuns: 200 });
  assert.deepEqual([...new Set(lengths.map((text) => String(text).length))].sort(), [3, 4, 5]);
  const objects = fc.sample(arbitraryOf(schemas['an object'] ?? {}, {}), { seed: 1, numRuns: 50 });
  assert.equal(new Set(objects.map((value) => Object.keys(Object(value)).length)).size, 2);
});

for (const [what, schema] of [
  ['at the top', { type: 'string', format: 'uuid' }],
  ['inside a property', { type: 'object', properties: { a: { type: 'string', format: 'uuid' } } }],
  ['inside a list', { type: 'array', items: { type: 'string', format: 'uuid' } }],
] as const) {
  test(`an unknown keyword ${what} is thrown`, () => assert.throws(() => arbitraryOf(schema, {}), /format/));
}

test('a type without an arbitrary is thrown, and so is a list without items', () => {
  assert.throws(() => arbitraryOf({ type: 'number' }, {}), /number/);
  assert.throws(() => arbitraryOf({}, {}), /undefined/);
  assert.throws(() => arbitraryOf({ type: 'array' }, {}), /items/);
});

test('a source that the caller gives takes the place of the schema, one that is not given does not', () => {
  const schema = { type: 'string', minLength: 1, 'x-source': 'subject' };
  assert.deepEqual(fc.sample(arbitraryOf(schema, { subject: fc.constant('ann') }), 3), ['ann', 'ann', 'ann']);
  const own = fc.sample(arbitraryOf(schema, { channel: fc.constant('ann') }), { numRuns: 20, seed: 1 });
  assert.ok(own.some((text) => text !== 'ann'));
});

for (const layout of layouts) {
  test(`whole messages of the layout ${layout} validate and go to the channel of the basis`, () => {
    const basis = plainBasisIn(layout);
    fc.assert(
      fc.property(messageOf(basis), (message) => {
        assert.deepEqual(validateRequest(message, basis), []);
        assert.equal(pairOf(draftOf(message, basis))?.channel, basis.channel);
      }),
    );
  });
}
