/** In the later edition a JSON body is right and a form is wrong: the same mistakes in mirror image. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClauseId, clausesOf } from '../../../../schemas/clauses/clauses.js';
import { examineRequest, judgeRequest } from '../../../../verdicts/connector/judge-request.js';
import type { ReceivedRequest } from '../../../../wire/received.js';
import { given } from './corpus/client.js';
import { jsonContract, requestWith } from './some-contract.js';

const jsonRequest = (
  body: string | Uint8Array,
  contentType: string | undefined = 'application/json',
): ReceivedRequest => requestWith({ 'Content-Type': contentType }, body);
const entry = { subject: 'ann', role: 'EndUser', appType: 'custom' };
const whole = (change: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ channelAddressIdentifier: given.channel, participants: [entry], ...change });

const right: readonly (readonly [what: string, request: ReceivedRequest])[] = [
  ['axios', jsonRequest(given.whole)],
  [
    'requests with json=',
    jsonRequest(
      '{"channelAddressIdentifier": "PartnerLine_02", "participants": [{"subject": "J\\u00fcrgen", "role": "EndUser", "appType": "custom"}]}',
    ),
  ],
  ['.NET', jsonRequest(given.whole, 'application/json; charset=utf-8')],
  ['Java', jsonRequest(given.whole, 'application/json;charset=UTF-8')],
  ['another case', jsonRequest(given.whole, 'Application/JSON')],
  ['over several lines', jsonRequest(JSON.stringify(JSON.parse(given.whole), undefined, 2))],
  ['routing attributes', jsonRequest(whole({ routingAttributes: { language: 'en' } }))],
];

for (const [what, request] of right) {
  test(`green: ${what}`, () => assert.deepEqual(judgeRequest(request, jsonContract), []));
}

test('a request with everything in it puts every clause to the test', () => {
  const { exercised } = examineRequest(jsonRequest(whole({ routingAttributes: { language: 'en' } })), jsonContract);
  const judged = clausesOf('65.0')
    .filter(({ owes, place }) => owes === 'both' || (owes === 'connector' && place.startsWith('Body')))
    .map(({ id }) => id);
  assert.deepEqual([...exercised].sort(), [...judged, 'operation/http-message', 'operation/no-secrets-in-url'].sort());
});

const wrong: readonly (readonly [
  what: string,
  request: ReceivedRequest,
  clause: ClauseId,
  message: RegExp,
  advice: RegExp,
])[] = [
  ['a form', requestWith(), 'headers/content-type/json', /a form.*65\.0.*61\.0/, /--edition 61\.0/],
  [
    'a form under the header of JSON',
    jsonRequest('--b\r\nContent-Disposition: form-data; name="json"\r\n\r\n{}\r\n--b--\r\n'),
    'body/json/well-formed',
    /a form came/,
    /--edition 61\.0/,
  ],
  [
    'an urlencoded body',
    jsonRequest('a=b', 'application/x-www-form-urlencoded'),
    'headers/content-type/json',
    /urlencoded/,
    /json=/,
  ],
  [
    'a text',
    jsonRequest(given.whole, 'text/plain;charset=UTF-8'),
    'headers/content-type/json',
    /text\/plain/,
    /many libraries/,
  ],
  ['[object Object]', jsonRequest('[object Object]'), 'body/json/well-formed', /\[object Object\]/, /JSON\.stringify/],
  ['encoded twice', jsonRequest(JSON.stringify(given.whole)), 'body/json/object', /encoded twice/, /Encode once/],
  ['a list', jsonRequest(`[${given.whole}]`), 'body/json/object', /a list came/, /participants/],
  ['an empty body', jsonRequest(''), 'body/json/well-formed', /empty/, /JSON/],
  [
    'Latin-1',
    jsonRequest(Buffer.from(whole({ channelAddressIdentifier: 'ü' }), 'latin1')),
    'body/json/well-formed',
    /Latin-1/,
    /UTF-8/,
  ],
  [
    'participants as text',
    jsonRequest(whole({ participants: JSON.stringify([entry]) })),
    'body/participants/list',
    /encoded twice/,
    /Encode once/,
  ],
  [
    'two participants',
    jsonRequest(whole({ participants: [entry, entry] })),
    'body/participants/one-entry',
    /has 2/,
    /end user only/,
  ],
  [
    'a routing attribute that is a number',
    jsonRequest(whole({ routingAttributes: { priority: 1 } })),
    'body/routing-attributes/string-values',
    /routingAttributes\.priority.* 1 came/,
    /in quotes/,
  ],
  [
    'routing attributes as a list',
    jsonRequest(whole({ routingAttributes: [] })),
    'body/routing-attributes/object',
    /a list came/,
    /leave it out/,
  ],
];

for (const [what, request, clause, message, advice] of wrong) {
  test(`red: ${what}`, () => {
    const red = judgeRequest(request, jsonContract).filter(({ verdict }) => verdict === 'nonconformant');
    assert.deepEqual(
      red.map((finding) => finding.clause),
      [clause],
      JSON.stringify(red),
    );
    assert.match(red[0]?.message ?? '', message);
    assert.match(red[0]?.advice ?? '', advice);
  });
}

test('no Content-Type is told in the words of this edition', () => {
  const fields = jsonRequest(given.whole).fields.filter(([name]) => name !== 'Content-Type');
  const [finding] = judgeRequest({ ...jsonRequest(given.whole), fields }, jsonContract);
  assert.equal(finding?.clause, 'headers/content-type/required');
  assert.match(finding?.message ?? '', /application\/json/);
});
