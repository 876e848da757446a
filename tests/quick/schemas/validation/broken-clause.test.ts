/** What is wrong is told with its place and in plain words; a keyword without a clause is an error of ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SchemaNode } from '../../../../schemas/keywords.js';
import { createContractAjv } from '../../../../schemas/validation/ajv.js';
import { type BrokenClause, brokenClauses } from '../../../../schemas/validation/broken-clause.js';
import { validateRefusal, validateSuccess } from '../../../../schemas/validation/validate-answer.js';
import { validateRequest } from '../../../../schemas/validation/validate-request.js';
import { formOf } from '../../forms.js';
import { conforming, entry, withParticipants } from '../conforming.js';

const told = (broken: readonly BrokenClause[]): readonly string[] =>
  broken.map(({ at, problem }) => `${at} ${problem}`);
const success = (status: number, body: unknown): readonly string[] => {
  const judged = validateSuccess({ status, body });
  return judged.ok ? [] : told(judged.broken);
};

const wordings: readonly (readonly [what: string, told: readonly string[], expected: string])[] = [
  [
    'an absent header',
    told(validateRequest(conforming({ OrgId: undefined }), formOf('parts'))),
    '/headers/OrgId is missing',
  ],
  ['an empty header', told(validateRequest(conforming({ OrgId: '' }), formOf('parts'))), '/headers/OrgId is empty'],
  [
    'another form',
    told(validateRequest(conforming({ RequestId: '42' }), formOf('parts'))),
    '/headers/RequestId is not of the required form',
  ],
  [
    'a missing boundary',
    told(validateRequest(conforming({ 'Content-Type': 'multipart/form-data' }), formOf('parts'))),
    '/headers/Content-Type is not of the required form',
  ],
  [
    'another type',
    told(validateRequest(withParticipants({}), formOf('parts'))),
    '/form/participants is not of type array',
  ],
  ['an empty list', told(validateRequest(withParticipants([]), formOf('parts'))), '/form/participants has no entry'],
  [
    'another word in the second entry',
    told(validateRequest(withParticipants([entry, { ...entry, role: 'Agent' }]), formOf('parts'))),
    '/form/participants/1/role is not "EndUser"',
  ],
  [
    'an absent member',
    told(validateRequest(withParticipants([{ role: 'EndUser', appType: 'custom' }]), formOf('parts'))),
    '/form/participants/0/subject is missing',
  ],
  [
    'no JSON',
    told(validateRequest({ ...conforming(), form: { ...conforming().form, participants: '[' } }, formOf('parts'))),
    '/form/participants is not readable JSON',
  ],
  ['another status', success(204, { conversationIdentifier: 'c' }), '/status is none of [200,201,202]'],
  [
    'an identifier that is none',
    success(200, { conversationIdentifier: 7 }),
    '/body/conversationIdentifier is not of type string',
  ],
  [
    'an identifier in a refusal',
    told(validateRefusal({ status: 400, body: { conversationIdentifier: 'c' } })),
    '/body has what it must not have',
  ],
];

for (const [what, all, expected] of wordings) {
  test(`${what} is told as "${expected}"`, () => assert.deepEqual(all, [expected]));
}

function errorsOf(schema: SchemaNode, value: unknown): readonly BrokenClause[] {
  const validate = createContractAjv().compile(schema);
  assert.equal(validate(value), false);
  return brokenClauses(validate.errors ?? []);
}

test('one clause that breaks twice at one place is told once, at two places twice', () => {
  const twice = { 'x-clauses': { pattern: 'headers/org-id/length' }, pattern: '^a$' };
  assert.equal(errorsOf({ type: 'string', allOf: [twice, { ...twice, pattern: '^b$' }] }, 'x').length, 1);
  const list = { type: 'array', items: { type: 'string', ...twice } };
  assert.deepEqual(told(errorsOf(list, ['x', 'a', 'y'])), [
    '/0 is not of the required form',
    '/2 is not of the required form',
  ]);
});

test('a keyword without a clause is thrown with its place in the schema', () => {
  assert.throws(
    () => errorsOf({ type: 'object', properties: { a: { const: 1 } } }, { a: 2 }),
    /#\/properties\/a\/const has no clause/,
  );
});
