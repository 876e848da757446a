/** Probes of the faults in the body and of the operation. */
import { subjectOfLength } from '../../../../../generators/identities/subject-of-length.js';
import type { Change } from '../caller.js';
import { accepts, type Probe, refuses, showsWithin } from './probe.js';

const good = { subject: 'someone', role: 'EndUser', appType: 'custom' };
const bad = { ...good, role: 'Agent' };

const entry = (member: string, value: unknown): Probe => accepts({ entry: { [member]: value } });
const list = (participants: unknown): Probe => accepts({ participants });
const text = (text: string): Change => ({ text });
const json = JSON.stringify([good]);

const unended: Change = { body: (body) => body.replace(/--boundary-1--\r\n$/, '') };

export const bodyProbes = {
  'operation/lost-now-and-then': showsWithin(7, async (caller) => !(await caller.call()).accepted),
  'operation/new-pairs-refused': showsWithin(40, refusesNewPair),
  'operation/every-ninth-new-pair-fails': showsWithin(9, refusesNewPair),

  'multipart/breaks-on-unended': showsWithin(1, async (caller) => (await caller.call(unended)).status === 500),
  'multipart/takes-cut': accepts(unended),
  'multipart/boundary-sniffed': accepts({ body: (body) => body.replaceAll('boundary-1', 'boundary-2') }),
  'multipart/accepts-empty-body': accepts({ body: () => '' }),
  'multipart/accepts-garbage': accepts({ body: () => 'garbage' }),
  'multipart/order-fixed': refuses({ swapped: true }),
  'multipart/refuses-typed-parts': refuses({ types: ['text/plain', 'text/plain'] }),
  'multipart/refuses-json-parts': refuses({ types: [undefined, 'application/json'] }),

  'channel/not-required': accepts({ channel: undefined }),
  'channel/accepts-empty': accepts({ channel: '' }),

  'participants/not-required': list(undefined),
  'participants/accepts-object': list(good),
  'participants/accepts-scalars': list(7),
  'participants/accepts-null': list(null),
  'participants/accepts-empty-list': list([]),
  'participants/string-entries': list(['someone']),
  'participants/null-entries': list([null]),
  'participants/any-entries': list([7]),
  'participants/first-entry-only': list([good, bad]),
  'participants/last-entry-only': list([bad, good]),
  'participants/one-good-entry-is-enough': list([bad, good, bad]),
  'participants/wrong-members-overlooked': list([good, bad]),

  'participants-json/any-text': accepts(text('garbage')),
  'participants-json/empty-text': accepts(text('')),
  'participants-json/trailing-comma': accepts(text(json.replace(']', ',]'))),
  'participants-json/single-quotes': accepts(text(json.replaceAll('"', "'"))),
  'participants-json/comments': accepts(text(`/* one */${json}`)),
  'participants-json/bare-names': accepts(text(json.replace('"subject"', 'subject'))),
  'participants-json/cut': accepts(text(json.slice(0, -3))),
  'participants-json/trailing-text': accepts(text(`${json} and more`)),
  'participants-json/refuses-white-space': refuses(text(JSON.stringify([good], null, 2))),
  'participants-json/order-fixed': refuses(
    text(JSON.stringify([{ role: 'EndUser', appType: 'custom', subject: 'a' }])),
  ),
  'participants-json/refuses-escapes': refuses(text(json.replace('someone', '\\u0073omeone'))),

  'subject/not-required': entry('subject', undefined),
  'subject/accepts-numbers': entry('subject', 7),
  'subject/accepts-booleans': entry('subject', true),
  'subject/accepts-null': entry('subject', null),
  'subject/accepts-structures': entry('subject', ['someone']),
  'subject/accepts-empty': entry('subject', ''),
  'subject/ascii-only': refuses({ subject: 'Zoë' }),
  'subject/latin-only': refuses({ subject: 'Анна' }),
  'subject/refuses-emoji': refuses({ subject: 'Ann 🙂' }),
  'subject/fails-on-emoji': refuses({ subject: 'Ann 🙂' }),
  'subject/refuses-marks': refuses({ subject: 'Zoe\u0308' }),
  'subject/refuses-right-to-left': refuses({ subject: 'ليلى' }),
  'subject/fails-on-apostrophes': refuses({ subject: "O'Hara" }),
  'subject/refuses-quotes': refuses({ subject: 'Ann "A" B' }),
  'subject/refuses-backslashes': refuses({ subject: 'a\\b' }),
  'subject/refuses-angle-brackets': refuses({ subject: '<b>' }),
  'subject/refuses-percent': refuses({ subject: '100%' }),
  'subject/refuses-blanks': refuses({ subject: 'Ann B' }),
  'subject/refuses-punctuation': refuses({ subject: 'a;b' }),
  'subject/refuses-one-character': refuses({ subject: 'a' }),
  'subject/limit-64': refuses({ subject: 'a'.repeat(65) }),
  'subject/limit-100': refuses({ subject: 'a'.repeat(101) }),
  'subject/limit-128': refuses({ subject: 'a'.repeat(129) }),
  'subject/limit-240': refuses({ subject: 'a'.repeat(241) }),
  'subject/compressing-index': refuses({ subject: subjectOfLength('someone', 255, 4) }),
  'subject/limit-254': refuses({ subject: 'a'.repeat(255) }),
  'subject/fails-beyond-255': refuses({ subject: 'a'.repeat(256) }),

  'role/not-required': entry('role', undefined),
  'role/any-text': entry('role', 'anything'),
  'role/any-type': entry('role', 7),
  'role/accepts-empty': entry('role', ''),
  'role/accepts-null': entry('role', null),
  'role/any-case': entry('role', 'enduser'),
  'role/trimmed': entry('role', ' EndUser'),
  'role/prefix': entry('role', 'EndUserX'),
  'role/in-a-list': entry('role', ['EndUser']),
  'role/accepts-agent': entry('role', 'Agent'),
  'role/accepts-chatbot': entry('role', 'Chatbot'),
  'role/accepts-supervisor': entry('role', 'Supervisor'),
  'role/accepts-system': entry('role', 'System'),

  'app-type/not-required': entry('appType', undefined),
  'app-type/any-text': entry('appType', 'anything'),
  'app-type/any-type': entry('appType', 7),
  'app-type/accepts-empty': entry('appType', ''),
  'app-type/accepts-null': entry('appType', null),
  'app-type/any-case': entry('appType', 'Custom'),
  'app-type/trimmed': entry('appType', 'custom '),
  'app-type/prefix': entry('appType', 'customer'),
  'app-type/in-a-list': entry('appType', ['custom']),
  'app-type/accepts-agent': entry('appType', 'agent'),
  'app-type/accepts-chatbot': entry('appType', 'chatbot'),
  'app-type/accepts-conversation': entry('appType', 'conversation'),
  'app-type/accepts-live-message': entry('appType', 'live_message'),
  'app-type/accepts-iamessage': entry('appType', 'iamessage'),
} as const satisfies Record<string, Probe>;

async function refusesNewPair(caller: Parameters<Probe>[0], number: number): Promise<boolean> {
  return !(await caller.call({ subject: `someone ${number}` })).accepted;
}
