/**
 * A small connector in Node as a script: correct, or with named faults. Its arguments are the subjects, or `--hook=PORT`,
 * or `--stdio` for one that is asked by lines of JSON. By `node:http`, as loading `fetch` costs each of its many processes
 * three times as much as all the rest.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

export type ConnectorFault =
  | 'constant RequestId'
  | 'no renewal'
  | 'no retry'
  | 'no wait'
  | 'wants a GUID'
  | 'wants no members'
  | 'wants 202'
  | 'wants 200'
  | 'follows with GET'
  | 'follows with the token'
  | 'swallows redirects'
  | 'reads every body as JSON'
  | 'impatient'
  | 'no retry after 429'
  | 'last identifier'
  | 'hurried'
  | 'writes first'
  | 'prints secrets'
  | 'lower case'
  | 'question marks for emoji'
  | 'trims'
  | 'breaks on quotes'
  | 'holds the first identifier'
  | 'cuts what it holds'
  | 'drops a quote'
  | 'drops a quote once'
  | 'remembers by subject'
  | 'joins calls of a subject'
  | 'forgets the channel'
  | 'dies midway'
  | 'exits midway'
  | 'leaves a child with the pipe'
  | 'writes garbage'
  | 'answers without a result'
  | 'answers twice'
  | 'writes seq as text'
  | 'refuses what it establishes'
  | 'says done of what is refused'
  | 'supports nothing'
  | 'supports ASCII'
  | 'refuses all but ASCII'
  | 'shares a variable'
  | 'knows no end'
  /** Rare, and right. */
  | 'asks twice'
  | 'remembers'
  | 'serves one channel'
  | 'tells of 429 at once'
  | 'follows no redirect'
  | 'at once'
  | 'writes';

/** How long a child lives that is left behind. */
export const childMs = 90_000;

/** Writes it to a directory of the test's own; gives its path. */
export async function smallConnector(t: TestContext, faults: readonly ConnectorFault[] = []): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'byoc-connector-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  const file = join(directory, 'connector.mjs');
  await writeFile(file, source.replace('FAULTS', JSON.stringify(faults)).replace('CHILD_MS', String(childMs)));
  return file;
}

const source = String.raw`
import { createSign, randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import { json } from 'node:stream/consumers';
const faults = new Set(FAULTS);
const env = process.env;
let token = env.SF_ACCESS_TOKEN;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
if (faults.has('prints secrets')) console.log('token', token, 'key', env.SF_PRIVATE_KEY);

async function call(url, { method = 'POST', headers, body, signal }) {
  const answer = await new Promise((resolve, reject) => {
    request(url, { method, headers, signal }, resolve).on('error', reject).end(body);
  });
  return { status: answer.statusCode, ok: answer.statusCode >= 200 && answer.statusCode < 300, headers: answer.headers, value: await json(answer) };
}

async function renew() {
  const claims = { iss: env.SF_CONSUMER_KEY, sub: env.SF_SUBJECT, aud: env.SF_AUDIENCE, exp: Math.floor(Date.now() / 1000) + 180 };
  const head = encode({ alg: 'RS256' }) + '.' + encode(claims);
  const assertion = head + '.' + createSign('RSA-SHA256').update(head).sign(env.SF_PRIVATE_KEY, 'base64url');
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const answer = await call(env.SF_AUTH_ENDPOINT, { headers, body: body.toString() });
  if (!answer.ok) throw new Error('no token: ' + answer.status);
  token = answer.value.access_token;
}

const headersOf = () => ({
  Authorization: 'Bearer ' + token,
  OrgId: env.SF_ORG_ID,
  AuthorizationContext: env.SF_AUTHORIZATION_CONTEXT,
  RequestId: faults.has('constant RequestId') ? 'f7904eb6-5352-4c5e-adf6-5f100572cf5d' : randomUUID(),
  'Content-Type': 'multipart/form-data; boundary=b0undary',
});
const part = (head, value) => '--b0undary\r\nContent-Disposition: form-data; name=' + head + '\r\n\r\n' + value + '\r\n';

/** A call beside the contract. */
async function write(from, conversationIdentifier) {
  const entry = JSON.stringify({ conversationIdentifier, from, to: env.CHANNEL_ADDRESS_IDENTIFIER });
  const body = part('"json"; filename="json"\r\nContent-Type: application/json', entry) + '--b0undary--\r\n';
  await call(env.SF_SCRT_INSTANCE_URL + '/api/v1/interactions', { headers: headersOf(), body });
}

async function send(subject, channel) {
  const participants = JSON.stringify([{ subject, role: faults.has('says done of what is refused') && subject === '"' ? 'Agent' : 'EndUser', appType: 'custom' }]);
  const body = part('"channelAddressIdentifier"', channel) + part('"participants"', participants) + '--b0undary--\r\n';
  const init = { headers: headersOf(), body };
  if (faults.has('impatient')) init.signal = AbortSignal.timeout(250);
  if (faults.has('hurried')) init.signal = AbortSignal.timeout(700);
  let url = new URL(env.SF_SCRT_INSTANCE_URL + '/api/v1/conversation');
  let answer = await call(url, init);
  while (answer.headers.location && !faults.has('swallows redirects') && !faults.has('follows no redirect')) {
    const next = new URL(answer.headers.location, url);
    if (next.origin !== url.origin && !faults.has('follows with the token')) delete init.headers.Authorization;
    if (faults.has('follows with GET')) {
      init.method = 'GET';
      delete init.body;
    }
    url = next;
    answer = await call(url, init);
  }
  return answer;
}

const remembered = new Map();
async function establish(subject, channel = env.CHANNEL_ADDRESS_IDENTIFIER) {
  if (faults.has('forgets the channel')) channel = env.CHANNEL_ADDRESS_IDENTIFIER;
  const joins = faults.has('joins calls of a subject');
  if (!faults.has('remembers') && !faults.has('remembers by subject') && !joins) return establishNow(subject, channel);
  const key = faults.has('remembers') ? JSON.stringify([channel, subject]) : subject;
  if (!remembered.has(key)) {
    remembered.set(key, establishNow(subject, channel));
    if (joins) setTimeout(() => remembered.delete(key), 500);
  }
  return remembered.get(key);
}

async function establishNow(subject, channel) {
  if (faults.has('lower case')) subject = subject.toLowerCase();
  if (faults.has('trims')) subject = subject.trim();
  if (faults.has('question marks for emoji')) subject = subject.replace(/\p{Emoji_Presentation}/gu, '?');
  if (faults.has('breaks on quotes') && subject.includes('"')) throw new Error('quotes');
  for (let tries = 1; tries <= 5; tries += 1) {
    let answer;
    try {
      answer = await send(subject, channel);
    } catch (error) {
      if (faults.has('no retry') || faults.has('hurried') || (faults.has('reads every body as JSON') && error instanceof SyntaxError)) throw error;
      if (!faults.has('impatient')) await sleep(200 * tries);
      continue;
    }
    if (answer.status === 401 && !faults.has('no renewal')) await renew();
    else if (answer.status === 429 || answer.status === 503) {
      if (faults.has('no retry') || (faults.has('no retry after 429') && answer.status === 429)) return;
      if (faults.has('tells of 429 at once')) await Promise.all([write('failed: ' + subject), write('failed: ' + subject), write('later')]);
      const { 'retry-after': told, date: now } = answer.headers;
      const date = Date.parse(told ?? '') - Date.parse(now);
      if (!faults.has('no wait')) await sleep(told === undefined ? 300 * tries : /^\d+$/.test(told) ? told * 1000 : Math.max(0, date));
    } else if (answer.ok) {
      const { value } = answer;
      if (faults.has('wants a GUID') && !/^[0-9a-f-]{36}$/.test(value.conversationIdentifier)) throw new Error('no GUID');
      if (faults.has('wants no members') && Object.keys(value).length > 2) throw new Error('unknown members');
      if (faults.has('wants 200') && answer.headers['retry-after']) {
        await sleep(50);
        continue;
      }
      if (faults.has('asks twice') && answer.headers['retry-after'] && (await send(subject, channel)).value.conversationIdentifier !== value.conversationIdentifier) throw new Error('another one');
      if (faults.has('wants 202') && answer.status !== 202) throw new Error('not 202');
      return value.conversationIdentifier;
    } else if (faults.has('follows with GET') || (faults.has('swallows redirects') && answer.status < 400)) return;
    else throw new Error('refused: ' + answer.status);
  }
  throw new Error('gave up');
}

let current, first, dropped = false, answered = 0;
const isAscii = (text) => /^[\x20-\x7e]*$/.test(text);
const say = (answer) => process.stdout.write(JSON.stringify(faults.has('writes seq as text') && answer.seq ? { ...answer, seq: String(answer.seq) } : answer) + '\n');

async function answerLines() {
  const { createInterface } = await import('node:readline');
  const { spawn } = await import('node:child_process');
  if (faults.has('leaves a child with the pipe'))
    spawn(process.execPath, ['-e', 'setTimeout(() => {}, CHILD_MS)'], { detached: true, env: {}, stdio: ['ignore', 'inherit', 'inherit'] }).unref();
  if (faults.has('knows no end')) setInterval(() => {}, 1000);
  for await (const line of createInterface({ input: process.stdin })) answer(JSON.parse(line));
}

async function answer({ seq, start, do: asked }) {
  if (start) return say({ seq, protocol: 1, name: 'small', version: '1', operations: ['establish-conversation'] });
  if (faults.has('writes garbage')) return process.stdout.write('Hello!\n');
  if (faults.has('answers without a result')) return say({ seq, fine: true });
  const { subject, channelAddressIdentifier: channel } = asked.input;
  if (faults.has('serves one channel') && channel !== env.CHANNEL_ADDRESS_IDENTIFIER) return say({ seq, refused: 'not mine' });
  if (faults.has('supports nothing') || (faults.has('supports ASCII') && !isAscii(subject))) return say({ seq, unsupported: true });
  if (faults.has('refuses all but ASCII') && !isAscii(subject)) return say({ seq, refused: 'ASCII only' });
  current = subject;
  if (faults.has('shares a variable')) await sleep(2);
  const drops = subject === '"' && (faults.has('drops a quote') || (faults.has('drops a quote once') && !dropped));
  if (drops) dropped = true;
  let result;
  try {
    let seen = drops ? null : await establish(faults.has('shares a variable') ? current : subject, channel);
    first ??= seen;
    if (faults.has('holds the first identifier')) seen = first;
    if (faults.has('cuts what it holds')) seen = seen.slice(0, -1);
    result = faults.has('refuses what it establishes') ? { seq, refused: 'not mine' } : { seq, done: true, seen };
  } catch (error) {
    result = faults.has('says done of what is refused') ? { seq, done: true } : { seq, broken: error.message };
  }
  // Out of order.
  await sleep((seq % 4) * 2);
  answered += 1;
  if (answered === 100 && faults.has('dies midway')) process.kill(process.pid, 'SIGKILL');
  if (answered === 100 && faults.has('exits midway')) process.exit(0);
  say(result);
  if (!faults.has('answers twice')) return;
  say(result);
  if (answered === 5) process.stdout.write('debug: ' + 'x'.repeat(50_000) + '\n{"seq":123456,"done":true}\n');
}

const hook = /^--hook=(\d+)$/.exec(process.argv[2] ?? '')?.[1];
const subjects = process.argv.slice(2);
if (faults.has('hurried')) await renew(); // so that no start of anything counts in its time-out
if (process.argv[2] === '--stdio') await answerLines();
else if (faults.has('last identifier') || faults.has('at once')) {
  const identifiers = [];
  await Promise.all(subjects.map(async (subject, index) => {
    const identifier = await establish(subject);
    identifiers[faults.has('at once') ? index : 0] = identifier;
  }));
  for (const [index, subject] of subjects.entries()) await write(subject, identifiers[faults.has('at once') ? index : 0]);
} else if (hook === undefined) {
  for (const subject of subjects) {
    if (faults.has('writes first')) await write(subject, randomUUID());
    const identifier = await establish(subject);
    if (faults.has('writes')) await write(subject, identifier);
    console.log('established', identifier);
  }
} else {
  createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const asked = JSON.parse(text);
    await establish(asked.subject, asked.channelAddressIdentifier).catch(() => (response.statusCode = 500));
    response.end();
  }).listen(Number(hook), '127.0.0.1');
}
`;
