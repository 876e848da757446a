/** form-data writes what the byte reader reads: the two are inverse, for any text in any part. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeBody, encodeRequest } from '../../../../wire/codecs/encode.js';
import { readMultipart } from '../../../../wire/multipart/multipart-reader.js';
import type { FormBody } from '../../../../wire/request.js';

/** Lone surrogates have no bytes in UTF-8, so no reader could give them back. */
const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
const parts = fc.array(
  fc.record(
    {
      name: fc.stringMatching(/^[A-Za-z][\w.]{0,20}$/),
      value: fc.oneof(texts, fc.json(), fc.constantFrom('', '\r\n', '--', '\r\n--', 'a\r\n\r\nb')),
      contentType: fc.constantFrom('application/json', 'text/plain; charset=utf-8'),
    },
    { requiredKeys: ['name', 'value'], noNullPrototype: true },
  ),
  { minLength: 1, maxLength: 4 },
);
const forms: fc.Arbitrary<FormBody> = fc.record(
  { kind: fc.constant('form' as const), boundary: fc.stringMatching(/^-{0,26}[0-9A-Za-z]{12,40}$/), parts },
  { noNullPrototype: true },
);

test('a form read back has its parts in order, with their names, texts and types', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const read = readMultipart(Buffer.from(encodeBody(form)), form.boundary);
      assert.ok(read.ok, read.ok ? '' : read.message);
      const back = read.parts.map(({ name, body, contentType }) => ({
        name,
        value: body.toString(),
        ...(contentType === undefined ? {} : { contentType }),
      }));
      assert.deepEqual(back, form.parts);
    }),
  );
});

test('finished bytes pass through, and the fields as well', () => {
  const bytes = Buffer.from([0, 255, 13, 10]);
  const fields = [['oRgId', ' x ']] as const;
  const target = { method: 'POST', path: 'v1/conversation' };
  assert.deepEqual(encodeRequest({ ...target, fields, body: { kind: 'raw', bytes } }), {
    ...target,
    fields,
    body: bytes,
  });
});
