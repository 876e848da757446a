/** Holds which spellings of a private key are taken, and that everything else is told for what it is. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { readPrivateKey } from '../../../../endpoints/token/private-key.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pkcs8 = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const pkcs1 = rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

test('every spelling of an RSA key gives the same PKCS#8', () => {
  const spellings = {
    pkcs8,
    pkcs1,
    'escaped line ends': pkcs8.replaceAll('\n', '\\n'),
    'escaped carriage returns': pkcs1.replaceAll('\n', '\\r\\n'),
    'carriage returns': pkcs8.replaceAll('\n', '\r\n'),
    'blanks for line ends': pkcs8.trim().replaceAll('\n', ' '),
    'a byte order mark': `\uFEFF${pkcs8}`,
    'text around it': `Bag Attributes\n${pkcs8}\n`,
  };
  for (const [label, text] of Object.entries(spellings)) {
    assert.deepEqual(readPrivateKey(text), { ok: true, pem: pkcs8 }, label);
  }
});

test('what is no usable key is told for what it is, and never shown', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const encrypted = rsa.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
  const old = rsa.privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
  const cases: readonly (readonly [string, RegExp])[] = [
    [encrypted.toString(), /^a private key that is encrypted with a passphrase$/],
    [old.toString(), /^a private key that is encrypted with a passphrase$/],
    [rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(), /^a public key$/],
    [ec.export({ type: 'pkcs8', format: 'pem' }).toString(), /^a key for elliptic curves$/],
    [ec.export({ type: 'sec1', format: 'pem' }).toString(), /^a key for elliptic curves$/],
    [short.export({ type: 'pkcs8', format: 'pem' }).toString(), /^an RSA key of 1024 bits$/],
    [pkcs8.replace(/PRIVATE KEY/g, 'CERTIFICATE'), /^a certificate$/],
    [pkcs8.replace(/PRIVATE KEY/g, 'OPENSSH PRIVATE KEY'), /^a key in the format of OpenSSH$/],
    [pkcs8.slice(0, 400), /^a PRIVATE KEY in PEM that cannot be read$/],
    ['MIIEvQIBADANBgkqhkiG9w0BAQ', /^text that is no key in PEM$/],
  ];
  for (const [text, found] of cases) {
    const reading = readPrivateKey(text);
    assert.ok(!reading.ok);
    assert.match(reading.found, found);
    assert.ok(reading.advice.length > 10);
  }
});
