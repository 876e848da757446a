/** What kept a connector from establishing anything stands in the answer of the run: refused assertions, refused calls. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importPKCS8, SignJWT } from 'jose';
import { type HandedSettings, recordWhile } from './run-gate-for.js';

async function fetchToken(
  settings: HandedSettings,
  change: { readonly aud?: string; readonly exp?: number },
): Promise<void> {
  const key = await importPKCS8(settings.SF_PRIVATE_KEY ?? '', 'RS256');
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(settings.SF_CONSUMER_KEY ?? '')
    .setSubject(settings.SF_SUBJECT ?? '')
    .setAudience(change.aud ?? settings.SF_AUDIENCE ?? '')
    .setExpirationTime(change.exp ?? Math.floor(Date.now() / 1000) + 180)
    .sign(key);
  const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
  await fetch(settings.SF_AUTH_ENDPOINT ?? '', { method: 'POST', body: new URLSearchParams(form) }).then((answer) =>
    answer.text(),
  );
}

const inSeconds = (): number => Math.floor(Date.now() / 1000);

const refused: readonly (readonly [name: string, change: () => Parameters<typeof fetchToken>[1], told: RegExp])[] = [
  [
    'for another audience',
    () => ({ aud: 'https://elsewhere.example' }),
    /exchange 1: 400, invalid_grant: audience is invalid/,
  ],
  ['that has expired', () => ({ exp: inSeconds() - 600 }), /assertion expired/],
  ['with exp in milliseconds', () => ({ exp: Date.now() }), /expires too far ahead: exp is in seconds/],
  ['that lives for hours', () => ({ exp: inSeconds() + 4 * 3_600 }), /at most 3600 seconds from now/],
];

for (const [name, change, told] of refused) {
  test(`an assertion ${name} is told of in the answer`, async () => {
    const record = await recordWhile((_origin, settings) => fetchToken(settings, change()));
    assert.equal(record.verdict, 'inconclusive');
    assert.match(record.reason, /^No request .* came\. The token endpoint refused 1, the first in /);
    assert.match(record.reason, told);
    assert.deepEqual(record.warnings, []);
  });
}

test('a good assertion is not told of', async () => {
  const record = await recordWhile((_origin, settings) => fetchToken(settings, {}));
  assert.deepEqual(record.warnings, []);
});

test('where every call is refused, the answer says with what', async () => {
  const record = await recordWhile(async (_origin, settings) => {
    const form = new FormData();
    form.set('channelAddressIdentifier', 'another-channel');
    form.set('participants', JSON.stringify([{ subject: 'ann', role: 'EndUser', appType: 'custom' }]));
    const headers = {
      Authorization: `Bearer ${settings.SF_ACCESS_TOKEN}`,
      OrgId: settings.SF_ORG_ID ?? '',
      AuthorizationContext: settings.SF_AUTHORIZATION_CONTEXT ?? '',
      RequestId: crypto.randomUUID(),
    };
    const url = `${settings.SF_SCRT_INSTANCE_URL}/api/v1/conversation`;
    await fetch(url, { method: 'POST', body: form, headers }).then((answer) => answer.text());
  });
  assert.deepEqual([record.verdict, record.cause], ['inconclusive', 'nothing established']);
  assert.match(record.reason, /Refused were 1, the first in exchange 1: 404, /);
});
