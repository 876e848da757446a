/** What a connector sends as credentials goes out of the report by value, and nothing else does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeenCredentials } from '../../../../engine/connector/seen-credentials.js';
import { createRedactor, mark } from '../../../../text/redactor.js';
import type { ReceivedRequest } from '../../../../wire/received.js';
import type { HeaderField } from '../../../../wire/request.js';

type Seen = Pick<ReceivedRequest, 'fields' | 'target' | 'operation' | 'body' | 'answer'>;

const request: Seen = {
  fields: [],
  target: '/api/v1/conversation',
  operation: 'establish-conversation',
  body: Buffer.alloc(0),
};
const authorization = (value: string): Seen => ({ ...request, fields: [['authorization', value] as HeaderField] });
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlc2lnbmF0dXJl';
const opaque = '00D000000000001!AQEAQHlongopaquesessionid.of_an_org';

const rows: readonly (readonly [name: string, seen: Seen, text: string, redacted: string])[] = [
  ['a bearer token', authorization(`Bearer ${token}`), `a ${token} b`, `a ${mark} b`],
  ['a session of an org', authorization(`OAuth ${opaque}`), opaque, mark],
  [
    'JSON around a token',
    authorization(`Bearer {"access_token":"${token}","token_type":"Bearer"}`),
    `access_token ${token}`,
    `access_token ${mark}`,
  ],
  [
    'a sentence is no secret',
    authorization('Bearer the command sent no request at all'),
    'the command sent no request',
    'the command sent no request',
  ],
  ['a word is no secret', authorization('Bearer undefined'), 'undefined', 'undefined'],
  [
    'a parameter named as a secret',
    { ...request, target: '/api/v1/conversation?a=1&client_secret=s3cr%20et!' },
    'a s3cr et! b',
    `a ${mark} b`,
  ],
  [
    'another parameter',
    { ...request, target: '/api/v1/conversation?channel=channel-one' },
    'channel-one',
    'channel-one',
  ],
  ['a password in front of a host', { ...request, target: 'http://ann:opensesame@h/api' }, 'opensesame', mark],
  [
    'what a token endpoint is sent',
    { ...request, operation: 'token', body: Buffer.from('grant_type=password&password=opensesame') },
    'password opensesame',
    `password ${mark}`,
  ],
  [
    'what a token endpoint gives back',
    {
      ...request,
      operation: 'token',
      answer: {
        httpVersion: '1.1',
        status: 200,
        reason: 'OK',
        fields: [],
        sentMs: 0,
        body: Buffer.from('{"access_token":"opensesame-1","refresh_token":"opensesame-2","token_type":"Bearer"}'),
      },
    },
    'opensesame-1 opensesame-2 Bearer',
    `${mark} ${mark} Bearer`,
  ],
];

for (const [name, seen, text, redacted] of rows) {
  test(name, () => {
    const redactor = createRedactor([]);
    new SeenCredentials(redactor).look(seen);
    assert.equal(redactor.text(text), redacted);
  });
}
