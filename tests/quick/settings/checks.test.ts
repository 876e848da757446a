/** Holds the exact answer to every malformed setting, and that well-formed ones are taken. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAccessToken } from '../../../settings/checks/access-token.js';
import { checkBaseUrl, checkInstanceUrl } from '../../../settings/checks/base-url.js';
import { checkAuthorizationContext, checkChannels, checkOrgId } from '../../../settings/checks/org.js';
import type { Checked } from '../../../settings/setting-problem.js';
import { expiredToken, goodToken, jwt, opaqueToken } from '../cli/sample.js';

type Row = readonly [value: string, found: string, advice?: string];

function refuses(name: string, check: (value: string) => Checked<unknown>, rows: readonly Row[]): void {
  for (const [value, found, advice] of rows) {
    test(`${name} refuses ${JSON.stringify(value).slice(0, 60)}`, () => {
      assert.deepEqual(check(value), advice === undefined ? { ok: false, found } : { ok: false, found, advice });
    });
  }
}

function takes(name: string, check: (value: string) => Checked<unknown>, values: readonly string[]): void {
  for (const value of values) {
    test(`${name} takes ${JSON.stringify(value).slice(0, 60)}`, () => {
      const checked = check(value);
      assert.ok(checked.ok, JSON.stringify(checked));
      assert.deepEqual(checked.warnings, []);
    });
  }
}

const empty = 'nothing (it is set, but empty)';

refuses('SF_ORG_ID', checkOrgId, [
  ['', empty],
  ['00D00000000001', '"00D00000000001" (14 characters)'],
  [
    '00D000000000001AAA',
    '"00D000000000001AAA" (18 characters)',
    'the first 15 characters of it are the 15-character form',
  ],
  ['00D00000000000-', '"00D00000000000-" (15 characters)'],
  ['00D000000000001\n', '"00D000000000001\\n" (16 characters)'],
  ['00D00000000000\u202e', '"00D00000000000\\u{202e}" (15 characters)'],
  [goodToken, `${goodToken.length} characters that look like a token (not shown)`],
]);
takes('SF_ORG_ID', checkOrgId, ['00D000000000001', 'abcABC012345678']);

const prefixAdvice = 'put the prefix of the connected app and an underscore in front';
refuses('SF_AUTHORIZATION_CONTEXT', checkAuthorizationContext, [
  ['', empty],
  ['Support1', '"Support1"', prefixAdvice],
  ['_Support1', '"_Support1"'],
  ['Acme1_', '"Acme1_"'],
  ['Acme1__Support', '"Acme1__Support"'],
  ['1Acme_Support', '"1Acme_Support"'],
  ['Acme_1Support', '"Acme_1Support"'],
  ['Acme-1_Support', '"Acme-1_Support"'],
  ['Acme_Support ', '"Acme_Support "'],
]);
takes('SF_AUTHORIZATION_CONTEXT', checkAuthorizationContext, ['Partner1_ChannelDefinition1', 'a_b', 'A_b_C_d']);

refuses('CHANNEL_ADDRESS_IDENTIFIER', checkChannels, [
  ['', empty],
  ['  ', 'blanks only'],
  ['one,,two', '"one,,two", with an empty entry', 'take out the comma that divides nothing'],
  ['one,', '"one,", with an empty entry', 'take out the comma that divides nothing'],
  ['one, two,one', '"one" more than once', 'name each channel once'],
  ['one,t\u0007wo', '"one,t\\u0007wo", with a control character'],
]);
takes('CHANNEL_ADDRESS_IDENTIFIER', checkChannels, ['one,two', ' one , One , with blank inside ']);

const cutOperation = 'cut /v1/conversation from its end: the suite puts it there';
refuses('--base-url', checkBaseUrl, [
  ['', empty],
  ['example.com/api', '"example.com/api"', 'put https:// in front'],
  ['localhost:8080', '"localhost:8080"', 'put https:// in front'],
  ['ftp://example.com', '"ftp://example.com"'],
  ['file:///etc/passwd', '"file:///etc/passwd"'],
  ['https://', '"https://"'],
  ['https://exa mple.com', '"https://exa mple.com" with a blank in it'],
  ['https://example.com/api\n', '"https://example.com/api\\n" with a blank in it'],
  ['https://example.com/api?key=secret', 'a URL with a query (not shown)', 'cut it at the ?'],
  ['https://example.com/api?', 'a URL with a query (not shown)', 'cut it at the ?'],
  ['https://example.com/api#secret', 'a URL with a fragment (not shown)', 'cut it at the #'],
  [
    'https://user:secret@example.com/api',
    'a URL with credentials in it (not shown)',
    'take out what stands before the @',
  ],
  ['https://@example.com/api', 'a URL with credentials in it (not shown)', 'take out what stands before the @'],
  ['user:secret@example.com', 'something else (not shown, as it may hold a secret)'],
  ['https://h/api/v1/conversation', '"https://h/api/v1/conversation"', cutOperation],
  ['https://h/api/v1/conversation//', '"https://h/api/v1/conversation//"', cutOperation],
  ['https://h/api/v1', '"https://h/api/v1"', 'cut /v1 from its end: the suite puts it there'],
]);
takes('--base-url', checkBaseUrl, [
  'https://example.com',
  'https://example.com/api/',
  'http://127.0.0.1:1/api',
  'http://[::1]:1/api',
  'http://localhost:80',
]);

test('--base-url loses its slashes at the end', () => {
  const checked = checkBaseUrl('https://example.com/api//');
  assert.equal(checked.ok && checked.value.href, 'https://example.com/api');
});

test('plain http to another machine is taken with a warning', () => {
  const checked = checkBaseUrl('http://example.com/api');
  assert.deepEqual(checked.ok && checked.warnings, [
    'http://example.com is plain http: the access token travels readable to anyone on the way; use https',
  ]);
});

const cutApi = 'cut /api from its end: the suite puts it there';
refuses('SF_SCRT_INSTANCE_URL', checkInstanceUrl, [
  ['', empty],
  ['https://example.com/api', '"https://example.com/api"', cutApi],
  ['https://example.com/api/', '"https://example.com/api/"', cutApi],
  ['https://example.com/x', '"https://example.com/x"', 'cut the path, or give the whole base URL as --base-url'],
  ['https://u:p@example.com/api', 'a URL with credentials in it (not shown)', 'take out what stands before the @'],
]);
takes('SF_SCRT_INSTANCE_URL', checkInstanceUrl, ['https://example.com', 'https://example.com/']);

const now = new Date('2026-01-01T00:00:00Z');
refuses('SF_ACCESS_TOKEN', (value) => checkAccessToken(value, now), [
  ['', empty],
  [`Bearer ${'x'.repeat(34)}`, '41 characters, Bearer among them', 'leave out the word Bearer'],
  [`${'x'.repeat(20)} ${'x'.repeat(20)}`, '41 characters with a blank inside'],
  [`${goodToken}\n`, `${goodToken.length + 1} characters with a blank at one end`],
  [`"${opaqueToken}"`, `${opaqueToken.length + 2} characters with quotes around`, 'leave out the quotes'],
  ['garbage', '7 characters in one part'],
  ['a.b', '3 characters in 2 parts'],
  ['a.b.c.d.e', '9 characters in 5 parts'],
  ['a.b.ä', '5 characters in three parts, not all of them base64url'],
  ['a.b.', '4 characters in three parts, not all of them base64url'],
  ['aa.bb.cc', '8 characters in three parts, but the first two are not base64url of JSON objects'],
  [
    expiredToken,
    'a JWT that expired at 2001-09-09T01:46:40.000Z',
    'get a new token, and check the clock of this machine',
  ],
  [
    jwt({ exp: -1e300 }),
    'a JWT that expired at -1e+300 seconds after 1970',
    'get a new token, and check the clock of this machine',
  ],
  ['00D!abcdef', '10 characters in one part'],
]);
takes('SF_ACCESS_TOKEN', (value) => checkAccessToken(value, now), [goodToken, jwt({})]);

test('an opaque token is taken with a warning', () => {
  const checked = checkAccessToken(opaqueToken, now);
  assert.deepEqual(checked.ok && checked.warnings, [
    'the access token is opaque, not a JWT: the tests of its signature and expiry are left out',
  ]);
});
