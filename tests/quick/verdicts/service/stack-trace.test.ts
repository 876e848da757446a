/** Stack traces of every language and framework, however they are wrapped; and refusals that only look so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeRefusalBody } from '../../../../verdicts/service/leaks.js';
import { answer, exchange } from '../samples.js';
import { innocentBodies, innocentTexts } from './innocent-refusals.js';
import { plainTraces, traceBodies } from './trace-samples.js';

/** What the refusal shows of a trace; undefined when it shows none. */
function traceIn(body: string, mediaType: string, request = ''): string | undefined {
  const fields = [['Content-Type', mediaType]] as const;
  const sent = exchange({ body: Buffer.from(request), answer: answer(400, body, { fields }) });
  const { leaks } = judgeRefusalBody(sent, () => false);
  assert.ok(
    leaks.every(({ clause }) => clause === 'answer/refusal/no-stack-trace'),
    JSON.stringify(leaks),
  );
  return leaks[0]?.got;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** How a text comes in an answer. */
const wrappings: readonly (readonly [name: string, mediaType: string, wrap: (text: string) => string])[] = [
  ['as text', 'text/plain', (text) => text],
  ['as text with CRLF', 'text/plain', (text) => text.replaceAll('\n', '\r\n')],
  ['in JSON', 'application/json', (text) => JSON.stringify({ code: 1, details: [{ trace: text }] })],
  ['as lines in JSON', 'application/json', (text) => JSON.stringify({ trace: text.split('\n') })],
  ['as JSON in JSON', 'application/json', (text) => JSON.stringify({ body: JSON.stringify({ trace: text }) })],
  ['in <pre>', 'text/html', (text) => `<html><body><h1>Error</h1><pre>${escapeHtml(text)}</pre></body></html>`],
  [
    'in HTML with <br> and &nbsp;',
    'text/html',
    (text) =>
      `<html><body><p>${escapeHtml(text)
        .replace(/\t/g, '&nbsp;&nbsp; ')
        .replace(/ {2}/g, ' &nbsp;')
        .replace(/\n/g, '<br />')}</p></body></html>`,
  ],
  [
    'in HTML, each line a list item',
    'text/html',
    (text) =>
      `<ul>${text
        .split('\n')
        .map((line) => `<li><code>${escapeHtml(line)}</code></li>`)
        .join('')}</ul>`,
  ],
];

for (const [name, trace] of plainTraces) {
  test(`a stack trace is found: ${name}`, () => {
    for (const [how, mediaType, wrap] of wrappings) {
      assert.match(traceIn(wrap(trace), mediaType) ?? `none ${how}`, /^the refusal shows a stack trace: ./);
    }
  });
}

for (const [name, mediaType, body] of traceBodies) {
  test(`a stack trace is found in ${name}`, () => assert.ok(traceIn(body, mediaType)));
}

for (const text of innocentTexts) {
  test(`no stack trace: ${JSON.stringify(text)}`, () => {
    for (const [how, mediaType, wrap] of wrappings) assert.equal(traceIn(wrap(text), mediaType), undefined, how);
  });
}

for (const [name, mediaType, body] of innocentBodies) {
  test(`no stack trace in ${name}`, () => assert.equal(traceIn(body, mediaType), undefined));
}

test('the tables are as long as was asked for', () => {
  assert.ok(plainTraces.length + traceBodies.length >= 120 && innocentTexts.length + innocentBodies.length >= 60);
});

test('the finding shows the frame, and no more than a line of it', () => {
  const body = `no\n\tat com.example.Api.handle(Api.java:42)\n\tat a.B.c(B.java:1)`;
  assert.equal(traceIn(body, 'text/plain'), 'the refusal shows a stack trace: at com.example.Api.handle(Api.java:42)');
  assert.ok((traceIn(`${'x'.repeat(5_000)}(Api.java:42)${'y'.repeat(5_000)}`, 'text/plain') ?? '').length < 300);
});

test('what a refusal repeats of the request is no stack trace, and a trace beside it is one', () => {
  for (const [name, trace] of plainTraces) {
    const request = JSON.stringify([{ subject: trace, role: 'EndUser', appType: 'custom' }]);
    for (const [how, mediaType, wrap] of wrappings) {
      assert.equal(traceIn(wrap(`no end user ${trace} here`), mediaType, request), undefined, `${name} ${how}`);
    }
    const beside = `no end user ${trace} here\n\tat com.acme.Other.run(Other.java:99)`;
    assert.match(traceIn(beside, 'text/plain', request) ?? name, /Other\.java:99/);
  }
});

/** What a body is made of that frames are made of too, and what stands at their borders. */
const pieces =
  'at |a|.|(|)|/|\\|C:\\|<|>|&|&lt;|&amp;|;|:|:1|:1:1| line 1|, line 1|, in |File "|"|\'|`|@|#0 |\n|\r| |\t|\\n|\\u0041|\\|.js|.java|.py|.rs|.php(1)|.go:1 |node:|x://|file:///|Exception|Error\n|at a.b(c)|at a.b(c) |->a(|::|{main}|{file,"|called at |panicked at |Class.|0: a::b|\u00a0|<!--|-->|<b>|</'.split(
    '|',
  );

const judge = (body: string, request: string): unknown =>
  judgeRefusalBody(exchange({ body: Buffer.from(request), answer: answer(400, body) }), () => false);

/** No clock: at these sizes a quadratic step takes hours, and the test never ends. */
for (const [mebibytes, numRuns] of [
  [1, 20],
  [8, 1],
] as const) {
  test(`hostile bodies of ${mebibytes} MiB are read in linear time`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (units, inJson) => {
          const unit = units.join('');
          const text = unit.repeat(Math.ceil((mebibytes * 1024 * 1024) / unit.length));
          judge(inJson ? JSON.stringify({ text }) : text, unit.repeat(100));
        },
      ),
      { numRuns, endOnFailure: true },
    );
  });
}

test('a body whose frames all stood in the request, and half of them each in new words, is read in linear time', () => {
  const request = 'at a.B.c(B.java:1)';
  judge(`${request}\n`.repeat(100_000), request);
  judge(Array.from({ length: 50_000 }, (_, index) => `a.js:1\nb${index}.js:${index}\n\nx\ny\nz`).join('\n'), 'a.js:1');
});

test('JSON nested deeper than the stack is searched all the same', () => {
  const depth = 100_000;
  const trace = JSON.stringify('  at handle (/srv/app/server.js:10:5)');
  assert.ok(traceIn('['.repeat(depth) + trace + ']'.repeat(depth), 'application/json'));
  assert.equal(traceIn('['.repeat(depth), 'application/json'), undefined);
});
