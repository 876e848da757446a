/** Probes of the faults in the promise about identifiers. */
import assert from 'node:assert/strict';
import { joinedPairs } from '../../../../../generators/identities/families/joined-keys.js';
import type { Called, Change } from '../caller.js';
import { mergedSubjectsProbes } from './merged-subjects.js';
import { merges, mergesRequests, type Probe, showsWithin, splits } from './probe.js';

const once: Change = {};
const wrong: Change = { entry: { role: 'Agent' } };

const channel = (index: number) => (caller: Parameters<Probe>[0]) => ({
  channel: caller.mock.credentials.channels[index],
});

/** Another spelling of the first channel, which nobody configured: a sound mock refuses it. */
const spelledChannel = (spell: (name: string) => string) => (caller: Parameters<Probe>[0]) => ({
  channel: spell(caller.mock.credentials.channels[0] ?? ''),
});

/** Two pairs of the mock's own channels that are one text when they are joined so. */
const joins =
  (label: string): Probe =>
  async (caller) => {
    const pairs = joinedPairs(caller.mock.credentials.channels, (name) => `someone-${name}`).find(
      (one) => one.label === label,
    );
    assert.ok(pairs, `no channels of the mock can be ${label}`);
    return mergesRequests(pairs.first, pairs.second)(caller);
  };

/** Of two calls for one new pair at the same time the second is answered so. */
const losers =
  (looks: (called: Called) => boolean): Probe =>
  async (caller) => {
    await caller.call({ subject: 'somebody else' });
    const called = await Promise.all([caller.call(), caller.call()]);
    return called.some(looks);
  };

/** Two calls for one new pair at the same time, when the token is known already: verifying it takes several turns. */
const races: Probe = async (caller) => {
  await caller.call({ subject: 'somebody else' });
  const [first, second] = await Promise.all([caller.call(), caller.call()]);
  return first.identifier !== second.identifier;
};

/** One pair, then so many others, then the pair again. */
const forgetsAfter =
  (others: number): Probe =>
  async (caller) => {
    const { identifier } = await caller.call();
    for (let number = 0; number < others; number += 1) await caller.call({ subject: `other ${number}` });
    return identifier !== (await caller.call()).identifier;
  };

/** One pair, and again when so much time has gone by that it is forgotten. */
const expiresAfter =
  (seconds: number): Probe =>
  async (caller) => {
    const { identifier } = await caller.call();
    caller.pass(seconds * 1000 + 1);
    return identifier !== (await caller.call()).identifier;
  };

/** One of so many new pairs gets an identifier that another has. */
const collidesWithin = (most: number): Probe => {
  return async (caller) => {
    const identifiers = new Set<unknown>();
    return showsWithin(most, async (_caller, number) => {
      const { identifier } = await caller.call({ subject: `someone ${number}` });
      const collides = identifiers.has(identifier);
      identifiers.add(identifier);
      return collides;
    })(caller);
  };
};

const spelled = (text: string): Change => ({ text });
const json = '[{"subject":"someone","role":"EndUser","appType":"custom"}]';

export const behaviourProbes = {
  'same-pair/new-every-time': splits(once, once),
  'same-pair/changes-at-second-call': splits(once, once),
  'same-pair/changes-at-third-call': splits(once, once, once),
  'same-pair/changes-at-fifth-call': splits(once, once, once, once, once),
  'same-pair/by-request-id': splits(once, once),
  'same-pair/two-nodes': splits(once, once),
  'same-pair/three-nodes': splits(once, once),
  'same-pair/seen-late': splits(once, once),
  'same-pair/by-connection': splits({ connection: 1 }, { connection: 2 }),
  'same-pair/two-nodes-by-connection': splits({ connection: 1 }, { connection: 2 }),
  'same-pair/four-nodes-by-connection': splits({ connection: 1 }, { connection: 2 }),
  'same-pair/by-part-order': splits(once, { swapped: true }),
  'same-pair/by-json-text': splits(spelled(json), spelled(` ${json}`)),
  'same-pair/by-part-types': splits(once, { types: [undefined, 'application/json'] }),
  'same-pair/by-body-bytes': splits(once, { boundary: 'boundary-2' }),
  'same-pair/by-escapes': splits(spelled(json), spelled(json.replace('someone', '\\u0073omeone'))),
  'same-pair/by-header-case': splits(once, {
    fields: (fields) => fields.map(([name, value]) => [name.toLowerCase(), value]),
  }),
  'same-pair/forgotten-after-its-refusal': splitsAcross(wrong),
  'same-pair/all-forgotten-after-refusal': splitsAcross({ subject: 'somebody else', method: 'PUT' }),
  'same-pair/refusal-establishes': splitsAcross(wrong),
  'same-pair/losers-409': losers(({ status }) => status === 409),
  'same-pair/losers-500': losers(({ status }) => status === 500),
  'same-pair/losers-reset': losers(({ answer }) => answer.abort === 'before'),
  'same-pair/losers-empty': losers(({ answer }) => answer.body === ''),
  'same-pair/race-of-one-turn': races,
  'same-pair/race-of-2-ms': races,
  'same-pair/race-of-10-ms': races,
  'same-pair/race-of-100-ms': races,
  'same-pair/lost-update': async (caller) => {
    const [{ identifier }] = await Promise.all([caller.call(), caller.call()]);
    return identifier !== (await caller.call()).identifier;
  },
  'same-pair/moved-while-read': async (caller) => {
    await caller.call();
    return races(caller);
  },
  'same-pair/crossed-answers': async (caller) => {
    const [{ identifier }] = await Promise.all([caller.call(), caller.call({ subject: 'somebody else' })]);
    return identifier !== (await caller.call()).identifier;
  },
  'same-pair/keeps-50': forgetsAfter(50),
  'same-pair/keeps-200': forgetsAfter(200),
  'same-pair/keeps-1000': forgetsAfter(1000),
  'same-pair/keeps-1500': forgetsAfter(1500),
  'same-pair/keeps-5000': forgetsAfter(5000),
  'same-pair/expires': expiresAfter(0.3),
  'same-pair/expires-after-2-s': expiresAfter(2),
  'same-pair/expires-after-60-s': expiresAfter(60),

  'different-pair/one-for-all': merges('someone', 'somebody else'),
  'different-pair/hash-of-8-bits': collidesWithin(200),
  'different-pair/hash-of-12-bits': collidesWithin(500),
  'different-pair/hash-of-16-bits': collidesWithin(2000),
  'different-pair/stranger': collidesWithin(13),
  'different-pair/handed-out-twice': collidesWithin(100),
  'different-pair/numbers-begin-again': collidesWithin(151),
  'different-pair/stranger-after-100': collidesWithin(101),
  'different-pair/channel-ignored': mergesRequests(channel(0), channel(2)),
  'different-pair/channel-any-case': mergesRequests(
    once,
    spelledChannel((name) => name.toUpperCase()),
  ),
  'different-pair/channel-trimmed': mergesRequests(
    once,
    spelledChannel((name) => ` ${name}`),
  ),
  'different-pair/channel-cut': mergesRequests(channel(0), channel(1)),
  'different-pair/channel-cut-at-4': mergesRequests(channel(0), channel(1)),
  'different-pair/channel-end': mergesRequests(channel(0), channel(1)),
  'different-pair/words-of-objects-on-all-channels': (caller) => {
    const subject = 'constructor';
    return mergesRequests({ subject }, { ...channel(2)(caller), subject })(caller);
  },
  'different-pair/first-channel-wins': mergesRequests(channel(0), channel(2)),

  'different-pair/joined-by-colon': joins('channel and subject joined by ":"'),
  'different-pair/joined-by-underscore': joins('channel and subject joined by "_"'),
  'different-pair/joined-by-bar': joins('channel and subject joined by "|"'),
  'different-pair/joined-by-hyphen': joins('subject and channel joined by "-"'),
  'different-pair/joined-by-slash': joins('subject and channel joined by "/"'),
  'different-pair/joined-plainly': joins('channel and subject joined by nothing'),
  'different-pair/joined-plainly-backwards': joins('subject and channel joined by nothing'),

  ...mergedSubjectsProbes,
} as const satisfies Record<string, Probe>;

/** One pair before and after a refused request. */
function splitsAcross(refused: Change): Probe {
  return async (caller) => {
    const { identifier } = await caller.call();
    await caller.call(refused);
    return identifier !== (await caller.call()).identifier;
  };
}
