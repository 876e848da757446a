/** The conforming request of any basis conforms, on the wire too, and means the channel and subject of the basis. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conformingDraft, conformingMessage } from '../../../generators/basis.js';
import { validateRequest } from '../../../schemas/validation/validate-request.js';
import { pairOf, readRequest } from './read-request.js';
import { bases, jwts, opaqueTokens } from './some-basis.js';

test('it breaks no clause and comes back from its bytes as it was', () => {
  fc.assert(
    fc.property(bases(jwts), (basis) => {
      const message = conformingMessage(basis);
      assert.deepEqual(validateRequest(message, basis), []);
      const draft = conformingDraft(basis);
      assert.deepEqual(readRequest(draft, 'none', basis), { message, fault: undefined });
      assert.deepEqual(pairOf(draft), { channel: basis.channel, subject: basis.subject });
    }),
  );
});

test('with an opaque token only the form of the token is missed', () => {
  fc.assert(
    fc.property(bases(opaqueTokens), (basis) => {
      const broken = validateRequest(conformingMessage(basis), basis).map(({ clause }) => clause);
      assert.deepEqual(broken, ['headers/authorization/token']);
    }),
  );
});

test('headers stand in the order of the specification, and only the part json is typed', () => {
  fc.assert(
    fc.property(bases(jwts), (basis) => {
      const { method, path, fields, body } = conformingDraft(basis);
      assert.deepEqual([method, path], ['POST', 'v1/conversation']);
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
