/** Ids as messengers, chat systems and their gateways write them, with scopes, devices and schemes around. */
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

/** The letters of GSM 03.38 beyond ASCII, without its extension table. */
const gsmLetters = '@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà';
const gsmAscii = /[A-Za-z0-9 !"#%&'()*+,\-./:;<=>?[\]{}^|~\\€]/;
/** Greek capitals that look like Latin ones are sent as those. */
const gsmLookAlikes: Readonly<Record<string, string>> = {
  ...{ Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Χ: 'X', Υ: 'Y' },
  ...{ ç: 'Ç', '`': "'", '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-' },
};

const asGsm7 = (text: string): string =>
  Array.from(text.normalize('NFC'), (character) => {
    if (gsmLetters.includes(character) || gsmAscii.test(character)) return character;
    const base = character.normalize('NFD').charAt(0);
    return gsmLookAlikes[character] ?? (gsmAscii.test(base) ? base : '?');
  }).join('');

export const messengerMerges = [
  {
    id: 'messengers/whatsapp-jid-normalized',
    field: 4,
    told: 'Clients of WhatsApp drop the device from a JID and take both of its servers for one.',
    origin: 'Baileys jidNormalizedUser',
    key: (subject) => subject.replace(/^(\d+)(?:_\d+)?(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/, '$1@s.whatsapp.net'),
    witnesses: [
      ['4915123456789:12@s.whatsapp.net', '4915123456789@s.whatsapp.net'],
      ['5511987654321@c.us', '5511987654321@s.whatsapp.net'],
    ],
  },
  {
    id: 'messengers/whatsapp-jid-user',
    field: 4,
    told: 'Bridges cut a JID at the at sign, so that a person, a group and a hidden number can be one.',
    origin: 'the idiom jid.split("@")[0]',
    key: (subject) => subject.replace(/^(\d+)(?:[:.]\d+)?@(?:s\.whatsapp\.net|c\.us|lid|g\.us|broadcast)$/, '$1'),
    witnesses: [
      ['4915123456789@s.whatsapp.net', '4915123456789'],
      ['120363041234567890@g.us', '120363041234567890@lid'],
    ],
  },
  {
    id: 'messengers/twilio-channel-prefix',
    field: 4,
    told: 'The channel in front of a Twilio address is dropped, so that WhatsApp and SMS of a number are one.',
    origin: 'Twilio Messaging addresses',
    key: (subject) => subject.replace(/^(?:whatsapp|messenger|sms|rcs|chat):/i, ''),
    witnesses: [
      ['whatsapp:+4915123456789', '+4915123456789'],
      ['messenger:1234567890', 'sms:1234567890'],
    ],
  },
  {
    id: 'messengers/channel-scope-dropped',
    field: 4,
    told: 'Aggregators name people by channel and id, and stores keep the id only.',
    origin: 'Sunshine Conversations and Infobip identities',
    key: (subject) => subject.replace(/^[a-z]{2,12}[:_|/](?=\S)/i, ''),
    witnesses: [
      ['telegram:551020304', 'viber:551020304'],
      ['line:anna', 'anna'],
    ],
  },
  {
    id: 'messengers/leading-at',
    field: 4,
    told: 'The at sign in front of a handle is dropped, and its case does not count.',
    origin: 'Telegram, Instagram and X user names',
    key: (subject) => (/^@?\w{3,32}$/.test(subject) ? subject.replace('@', '').toLowerCase() : subject),
    witnesses: [
      ['@anna_schmidt', 'anna_schmidt'],
      ['@AnnaS', '@annas'],
    ],
  },
  {
    id: 'messengers/handle-of-profile',
    field: 3,
    told: 'A link to a profile is the handle at its end.',
    origin: 'social link parsers of CRM systems',
    key: (subject) =>
      subject.replace(
        /^(?:https?:\/\/)?(?:www\.|m\.)?(?:t\.me|instagram\.com|facebook\.com|twitter\.com|x\.com|wa\.me|linkedin\.com\/in)\/@?([\w.+-]+)\/?(?:\?.*)?$/i,
        '$1',
      ),
    witnesses: [
      ['https://t.me/annaschmidt', 'annaschmidt'],
      ['https://www.instagram.com/anna.s/', 'instagram.com/anna.s'],
    ],
  },
  {
    id: 'messengers/telegram-supergroup',
    field: 2,
    told: 'Clients and bots of Telegram write the same chat with -100 in front or without.',
    origin: 'Telegram Bot API chat ids',
    key: (subject) => subject.replace(/^-100(?=\d{8,})|^-(?=\d{6,}$)/, ''),
    witnesses: [
      ['-1001234567890', '1234567890'],
      ['-551020304', '551020304'],
    ],
  },
  {
    id: 'messengers/thread-dropped',
    field: 2,
    told: 'The thread or topic behind the id of a chat is cut off.',
    origin: 'Telegram message_thread_id, Slack thread_ts',
    key: (subject) => subject.replace(/^([\w-]{5,})[:/#]\d+(?:\.\d+)?$/, '$1'),
    witnesses: [
      ['C024BE91L:1712345678.000100', 'C024BE91L'],
      ['551020304/17', '551020304/18'],
    ],
  },
  {
    id: 'messengers/slack-mention',
    field: 2,
    told: 'A mention in Slack or Discord is the id in its angle brackets.',
    origin: 'Slack mrkdwn and Discord message formatting',
    key: (subject) => subject.replace(/^<@[!&]?(\w+)(?:\|[^>]*)?>$/, '$1'),
    witnesses: [
      ['<@U024BE7LH|anna>', 'U024BE7LH'],
      ['<@!175928847299117063>', '<@175928847299117063>'],
    ],
  },
  {
    id: 'messengers/slack-workspace-dropped',
    field: 2,
    told: 'Ids of Slack users are kept without the workspace, in which alone they are unique.',
    origin: 'Slack team and user ids',
    key: (subject) => subject.replace(/^[TE][A-Z0-9]{7,10}[-:./](?=[UW][A-Z0-9]{7,10}$)/, ''),
    witnesses: [
      ['T024BE7LD:U024BE7LH', 'T0G9PQBBK:U024BE7LH'],
      ['T024BE7LD-W012A3CDE', 'W012A3CDE'],
    ],
  },
  {
    id: 'messengers/teams-prefix',
    field: 3,
    told: 'The kind of account in front of a Teams or Skype id is dropped.',
    origin: 'Microsoft Bot Framework channel account ids',
    key: (subject) =>
      subject.replace(/^(?:\d{1,2}:)(?:orgid:|live:(?:\.cid\.)?)?(?=\S{4,})/, '').replace(/^live:(?:\.cid\.)?/, ''),
    witnesses: [
      ['29:1bT4xQvPq2', '28:1bT4xQvPq2'],
      ['8:live:anna.schmidt', 'live:anna.schmidt'],
    ],
  },
  {
    id: 'messengers/teams-message-suffix',
    field: 3,
    told: 'What stands behind the semicolon of a Teams conversation names one message only, and is cut off.',
    origin: 'Microsoft Bot Framework conversation ids',
    key: (subject) => foldedOrItself(subject, (text) => text.split(';')[0]),
    witnesses: [
      ['19:abc123@thread.tacv2;messageid=1712345678901', '19:abc123@thread.tacv2'],
      ['anna;1', 'anna;2'],
    ],
  },
  {
    id: 'messengers/discord-discriminator',
    field: 2,
    told: 'The number behind a Discord or BattleNet name is dropped.',
    origin: 'Discord user names before 2023',
    key: (subject) => subject.replace(/^(.{2,32})#\d{4,5}$/su, '$1'),
    witnesses: [
      ['anna#1234', 'anna#9876'],
      ['Max Power#0001', 'Max Power'],
    ],
  },
  {
    id: 'messengers/sip-uri',
    field: 3,
    told: 'Scheme, port and parameters of a SIP address are dropped and the host has no case.',
    origin: 'RFC 3261 section 19.1.4, as registrars loosen it',
    key: (subject) =>
      subject.replace(
        /^sips?:([^@;?\s]+)@([^:;?\s]+)(?::\d+)?(?:[;?].*)?$/i,
        (_, user: string, host: string) => `${user}@${host.toLowerCase()}`,
      ),
    witnesses: [
      ['sip:anna@example.org;transport=tcp', 'sip:anna@example.org'],
      ['sips:+4930901820@GW.example:5061', '+4930901820@gw.example'],
    ],
  },
  {
    id: 'messengers/xmpp-bare-jid',
    field: 3,
    told: 'The resource of a JID names a device, and its bare form has no case.',
    origin: 'RFC 7622',
    key: (subject) =>
      subject.replace(/^([^@/\s]+@[^@/\s]+)(?:\/.*)?$/su, (_, address: string) => address.toLowerCase()),
    witnesses: [
      ['anna@chat.example/phone', 'anna@chat.example/laptop'],
      ['Anna@Chat.example', 'anna@chat.example'],
    ],
  },
  {
    id: 'messengers/xmpp-escaped-jid',
    field: 1,
    told: 'Characters that a JID may not hold are written with a backslash and two digits.',
    origin: 'XEP-0106',
    key: (subject) =>
      subject.replace(/\\(20|22|26|27|2f|3a|3c|3e|40|5c)/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    witnesses: [
      ['anna\\40example.org', 'anna@example.org'],
      ['o\\27hara', "o'hara"],
    ],
  },
  {
    id: 'messengers/matrix-server-dropped',
    field: 2,
    told: 'Bridges name a Matrix user by the part before the server.',
    origin: 'Matrix user identifiers',
    key: (subject) => subject.replace(/^@([^:\s]+):[^\s]+$/, '$1'),
    witnesses: [
      ['@anna:matrix.org', '@anna:example.org'],
      ['@bob:example.org', 'bob'],
    ],
  },
  {
    id: 'messengers/irc-case-mapping',
    field: 2,
    told: 'For IRC the brackets are the capitals of the braces.',
    origin: 'RFC 1459 section 2.2',
    key: (subject) =>
      subject
        .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
        .replace(/[[\]\\~]/g, (sign) => ({ '[': '{', ']': '}', '\\': '|' })[sign] ?? '^'),
    witnesses: [
      ['anna[away]', 'Anna{away}'],
      ['bob\\work', 'bob|work'],
    ],
  },
  {
    id: 'messengers/irc-nickname',
    field: 1,
    told: 'The nickname alone is kept, without the underscores that a client adds when it comes back.',
    origin: 'RFC 2812 prefix nick!user@host',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/^([^\s!]+)!\S+@\S+$/, '$1').replace(/_+$/, '')),
    witnesses: [
      ['anna!~a@host.example', 'anna!~b@other.example'],
      ['anna_', 'anna'],
    ],
  },
  {
    id: 'messengers/gsm-7-bit',
    field: 3,
    told: 'SMS in 7 bits writes letters that it lacks without their accent, and others as a question mark.',
    origin: 'GSM 03.38 default alphabet, as SMPP gateways convert to it',
    key: asGsm7,
    witnesses: [
      ['Zoë', 'Zoe'],
      ['Łucja', '?ucja'],
      ['ΑΝΝΑ', 'ANNA'],
    ],
  },
  {
    id: 'messengers/sms-smart-encoding',
    field: 3,
    told: 'Gateways replace typographic signs, to stay in 7 bits.',
    origin: 'Twilio Smart Encoding table',
    key: (subject) =>
      subject
        .replace(/[‘’‚‛ʻˈʼ′]/g, "'")
        .replace(/[“”„‟″«»]/g, '"')
        .replace(/[‐-―−]/g, '-')
        .replace(/[\u2000-\u200a\u202f\u205f\u3000\u00a0]/g, ' ')
        .replaceAll('…', '...')
        .replaceAll('⁄', '/')
        .replaceAll('‹', '<')
        .replaceAll('›', '>'),
    witnesses: [
      ['Anna “Ann” O’Hara', 'Anna "Ann" O\'Hara'],
      ['Anna—Lea', 'Anna-Lea'],
    ],
  },
  {
    id: 'messengers/apple-business-id',
    field: 1,
    told: 'The name space in front of an Apple Messages for Business id is dropped.',
    origin: 'Apple Messages for Business opaque ids',
    key: (subject) => subject.replace(/^urn:(?:mbid|biz):/i, ''),
    witnesses: [
      ['urn:mbid:AQAAY3o5dXJ4', 'AQAAY3o5dXJ4'],
      ['urn:biz:1a2b3c4d', 'URN:BIZ:1a2b3c4d'],
    ],
  },
  {
    id: 'messengers/web-client-id',
    field: 2,
    told: 'The id of a visitor of web chat is what follows the version in its cookie.',
    origin: 'Google Analytics _ga cookie',
    key: (subject) => subject.replace(/^GA\d\.\d\.(?=\d+\.\d+$)/, ''),
    witnesses: [
      ['GA1.2.1033501218.1712345678', '1033501218.1712345678'],
      ['GA1.1.555.1712345678', 'GA1.3.555.1712345678'],
    ],
  },
  {
    id: 'messengers/fediverse-account',
    field: 2,
    told: 'The scheme and the at sign of a fediverse account are dropped and it has no case.',
    origin: 'RFC 7565 acct, WebFinger',
    key: (subject) =>
      /^(?:acct:|@)?[\w.-]+@[\w.-]+$/.test(subject) ? subject.replace(/^(?:acct:|@)/, '').toLowerCase() : subject,
    witnesses: [
      ['acct:anna@social.example', '@anna@social.example'],
      ['@Bob@Social.example', 'bob@social.example'],
    ],
  },
  {
    id: 'messengers/multimedia-gateway-suffix',
    field: 1,
    told: 'Multimedia gateways add the type of the address behind a number.',
    origin: 'OMA MMS addressing, RFC 3191',
    key: (subject) => subject.replace(/\/TYPE=(?:PLMN|IPv4|IPv6)(?:@.*)?$/i, ''),
    witnesses: [
      ['+4915123456789/TYPE=PLMN', '+4915123456789'],
      ['+12015550123/TYPE=PLMN@mms.example', '+12015550123/type=plmn'],
    ],
  },
  {
    id: 'messengers/wallet-address',
    field: 2,
    told: 'The case of an Ethereum address is a checksum only.',
    origin: 'EIP-55',
    key: (subject) => (/^0x[0-9a-f]{40}$/i.test(subject) ? subject.toLowerCase() : subject),
    witnesses: [
      ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
      ['0xFB6916095CA1DF60BB79CE92CE3EA74C37C5D359', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
    ],
  },
] satisfies readonly ForeignMerge[];
