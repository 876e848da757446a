/** Relations of messenger ids and URIs: schemes, suffixes of servers, devices, resources, parameters; the number in them is nobody's. */
import { drawnDigits } from '../drawn.js';
import { type RelationDraft, variantsOf } from './relation.js';

/** Of the range that the British regulator keeps for drama. */
const number = (word: string): string => `447700900${drawnDigits(word, 3)}`;

const swap =
  (from: string, to: string) =>
  (subject: string): string =>
    subject.replace(from, to);

export function messengerRelations(): readonly RelationDraft[] {
  const common = { source: 'messenger-ids', class: 'messenger' } as const;
  const uris = { source: 'uri', class: 'messenger' } as const;
  return [
    ...variantsOf({ slug: 'messenger-number', subject: number }, common, [
      ['whatsapp', 'with whatsapp: and a plus sign', (s) => `whatsapp:+${s}`],
      ['s-whatsapp-net', 'with @s.whatsapp.net', (s) => `${s}@s.whatsapp.net`],
      ['c-us', 'with @c.us', (s) => `${s}@c.us`],
      ['tel', 'with tel: and a plus sign', (s) => `tel:+${s}`],
      ['sms', 'with sms: and a plus sign', (s) => `sms:+${s}`],
      ['device', 'with a device and @s.whatsapp.net', (s) => `${s}:12@s.whatsapp.net`],
      ['whatsapp-bare', 'with whatsapp: and no plus sign', (s) => `whatsapp:${s}`],
      ['wa-me', 'with https://wa.me/', (s) => `https://wa.me/${s}`],
      ['viber', 'with viber:', (s) => `viber:${s}`],
      ['lid', 'with @lid', (s) => `${s}@lid`],
      ['sip', 'as a SIP address', (s) => `sip:+${s}@sip.example.com;user=phone`],
      ['sip-domain', 'as a SIP address without the scheme', (s) => `${s}@sip.example.com`],
      ['smsto', 'with smsto:', (s) => `smsto:+${s}`],
      ['mms', 'with mms:', (s) => `mms:+${s}`],
      ['telegram', 'with telegram:', (s) => `telegram:${s}`],
      ['tg', 'with tg:', (s) => `tg:${s}`],
      ['tg-uri', 'with tg://user?id=', (s) => `tg://user?id=${s}`],
      ['signal', 'with signal: and a plus sign', (s) => `signal:+${s}`],
      ['rcs', 'with rcs: and a plus sign', (s) => `rcs:+${s}`],
      ['messenger', 'with messenger:', (s) => `messenger:${s}`],
      ['facebook', 'with fb:', (s) => `fb:${s}`],
      ['instagram', 'with instagram:', (s) => `instagram:${s}`],
      ['line', 'with line:', (s) => `line:${s}`],
      ['wechat', 'with wechat:', (s) => `wechat:${s}`],
      ['broadcast', 'with @broadcast', (s) => `${s}@broadcast`],
      ['group', 'with @g.us', (s) => `${s}@g.us`],
      ['agent', 'with an agent and a device', (s) => `${s}_1:3@s.whatsapp.net`],
      ['viber-uri', 'with viber://chat?number=', (s) => `viber://chat?number=%2B${s}`],
      ['urn', 'with urn:tel:', (s) => `urn:tel:+${s}`],
      ['user-prefix', 'with user:', (s) => `user:${s}`],
      ['contact-prefix', 'with contact/', (s) => `contact/${s}`],
      ['id-prefix', 'with id=', (s) => `id=${s}`],
      ['xmpp', 'with xmpp: and a server', (s) => `xmpp:${s}@xmpp.example.com`],
      ['matrix', 'as a Matrix id', (s) => `@${s}:matrix.example.com`],
    ]),
    ...variantsOf({ slug: 'messenger-whatsapp', subject: (word) => `whatsapp:+${number(word)}` }, common, [
      ['upper', 'the scheme in upper case', swap('whatsapp', 'WhatsApp')],
      ['blank', 'a blank behind the colon', swap(':', ': ')],
      ['query-blank', 'a blank for the plus sign', swap('+', ' ')],
      ['slashes', 'two slashes behind the colon', swap(':', '://')],
      ['sms', 'sms: for whatsapp:', swap('whatsapp', 'sms')],
      ['escaped', 'percent escapes for colon and plus sign', (s) => s.replace(':', '%3A').replace('+', '%2B')],
    ]),
    ...variantsOf({ slug: 'messenger-jid', subject: (word) => `${number(word)}@s.whatsapp.net` }, common, [
      ['c-us', '@c.us for @s.whatsapp.net', swap('@s.whatsapp.net', '@c.us')],
      ['device', 'a device', swap('@', ':12@')],
      ['device-zero', 'device 0', swap('@', ':0@')],
      ['agent-dot', 'an agent behind a dot', swap('@', '.0:1@')],
      ['case', 'case of the server', swap('whatsapp', 'WhatsApp')],
      ['group', 'a group of the number', swap('@s.whatsapp.net', '-1600000000@g.us')],
      ['hosted', '@hosted for @s.whatsapp.net', swap('@s.whatsapp.net', '@hosted')],
    ]),
    ...variantsOf({ slug: 'messenger-xmpp', subject: (word) => `${word}@xmpp.example.com` }, common, [
      ['resource', 'a resource', (s) => `${s}/phone`],
      ['scheme', 'with xmpp:', (s) => `xmpp:${s}`],
      ['domain-case', 'case of the server', swap('example', 'Example')],
      ['query', 'with xmpp: and ?message', (s) => `xmpp:${s}?message`],
      ['acct', 'with acct:', (s) => `acct:${s}`],
      ['sip', 'with sip:', (s) => `sip:${s}`],
      ['sips', 'with sips:', (s) => `sips:${s}`],
      ['im', 'with im:', (s) => `im:${s}`],
    ]),
    ...variantsOf({ slug: 'messenger-sip', subject: (word) => `sip:${word}@sip.example.com` }, common, [
      ['parameter', 'a parameter', (s) => `${s};transport=tcp`],
      ['port', 'the usual port', (s) => `${s}:5060`],
      ['user-phone', 'user=phone', (s) => `${s};user=phone`],
      ['angle-brackets', 'in angle brackets', (s) => `<${s}>`],
      ['tag', 'in angle brackets with a tag', (s) => `<${s}>;tag=a1`],
      ['display-name', 'with a display name', (s) => `"Ann" <${s}>`],
      ['secure', 'sips: for sip:', swap('sip:', 'sips:')],
      ['case', 'the scheme in upper case', swap('sip:', 'SIP:')],
      ['header', 'a header', (s) => `${s}?priority=urgent`],
    ]),
    ...variantsOf({ slug: 'messenger-handle', subject: (word) => `@${word.replaceAll('-', '_')}_ann` }, common, [
      ['no-at', 'without the at sign', (s) => s.slice(1)],
      ['link', 'as a link of Telegram', (s) => `https://t.me/${s.slice(1)}`],
      ['short-link', 'as a link without a scheme', (s) => `t.me/${s.slice(1)}`],
      ['case', 'case of a letter', swap('_ann', '_Ann')],
      ['two-at', 'two at signs', (s) => `@${s}`],
      ['full-width-at', 'a full-width at sign', swap('@', '\uFF20')],
      ['profile-link', 'as a link of Instagram', (s) => `https://www.instagram.com/${s.slice(1)}/`],
      ['server', 'a server behind', (s) => `${s}@social.example.com`],
      ['colon', 'a colon behind', (s) => `${s}:`],
    ]),
    ...variantsOf({ slug: 'messenger-telegram', subject: (word) => `-100${drawnDigits(word, 10)}` }, common, [
      ['no-channel', 'without the -100 of channels', (s) => s.slice(4)],
      ['minus', 'without the 100 of channels', (s) => `-${s.slice(4)}`],
      ['no-minus', 'without the minus sign', (s) => s.slice(1)],
      ['topic', 'a topic behind a colon', (s) => `${s}:7`],
      ['topic-underscore', 'a topic behind an underscore', (s) => `${s}_7`],
    ]),
    ...variantsOf({ slug: 'uri', subject: (word) => `https://example.com/${word}/ann~lee?a=1&b=2` }, uris, [
      ['scheme', 'http for https', swap('https', 'http')],
      ['host-case', 'case of the host', swap('example', 'EXAMPLE')],
      ['slash', 'a slash behind the path', swap('?', '/?')],
      ['order', 'parameters in another order', swap('a=1&b=2', 'b=2&a=1')],
      ['fragment', 'a fragment', (s) => `${s}#x`],
      ['no-query', 'without the query', (s) => s.slice(0, s.indexOf('?'))],
      ['port', 'the usual port', swap('example.com', 'example.com:443')],
      ['www', 'www. before the host', swap('example.com', 'www.example.com')],
      ['no-scheme', 'without the scheme', (s) => s.slice(8)],
      ['scheme-case', 'case of the scheme', swap('https', 'HTTPS')],
      ['escape', 'a percent escape for an unreserved character', swap('~', '%7E')],
      ['escape-case', 'a percent escape in lower case', swap('~', '%7e')],
      ['dot-segments', 'dot segments', swap('/ann', '/x/../ann')],
      ['two-slashes', 'two slashes in the path', swap('/ann', '//ann')],
      ['user', 'a user before the host', swap('example.com', 'ann@example.com')],
      ['parameter', 'a parameter of a campaign', (s) => `${s}&utm_source=x`],
      ['root-dot', 'the dot of the root behind the host', swap('example.com', 'example.com.')],
      ['entity', 'an entity for the ampersand', swap('&', '&amp;')],
      ['parameter-twice', 'a parameter twice', (s) => `${s}&b=2`],
      ['path-parameter', 'a parameter of the path', swap('?', ';jsessionid=1?')],
    ]),
    ...variantsOf({ slug: 'uri-escape', subject: (word) => `${word}%2Fann` }, uris, [
      ['case', 'a percent escape in lower case', swap('%2F', '%2f')],
      ['decoded', 'the character itself', swap('%2F', '/')],
      ['twice', 'escaped twice', swap('%2F', '%252F')],
    ]),
    ...variantsOf({ slug: 'ip', subject: (word) => `2001:db8::${drawnDigits(word, 4)}:a` }, uris, [
      ['case', 'in upper case', (s) => s.toUpperCase()],
      ['full', 'without the double colon', swap('::', ':0:0:0:0:')],
      ['zeros', 'leading zeros', swap('db8', '0db8')],
      ['brackets', 'in brackets', (s) => `[${s}]`],
      ['zone', 'a zone', (s) => `${s}%eth0`],
      ['prefix', 'the length of a prefix', (s) => `${s}/128`],
    ]),
    ...variantsOf({ slug: 'ip4', subject: (word) => `192.0.2.${1 + (Number(drawnDigits(word, 3)) % 99)}` }, uris, [
      ['zeros', 'leading zeros', (s) => s.replace(/\d+/g, (digits) => digits.padStart(3, '0'))],
      ['mapped', 'as IPv6', (s) => `::ffff:${s}`],
      [
        'short',
        'a part of 16 bits',
        (s) => s.replace('.0.2.', '.0.0').replace(/\.(\d+)$/, (_, last: string) => `.${512 + Number(last)}`),
      ],
      ['port', 'a port', (s) => `${s}:443`],
    ]),
    ...variantsOf({ slug: 'mac', subject: (word) => macAddress(word) }, uris, [
      ['hyphens', 'hyphens for colons', (s) => s.replaceAll(':', '-')],
      ['case', 'in upper case', (s) => s.toUpperCase()],
      ['bare', 'without colons', (s) => s.replaceAll(':', '')],
      ['dots', 'in groups of four', (s) => s.replaceAll(':', '').replace(/(....)(....)(....)/, '$1.$2.$3')],
    ]),
  ];
}

/** Locally administered, so that no device was made with it. */
function macAddress(word: string): string {
  return `02:${drawnDigits(word, 8).match(/../g)?.join(':') ?? ''}:af`;
}
