/** The mistakes that connectors really make: each breaks exactly one clause and is told in words of its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ClauseId } from '../../../../schemas/clauses/clauses.js';
import { judgeRequest } from '../../../../verdicts/connector/judge-request.js';
import type { ReceivedRequest } from '../../../../wire/received.js';
import { given } from './corpus/client.js';
import { contract, formOf, requestWith } from './some-contract.js';

type Row = readonly [what: string, request: ReceivedRequest, clause: ClauseId, message: RegExp, advice: RegExp];

const channel = ['channelAddressIdentifier', given.channel] as const;
const withParticipants = (text: string): ReceivedRequest => requestWith({}, formOf(channel, ['participants', text]));
const entry = { subject: 'ann', role: 'EndUser', appType: 'custom' };
const withEntry = (change: Readonly<Record<string, unknown>>): ReceivedRequest =>
  withParticipants(JSON.stringify([{ ...entry, ...change }]));
const withTarget = (target: string, method = 'POST'): ReceivedRequest => ({
  ...requestWith(),
  target,
  method,
  operation: 'unknown',
});
const withQuery = (query: string): ReceivedRequest => ({ ...requestWith(), target: `/api/v1/conversation?${query}` });
const list = JSON.stringify([entry]);
const plain = formOf(channel, ['participants', list]);
const latin1 = Buffer.from(
  formOf(channel, ['participants', '[{"subject":"Jürgen","role":"EndUser","appType":"custom"}]']),
  'latin1',
);
const [before = '', after = ''] = plain.split(list);
const utf16 = Buffer.concat([Buffer.from(before), Buffer.from(`\ufeff${list}`, 'utf16le'), Buffer.from(after)]);
const [head = '', payload = ''] = given.token.split('.');

const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"me"}').toString('base64url')}.`;
const token = 'headers/authorization/token';
const scheme = 'headers/authorization/scheme';
const wellFormed = 'body/multipart/well-formed';
const json = 'body/participants/json';
const guid = 'headers/request-id/format';
const orgId = 'headers/org-id/length';
const context = 'headers/authorization-context/format';

const rows: readonly Row[] = [
  // Content-Type
  [
    'Content-Type by hand, no boundary',
    requestWith({ 'Content-Type': 'multipart/form-data' }),
    'headers/content-type/boundary',
    /no boundary/,
    /let it set this header/,
  ],
  [
    'a charset instead of the boundary',
    requestWith({ 'Content-Type': 'multipart/form-data; charset=utf-8' }),
    'headers/content-type/boundary',
    /no boundary/,
    /by hand/,
  ],
  [
    'the boundary parameter misspelled',
    requestWith({ 'Content-Type': 'multipart/form-data; boundry=b' }),
    'headers/content-type/boundary',
    /"boundry"/,
    /by hand/,
  ],
  [
    'two boundaries',
    requestWith({ 'Content-Type': 'multipart/form-data; boundary=a; boundary=b' }),
    'headers/content-type/boundary',
    /2 times/,
    /by hand/,
  ],
  [
    'no Content-Type',
    requestWith({ 'Content-Type': undefined }),
    'headers/content-type/required',
    /there is none/,
    /let it set this header/,
  ],
  [
    'a JSON body',
    requestWith({ 'Content-Type': 'application/json' }, given.whole),
    'headers/content-type/media-type',
    /later public pages.*65\.0.*JSON/,
    /--edition 65\.0/,
  ],
  [
    'a JSON body with charset',
    requestWith({ 'Content-Type': 'application/json; charset=utf-8' }, given.whole),
    'headers/content-type/media-type',
    /a JSON body/,
    /--edition 65\.0/,
  ],
  [
    'an urlencoded body',
    requestWith({ 'Content-Type': 'application/x-www-form-urlencoded' }, 'participants=%5B%5D'),
    'headers/content-type/media-type',
    /urlencoded.*65\.0/,
    /-F and not -d.*--edition 65\.0/,
  ],
  [
    'text/plain',
    requestWith({ 'Content-Type': 'text/plain;charset=UTF-8' }, plain),
    'headers/content-type/media-type',
    /text\/plain/,
    /by hand/,
  ],
  [
    'Content-Type undefined',
    requestWith({ 'Content-Type': 'undefined' }),
    'headers/content-type/media-type',
    /JavaScript/,
    /by hand/,
  ],
  // the form
  ['JSON under the header of a form', requestWith({}, given.whole), wellFormed, /the body is JSON/, /--edition 65\.0/],
  [
    'an urlencoded text under the header of a form',
    requestWith({}, 'channelAddressIdentifier=x&participants=%5B%5D'),
    wellFormed,
    /urlencoded/,
    /multipart/,
  ],
  [
    'a form turned to text',
    requestWith({}, '[object FormData]'),
    wellFormed,
    /\[object FormData\].*JavaScript/,
    /object itself/,
  ],
  [
    'line feeds alone',
    requestWith({}, plain.replaceAll('\r\n', '\n')),
    wellFormed,
    /one of the two alone/,
    /carriage return/,
  ],
  [
    'no closing boundary',
    requestWith({}, plain.replace('--b--\r\n', '')),
    wellFormed,
    /closing boundary is missing/,
    /two more hyphens/,
  ],
  [
    'a form that was cut by a wrong length',
    requestWith({}, plain.slice(0, -20)),
    wellFormed,
    /closing boundary/,
    /characters and not bytes/,
  ],
  [
    'another boundary than announced',
    requestWith({ 'Content-Type': 'multipart/form-data; boundary=other' }),
    wellFormed,
    /"b" in the body, "other" in the header/,
    /library/,
  ],
  [
    'no hyphens in front of the boundary',
    requestWith({}, plain.replaceAll('--b', 'b')),
    wellFormed,
    /lack the two hyphens/,
    /two hyphens/,
  ],
  ['an empty body', requestWith({}, ''), wellFormed, /empty/, /stream/],
  ['a form without parts', requestWith({}, '--b--\r\n'), wellFormed, /empty/, /Add the parts/],
  [
    'a part without name',
    requestWith({}, plain.replace('; name="participants"', '')),
    wellFormed,
    /no name/,
    /Content-Disposition: form-data; name=/,
  ],
  ['Latin-1 in JSON', requestWith({}, latin1), json, /Latin-1/, /UTF-8/],
  ['UTF-16 in JSON', requestWith({}, utf16), json, /most likely UTF-16/, /UTF-8/],
  [
    'only one of the two parts',
    requestWith({}, formOf(channel)),
    'body/participants/required',
    /there is none: "channelAddressIdentifier" came/,
    /Add a part named participants/,
  ],
  [
    'Latin-1 in the channel',
    requestWith({}, Buffer.from(formOf(['channelAddressIdentifier', 'Füße'], ['participants', list]), 'latin1')),
    'body/channel-address-identifier/string',
    /Latin-1/,
    /UTF-8/,
  ],
  [
    'base64 that is none',
    requestWith(
      {},
      formOf(channel, ['participants', list]).replace(
        'name="participants"',
        'name="participants"\r\nContent-Transfer-Encoding: base64',
      ),
    ),
    json,
    /says that it is in base64/,
    /without Content-Transfer-Encoding/,
  ],
  // participants
  ['[object Object]', withParticipants('[object Object]'), json, /\[object Object\]/, /JSON\.stringify/],
  [
    'several objects turned to text',
    withParticipants('[object Object],[object Object]'),
    json,
    /JavaScript/,
    /JSON\.stringify/,
  ],
  ['encoded twice', withParticipants(JSON.stringify(list)), 'body/participants/list', /encoded twice/, /Encode once/],
  [
    'quotes escaped by hand',
    withParticipants(list.replaceAll('"', '\\"')),
    json,
    /escaped once too often/,
    /Escape once/,
  ],
  [
    'Python repr',
    withParticipants("[{'subject': 'ann', 'role': 'EndUser', 'appType': 'custom'}]"),
    json,
    /Python.*repr/,
    /json\.dumps/,
  ],
  ['Java toString', withParticipants('[{subject=ann, role=EndUser, appType=custom}]'), json, /Java/, /JSON writer/],
  ['Ruby inspect', withParticipants('[{"subject"=>"ann"}]'), json, /Ruby/, /JSON writer/],
  [
    'Go print',
    withParticipants('[map[appType:custom role:EndUser subject:ann]]'),
    json,
    /a language prints/,
    /JSON writer/,
  ],
  ['a Java object', withParticipants('[com.acme.Participant@1b2c3d]'), json, /a language prints/, /JSON writer/],
  ['PHP Array', withParticipants('Array'), json, /a language prints/, /json_encode/],
  ['the word undefined', withParticipants('undefined'), json, /JavaScript/, /JSON\.stringify/],
  ['the word None', withParticipants('None'), json, /Python/, /json\.dumps/],
  ['the word NaN', withParticipants('NaN'), json, /number/, /JSON writer/],
  ['the word null', withParticipants('null'), 'body/participants/list', /null came/, /Build the list/],
  [
    'percent-encoded',
    withParticipants(encodeURIComponent(list)),
    json,
    /percent-encoded/,
    /leave out the URL encoding/,
  ],
  ['in base64', withParticipants(Buffer.from(list).toString('base64')), json, /base64/, /as it is/],
  ['escaped for HTML', withParticipants(list.replaceAll('"', '&quot;')), json, /HTML/, /without HTML escapes/],
  ['a comma too many', withParticipants(list.replace('}', ',}')), json, /comma/, /JSON writer/],
  ['cut in the middle', withParticipants(list.slice(0, -2)), json, /too early/, /bytes/],
  ['an empty text', withParticipants(''), json, /empty/, /no JSON/],
  ['a byte order mark', withParticipants(`\uFEFF${list}`), json, /byte order mark/, /utf-8-sig/],
  [
    'an object instead of a list',
    withParticipants(JSON.stringify(entry)),
    'body/participants/list',
    /without a list/,
    /brackets/,
  ],
  [
    'entries as parts of their own',
    requestWith({}, formOf(channel, ['participants', JSON.stringify(entry)], ['participants', JSON.stringify(entry)])),
    'body/participants/list',
    /a part of its own/,
    /one part participants/,
  ],
  [
    'participants[0][subject]',
    requestWith(
      {},
      formOf(
        channel,
        ['participants[0][subject]', 'a'],
        ['participants[0][role]', 'EndUser'],
        ['participants[0][appType]', 'custom'],
      ),
    ),
    'body/participants/required',
    /spread over several parts/,
    /one part participants/,
  ],
  [
    'participants[]',
    requestWith({}, formOf(channel, ['participants[]', JSON.stringify(entry)])),
    'body/participants/required',
    /spread/,
    /one part participants/,
  ],
  [
    'Participants',
    requestWith({}, formOf(channel, ['Participants', list])),
    'body/participants/required',
    /"Participants" came/,
    /write participants/,
  ],
  [
    'the whole under another name',
    requestWith({}, formOf(['payload', given.whole])),
    'body/participants/required',
    /only "payload" came/,
    /named json/,
  ],
  ['an entry that is a text', withParticipants('["ann"]'), 'body/participants/entries', /"ann"/, /into an object/],
  ['an empty list', withParticipants('[]'), 'body/participants/non-empty', /empty/, /EndUser/],
  [
    'subject as a number',
    withEntry({ subject: 4915112345 }),
    'body/participants/subject/string',
    /a number/,
    /leading zeros/,
  ],
  [
    'empty subject',
    withEntry({ subject: '' }),
    'body/participants/subject/non-empty',
    /it is empty/,
    /error of your own/,
  ],
  ['subject null', withEntry({ subject: null }), 'body/participants/subject/string', /null/, /error of your own/],
  [
    'subject left out',
    withEntry({ subject: undefined }),
    'body/participants/subject/required',
    /missing/,
    /Add the member subject/,
  ],
  [
    'Subject',
    withEntry({ subject: undefined, Subject: 'ann' }),
    'body/participants/subject/required',
    /"Subject" came/,
    /write subject/,
  ],
  ['role Enduser', withEntry({ role: 'Enduser' }), 'body/participants/role/value', /"Enduser"/, /Letter case/],
  [
    'role END_USER',
    withEntry({ role: 'END_USER' }),
    'body/participants/role/value',
    /"END_USER"/,
    /Letter case, blanks and signs/,
  ],
  ['role Agent', withEntry({ role: 'Agent' }), 'body/participants/role/value', /"Agent"/, /no other value/],
  [
    'appType Custom',
    withEntry({ appType: 'Custom' }),
    'body/participants/app-type/value',
    /"Custom"/,
    /write "custom"/,
  ],
  [
    'appType app_type',
    withEntry({ appType: undefined, app_type: 'custom' }),
    'body/participants/app-type/required',
    /"app_type" came/,
    /write appType/,
  ],
  [
    'channel undefined',
    requestWith({}, formOf(['channelAddressIdentifier', 'undefined'], ['participants', list])),
    'body/channel-address-identifier/required',
    /JavaScript/,
    /CHANNEL_ADDRESS_IDENTIFIER/,
  ],
  [
    'empty channel',
    requestWith({}, formOf(['channelAddressIdentifier', ''], ['participants', list])),
    'body/channel-address-identifier/string',
    /an empty one/,
    /CHANNEL_ADDRESS_IDENTIFIER/,
  ],
  ['the part json holds a list', requestWith({}, formOf(['json', list])), json, /a list came/, /member participants/],
  [
    'the part json encoded twice',
    requestWith({}, formOf(['json', JSON.stringify(given.whole)])),
    json,
    /encoded twice/,
    /Encode once/,
  ],
  [
    'participants as text within json',
    requestWith({}, formOf(['json', JSON.stringify({ channelAddressIdentifier: given.channel, participants: list })])),
    'body/participants/list',
    /encoded twice/,
    /Encode once/,
  ],
  // RequestId
  ['GUID in braces', requestWith({ RequestId: `{${given.requestId}}` }), guid, /in braces/, /ToString\("D"\)/],
  ['GUID as a URN', requestWith({ RequestId: `urn:uuid:${given.requestId}` }), guid, /URN/, /str\(uuid\)/],
  [
    'GUID without hyphens',
    requestWith({ RequestId: given.requestId.replaceAll('-', '') }),
    guid,
    /without hyphens/,
    /uuid\.hex/,
  ],
  [
    'GUID with a number of the try',
    requestWith({ RequestId: `${given.requestId}-2` }),
    guid,
    /around it/,
    /GUID of its own/,
  ],
  ['RequestId undefined', requestWith({ RequestId: 'undefined' }), guid, /JavaScript/, /new GUID/],
  ['a counter', requestWith({ RequestId: '17' }), guid, /a number/, /globally unique/],
  ['no RequestId', requestWith({ RequestId: undefined }), 'headers/request-id/required', /there is none/, /randomUUID/],
  // OrgId
  [
    '18-character org id',
    requestWith({ OrgId: `${given.orgId}MAE` }),
    orgId,
    /18-character form/,
    /Keep the first 15 characters.*00DA00AA0a0Aa0z/,
  ],
  ['org id undefined', requestWith({ OrgId: 'undefined' }), orgId, /JavaScript/, /SF_ORG_ID/],
  [
    'org id in quotes',
    requestWith({ OrgId: `"${given.orgId}"` }),
    orgId,
    /expected to have exactly 15/,
    /without signs/,
  ],
  [
    'a domain for the org id',
    requestWith({ OrgId: 'acme.my.salesforce.com' }),
    orgId,
    /22 characters|acme/,
    /not its domain name/,
  ],
  ['an unfilled placeholder', requestWith({ OrgId: `\${SF_ORG_ID}` }), orgId, /never filled in/, /SF_ORG_ID/],
  [
    'org id in lower case',
    requestWith({ OrgId: given.orgId.toLowerCase() }),
    'headers/org-id/token-org',
    /named/,
    /Letter case counts/,
  ],
  [
    'the id of a user',
    requestWith({ OrgId: '005A00AA0a0Aa0z' }),
    'headers/org-id/token-org',
    /The org of the token/,
    /begins with 00D/,
  ],
  // Authorization
  ['Bearer undefined', requestWith({ Authorization: 'Bearer undefined' }), token, /JavaScript/, /Fetch the token/],
  ['Bearer None', requestWith({ Authorization: 'Bearer None' }), token, /Python/, /Fetch the token/],
  ['Bearer null', requestWith({ Authorization: 'Bearer null' }), token, /null/, /Fetch the token/],
  [
    'alg none',
    requestWith({ Authorization: `Bearer ${unsigned}` }),
    token,
    /without a signature/,
    /makes no access token/,
  ],
  [
    'a token cut behind its claims',
    requestWith({ Authorization: `Bearer ${head}.${payload}.` }),
    token,
    /then changed/,
    /byte for byte/,
  ],
  ['undefined alone', requestWith({ Authorization: 'undefined' }), scheme, /JavaScript/, /Bearer <token>/],
  ['Bearer Bearer', requestWith({ Authorization: `Bearer Bearer ${given.token}` }), token, /stands twice/, /once/],
  ['no scheme', requestWith({ Authorization: given.token }), scheme, /without its scheme/, /Put "Bearer "/],
  ['Basic', requestWith({ Authorization: 'Basic YTpi' }), scheme, /scheme Basic/, /Bearer <token>/],
  [
    'an opaque token',
    requestWith({
      Authorization:
        'Bearer 00DA00AA0a0Aa0z!AQcAQH0dMHZfz972Szmpkb58urFRkgeBGsxL_QJWwYMfAbUeeG7c1E6LYUfiDUkWe6H34r1AAwOR8B8fLEz6n04NPGRrq0FM',
    }),
    token,
    /opaque/,
    /JWT-based access tokens/,
  ],
  [
    'a token in quotes',
    requestWith({ Authorization: `Bearer "${given.token}"` }),
    token,
    /in quotes/,
    /without quotes/,
  ],
  [
    'the whole token answer',
    requestWith({ Authorization: 'Bearer {"access_token":"x"}' }),
    token,
    /JSON came/,
    /access_token/,
  ],
  [
    'two thirds of a token',
    requestWith({ Authorization: `Bearer ${head}.${payload}` }),
    token,
    /2 parts/,
    /whole and unchanged/,
  ],
  [
    'an altered token',
    requestWith({ Authorization: `Bearer ${given.token.slice(0, -4)}` }),
    token,
    /then changed/,
    /byte for byte/,
  ],
  ['Bearer and nothing', requestWith({ Authorization: 'Bearer ' }), token, /nothing stands behind/, /empty/],
  [
    'no Authorization',
    requestWith({ Authorization: undefined }),
    'headers/authorization/required',
    /there is none/,
    /in every request/,
  ],
  // AuthorizationContext
  [
    'no prefix',
    requestWith({ AuthorizationContext: 'ChannelDefinition1' }),
    context,
    /without prefix/,
    /Partner1_ChannelDefinition1/,
  ],
  [
    'the channel as context',
    requestWith({ AuthorizationContext: given.channel }),
    context,
    /which is a channel address identifier/,
    /belongs into the body/,
  ],
  [
    'a GUID as context',
    requestWith({ AuthorizationContext: given.requestId }),
    context,
    /channel address identifier/,
    /developer name/,
  ],
  [
    'a context with blanks',
    requestWith({ AuthorizationContext: 'Partner1 Channel Definition' }),
    context,
    /blank/,
    /not the label/,
  ],
  ['context None', requestWith({ AuthorizationContext: 'None' }), context, /Python/, /SF_AUTHORIZATION_CONTEXT/],
  [
    'another prefix',
    requestWith({ AuthorizationContext: 'Other_ChannelDefinition1' }),
    'headers/authorization-context/prefix',
    /"Partner1"/,
    /Partner1_ChannelDefinition1/,
  ],
  [
    'the prefix in another case',
    requestWith({ AuthorizationContext: 'partner1_ChannelDefinition1' }),
    'headers/authorization-context/prefix',
    /begins with "Partner1"/,
    /letter case/,
  ],
  // Operation
  [
    'conversations',
    withTarget('/api/v1/conversations'),
    'operation/endpoint',
    /\/api\/v1\/conversation,/,
    /without an s/,
  ],
  ['no /api', withTarget('/v1/conversation'), 'operation/endpoint', /"\/v1\/conversation"/, /\/api is missing/],
  ['a double slash', withTarget('/api//v1/conversation'), 'operation/endpoint', /"\/api\/\/v1/, /twice in a row/],
  ['a slash at the end', withTarget('/api/v1/conversation/'), 'operation/endpoint', /conversation\/"/, /off the end/],
  ['/api twice', withTarget('/api/api/v1/conversation'), 'operation/endpoint', /"\/api\/api/, /stands twice/],
  ['another case', withTarget('/api/v1/Conversation'), 'operation/endpoint', /Conversation"/, /Letter case/],
  [
    'GET',
    { ...withTarget('/api/v1/conversation', 'GET'), body: Buffer.alloc(0) },
    'operation/endpoint',
    /POST, and "GET"/,
    /Send POST/,
  ],
  ['PUT', withTarget('/api/v1/conversation', 'PUT'), 'operation/endpoint', /"PUT"/, /Send POST/],
  [
    'a token in the query',
    { ...requestWith({ Authorization: undefined }), target: `/api/v1/conversation?access_token=${given.token}` },
    'operation/no-secrets-in-url',
    /query parameter access_token/,
    /access logs/,
  ],
  [
    'Authorization in the query',
    { ...requestWith({ Authorization: undefined }), target: '/api/v1/conversation?Authorization=Bearer%20abc' },
    'operation/no-secrets-in-url',
    /query parameter Authorization/,
    /in the header/,
  ],
  [
    'a secret for the token endpoint in the query',
    { ...requestWith(), operation: 'token', target: '/services/oauth2/token?grant_type=x&client_secret=abc' },
    'operation/no-secrets-in-url',
    /client_secret/,
    /in its body/,
  ],
  [
    'a broken framing',
    requestWith({}, plain, { trouble: { kind: 'cut', told: 'the connection ended inside the body' } }),
    'operation/http-message',
    /ended inside the body/,
    /count bytes/,
  ],
  [
    'the header written with a hyphen',
    requestWith({ OrgId: undefined, 'Org-Id': given.orgId }),
    'headers/org-id/required',
    /there is none: "org-id" came/,
    /The header is called OrgId/,
  ],
  [
    'the header with an X in front',
    requestWith({ RequestId: undefined, 'X-Request-Id': given.requestId }),
    'headers/request-id/required',
    /there is none: "x-request-id" came/,
    /The header is called RequestId/,
  ],
  [
    'the boundary named with its hyphens',
    requestWith({ 'Content-Type': 'multipart/form-data; boundary=--b' }),
    wellFormed,
    /two hyphens that stand in front of it in the body/,
    /boundary=b/,
  ],
  [
    'a compressed body',
    requestWith({ 'Content-Encoding': 'gzip' }, gzipSync(plain)),
    wellFormed,
    /Content-Encoding "gzip"/,
    /compression of request bodies off/,
  ],
  ...['  ', "'PartnerLine_02'", '"PartnerLine_02"', ' PartnerLine_02', 'PartnerLine_02\t'].map(
    (value): Row => [
      `the channel ${JSON.stringify(value)}`,
      requestWith({}, formOf(['channelAddressIdentifier', value], ['participants', list])),
      'body/channel-address-identifier/string',
      /is blank|blanks or quotes around it/,
      /letter by letter/,
    ],
  ),
  [
    'a form under application/json',
    requestWith({ 'Content-Type': 'application/json' }),
    'headers/content-type/media-type',
    /though the body is a form/,
    /by hand/,
  ],
  [
    'JSON under urlencoded',
    requestWith({ 'Content-Type': 'application/x-www-form-urlencoded' }, given.whole),
    'headers/content-type/media-type',
    /on a body that is JSON/,
    /--edition 65.0/,
  ],
  [
    'a form that was turned to text, under whatever type',
    requestWith({ 'Content-Type': 'text/plain;charset=UTF-8' }, '[object FormData]'),
    'headers/content-type/media-type',
    /"\[object FormData\]" came/,
    /Hand the object itself/,
  ],
  [
    'the whole object inside the part',
    withParticipants(given.whole),
    'body/participants/list',
    /in a member participants of its own/,
    /the list alone/,
  ],
  ['JSON with comments', withParticipants(`${list} // the end user`), json, /has comments/, /JSON writer/],
  ['a comment sign inside a text', withParticipants(`[{"subject":"http://x"}, // x`), json, /ends|comma|came/, /JSON/],
  ['JSON in UTF-16', withParticipants([...list].join('\0')), json, /NUL beside its characters/, /UTF-8/],
  [
    'lines that end in CR',
    requestWith({}, plain.replaceAll('\r\n', '\r')),
    wellFormed,
    /do not end in carriage return and line feed/,
    /library/,
  ],
  [
    'a token called oauth_token in the query',
    withQuery('oauth_token=abcdefgh'),
    'operation/no-secrets-in-url',
    /oauth_token/,
    /Authorization: Bearer/,
  ],
];

for (const [what, request, clause, message, advice] of rows) {
  test(what, () => {
    const red = judgeRequest(request, contract).filter(({ verdict }) => verdict === 'nonconformant');
    assert.deepEqual(
      red.map((finding) => finding.clause),
      [clause],
      JSON.stringify(red),
    );
    const [finding] = red;
    assert.match(finding?.message ?? '', message);
    assert.match(finding?.advice ?? '', advice);
    // A secret is never quoted, the altered ones that no redactor knows included.
    for (const text of [finding?.message, finding?.advice])
      assert.doesNotMatch(text ?? '', /eyJ|client_secret=|00D\w{12}!/);
  });
}

for (const name of ['Authorization', 'Content-Type', 'OrgId', 'AuthorizationContext', 'RequestId']) {
  test(`${name} twice`, () => {
    const request = requestWith();
    const twice = request.fields.find(([one]) => one === name);
    const fields = [...request.fields, ...(twice === undefined ? [] : [[name.toLowerCase(), twice[1]] as const])];
    const red = judgeRequest({ ...request, fields }, contract);
    assert.equal(red.length, 1, JSON.stringify(red));
    assert.match(red[0]?.message ?? '', new RegExp(`^The header ${name} is expected once, and it came 2 times`));
    assert.match(red[0]?.advice ?? '', /in one place/);
  });
}
