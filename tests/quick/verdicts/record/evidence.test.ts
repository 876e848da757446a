/** Evidence: the exchange as it was, without secrets, text as text and bytes as base64, bounded. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRedactor, mark } from '../../../../text/redactor.js';
import { maxEvidenceBytes, toEvidence } from '../../../../verdicts/record/evidence.js';
import { answer, exchange } from '../samples.js';

const secret = 'abcdefghijklmnopqrstuvwxyz0123456789';
const redactor = createRedactor([secret]);

test('head, body and answer are kept as they were, times rounded', () => {
  const head = 'POST /api/v1/conversation HTTP/1.1\r\norgID:  x \r\nEmpty:\r\nA: b: c\r\n\r\n';
  const kept = toEvidence(
    exchange({ head, body: Buffer.from('b\r\n'), answer: answer(202, '{"a":1}', { fields: [['X-Y', 'z']] }) }),
    redactor,
  );
  assert.deepEqual(kept, {
    number: 1,
    startedMs: 1.23,
    durationMs: 2.5,
    connection: 3,
    reused: false,
    request: {
      method: 'POST',
      target: '/api/v1/conversation',
      fields: [
        ['orgID', ' x '],
        ['Empty', ''],
        ['A', 'b: c'],
      ],
      body: { text: 'b\r\n', bytes: 3, cut: false },
    },
    answer: {
      httpVersion: '1.1',
      status: 202,
      reason: 'Reason',
      fields: [['X-Y', 'z']],
      body: { text: '{"a":1}', bytes: 7, cut: false },
    },
  });
});

test('a failure is kept with its words', () => {
  const kept = toEvidence(exchange({ failure: { kind: 'reset', message: `reset near ${secret}` } }), redactor);
  assert.deepEqual(kept.failure, { kind: 'reset', message: `reset near ${mark}` });
  assert.equal(kept.answer, undefined);
});

test('the secret is nowhere: request line, names, values, reason, bodies of text and of bytes', () => {
  const binary = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(secret), Buffer.from([0x80])]);
  const kept = toEvidence(
    exchange({
      head: `POST /${secret} HTTP/1.1\r\nAuthorization: Bearer ${secret}\r\n${secret}: x\r\nbroken ${secret}\r\n\r\n`,
      body: binary,
      answer: answer(400, `<p>${secret}</p>`, { reason: secret, fields: [[secret, secret]] }),
      failure: { kind: 'closed-early', message: secret },
    }),
    redactor,
  );
  const written = JSON.stringify(kept) + Buffer.from(kept.request.body.base64 ?? '', 'base64').toString('latin1');
  assert.doesNotMatch(written, /abcdefghijkl/);
  assert.deepEqual(kept.request.fields[0], ['Authorization', `Bearer ${mark}`]);
});

test('bytes that are no UTF-8 are base64', () => {
  const { body } = toEvidence(exchange({ body: Buffer.from([0x61, 0xff, 0x00]) }), redactor).request;
  assert.deepEqual(body, { base64: 'Yf8A', bytes: 3, cut: false });
  const replacement = toEvidence(exchange({ body: Buffer.from('a\uFFFD') }), redactor).request.body;
  assert.deepEqual(replacement, { text: 'a\uFFFD', bytes: 4, cut: false }, 'a replacement character of their own');
});

for (const [what, bytes] of [
  ['text', Buffer.alloc(100_000, 'x')],
  ['bytes', Buffer.alloc(100_000, 0xff)],
] as const) {
  test(`long ${what} is cut and keeps its size`, () => {
    const { body } = toEvidence(exchange({ answer: answer(400, bytes) }), redactor).answer ?? assert.fail();
    assert.deepEqual([body.bytes, body.cut], [100_000, true]);
    const kept = body.text ?? Buffer.from(body.base64 ?? '', 'base64').toString('latin1');
    assert.equal(kept.length, maxEvidenceBytes);
  });
}

test('what the sender cut already is told as cut', () => {
  const kept = toEvidence(exchange({ answer: answer(400, 'short', { truncated: true }) }), redactor);
  assert.equal(kept.answer?.body.cut, true);
});

test('a secret across the bound leaves no beginning behind', () => {
  for (let overlap = 1; overlap < secret.length; overlap += 5) {
    const body = Buffer.from('y'.repeat(maxEvidenceBytes - overlap) + secret + 'z'.repeat(50));
    const { text = '' } = toEvidence(exchange({ body }), redactor).request.body;
    assert.doesNotMatch(text, /ya/, `${overlap} characters before the bound`);
  }
});

test('a text of wide characters stays text, cut or not', () => {
  for (const [length, cut] of [
    [maxEvidenceBytes - 1, false],
    [maxEvidenceBytes * 3, true],
  ] as const) {
    const { body } = toEvidence(exchange({ body: Buffer.from(`x${'é'.repeat(length)}`) }), redactor).request;
    assert.equal(body.base64, undefined);
    assert.equal(body.cut, cut);
    assert.equal(body.text?.startsWith('xéé'), true);
  }
});
