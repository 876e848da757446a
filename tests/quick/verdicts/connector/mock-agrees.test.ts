/** Judge and mock are written apart: what one calls right the other accepts, what one calls wrong the other refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMock } from '../../../../endpoints/mock/mock.js';
import { judgeRequest } from '../../../../verdicts/connector/judge-request.js';
import { type Given, given, received } from './corpus/client.js';
import { corpus } from './corpus/index.js';
import { contract, formOf, requestWith } from './some-contract.js';

const mock = await createMock({ channels: [given.channel] });

const { accessToken, orgId, authorizationContext } = mock.credentials;
const own: Given = { ...given, token: accessToken, orgId, context: authorizationContext };
const ownContract = { ...contract, orgId, authorizationContext, channels: [given.channel], tokens: [accessToken] };

for (const client of corpus) {
  for (const layout of ['parts', 'json-part'] as const) {
    test(`the mock accepts ${client.name}, ${layout}`, async () => {
      const { method, target, fields, body } = received(client[layout](own));
      // The socket server reduces a target to its path and a value to what stands between its blanks.
      const trimmed = fields.map(([name, value]) => [name, value.trim()] as const);
      const path = target.replace(/^http:\/\/[^/]*/, '').replace('%6F', 'o');
      const answer = await mock.core.handle({
        method,
        target: path,
        fields: trimmed,
        body: Buffer.from(body),
        connection: 1,
      });
      assert.equal(answer.status < 300, true, Buffer.from(answer.body).toString());
    });
  }
}

const entry = { subject: 'ann', role: 'EndUser', appType: 'custom' };
const channel = ['channelAddressIdentifier', given.channel] as const;
const list = JSON.stringify([entry]);
const bodies: readonly (readonly [what: string, body: string])[] = [
  ['a conforming one', formOf(channel, ['participants', list])],
  ['the parts in the other order', formOf(['participants', list], channel)],
  ['a part twice, the first one right', formOf(channel, ['participants', list], ['participants', 'x'])],
  ['a part twice, the first one wrong', formOf(channel, ['participants', 'x'], ['participants', list])],
  [
    'base64',
    formOf(channel, ['participants', Buffer.from(list).toString('base64')]).replace(
      '"participants"',
      '"participants"\r\nContent-Transfer-Encoding: base64',
    ),
  ],
  ['a part json beside the others', formOf(['json', 'x'], channel, ['participants', list])],
  ['a part json and only one of the others', formOf(['json', given.whole], channel)],
  ['white space around JSON', formOf(channel, ['participants', `\r\n ${list}\t`])],
  ['a byte order mark', formOf(channel, ['participants', `\uFEFF${list}`])],
  ['a comment', formOf(channel, ['participants', `/* x */${list}`])],
  ['a member twice', formOf(channel, ['participants', list.replace('{', '{"role":"Agent",')])],
  ['a member twice, the last one wrong', formOf(channel, ['participants', list.replace('}', ',"role":"Agent"}')])],
  ['a lone surrogate', formOf(channel, ['participants', list.replace('ann', '\\ud800')])],
  ['line feeds', formOf(channel, ['participants', list]).replaceAll('\r\n', '\n')],
  ['a closing boundary with a word', formOf(channel, ['participants', list]).replace('--b--', '--b--x')],
  ['no blank line', '--b\r\nContent-Disposition: form-data; name="participants"\r\n--b--\r\n'],
];

for (const [what, body] of bodies) {
  test(`judge and mock agree on ${what}`, async () => {
    const headers = {
      Authorization: `Bearer ${accessToken}`,
      OrgId: orgId,
      AuthorizationContext: authorizationContext,
    };
    const request = requestWith(headers, body);
    const red = judgeRequest(request, ownContract).filter(({ verdict }) => verdict === 'nonconformant');
    const { status } = await mock.core.handle({ ...request, body: Buffer.from(request.body), connection: 1 });
    assert.equal(status >= 400, red.length > 0, `${status} ${JSON.stringify(red)}`);
  });
}
