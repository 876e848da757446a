/** Requests with markup in them break the clause that they name and no other; the one that a service may take breaks none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conformingDraft, conformingMessage } from '../../../../generators/basis.js';
import { requestsWithMarkup } from '../../../../generators/violations/markup.js';
import { type ClauseId, holdsIn } from '../../../../schemas/clauses/clauses.js';
import { layouts } from '../../../../schemas/codecs/codecs.js';
import { validateRequest } from '../../../../schemas/validation/validate-request.js';
import { bytesOf, pairOf, readRequest } from '../read-request.js';
import { bases, jwts, plainBasisIn } from '../some-basis.js';

/** Markup is too long for an org id, and has no characters of one. */
const besides = (clause: ClauseId): readonly ClauseId[] =>
  clause === 'headers/org-id/length' ? ['headers/org-id/characters'] : [];

for (const layout of layouts) {
  const { edition, operation } = plainBasisIn(layout);
  const held = requestsWithMarkup.filter(({ clause }) => holdsIn(clause, edition, operation));

  for (const { clause, label, isOpen, change } of held) {
    test(`${layout}: ${clause}: ${label}`, () => {
      fc.assert(
        fc.property(bases(jwts, [layout]), (basis) => {
          const plain = conformingDraft(basis);
          const draft = change(plain, basis);
          assert.match(bytesOf(draft).toString(), /<byoc-probe onload=x>/);
          const { message } = readRequest(draft, basis.boundary, basis);
          // A form of no boundary cannot be read: its values are those of the plain request.
          const isCutByNone = clause === 'headers/content-type/boundary';
          const judged = isCutByNone ? { ...conformingMessage(basis), headers: message.headers } : message;
          const broken = new Set(validateRequest(judged, basis).map((found) => found.clause));
          assert.deepEqual([...broken], isOpen ? [] : [clause, ...besides(clause)]);
          if (isOpen) assert.deepEqual(pairOf(draft), { channel: '<byoc-probe onload=x>', subject: basis.subject });
        }),
        { numRuns: 25 },
      );
    });
  }

  test(`${layout}: markup stands in each place that there is`, () => {
    const basis = plainBasisIn(layout);
    const sent = held.map(({ change }) => bytesOf(change(conformingDraft(basis), basis)).toString());
    const places = [
      /^Content-Type: <byoc-probe/m,
      /"subject":"<byoc-subject/,
      layout === 'json' ? /"<byoc-probe onload=x>":"PartnerLine_02"/ : /boundary="<byoc-probe/,
      layout === 'parts' ? /channelAddressIdentifier"\r\n\r\n<byoc-probe/ : /"channelAddressIdentifier":"<byoc-probe/,
      ...(layout === 'json' ? [] : [/name="<byoc-probe/]),
    ];
    for (const place of places)
      assert.ok(
        sent.some((bytes) => place.test(bytes)),
        String(place),
      );
  });
}
