/** The history in words: counts, what is shared without being judged, and what the run could have seen of collisions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collisionWords, identityWords, unjudgedWords } from '../../../reports/identity-words.js';

const identities = { answers: 900, pairs: 480, identifiers: 479, audited: 0 };

test('merges and splits, or none', () => {
  assert.equal(identityWords({ ...identities, merged: 1, split: 0 }), '480 pairs, 479 identifiers: 1 merge');
  assert.equal(identityWords({ ...identities, merged: 2, split: 1 }), '480 pairs, 479 identifiers: 2 merges, 1 split');
  assert.equal(identityWords({ ...identities, merged: 0, split: 0 }), '480 pairs, 479 identifiers: no merge, no split');
  const none = { ...identities, pairs: 0, identifiers: 0, merged: 0, split: 0 };
  assert.equal(identityWords(none), '0 pairs, 0 identifiers');
  assert.equal(identityWords(identities), '480 pairs, 479 identifiers');
});

test('the collision width in plain words', () => {
  assert.match(
    collisionWords({ ...identities, width: 15 }) ?? '',
    /480 pairs .*95 %.* 15 bits or fewer \(32,768 values\)/,
  );
  assert.match(collisionWords({ ...identities, width: 0 }) ?? '', /says nothing/);
  assert.equal(collisionWords(identities), undefined);
});

test('a shared identifier that is no merge is told, so that the numbers add up', () => {
  const points = [
    { pair: 0, identifier: 0 },
    { pair: 1, identifier: 0 },
  ];
  const shared = { ...identities, pairs: 2, identifiers: 1, points, leftOut: 0, split: 0 };
  assert.match(unjudgedWords({ ...shared, merged: 0 }) ?? '', /^1 pair with odd subjects .* shares an identifier/);
  assert.equal(unjudgedWords({ ...shared, merged: 1 }), undefined);
  assert.equal(unjudgedWords(identities), undefined);
});
