/** Whatever the generators call conforming is green in every legal spelling; every violation breaks exactly its clause. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawnSpellings, messageOf } from '../../../../generators/arbitraries/request.js';
import { type Basis, conformingDraft, draftOf } from '../../../../generators/basis.js';
import { violationsOf } from '../../../../generators/violations/catalogue.js';
import { clauseOf } from '../../../../schemas/clauses/clauses.js';
import { type Layout, layouts } from '../../../../schemas/codecs/codecs.js';
import { isEditionId } from '../../../../schemas/editions/editions.js';
import type { ConnectorContract } from '../../../../verdicts/connector/contract.js';
import { judgeRequest } from '../../../../verdicts/connector/judge-request.js';
import { encodeRequest } from '../../../../wire/codecs/encode.js';
import type { ReceivedRequest } from '../../../../wire/received.js';
import type { RequestDraft } from '../../../../wire/request.js';
import { bases, jwts, plainBasisIn } from '../../generators/some-basis.js';
import { received } from './corpus/client.js';

function contractOf({ credentials, edition }: Basis): ConnectorContract {
  const { orgId, authorizationContext, channels, accessToken } = credentials;
  return { edition, orgId, authorizationContext, channels, tokens: [accessToken] };
}

function requestOf(draft: RequestDraft): ReceivedRequest {
  const { method, fields, body } = encodeRequest(draft);
  return { ...received({ head: [`${method} /api/v1/conversation HTTP/1.1`], body }), fields };
}

const broken = (request: ReceivedRequest, contract: ConnectorContract) =>
  judgeRequest(request, contract).filter(({ verdict }) => verdict === 'nonconformant');

test('a conforming request is green in every legal spelling', () => {
  const drawn = bases(jwts).chain((basis) =>
    fc.record({
      basis: fc.constant(basis),
      message: messageOf(basis),
      spellings: drawnSpellings(isEditionId(basis.edition) ? basis.edition : '61.0'),
    }),
  );
  fc.assert(
    fc.property(drawn, ({ basis, message, spellings }) => {
      const plain = draftOf(message, basis);
      const draft = spellings.reduce((before, spelling) => spelling.apply(before), plain);
      assert.deepEqual(broken(requestOf(draft), contractOf(basis)), []);
    }),
    { numRuns: 300 },
  );
});

/** Legal ways to frame one form; each works on the text of the body, a character for a byte. */
const framings: readonly ((body: string, boundary: string) => string)[] = [
  (body) => `\r\n${body}`,
  (body) => `A preamble.\r\n--not the boundary\r\n${body}`,
  (body) => `${body}An epilogue.\r\n`,
  (body, boundary) => body.replaceAll(`--${boundary}\r\n`, `--${boundary} \t\r\n`),
  (body) => body.replace(/\r\n$/, ''),
  (body) => `${body}\r\n`,
  (body) => body.replaceAll(/Content-Disposition: form-data; name="(\w+)"/g, 'content-disposition:Form-Data;name=$1'),
  (body) =>
    body.replaceAll(
      /Content-Disposition: form-data; name="\w+"/g,
      (line) => `X-Before: 1\r\n${line}; filename="a;b.json"\r\nX-Behind: 2`,
    ),
  (body) => body.replaceAll(/(Content-Disposition: form-data;) (name="\w+")/g, '$1\r\n $2'),
];

test('a conforming form is green in every legal framing, alone and together', () => {
  const drawn = fc.record({ basis: bases(jwts, ['parts', 'json-part']), some: fc.subarray([...framings]) });
  fc.assert(
    fc.property(drawn, ({ basis, some }) => {
      const request = requestOf(conformingDraft(basis));
      const plain = Buffer.from(request.body).toString('latin1');
      // A line of the content that looks like a header of a part would be changed with it.
      fc.pre(!/Content-Disposition.*Content-Disposition/s.test(basis.subject + basis.channel));
      const body = some.reduce((before, frame) => frame(before, basis.boundary), plain);
      assert.deepEqual(broken({ ...request, body: Buffer.from(body, 'latin1') }, contractOf(basis)), []);
    }),
    { numRuns: 300 },
  );
});

/** What only a service can tell from a sound request: signature and expiry of a token. */
const unseen = new Set(['headers/authorization/signature', 'headers/authorization/expiry']);

for (const layout of layouts) {
  const basis = plainBasisIn(layout);
  const contract = contractOf(basis);
  for (const { clause, label, draft } of violationsOf(basis)) {
    const owes = clauseOf(clause).owes;
    test(`${layout}: ${clause}: ${label}`, () => {
      const findings = judgeRequest(requestOf(draft), contract);
      const red = findings.filter(({ verdict }) => verdict === 'nonconformant').map((finding) => finding.clause);
      if (unseen.has(clause)) {
        // Issued or not is seen all the same: the token is altered, or one that this org never gave.
        assert.deepEqual(
          findings.map((finding) => finding.clause),
          ['headers/authorization/token'],
          label,
        );
        return;
      }
      assert.equal(red.length, 1, `${label}: ${JSON.stringify(findings)}`);
      if (owes === 'service') assert.match(red[0] ?? '', /^body\/participants\//);
      else assert.deepEqual(red, [clause]);
      for (const { message, advice } of findings) {
        assert.match(message, /^[A-Za-z].*\.$/s);
        assert.match(advice, /^[A-Z].*\.\)?$/s);
        assert.ok(!message.includes(basis.credentials.accessToken) && !advice.includes(basis.credentials.accessToken));
      }
    });
  }
}

test('the whole catalogue is judged in each layout', () => {
  const count = (layout: Layout): number => violationsOf(plainBasisIn(layout)).length;
  for (const layout of layouts) assert.ok(count(layout) > 150, layout);
});
