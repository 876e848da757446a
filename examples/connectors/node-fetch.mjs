#!/usr/bin/env node
// A small connector: hands the messages that came in on a channel to the org. Node 20 or newer, no packages.
import { randomUUID, sign } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const mostAttempts = 5;
const longestWaitMs = 60_000;
const timeoutMs = 30_000;

const base = `${setting('SF_SCRT_INSTANCE_URL').replace(/\/+$/, '')}/api`;
const orgId = setting('SF_ORG_ID');
const authorizationContext = setting('SF_AUTHORIZATION_CONTEXT');
const channel = setting('CHANNEL_ADDRESS_IDENTIFIER').split(',')[0];
const canRenew = Boolean(process.env.SF_CONSUMER_KEY && process.env.SF_PRIVATE_KEY);
let token = process.env.SF_ACCESS_TOKEN || (await fetchToken());

// A connector of yours takes these from its channel.
const messages = [
  { from: 'ada@example.org', text: 'Good morning' },
  { from: '+49 151 2345678', text: 'Is anybody there?' },
  { from: 'ada@example.org', text: 'My order has not come' },
  { from: '李小龍 "Bruce"', text: '你好' },
  { from: '+49 151 2345678', text: 'Thanks' },
];

// Under `gate --driver-stdio` people are made up there, and no messages are sent.
if (process.argv[2] === '--driver') {
  const { answerQuestions } = await import('./driver.mjs');
  await answerQuestions('node-fetch', establishConversation);
  process.exit();
}

for (const { from, text } of messages) {
  try {
    const conversationIdentifier = await establishConversation(from, channel);
    await sendMessage(conversationIdentifier, from, text);
    console.log(`${from}: ${conversationIdentifier}`);
  } catch (error) {
    console.error(`${from}: ${error.message}`);
    process.exitCode = 1;
  }
}

async function establishConversation(from, channel) {
  const form = new FormData();
  form.append('channelAddressIdentifier', channel);
  form.append('participants', JSON.stringify([{ subject: from, role: 'EndUser', appType: 'custom' }]));
  const { conversationIdentifier } = JSON.parse(await post('/v1/conversation', form));
  if (typeof conversationIdentifier !== 'string' || conversationIdentifier === '') {
    throw new Error('the answer has no conversationIdentifier');
  }
  return conversationIdentifier;
}

async function sendMessage(conversationIdentifier, from, text) {
  // The identifiers stay the same when the message is sent again, so that it counts once.
  const interaction = {
    id: randomUUID(),
    timestamp: Date.now(),
    interactionType: 'EntryInteraction',
    payload: { text },
  };
  const entry = {
    conversationIdentifier,
    to: channel,
    from: { id: from, role: 'EndUser' },
    interactions: [interaction],
  };
  const form = new FormData();
  form.append('json', new Blob([JSON.stringify(entry)], { type: 'application/json' }));
  await post('/v1/interactions', form);
}

/** Sends a form until it is taken: waits when told to, renews the token once, never repeats what was refused. */
async function post(path, form) {
  let mayRenew = canRenew;
  for (let attempt = 1; ; attempt += 1) {
    let response;
    let problem;
    try {
      response = await fetch(base + path, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          OrgId: orgId,
          AuthorizationContext: authorizationContext,
          RequestId: randomUUID(), // a new one each time, also when the same form is sent again
        },
        body: form, // fetch writes Content-Type itself, with the boundary
        redirect: 'manual', // fetch of Node 20 would send the form with a boundary that the header does not name
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = await response.text();
      if (response.ok) return answer;
      problem = `answered ${response.status}: ${answer.slice(0, 200)}`;
    } catch (error) {
      response = undefined; // reset or timed out, perhaps in the middle of the answer: asking again is safe
      problem = error.cause?.message ?? error.message;
    }
    if (response?.status === 401 && mayRenew) {
      mayRenew = false;
      token = await fetchToken();
      continue;
    }
    const passing = response === undefined || [408, 429].includes(response.status) || response.status >= 500;
    const waitMs = waitBefore(attempt, response?.headers.get('retry-after'));
    if (!passing || attempt === mostAttempts || waitMs > longestWaitMs) throw new Error(`${path} ${problem}`);
    await sleep(waitMs);
  }
}

/** Milliseconds: 0.5 s, 1 s, 2 s ... with some chance, and at least what Retry-After asks for (seconds or a date). */
function waitBefore(attempt, retryAfter) {
  const backOff = 500 * 2 ** (attempt - 1) * (1 + Math.random() / 4);
  if (!retryAfter) return backOff;
  const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(asked) ? backOff : Math.max(asked, backOff);
}

/** A new access token by the OAuth 2.0 JWT bearer flow. */
async function fetchToken() {
  const claims = {
    iss: setting('SF_CONSUMER_KEY'),
    sub: setting('SF_SUBJECT'),
    aud: setting('SF_AUDIENCE'),
    exp: Math.floor(Date.now() / 1000) + 180,
  };
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
  const key = setting('SF_PRIVATE_KEY').replaceAll('\\n', '\n');
  const assertion = `${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), key).toString('base64url')}`;
  const endpoint = new URL(setting('SF_AUTH_ENDPOINT'));
  if (endpoint.pathname === '/') endpoint.pathname = '/services/oauth2/token';
  const response = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`the token endpoint answered ${response.status}`);
  return (await response.json()).access_token;
}

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
