/**
 * Every violation, read back from its final bytes as a service reads it, breaks the clause that it names and no other,
 * beside a control that breaks none. For any credentials, subject, channel and layout.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Basis, conformingDraft, conformingMessage } from '../../../../generators/basis.js';
import { violationsOf, violationsOfClause } from '../../../../generators/violations/catalogue.js';
import type { Violation } from '../../../../generators/violations/violation.js';
import { type ClauseId, clauses, holdsIn } from '../../../../schemas/clauses/clauses.js';
import { editionIds } from '../../../../schemas/editions/editions.js';
import { layoutsOf } from '../../../../schemas/operations/operations.js';
import { slugSchema } from '../../../../schemas/record/case.schema.js';
import { subjectPlace } from '../../../../schemas/record/message-place.schema.js';
import { validateRequest } from '../../../../schemas/validation/validate-request.js';
import { placeWords } from '../../../../text/place-words.js';
import { bytesOf, pairOf, readRequest } from '../read-request.js';
import { bases, jwts, opaqueTokens, plainBasis, plainBasisIn } from '../some-basis.js';

/** Clauses that no schema can tell: the value is right by form and differs from what the credentials say. */
const beyondForm: ReadonlyMap<string, string> = new Map([
  ['headers/authorization/signature', 'Authorization'],
  ['headers/authorization/expiry', 'Authorization'],
  ['headers/org-id/token-org', 'OrgId'],
  ['headers/authorization-context/prefix', 'AuthorizationContext'],
]);
const garbageTokens = new Set(['three parts of garbage', 'three parts of JSON that say nothing']);

/** `opaque` tokens break one clause in the control as well, which is left out of account. */
function assertBreaksItsClause(basis: Basis, violation: Violation, opaque: boolean): void {
  const { clause, label, draft } = violation;
  const what = `${clause}: ${label}`;
  const { message, fault } = readRequest(draft, basis.boundary, basis);
  assert.equal(fault, undefined, what);
  const broken = validateRequest(message, basis).map((found) => found.clause);
  const judged = new Set(broken.filter((id) => !(opaque && id === 'headers/authorization/token' && id !== clause)));
  const header = beyondForm.get(clause) ?? (garbageTokens.has(label) ? 'Authorization' : undefined);
  if (header !== undefined) {
    assert.deepEqual([...judged], [], what);
    assert.notEqual(message.headers[header], conformingMessage(basis).headers[header], what);
    assert.deepEqual(pairOf(draft), { channel: basis.channel, subject: basis.subject }, what);
  } else if (clause === 'body/participants/every-entry') {
    assert.equal(judged.size, 1, what);
    assert.match([...judged][0] ?? '', /^body\/participants\/(?:entries|subject|role|app-type)/, what);
  } else {
    assert.deepEqual([...judged], [clause], what);
  }
}

/** No reader can take channel and participants out of it. */
function assertUnreadable(basis: Basis, { label, draft }: Violation): void {
  const { message, fault } = readRequest(draft, basis.boundary, basis);
  assert.ok(fault !== undefined || ('form' in message && Object.keys(message.form).length === 0), label);
  assert.deepEqual(message.headers, conformingMessage(basis).headers, label);
}

/** The right values, under another media type that fits the body. */
function assertUrlencoded(basis: Basis, { clause, draft }: Violation): void {
  const { headers } = readRequest(draft, basis.boundary, basis).message;
  const { 'Content-Type': type, ...others } = headers;
  const { 'Content-Type': _own, ...conforming } = conformingMessage(basis).headers;
  assert.deepEqual([type, others], ['application/x-www-form-urlencoded', conforming]);
  assert.match(clause, /^headers\/content-type\/(?:media-type|json)$/);
  assert.ok(draft.body.kind === 'raw');
  const values = new URLSearchParams(Buffer.from(draft.body.bytes).toString());
  const whole: unknown = JSON.parse(values.get('json') ?? 'null') ?? {
    channelAddressIdentifier: values.get('channelAddressIdentifier'),
    participants: JSON.parse(values.get('participants') ?? ''),
  };
  const { channel: channelAddressIdentifier, subject } = basis;
  assert.deepEqual(whole, {
    channelAddressIdentifier,
    participants: [{ subject, role: 'EndUser', appType: 'custom' }],
  });
}

for (const [kind, tokens] of [
  ['JWT', jwts],
  ['opaque', opaqueTokens],
] as const) {
  test(`with a token that is ${kind}: each breaks its clause and no other`, () => {
    fc.assert(
      fc.property(bases(tokens), (basis) => {
        const control = bytesOf(conformingDraft(basis));
        const seen = new Set<string>();
        for (const violation of violationsOf(basis)) {
          const what = `${violation.clause}: ${violation.slug}`;
          assert.match(violation.slug, slugForm);
          if (violation.clause === 'body/multipart/well-formed') assertUnreadable(basis, violation);
          else if (violation.slug === 'an-urlencoded-form-of-the-right-values') assertUrlencoded(basis, violation);
          else assertBreaksItsClause(basis, violation, kind === 'opaque');
          assert.notEqual(violation.difference.control, violation.difference.case, what);
          assert.ok(!bytesOf(violation.draft).equals(control), what);
          assert.ok(!seen.has(what), `${what} comes twice`);
          seen.add(what);
        }
      }),
      { numRuns: 15 },
    );
  });
}

const keysOf = (basis: Basis): readonly string[] => violationsOf(basis).map(({ clause, slug }) => `${clause}: ${slug}`);

const slugForm = new RegExp(slugSchema.pattern);

/** Depend on the values at hand: letters to swap, a prefix of two letters to cut, an org that has zeros only, an expired token. */
const notForAll =
  /: (?:letters-in-swapped-case|the-prefix-cut|the-prefix-in-\w+-case|an-org-of-zeros|a-token-past-its-time|in-lower-case|in-upper-case|signature-reversed)$/;

test('every JWT basis of a layout has the same violations under the same names', () => {
  const stable = (basis: Basis): readonly string[] => keysOf(basis).filter((key) => !notForAll.test(key));
  const plain = plainBasisIn('parts');
  const ofOneLetter = (authorizationContext: string): [Basis] => [
    { ...plain, credentials: { ...plain.credentials, authorizationContext } },
  ];
  fc.assert(
    fc.property(bases(jwts), (basis) => {
      assert.deepEqual(stable(basis), stable(plainBasisIn(basis.layout)));
    }),
    { numRuns: 25, examples: ['x_A', 'z_A', 'zx_A', 'xx_A'].map(ofOneLetter) },
  );
});

test('one basis gives the same bytes twice', () => {
  fc.assert(
    fc.property(bases(jwts), (basis) => {
      const [once, again] = [violationsOf(basis), violationsOf(structuredClone(basis))];
      assert.deepEqual(
        once.map(({ draft }) => bytesOf(draft).toString('latin1')),
        again.map(({ draft }) => bytesOf(draft).toString('latin1')),
      );
    }),
    { numRuns: 5 },
  );
});

/** What is owed to be refused, and by how many violations at least; where there is one way only, one. */
const owedByTheService: readonly ClauseId[] = [
  'headers/authorization/signature',
  'headers/authorization/expiry',
  'body/participants/every-entry',
];
const noFaultOfARequest: readonly ClauseId[] = ['operation/endpoint'];
const fewest: ReadonlyMap<string, number> = new Map([
  ['headers/authorization/required', 2],
  ['headers/content-type/required', 2],
  ['headers/org-id/required', 2],
  ['headers/authorization-context/required', 2],
  ['headers/request-id/required', 2],
  ['headers/authorization/expiry', 1],
  ['body/channel-address-identifier/string', 1],
  ['body/participants/non-empty', 1],
  ['body/participants/subject/non-empty', 1],
]);

for (const { id, owes } of clauses) {
  if ((owes !== 'both' && !owedByTheService.includes(id)) || noFaultOfARequest.includes(id)) continue;
  const least = fewest.get(id) ?? 3;
  test(`${id} has at least ${least} violations in each layout of its editions, and none elsewhere`, () => {
    for (const edition of editionIds) {
      for (const layout of layoutsOf(edition)) {
        const count = violationsOfClause({ ...plainBasis, edition, layout }, id).length;
        assert.ok(holdsIn(id, edition) ? count >= least : count === 0, `${layout}: ${count}`);
      }
    }
  });
}

test('an org with opaque tokens loses only what needs a JWT', () => {
  const opaque = {
    ...plainBasis,
    credentials: { ...plainBasis.credentials, accessToken: `${plainBasis.credentials.orgId}!AQ.x_y` },
  };
  const kept = new Set(keysOf(opaque));
  const lost = keysOf(plainBasis).filter((key) => !kept.has(key));
  assert.deepEqual(lost.filter((key) => !key.startsWith('headers/authorization/signature: ')).sort(), [
    'headers/authorization/token: a-blank-inside',
    'headers/authorization/token: a-part-too-many',
    'headers/authorization/token: dots-percent-encoded',
    'headers/authorization/token: two-parts-only',
  ]);
});

test('no expired token, no violation of expiry', () => {
  const { expiredAccessToken, ...credentials } = plainBasis.credentials;
  assert.equal(typeof expiredAccessToken, 'string');
  assert.deepEqual(violationsOfClause({ ...plainBasis, credentials }, 'headers/authorization/expiry'), []);
});

const places: readonly (readonly [clause: ClauseId, label: string, where: string, control: string, broken: string])[] =
  [
    ['headers/org-id/required', 'absent', 'header OrgId', '00DA00AA0a0Aa0z', 'absent'],
    ['headers/org-id/length', 'one character shorter', 'header OrgId', '00DA00AA0a0Aa0z', '00DA00AA0a0Aa0'],
    ['body/participants/role/value', 'the role Agent', 'participants[0].role', 'EndUser', 'Agent'],
    ['body/participants/role/value', 'null instead', 'participants[0].role', 'EndUser', 'null'],
    ['body/participants/subject/required', 'absent', 'participants[0].subject', 'ann', 'absent'],
    [
      'body/participants/every-entry',
      'entry 2 of 2: subject absent',
      'participants[1]',
      'absent',
      '{"role":"EndUser","appType":"custom"}',
    ],
    [
      'body/participants/every-entry',
      'entry 1 of 2: role empty',
      'participants[0]',
      '{"subject":"ann","role":"EndUser","appType":"custom"}',
      '{"subject":"ann","role":"","appType":"custom"}',
    ],
    ['body/channel-address-identifier/string', 'empty', 'channelAddressIdentifier', 'PartnerLine_02', ''],
  ];

for (const [clause, label, where, control, broken] of places) {
  test(`the difference of "${label}" is told at ${where}, in both layouts`, () => {
    for (const layout of ['parts', 'json-part'] as const) {
      const violation = violationsOfClause(plainBasisIn(layout), clause).find((one) => one.label === label);
      const { at, ...values } = violation?.difference ?? assert.fail(label);
      assert.deepEqual([placeWords(at), values], [where, { control, case: broken }], layout);
    }
  });
}

test('a subject that reads like another type is told apart from it', () => {
  for (const [subject, label, broken] of [
    ['true', 'a boolean instead', 'true'],
    ['7', 'a number instead', '7'],
    ['null', 'null instead', 'null'],
  ] as const) {
    const violations = violationsOfClause({ ...plainBasis, subject }, 'body/participants/subject/string');
    const { difference } = violations.find((one) => one.label === label) ?? assert.fail(label);
    assert.deepEqual(difference, { at: subjectPlace, control: `"${subject}"`, case: broken });
  }
});
