/** Probes of the faults in the promise about identifiers. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Change } from '../caller.js';
import { merges, mergesRequests, type Probe, showsWithin, splits } from './probe.js';

const once: Change = {};
const wrong: Change = { entry: { role: 'Agent' } };

const channel = (index: number) => (caller: Parameters<Probe>[0]) => ({
  channel: caller.mock.credentials.channels[index],
});

/** Two calls for one new pair at the same time. */
const races: Probe = async (caller) => {
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
const long = 'a'.repeat(260);

export const behaviourProbes = {
  'same-pair/new-every-time': splits(once, once),
  'same-pair/changes-at-third-call': splits(once, once, once),
  'same-pair/by-request-id': splits(once, once),
  'same-pair/two-nodes': splits(once, once),
  'same-pair/by-connection': splits({ connection: 1 }, { connection: 2 }),
  'same-pair/by-part-order': splits(once, { swapped: true }),
  'same-pair/by-json-text': splits(spelled(json), spelled(` ${json}`)),
  'same-pair/by-escapes': splits(spelled(json), spelled(json.replace('someone', '\\u0073omeone'))),
  'same-pair/by-header-case': splits(once, {
    fields: (fields) => fields.map(([name, value]) => [name.toLowerCase(), value]),
  }),
  'same-pair/forgotten-after-its-refusal': splitsAcross(wrong),
  'same-pair/all-forgotten-after-refusal': splitsAcross({ subject: 'somebody else', method: 'PUT' }),
  'same-pair/refusal-establishes': splitsAcross(wrong),
  'same-pair/race-of-one-turn': races,
  'same-pair/race-of-2-ms': races,
  'same-pair/race-of-10-ms': races,
  'same-pair/keeps-50': forgetsAfter(50),
  'same-pair/keeps-200': forgetsAfter(200),
  'same-pair/keeps-1500': forgetsAfter(1500),
  'same-pair/expires': async (caller) => {
    const { identifier } = await caller.call();
    await pause(310);
    return identifier !== (await caller.call()).identifier;
  },

  'different-pair/one-for-all': merges('someone', 'somebody else'),
  'different-pair/hash-of-8-bits': collidesWithin(200),
  'different-pair/hash-of-12-bits': collidesWithin(500),
  'different-pair/hash-of-16-bits': collidesWithin(2000),
  'different-pair/stranger': collidesWithin(13),
  'different-pair/channel-ignored': mergesRequests(channel(0), channel(2)),
  'different-pair/channel-any-case': mergesRequests(channel(0), channel(1)),
  'different-pair/channel-cut': mergesRequests(channel(0), channel(1)),
  'different-pair/first-channel-wins': mergesRequests(channel(0), channel(2)),

  'merged-subjects/case': merges('someone', 'Someone'),
  'merged-subjects/trimmed': merges('someone', ' someone '),
  'merged-subjects/trailing-blanks': merges('someone', 'someone '),
  'merged-subjects/inner-blanks': merges('some one', 'some  one'),
  'merged-subjects/all-blanks': merges('some one', 'someone'),
  'merged-subjects/nfc': merges('Zo\u00eb', 'Zoe\u0308'),
  'merged-subjects/nfkc': merges('\ufb01x', 'fix'),
  'merged-subjects/accents': merges('Zo\u00eb', 'Zoe'),
  'merged-subjects/zero-width': merges('some\u200bone', 'someone'),
  'merged-subjects/look-alikes': merges('s\u043eme\u043ene', 'someone'),
  'merged-subjects/emoji': merges('🙂', '🙃'),
  'merged-subjects/beyond-latin-1': merges('Анна', 'Инна'),
  'merged-subjects/leading-zeros': merges('0491', '491'),
  'merged-subjects/plus-sign': merges('+491', '491'),
  'merged-subjects/doubles': merges('9007199254740993', '9007199254740992'),
  'merged-subjects/digits-only': merges('+49 30 123456', '4930123456'),
  'merged-subjects/percent-escapes': merges('a%20b', 'a b'),
  'merged-subjects/plus-as-blank': merges('a+b', 'a b'),
  'merged-subjects/entities': merges('a&amp;b', 'a&b'),
  'merged-subjects/backslashes': merges('a\\b', 'ab'),
  'merged-subjects/mail-tags': merges('ann+one@mail.invalid', 'ann@mail.invalid'),
  'merged-subjects/mail-case': merges('Ann@mail.invalid', 'ann@mail.invalid'),
  'merged-subjects/cut-at-32': merges(long.slice(0, 33), long.slice(0, 34)),
  'merged-subjects/cut-at-64': merges(long.slice(0, 65), long.slice(0, 66)),
  'merged-subjects/cut-at-128': merges(long.slice(0, 129), long.slice(0, 130)),
  'merged-subjects/cut-at-254': merges(long.slice(0, 254), long.slice(0, 255)),
  'merged-subjects/cut-at-255': merges(long.slice(0, 256), long.slice(0, 257)),
} as const satisfies Record<string, Probe>;

/** One pair before and after a refused request. */
function splitsAcross(refused: Change): Probe {
  return async (caller) => {
    const { identifier } = await caller.call();
    await caller.call(refused);
    return identifier !== (await caller.call()).identifier;
  };
}
