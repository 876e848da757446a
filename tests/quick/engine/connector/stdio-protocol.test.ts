/** The lines of the protocol of drivers: what is written has no character that ends a line for anybody, what comes is read with care. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOf, readLine } from '../../../../engine/connector/driving/stdio-protocol.js';
import { fc } from '../../../../generators/fast-check.js';

test('a question is one line of ASCII, and holds the subject', async () => {
  await fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (subject) => {
      const question = { seq: 1, do: { operation: 'x', edition: '61.0', input: { subject } } };
      const line = lineOf(question);
      assert.match(line, /^[\x20-\x7e]+\n$/);
      assert.deepEqual(JSON.parse(line), question);
    }),
    { examples: [['\u2028\u2029\u0085\r\n\u007f']] },
  );
});

const replies: readonly (readonly [line: string, reply: unknown])[] = [
  ['{"seq":3,"done":true}', { kind: 'done' }],
  ['\uFEFF{"seq":3,"done":true,"seen":"x"}', { kind: 'done', seen: 'x' }],
  ['{"seq":3,"done":true,"seen":null,"refused":null,"broken":false}', { kind: 'done' }],
  ['{"seq":3,"refused":true}', { kind: 'refused', told: 'the connector refused it' }],
  ['{"seq":3,"unsupported":"no"}', { kind: 'unsupported', told: 'the driver does not support it: "no"' }],
  ['{"seq":3,"broken":"a\\u001bb"}', { kind: 'broken', told: 'the connector broke: "a⟨U+001B⟩b"' }],
  [
    '{"seq":3,"protocol":1,"name":"n","version":"v","operations":["o",1]}',
    { kind: 'started', started: { protocol: 1, name: 'n', version: 'v', operations: ['o'] } },
  ],
];

for (const [line, reply] of replies) test(`read: ${line}`, () => assert.deepEqual(readLine(line), { seq: 3, reply }));

for (const line of [
  '{"seq":3}',
  '{"seq":3,"done":true,"broken":"x"}',
  '{"seq":3,"done":1}',
  '{"seq":3,"done":true,"seen":{"id":"x"}}',
  '{"seq":3,"protocol":1}',
])
  test(`not understood: ${line}`, () => assert.equal(readLine(line)?.reply.kind, 'unreadable'));

for (const line of ['', 'ready', '[]', '3', '{}', '{"seq":"3","level":30,"msg":"done"}', '{"seq":3,"done":true'])
  test(`no answer: ${line}`, () => assert.equal(readLine(line), undefined));

for (const line of ['{"seq":"3","done":true}', '{"seq":0.5,"refused":"no"}', '{"done":true}'])
  test(`an answer to nobody knows which question: ${line}`, () => {
    const read = readLine(line);
    assert.ok(read !== undefined && read.seq === undefined);
  });
