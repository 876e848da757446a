/** Which pair a message was for, read from its bytes, conforming or broken on purpose. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { establishConversation } from '../../../../schemas/operations/establish-conversation.js';
import { readSentPair } from '../../../../wire/codecs/pair-reader.js';
import { readRequestHead } from '../../../../wire/http/request-head.js';

const head = (type: string): string => `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n\r\n`;
const multipart = head('multipart/form-data; boundary=b');
const part = (name: string, value: string): string =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const entry = '{"subject":"Zoë \\u0041","role":"EndUser"}';

const rows: readonly (readonly [what: string, head: string, body: string, pair: object])[] = [
  [
    'parts',
    multipart,
    `${part('channelAddressIdentifier', 'c')}${part('participants', `[${entry}]`)}--b--\r\n`,
    { channel: 'c', subject: 'Zoë A' },
  ],
  [
    'one part with JSON',
    multipart,
    `${part('json', `{"channelAddressIdentifier":"c","participants":[${entry}]}`)}--b--\r\n`,
    { channel: 'c', subject: 'Zoë A' },
  ],
  [
    'JSON',
    head('application/json'),
    `{"channelAddressIdentifier":"c","participants":[${entry}]}`,
    { channel: 'c', subject: 'Zoë A' },
  ],
  [
    'no list',
    multipart,
    `${part('channelAddressIdentifier', 'c')}${part('participants', entry)}--b--\r\n`,
    { channel: 'c', subject: 'Zoë A' },
  ],
  [
    'broken JSON',
    multipart,
    `${part('channelAddressIdentifier', 'c')}${part('participants', `[${entry}`)}--b--\r\n`,
    { channel: 'c', subject: 'Zoë A' },
  ],
  ['no end', multipart, part('participants', `[${entry}]`), { subject: 'Zoë A' }],
  ['no boundary', head('multipart/form-data'), part('participants', `[${entry}]`), { subject: 'Zoë A' }],
  ['a subject that is no text', multipart, `${part('participants', '[{"subject":7}]')}--b--\r\n`, {}],
  ['nothing', multipart, '', {}],
];

for (const [what, header, body, pair] of rows) {
  test(`a message with ${what}`, () => {
    const fields = readRequestHead(header)?.fields ?? [];
    assert.deepEqual(readSentPair({ fields, body: Buffer.from(body) }, establishConversation), pair);
  });
}
