/** The sender's reader against Node's own HTTP server: whatever that writes must be read as it was meant. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { portOf, request, senderFor } from './raw-server.js';

const codings = { identity: (body: Buffer) => body, gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

const answer = fc.record({
  // 408, 429 and 503 have a meaning of their own to the sender.
  status: fc.integer({ min: 200, max: 599 }).filter((status) => ![408, 429, 503].includes(status)),
  body: fc.uint8Array({ maxLength: 5_000, size: 'max' }),
  coding: fc.constantFrom('identity' as const, 'gzip' as const, 'deflate' as const, 'br' as const),
  framing: fc.constantFrom('length' as const, 'chunked' as const),
  pieces: fc.integer({ min: 1, max: 7 }),
  close: fc.boolean(),
  field: fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/),
  hints: fc.integer({ min: 0, max: 3 }),
});

test('reads 300 random answers of node:http, 16 at a time', async (t) => {
  const plans = fc.sample(answer, { numRuns: 300 });
  const server = createServer((request, response) => {
    const plan = plans[Number(request.headers['x-plan'])];
    request.resume().once('end', () => {
      if (plan === undefined) throw new Error('no such plan');
      const coded = codings[plan.coding](Buffer.from(plan.body));
      for (let hint = 0; hint < plan.hints; hint += 1) response.writeProcessing();
      response.writeHead(plan.status, {
        'X-Field': plan.field,
        ...(plan.coding === 'identity' ? {} : { 'Content-Encoding': plan.coding }),
        ...(plan.framing === 'length' ? { 'Content-Length': coded.length } : { 'Transfer-Encoding': 'chunked' }),
        ...(plan.close ? { Connection: 'close' } : {}),
      });
      const size = Math.ceil(coded.length / plan.pieces) || 1;
      for (let from = 0; from < coded.length; from += size) response.write(coded.subarray(from, from + size));
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const sender = senderFor(t, new URL(`http://127.0.0.1:${portOf(server)}`), { concurrency: 16 });
  const exchanges = await Promise.all(
    plans.map((_, index) => sender.send({ ...request, fields: [['X-Plan', `${index}`]], body: Buffer.alloc(index) })),
  );
  for (const [index, { answer: read, failure }] of exchanges.entries()) {
    const plan = plans[index];
    assert.ok(plan);
    assert.equal(failure, undefined, failure?.message);
    assert.equal(read?.status, plan.status);
    assert.equal(read?.fields.find(([name]) => name === 'X-Field')?.[1], plan.field);
    const expected = plan.status === 204 || plan.status === 304 ? Buffer.alloc(0) : Buffer.from(plan.body);
    assert.deepEqual(Buffer.from(read?.body ?? []), expected);
  }
  const closed = plans.filter(({ close }) => close).length;
  assert.ok(sender.counts.connections <= closed + 16, 'connections are kept where the server keeps them');
});
