/** What refusals give away: identifier, token, markup; and what only looks so. Stack traces have a test of their own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeRefusalBody } from '../../../../verdicts/service/leaks.js';
import type { Exchange, HttpAnswer } from '../../../../wire/exchange.js';
import { answer, exchange } from '../samples.js';

/** @param subject of the request. */
function leaks(answered: HttpAnswer, subject = 'Ann'): readonly string[] {
  const sent = exchange({ body: Buffer.from(JSON.stringify([{ subject }])), answer: answered });
  return judgeRefusalBody(sent, (text) => text.includes('SECRET')).leaks.map(({ clause }) => clause);
}

test('a conversation identifier is a leak wherever in a JSON body it stands, and none where it is empty', () => {
  const identifier = ['answer/refusal/no-identifier'];
  const problem: HttpAnswer['fields'] = [['Content-Type', 'application/problem+json']];
  assert.deepEqual(leaks(answer(400, '{"conversationIdentifier":"c"}')), identifier);
  assert.deepEqual(leaks(answer(400, '[{"errors":[{"conversationIdentifier":"c"}]}]')), identifier);
  assert.deepEqual(leaks(answer(400, '{"title":"no","conversationIdentifier":"c"}', { fields: problem })), identifier);
  assert.deepEqual(leaks(answer(400, '{"title":"no","conversationIdentifier":null}', { fields: problem })), []);
  for (const empty of ['null', '""']) {
    assert.deepEqual(leaks(answer(400, `{"conversationIdentifier":${empty}}`)), []);
    assert.deepEqual(leaks(answer(400, `[{"data":{"conversationIdentifier":${empty}}}]`)), []);
  }
  assert.deepEqual(leaks(answer(400, '{"message":"no conversationIdentifier for you"}')), []);
});

test('a token is a leak in the body and in a header', () => {
  const token = 'answer/refusal/no-token';
  assert.deepEqual(leaks(answer(401, 'token SECRET is wrong')), [token]);
  assert.deepEqual(leaks(answer(401, '', { fields: [['X-Echo', 'SECRET']] })), [token]);
});

const html: HttpAnswer['fields'] = [['content-TYPE', 'text/html; charset=utf-8']];
const marked = '<b onload=x>';

test('markup of the request is a leak in HTML only, and only unescaped', () => {
  const markup = 'answer/refusal/no-markup';
  const page = `<html><p>${marked}</p></html>`;
  assert.deepEqual(leaks(answer(400, page, { fields: html }), marked), [markup]);
  assert.deepEqual(leaks(answer(400, page), marked), [markup], 'browsers guess where no type is named');
  assert.deepEqual(leaks(answer(400, page, { fields: [['Content-Type', 'application/xhtml+xml']] }), marked), [markup]);
  assert.deepEqual(leaks(answer(400, page, { fields: [['Content-Type', 'text/plain']] }), marked), []);
  assert.deepEqual(leaks(answer(400, JSON.stringify({ message: marked })), marked), []);
  assert.deepEqual(leaks(answer(400, '<html>&lt;b onload=x&gt;</html>', { fields: html }), marked), []);
  assert.deepEqual(leaks(answer(400, page, { fields: html })), [], 'not of the request');
});

const probe = '<byoc-probe onload=x>';
const form = (value: string, boundary = 'b', name = 'participants'): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--${boundary}--\r\n`;
const head = (fields: string, path = '/v1/conversation'): string => `POST ${path} HTTP/1.1\r\n${fields}\r\n\r\n`;

/** Where in a request the markup stands, and how it is spelled there. */
const places: readonly (readonly [where: string, sent: Partial<Exchange>])[] = [
  ['a header', { head: head(`OrgId: ${probe}`) }],
  ['the name of a header', { head: head(`${probe}: 1`) }],
  ['the media type', { head: head(`Content-Type: text/${probe}`) }],
  ['the boundary', { head: head(`Content-Type: multipart/form-data; boundary="${probe}"`) }],
  ['the boundary in the body', { body: Buffer.from(form('[]', probe)) }],
  ['the name of a part', { body: Buffer.from(form('[]', 'b', probe)) }],
  ['the channel', { body: Buffer.from(form(probe, 'b', 'channelAddressIdentifier')) }],
  ['the subject', { body: Buffer.from(form(JSON.stringify([{ subject: `Ann ${probe}` }]))) }],
  ['the subject, in escapes', { body: Buffer.from(form('[{"subject":"\\u003Cbyoc-probe\\u0020onload=x\\u003e"}]')) }],
  ['the name of a member', { body: Buffer.from(JSON.stringify({ [probe]: 1 })) }],
  ['a body that is no form', { body: Buffer.from(probe) }],
  ['the target', { head: head('Host: a', '/v1/conversation?a=%3Cbyoc-probe%20onload=x%3E') }],
];

for (const [where, sent] of places) {
  test(`markup of the request is found wherever it stood: ${where}`, () => {
    const judge = (body: string) =>
      judgeRefusalBody(exchange({ ...sent, answer: answer(400, body, { fields: html }) }), () => false);
    const { leaks: found, tested } = judge(`<p>What came: ${probe}</p>`);
    assert.deepEqual(found, [
      { clause: 'answer/refusal/no-markup', got: `the HTML refusal repeats ${probe} unescaped` },
    ]);
    assert.ok(tested.includes('answer/refusal/no-markup'));
    assert.equal(judge(`<p>What came: ${probe.toUpperCase()}</p>`).leaks.length, 1);
    assert.deepEqual(judge('<p>What came: &lt;byoc-probe onload=x&gt;</p>').leaks, []);
    assert.deepEqual(judge('<p>What came: byoc-probe onload=x</p>').leaks, []);
  });
}

test('tags that a page has of its own are no echo of the same tags in the request', () => {
  const page = '<html><body><b>Error</b><p>No.</p><script>1</script></body></html>';
  const own = (subject: string) => leaks(answer(400, page, { fields: html }), subject);
  assert.deepEqual(own('<b>bold</b> &amp; <script>1</script>'), []);
  assert.deepEqual(own('<p>'), []);
  assert.deepEqual(own('a < b and c > d'), []);
  const echo = '<p>No end user <b>bold</b> &amp; <script>1</script></p>';
  const subject = '<b>bold</b> &amp; <script>1</script>';
  assert.deepEqual(leaks(answer(400, echo, { fields: html }), subject), ['answer/refusal/no-markup']);
  const quoted = leaks(answer(400, '<p><a href="x:y">z</a>', { fields: html }), '<a href="x:y">z</a>');
  assert.deepEqual(quoted, ['answer/refusal/no-markup'], 'quotes that JSON escapes');
});

test('a request without markup does not put its clause to the test', () => {
  const { tested } = judgeRefusalBody(exchange({ answer: answer(400) }), () => false);
  assert.deepEqual(tested, [
    'answer/refusal/no-identifier',
    'answer/refusal/no-token',
    'answer/refusal/no-stack-trace',
  ]);
});

test('a JSON refusal without a media type is no HTML, whatever it repeats', () => {
  assert.deepEqual(leaks(answer(400, JSON.stringify({ message: `<html>${probe}` })), probe), []);
  assert.deepEqual(leaks(answer(400, ` <p>${probe}`), probe), ['answer/refusal/no-markup']);
});

test('several leaks in one refusal are all told', () => {
  const body = '{"conversationIdentifier":"c","echo":"SECRET","trace":"Traceback (most recent call last)"}';
  assert.deepEqual(leaks(answer(400, body)), [
    'answer/refusal/no-identifier',
    'answer/refusal/no-token',
    'answer/refusal/no-stack-trace',
  ]);
});
