/** The redactor: no spelling of a secret survives, and ordinary text is left alone. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRedactor, mark } from '../../../text/redactor.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const segments = [
  { alg: 'RS256', typ: 'JWT' },
  { iss: 'https://org.example', sub: 'agent@org.example', exp: 4e9 },
];
const signed = segments.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
const signature = sign('sha256', Buffer.from(signed), privateKey);
const token = `${signed}.${signature.toString('base64url')}`;
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const redactor = createRedactor([token, pem]);

const perCharacter = (text: string, spell: (code: number) => string): string =>
  [...text].map((character) => spell(character.charCodeAt(0))).join('');
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** What others may make of a piece of a token. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  'as is': (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'percent-encoded': encodeURIComponent,
  'percent-encoded throughout': (text) => perCharacter(text, (code) => `%${hex(code, 2)}`),
  'percent-encoded twice': (text) => encodeURIComponent(perCharacter(text, (code) => `%${hex(code, 2)}`)),
  hex: (text) => Buffer.from(text).toString('hex'),
  'upper-case hex': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 behind one byte': (text) => Buffer.from(`x${text}`).toString('base64'),
  'base64 behind two bytes': (text) => Buffer.from(`xy${text}`).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64url behind one byte': (text) => Buffer.from(`x${text}`).toString('base64url'),
  'base64url behind two bytes': (text) => Buffer.from(`xy${text}`).toString('base64url'),
  'JSON escapes': (text) => perCharacter(text, (code) => `\\u${hex(code, 4)}`),
  'some JSON escapes': (text) =>
    perCharacter(text, (code) => (code % 3 ? String.fromCharCode(code) : `\\u${hex(code, 4)}`)),
  'JSON within JSON': (text) => JSON.stringify(perCharacter(text, (code) => `\\u${hex(code, 4)}`)),
  'numeric entities': (text) => perCharacter(text, (code) => `&#${code};`),
  'hex entities': (text) => perCharacter(text, (code) => `&#x${hex(code, 2)};`),
  'named entities': (text) => text.replaceAll('.', '&period;').replaceAll('_', '&lowbar;'),
  reversed: (text) => [...text].reverse().join(''),
  'UTF-16': (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  'big-endian UTF-16': (text) => Buffer.from(text, 'utf16le').swap16().toString('latin1'),
};

for (const [name, spell] of Object.entries(spellings)) {
  test(`takes out any piece of 20 or more characters: ${name}`, () => {
    const around = fc.constantFrom('', ' ', '"', '<b>', 'Bearer ', '\u{1f600}', '%', '&amp;', '\\');
    fc.assert(
      fc.property(around, fc.nat(token.length - 20), fc.nat(400), around, (before, from, more, after) => {
        const piece = spell(token.slice(from, from + 20 + more));
        const text = `${before} ${piece} ${after}`;
        const kept = redactor.text(text);
        assert.equal(kept.split(mark).length, 2, kept);
        // What is left of base64 at its edges depends on other bytes too.
        assert.ok(kept.length - mark.length - before.length - after.length - 2 <= 8, kept);
        assert.ok(kept.startsWith(before));
        const bytes = Buffer.from(redactor.bytes(Buffer.from(text, 'utf8'))).toString();
        assert.equal(bytes.split(mark).length, 2, bytes);
      }),
      { numRuns: 30 },
    );
  });
}

test('a window of 12 characters goes, one of 11 stays', () => {
  fc.assert(
    fc.property(fc.nat(token.length - 12), (from) => {
      assert.equal(redactor.text(`<${token.slice(from, from + 12)}>`), `<${mark}>`);
      const short = `<${token.slice(from, from + 11)}>`;
      assert.equal(redactor.text(short), short);
    }),
  );
});

test('an altered token goes but for what was altered', () => {
  const altered = `${token.slice(0, 60)}!${token.slice(60, -5)}`;
  assert.equal(redactor.text(`token=${altered};`), `token=${mark}!${mark};`);
});

test('the bytes of the signature go in hex and base64', () => {
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    const kept = redactor.text(signature.toString(encoding));
    assert.ok(kept.startsWith(mark) && kept.length <= mark.length + 4, kept);
  }
});

test('a private key goes line by line, its first and last line stay', () => {
  const lines = pem.trim().split('\n');
  const kept = redactor.text(pem);
  assert.equal(kept, `${lines[0]}\n${mark}\n${lines.at(-1)}\n`);
  for (const joint of ['\r\n', '\\n', ' ', ''])
    assert.ok(redactor.text(lines.slice(1, -1).join(joint)) === mark, joint);
  assert.equal(
    redactor.text(JSON.stringify({ pem })),
    JSON.stringify({ pem: kept }).replace(`\\n${mark}\\n`, `\\n${mark}\\n`),
  );
  assert.equal(createRedactor([pem.replaceAll('\n', '\\n')]).text(pem), kept);
});

test('ordinary text stays untouched, whatever it is', () => {
  const clean = [
    'headers/org-id/length',
    '8c5f2d0a-3b1e-4a77-9d10-65794a686b47',
    '------WebKitFormBoundary7MA4YWxkTrZu0gW\r\nContent-Disposition: form-data; name="participants"\r\n\r\n',
    '[{"subject":"+4915112345678","role":"\\u0045ndUser","appType":"custom"}]',
    'POST /api/v1/conversation HTTP/1.1\r\nAuthorization: Bearer \r\n',
    '-----BEGIN PRIVATE KEY-----',
    'eyJhbGciOiJ',
    mark,
  ];
  for (const text of clean) assert.equal(redactor.text(text), text);
  const unit = fc.constantFrom(...'abcXYZ019-_.+/%&;#\\u"\0 \u00fc\u{1f600}');
  fc.assert(fc.property(fc.oneof(fc.string({ size: 'large' }), fc.string({ unit, size: 'large' })), keeps), {
    numRuns: 500,
  });
  fc.assert(fc.property(fc.uint8Array({ size: 'large' }), (bytes) => assert.equal(redactor.bytes(bytes), bytes)));
});

function keeps(text: string): void {
  assert.equal(redactor.text(text), text);
}

test('short secrets go as a whole, in any case, and empty ones are passed over', () => {
  const short = createRedactor(['', 's3cr3t', 'a.b']);
  assert.equal(short.text('S3CR3T s3cr3 %733cr3t a.b axb'), `${mark} s3cr3 ${mark} ${mark} axb`);
  assert.equal(short.text(Buffer.from('s3cr3t').toString('hex')), mark);
  assert.equal(createRedactor([]).text('all of it'), 'all of it');
});

test('secrets beyond ASCII go in text and in bytes', () => {
  const odd = createRedactor(['p\u00e4ssw\u00f6rt-\u{1f600}-geheim']);
  const text = '<p\u00e4ssw\u00f6rt-\u{1f600}-geheim>';
  assert.equal(odd.text(text), `<${mark}>`);
  assert.equal(Buffer.from(odd.bytes(Buffer.from(text))).toString(), `<${mark}>`);
  assert.equal(odd.text(encodeURIComponent(text)), `%3C${mark}%3E`);
});

test('add() takes up a secret that turns up later', () => {
  const later = createRedactor([]);
  keepsIn(later.text, token);
  later.add(token);
  assert.equal(later.text(token), mark);
});

function keepsIn(redact: (text: string) => string, text: string): void {
  assert.equal(redact(text), text);
}

test('bytes around a secret are kept as they are', () => {
  const around = Buffer.of(0xff, 0x80, 0x20);
  const kept = redactor.bytes(Buffer.concat([around, Buffer.from(token), around]));
  assert.deepEqual(Buffer.from(kept), Buffer.concat([around, Buffer.from(mark), around]));
});

test('value() goes deep, keys and byte arrays too, and keeps the shape', () => {
  const json = {
    list: [token, 1, null, true, { [token]: 'a', [`${token}${token}`]: 'b' }],
    body: Buffer.from(token),
    ['__proto__']: 'own',
  };
  const kept = redactor.value(json);
  assert.deepEqual(kept.list, [mark, 1, null, true, { [mark]: 'a', [`${mark} (2)`]: 'b' }]);
  assert.equal(Buffer.from(kept.body).toString(), mark);
  assert.equal(Object.getPrototypeOf(kept), Object.prototype);
});

test('2 MB are read in one pass, with and without secrets and escapes', { timeout: 60_000 }, () => {
  const plain = 'The quick brown fox; '.repeat(100_000);
  assert.equal(redactor.text(plain), plain);
  assert.equal(redactor.text(`${token} `.repeat(2_400)), `${mark} `.repeat(2_400));
  const escaped = '%41\\u0042&#67;'.repeat(140_000);
  assert.equal(redactor.text(escaped), escaped);
  const nearly = token.slice(0, 11).repeat(180_000);
  assert.equal(createRedactor([`${token.slice(0, 11)}!`]).text(nearly), nearly);
});
