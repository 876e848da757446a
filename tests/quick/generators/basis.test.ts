/** The conforming request of any basis conforms, on the wire too, and means the channel and subject of the basis. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conformingMessage } from '../../../generators/basis.js';
import { validateRequest } from '../../../schemas/validation/validate-request.js';
import { draftOf } from '../../../wire/codecs/draft.js';
import { pairOf, readRequest } from './read-request.js';
import { bases, jwts, opaqueTokens } from './some-basis.js';

test('it breaks no clause and comes back from its bytes as it was', () => {
  fc.assert(
    fc.property(bases(jwts), (basis) => {
      const message = conformingMessage(basis);
      assert.deepEqual(validateRequest(message, basis.layout), []);
      const read = readRequest(draftOf(message, basis.boundary), 'none', basis.layout);
      assert.deepEqual(read, { message, fault: undefined });
      assert.deepEqual(pairOf(read.message), { channel: basis.channel, subject: basis.subject });
    }),
  );
});

test('with an opaque token only the form of the token is missed', () => {
  fc.assert(
    fc.property(bases(opaqueTokens), (basis) => {
      const broken = validateRequest(conformingMessage(basis), basis.layout).map(({ clause }) => clause);
      assert.deepEqual(broken, ['headers/authorization/token']);
    }),
  );
});

test('headers stand in the order of the specification, and only the part json is typed', () => {
  fc.assert(
    fc.property(bases(jwts), (basis) => {
      const { fields, body } = draftOf(conformingMessage(basis), basis.boundary);
      assert.deepEqual(
        fields.map(([name]) => name),
        ['Authorization', 'Content-Type', 'OrgId', 'AuthorizationContext', 'RequestId'],
      );
      const types = body.kind === 'form' ? body.parts.map(({ contentType }) => contentType) : [];
      const typed = { parts: [undefined, undefined], 'json-part': ['application/json'], json: [] };
      assert.deepEqual(types, typed[basis.layout]);
    }),
  );
});
