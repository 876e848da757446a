/** Failures that one mend settles are put together; what has to be mended apart stays apart; verdicts are not touched. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Violation } from '../../../../generators/violations/violation.js';
import type { MessagePlace } from '../../../../schemas/record/message-place.schema.js';
import { violationsLike } from '../../../../verdicts/replay/remake.js';
import { type Came, cameOf } from '../../../../verdicts/service/came.js';
import type { Finding } from '../../../../verdicts/service/outcome.js';
import { rootCauses } from '../../../../verdicts/service/root-causes.js';
import { exchangeWith } from '../../engine/service/in-memory-service.js';
import { finding, info, tally } from '../samples.js';

const violations = violationsLike(info);
const taken: Came = { kind: 'accepted', status: 202, shape: 'application/json conversationIdentifier' };
const error = (status: number, shape = 'text/html'): Came => ({ kind: 'other status', status, shape });

function failing({ clause, slug, difference }: Violation, came: Came): Finding {
  return finding({ clause, case: { slug }, violation: { clause, slug }, difference, came });
}

/** Every violation that a filter picks fails so; of the clauses of all others some were refused. */
function causesOf(
  picked: (one: Violation) => boolean,
  came: Came | ((one: Violation) => Came),
  { refuses = true, others = [] as readonly Finding[] } = {},
) {
  const failed = violations.filter(picked);
  const passed = violations.filter((one) => !picked(one));
  const results = [...new Set(violations.map(({ clause }) => clause))].map((id) => {
    const of = (list: readonly Violation[]): number => list.filter(({ clause }) => clause === id).length;
    return { id, cases: tally(of(passed), of(failed)) };
  });
  const status = { id: 'answer/refusal/status', cases: tally(refuses ? passed.length : 0, failed.length) };
  const findings = [...failed.map((one) => failing(one, typeof came === 'function' ? came(one) : came)), ...others];
  assert.ok(failed.length > 0);
  const causeOf = rootCauses(findings, violations, [...results, status]);
  return [...new Set(findings.map((one) => JSON.stringify(causeOf(one))))].map((text) => JSON.parse(text ?? 'null'));
}

const member = (...path: (string | number)[]): MessagePlace => ({ in: 'member', path });
const isOf = (beginning: string) => (one: Violation) => (one.breaks ?? one.clause).startsWith(beginning);
const isInHeader = (name: string) => (one: Violation) => JSON.stringify(one.difference.at).includes(`"${name}"`);

test('a member that nothing is checked of is one cause, also in every entry of a list', () => {
  assert.deepEqual(causesOf(isOf('body/participants/role/'), taken), [
    { kind: 'not checked', at: member('participants', 0, 'role') },
  ]);
});

test('a list whose entries nothing is checked of is one cause, whatever is wrong in them', () => {
  const isOfEntries = (one: Violation): boolean =>
    /^body\/participants\/(?:entries|every-entry|subject\/|role\/|app-type\/)/.test(one.clause);
  assert.deepEqual(causesOf(isOfEntries, taken), [{ kind: 'not checked', at: member('participants', 0) }]);
});

test('where some of what is wrong is refused, each clause is a cause of its own', () => {
  const isTaken = isOf('headers/org-id/');
  const picked = (one: Violation): boolean => isTaken(one) && one.slug !== 'absent';
  const causes = causesOf((one) => picked(one) && one.clause !== 'headers/org-id/required', taken);
  assert.deepEqual(
    causes.map(({ kind, clause }) => `${kind} ${clause}`),
    [
      'not refused headers/org-id/length',
      'not refused headers/org-id/characters',
      'not refused headers/org-id/token-org',
    ],
  );
});

test('one status with one shape for what is wrong at one place is one cause, and no other place has part in it', () => {
  assert.deepEqual(causesOf(isOf('body/participants'), error(500)), [
    { kind: 'refused with another status', status: 500, shape: 'text/html', at: member('participants') },
  ]);
  const two = causesOf((one) => isInHeader('OrgId')(one) || isInHeader('RequestId')(one), error(500));
  assert.deepEqual(
    two.map(({ at }) => at.name),
    ['OrgId', 'RequestId'],
  );
});

test('another status or another shape is another cause', () => {
  const isDrawn = isInHeader('OrgId');
  const byStatus = causesOf(isDrawn, ({ slug }) => error(slug === 'absent' ? 502 : 500));
  assert.deepEqual(new Set(byStatus.map(({ status }) => status)), new Set([502, 500]));
  const byShape = causesOf(isDrawn, ({ slug }) =>
    error(500, slug === 'absent' ? 'application/json code' : 'text/html'),
  );
  assert.equal(byShape.length, 2);
});

test('the media type belongs to the body, which is read as it says', () => {
  const causes = causesOf((one) => isInHeader('Content-Type')(one) || one.difference.at.in === 'body', error(500));
  assert.deepEqual(causes, [
    { kind: 'refused with another status', status: 500, shape: 'text/html', at: { in: 'body' } },
  ]);
});

test('where nothing is refused at all, it does not matter what is wrong', () => {
  assert.deepEqual(
    causesOf(() => true, error(500), { refuses: false }),
    [{ kind: 'refused with another status', status: 500, shape: 'text/html' }],
  );
});

test('a success with an error inside, and an answer that is broken, come from what writes refusals', () => {
  const inside: Came = { kind: 'malformed success', status: 200, shape: 'application/json error' };
  assert.deepEqual(causesOf(isOf('headers/'), inside), [
    { kind: 'refused with a success', status: 200, shape: 'application/json error' },
  ]);
  assert.deepEqual(causesOf(isOf('headers/'), { kind: 'no answer', failure: 'cut-answer' }), [
    { kind: 'refused with a broken answer', failure: 'cut-answer' },
  ]);
  const silent = causesOf(isOf('headers/org-id/'), { kind: 'no answer', failure: 'reset' });
  assert.deepEqual(silent, [{ kind: 'not answered', failure: 'reset', at: { in: 'header', name: 'OrgId' } }]);
});

test('where every success lacks the same, such a success takes what is wrong', () => {
  const lacking: Came = { kind: 'malformed success', status: 200, shape: 'application/json id' };
  const success = finding({
    clause: 'answer/success/conversation-identifier/required',
    expects: 'acceptance',
    came: lacking,
  });
  assert.deepEqual(causesOf(isOf('body/participants/role/'), lacking, { others: [success] }), [
    { kind: 'not checked', at: member('participants', 0, 'role') },
    null,
  ]);
});

test('what is no refusal that failed has no root cause', () => {
  const [one] = violations;
  assert.ok(one);
  const causeOf = rootCauses([], violations, []);
  const { came: _came, ...without } = failing(one, taken);
  for (const other of [
    without,
    { ...failing(one, taken), verdict: 'inconclusive' as const },
    { ...failing(one, taken), expects: 'same identifier' as const },
  ]) {
    assert.equal(causeOf(other), undefined);
  }
});

test('the shape of an answer is its media type and the names of its members, never a value', () => {
  const fields = [['content-TYPE', 'Application/JSON; charset=utf-8']] as const;
  assert.deepEqual(cameOf(exchangeWith({ status: 500, body: { message: 'a', code: 1 }, fields })), {
    kind: 'other status',
    status: 500,
    shape: 'application/json code message',
  });
  assert.deepEqual(cameOf(exchangeWith({ status: 502, body: '<p>b</p>' })), {
    kind: 'other status',
    status: 502,
    shape: '',
  });
  assert.deepEqual(cameOf(exchangeWith('reset')), { kind: 'no answer', failure: 'reset' });
});

test('what conforms and is refused alike in one place is one cause within a clause', () => {
  const refusing = (clause: Finding['clause'], came: Came): Finding => {
    const difference = { at: member('participants', 0, 'subject'), control: 'a plain word', case: '😀' };
    return finding({ clause, expects: 'acceptance', came, difference });
  };
  const anyText = 'body/participants/subject/any-text';
  const refused: Came = { kind: 'refused', status: 400, shape: 'application/json code' };
  const findings = [
    refusing(anyText, refused),
    refusing(anyText, refused),
    refusing(anyText, error(500)),
    refusing('body/participants/subject/length-255', refused),
  ];
  const causeOf = rootCauses(findings, violations, []);
  const causes = findings.map((one) => JSON.stringify(causeOf(one)));
  assert.equal(causes[0], causes[1]);
  assert.equal(new Set(causes).size, 3);
  // A refusal of what conforms says nothing of what a success looks like.
  assert.deepEqual(causesOf(isOf('body/participants/role/'), refused, { others: [refusing(anyText, refused)] })[0], {
    ...{ kind: 'refused with another status', status: 400, shape: 'application/json code' },
    at: member('participants'),
  });
});
