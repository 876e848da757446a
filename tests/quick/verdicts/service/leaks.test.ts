/** What refusals give away: identifier, token, stack traces of each language, markup; and what only looks so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaksOf } from '../../../../verdicts/service/leaks.js';
import type { HttpAnswer } from '../../../../wire/exchange.js';
import { answer } from '../samples.js';

const leaks = (one: HttpAnswer, markup?: string): readonly string[] =>
  leaksOf(one, (text) => text.includes('SECRET'), markup).map(({ clause }) => clause);

const traces: readonly (readonly [language: string, trace: string])[] = [
  [
    'Java',
    'java.lang.IllegalStateException: no\n\tat com.example.Api.handle(Api.java:42)\n\tat java.base/java.lang.Thread.run(Thread.java:840)',
  ],
  ['Java, native', 'at sun.reflect.NativeMethodAccessorImpl.invoke0(Native Method)'],
  ['Java, constructor', 'at com.example.Api.<init>(Api.java:7)'],
  ['Kotlin', 'at com.example.ApiKt$handle$1.invokeSuspend(Api.kt:12)'],
  ['Scala', 'at com.example.Api$.handle(Api.scala:9)'],
  ['Python', 'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in handle\n    raise ValueError()'],
  ['Python, one frame', '  File "/srv/app.py", line 3, in <module>'],
  ['Node', 'Error: no\n    at handle (/srv/app/server.js:10:5)'],
  ['Node, a URL', 'Error: no\n    at async handle (file:///srv/app/server.mjs:10:5)'],
  ['Node, a core module', '    at Server.emit (node:events:518:28)'],
  ['Node on Windows', '    at handle (C:\\srv\\server.js:10:5)'],
  ['.NET', '   at Example.Api.Handle(Request r) in C:\\src\\Api.cs:line 42'],
  ['PHP', '#0 /srv/index.php(12): handle()\n#1 {main}'],
  ['Ruby', "/srv/app.rb:3:in `handle'"],
  ['Go', 'goroutine 1 [running]:\nmain.main()\n\t/srv/main.go:7 +0x1d'],
];

for (const [language, trace] of traces) {
  test(`a stack trace of ${language} is found as text, in HTML and inside JSON`, () => {
    assert.deepEqual(leaks(answer(400, trace)), ['answer/refusal/no-stack-trace']);
    assert.deepEqual(leaks(answer(400, `<html><pre>\n${trace}\n</pre></html>`)), ['answer/refusal/no-stack-trace']);
    const json = JSON.stringify({ code: 1, details: [{ trace }] });
    assert.deepEqual(leaks(answer(400, json)), ['answer/refusal/no-stack-trace']);
  });
}

const harmless: readonly string[] = [
  '',
  'Bad request',
  '{"code":10016,"message":"The header OrgId is not valid (at least 15 characters)"}',
  'No stack trace is shown. Ask support for the traceback.',
  'Error at line 3, column 7: unexpected token',
  'Look at https://example.com/docs (section 4:2)',
  'File "participants" is missing, line 3',
  'at 10:42:05 the request was refused',
  'goroutine pools are not the answer',
  'Contact support at 555-0100 (Mon-Fri)',
  '#1 problem: the role is wrong',
];

for (const text of harmless) {
  test(`no leak: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(leaks(answer(400, text)), []);
    assert.deepEqual(leaks(answer(400, JSON.stringify({ message: text }))), []);
  });
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

test('several leaks in one refusal are all told', () => {
  const body = '{"conversationIdentifier":"c","echo":"SECRET","trace":"Traceback (most recent call last)"}';
  assert.deepEqual(leaks(answer(400, body)), [
    'answer/refusal/no-identifier',
    'answer/refusal/no-token',
    'answer/refusal/no-stack-trace',
  ]);
});

test('JSON nested deeper than the stack is searched all the same', () => {
  const depth = 100_000;
  const trace = JSON.stringify('  at handle (/srv/app/server.js:10:5)');
  const body = '['.repeat(depth) + trace + ']'.repeat(depth);
  assert.deepEqual(leaks(answer(400, body.slice(0, 1))), []);
  assert.ok(
    leaks(answer(400, '['.repeat(2_000) + trace + ']'.repeat(2_000))).includes('answer/refusal/no-stack-trace'),
  );
  assert.doesNotThrow(() => leaks(answer(400, body)));
});
