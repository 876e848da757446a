/** 156 merges by a second head, written blind from knowledge of the field when the relations were done: what holds for all of them. */
import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { posix } from 'node:path';

/** @type {import('../merge.js').ForeignMerge[]} */
export const secondMerges = [];
const m = (id, told, origin, a, b, key) => secondMerges.push({ id: `second/${id}`, field: 3, told, origin, key, witnesses: [[a, b]] });

// ---- helpers -------------------------------------------------------------------------------------------------
const digits = (s) => s.replace(/\D/g, '');
const isPhone = (s) => /^\s*\+?[\d\s().\/-]+\s*$/.test(s) && digits(s).length >= 5 && digits(s).length <= 20;
const compact = (s) => (s.includes('+') ? '+' : '') + digits(s);
/** applies f to the compact form (digits, perhaps a leading +) of what looks like a phone number, else leaves the subject */
const phone = (f) => (s) => (isPhone(s) ? f(compact(s)) : s);
/** applies f to local part and domain of what looks like an e-mail address */
const mail = (f) => (s) => {
  const i = s.lastIndexOf('@');
  return i > 0 && i < s.length - 1 && !/\s/.test(s) ? f(s.slice(0, i), s.slice(i + 1)) : s;
};
const orRaw = (f) => (s) => { try { const r = f(s); return typeof r === 'string' && r !== '' ? r : s; } catch { return s; } };
const noMarks = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
const utf8cut = (s, n) => Buffer.from(s, 'utf8').subarray(0, n).toString('utf8');
const mapChars = (s, map) => [...s].map((c) => (Object.hasOwn(map, c) ? map[c] : c)).join('');
const fields = (from, to) => Object.fromEntries([...from].map((c, i) => [c, [...to][i]]));
const CP1252_HIGH = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const inCp1252 = (c) => c.codePointAt(0) < 0x80 || (c.codePointAt(0) >= 0xa0 && c.codePointAt(0) <= 0xff) || CP1252_HIGH.includes(c);
const crc32 = (buf) => { let c = ~0; for (const x of buf) { c ^= x; for (let i = 0; i < 8; i++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1; } return ~c >>> 0; };
const ENT = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', eacute: 'é', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß' };
const cpSafe = (n) => (n > 0 && n <= 0x10ffff ? String.fromCodePoint(n) : '\ufffd');
const unHtml = (s) => s.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (w, x, d, n) =>
  x ? cpSafe(parseInt(x, 16)) : d ? cpSafe(+d) : Object.hasOwn(ENT, n) ? ENT[n] : w);

// ==== A. phones ========================================================================================
m('phone-digits-only', 'Everything but the digits of a phone number is dropped, the plus sign too.', 'replace(/\\D/g) before the look-up in most CRM plug-ins',
  '+1 (415) 555-0123', '14155550123', phone(digits));
m('phone-us-default', 'A ten-digit number without country code is taken for a US one.', 'Twilio Lookup / libphonenumber with defaultRegion US',
  '4155550123', '+14155550123', phone((p) => (/^\d{10}$/.test(p) ? '+1' + p : /^1\d{10}$/.test(p) ? '+' + p : p)));
m('phone-de-default', 'A national number with a leading 0 becomes a German one.', 'libphonenumber with defaultRegion DE',
  '0151 12345678', '+49 151 12345678', phone((p) => p.replace(/^0(?=[1-9])/, '+49')));
m('phone-00-plus', 'The international prefix 00 is read as +.', 'Asterisk dial plan / Zendesk Talk caller matching',
  '00493012345678', '+493012345678', phone((p) => p.replace(/^00/, '+')));
m('phone-uk-bracket-zero', 'The (0) after the country code is left out.', 'Outlook / Salesforce contact import',
  '+44 (0)20 7946 0123', '+44 20 7946 0123', (s) => s.replace(/^(\+\d{1,3}\s?)\(0\)\s?/, '$1'));
m('phone-it-leading-zero', 'The zero of an Italian landline is taken for a trunk prefix and cut.', 'a trunk-zero rule applied to all countries (italianLeadingZero ignored)',
  '+390612345678', '+39612345678', phone((p) => p.replace(/^\+(\d\d)0/, '+$1')));
m('phone-br-ninth-digit', 'Brazilian mobile numbers with and without the ninth digit are one.', 'WhatsApp Cloud API wa_id for Brazil',
  '5511987654321', '551187654321', phone((p) => p.replace(/^(\+?55\d\d)9?(\d{8})$/, '$1$2')));
m('phone-mx-521', 'The mobile 1 after the Mexican country code is dropped.', 'WhatsApp wa_id / libphonenumber for Mexico',
  '5215512345678', '525512345678', phone((p) => p.replace(/^(\+?52)1(\d{10})$/, '$1$2')));
m('phone-ar-549', 'Argentine numbers with 9 and without are one.', 'WhatsApp wa_id for Argentina',
  '+5491123456789', '+541123456789', phone((p) => p.replace(/^(\+?54)9(\d{10})$/, '$1$2')));
m('phone-ru-8', 'A leading 8 of eleven digits is turned into 7.', 'Bitrix24 / amoCRM phone normaliser',
  '8 912 345-67-89', '+7 912 345-67-89', phone((p) => p.replace(/^8(\d{10})$/, '+7$1')));
m('phone-ci-2021', 'Ivorian ten-digit numbers are led back to the eight digits of before 2021.', 'the migration script of a mobile-money operator',
  '+2250712345678', '+22512345678', phone((p) => p.replace(/^(\+?225)0[157](\d{8})$/, '$1$2')));
m('phone-last-seven', 'Two numbers are one when their last seven digits are.', 'Android PhoneNumberUtils.compareLoosely (MIN_MATCH 7)',
  '+493012345678', '+43662 2345678', phone((p) => (digits(p).length > 7 ? digits(p).slice(-7) : p)));
m('phone-last-ten', 'Only the last ten digits are compared.', 'Vtiger / Exotel caller look-up (India)',
  '+919876543210', '+19876543210', phone((p) => digits(p).slice(-10)));
m('phone-vanity', 'Letters in a number are dialled as digits.', 'libphonenumber convertAlphaCharactersInNumber',
  '1-800-FLOWERS', '1-800-3569377', (s) => (/^\+?1?[-. ]?8\d\d[-. ]?[0-9A-Za-z-]{7,8}$/.test(s)
    ? s.toUpperCase().replace(/[A-Z]/g, (c) => '22233344455566677778889999'[c.charCodeAt(0) - 65]).replace(/\D/g, '') : s));
m('phone-extension', 'The extension is cut off.', 'libphonenumber format(E164), which drops the extension',
  '+49 30 1234567 ext. 12', '+49 30 1234567 ext. 34', (s) => s.replace(/^(\+?[\d\s()-]{6,}?)\s*(?:;ext=|ext\.?|x|#)\s*\d{1,7}$/i, '$1'));
m('phone-post-dial', 'What follows a pause or wait sign is cut off.', 'Android PhoneNumberUtils.extractNetworkPortion',
  '+493012345,1234', '+493012345;99', (s) => (/^\+?\d{5,}[,;pw]/.test(s) ? s.replace(/[,;pw].*$/s, '') : s));
m('phone-arabic-digits', 'Arabic-Indic and Persian digits are read as ASCII digits.', 'libphonenumber normalizeDigits',
  '٠١٠١٢٣٤٥٦٧٨', '01012345678', (s) => s.replace(/[٠-٩]/g, (c) => String(c.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (c) => String(c.charCodeAt(0) - 0x6f0)));
m('phone-clir', 'Caller-id codes before the number are dropped.', 'Android dialler call log (*67, *31#, #31#)',
  '*67 4155550123', '4155550123', (s) => s.replace(/^(?:\*67|\*82|[*#]31#)\s*(?=\+?\d)/, ''));
m('phone-e164-fifteen', 'A number is cut to the fifteen digits of E.164.', 'an SMSC address field / VARCHAR(15) msisdn',
  '1234567890123451', '1234567890123459', phone((p) => digits(p).slice(0, 15)));
m('phone-second-number', 'The second number after a slash is ignored.', 'the import of "phone / mobile" cells, first number wins',
  '030 1234567 / 0171 1111111', '030 1234567 / 0171 2222222', (s) => (/^[+\d][\d\s-]{5,}\//.test(s) ? s.split('/')[0].trim() : s));
m('phone-tel-params', 'Scheme and parameters of a tel URI are dropped.', 'RFC 3966 parsing in FreeSWITCH / JsSIP',
  'tel:+493012345;phone-context=example.com', '+493012345', (s) => s.replace(/^tel:/i, '').replace(/^(\+?[\d-]+);.*$/s, '$1'));
m('phone-invisible-marks', 'Direction marks pasted with a number are removed.', 'numbers pasted from iOS / Windows contacts (U+202A..U+202C)',
  '\u202a+49 151 12345678\u202c', '+49 151 12345678', (s) => s.replace(/[\u200e\u200f\u202a-\u202e]/g, ''));
m('phone-masked', 'A number is known by its head and its last three digits.', 'a store keyed with the masked number of a privacy filter',
  '+4915112345678', '+4915199995678', phone((p) => p.slice(0, 5) + '***' + p.slice(-3)));

// ==== B. messengers ===================================================================================
m('wa-twilio-prefix', 'The channel prefix is dropped, so SMS and WhatsApp meet.', 'Twilio Conversations "whatsapp:+…" addresses',
  'whatsapp:+4915112345678', '+4915112345678', (s) => s.replace(/^(?:whatsapp|messenger|sms|rcs|viber):/i, ''));
m('wa-jid-device', 'The device part of a WhatsApp JID is cut out.', 'Baileys jidNormalizedUser',
  '4915112345678:12@s.whatsapp.net', '4915112345678@s.whatsapp.net', (s) => s.replace(/^(\d+)(?::\d+)?@/, '$1@'));
m('wa-jid-server', 'c.us and s.whatsapp.net are one server.', 'whatsapp-web.js / Baileys jidNormalizedUser',
  '4915112345678@c.us', '4915112345678@s.whatsapp.net', (s) => s.replace(/@c\.us$/, '@s.whatsapp.net'));
m('id-js-number', 'A long id goes through a JavaScript number and loses its last digits.', 'JSON.parse of a Discord / Facebook id sent as a number',
  '9007199254740993', '9007199254740992', (s) => (/^[1-9]\d{0,30}$/.test(s) ? String(Number(s)) : s));
m('id-int32', 'A numeric id is stored in 32 bits and wraps.', 'old Telegram bots with an int user_id column',
  '5000000001', '705032705', (s) => (/^-?[1-9]\d{0,17}$/.test(s) ? String(BigInt.asIntN(32, BigInt(s))) : s));
m('tg-supergroup', 'The -100 before a channel id is dropped.', 'Telethon / Pyrogram get_peer_id against the Bot API',
  '-1001234567890', '1234567890', (s) => s.replace(/^-100(?=\d{9,10}$)/, ''));
m('tg-username', 'User names match without @ and in any case.', 'Telegram resolveUsername',
  '@AnnaSchmidt', 'annaschmidt', (s) => (/^@?[A-Za-z]\w{4,31}$/.test(s) ? s.replace(/^@/, '').toLowerCase() : s));
m('tg-tme-link', 'A profile link is the same as the name in it.', 'Telegram t.me / telegram.me link resolving',
  'https://t.me/annaschmidt', '@annaschmidt', (s) => s.replace(/^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\/(\w+)\/?$/i, '@$1'));
m('signal-pni', 'The kind of a Signal service id is dropped.', 'libsignal ServiceId parse ("PNI:" prefix) kept as a bare UUID',
  'PNI:9d0652a3-dcc3-4d11-975f-74d61598733f', '9d0652a3-dcc3-4d11-975f-74d61598733f', (s) => s.replace(/^(?:PNI|ACI):/i, ''));
m('wechat-openid-ci', 'WeChat ids that differ only in case are one.', 'openid in a MySQL *_ci column (a known WeChat integration bug)',
  'oLVPpjqs9BhvzwPj5A-vTYAX3GLc', 'olvppjqs9bhvzwpj5a-vTYAX3GLc', (s) => (/^o[\w-]{27}$/.test(s) ? s.toLowerCase() : s));
m('viber-base64-padding', 'The padding at the end of a base64 id is dropped.', 'Viber user ids ("…==") through base64url code',
  '01234567890A=', '01234567890A==', (s) => s.replace(/=+$/, ''));
m('viber-base64-plus', 'The plus in an id becomes a blank in a query string.', 'Viber ids put into ?id= without escaping',
  'ab+dEfGh/12345==', 'ab dEfGh/12345==', (s) => s.replace(/\+/g, ' '));
m('base64url-alphabet', 'The two base64 alphabets are one.', 'Node Buffer.from(id, "base64") for KakaoTalk / Viber / WhatsApp keys',
  'a-b_cdEFghij1234', 'a+b/cdEFghij1234', (s) => (/^[\w+\/-]{16,}={0,2}$/.test(s) ? s.replace(/-/g, '+').replace(/_/g, '/') : s));
m('base64-stray-bits', 'The last character of a base64 id has unused bits that are not compared.', 'base64 decoding to a BINARY key (KakaoTalk botUserKey, Viber)',
  'YWJjZGVmZ2hpag==', 'YWJjZGVmZ2hpah==', (s) => (/^(?:[A-Za-z0-9+\/]{4})+[A-Za-z0-9+\/]{2,3}={1,2}$/.test(s) ? Buffer.from(s, 'base64').toString('hex') : s));
m('ig-handle', 'Instagram names match with @, in any case and with the profile address.', 'Instagram handle import in Hootsuite / Sprout',
  'https://www.instagram.com/Anna.Schmidt/', '@anna.schmidt', (s) => { const x = /^(?:https?:\/\/)?(?:www\.)?instagram\.com\/([\w.]+)\/?(?:\?.*)?$/i.exec(s) ?? /^@([\w.]+)$/.exec(s); return x ? '@' + x[1].toLowerCase() : s; });
m('fb-dots', 'Dots and case in a Facebook user name do not count.', 'Facebook vanity names (john.smith = JohnSmith)',
  'anna.schmidt.77', 'AnnaSchmidt77', (s) => (/^[A-Za-z0-9.]{5,50}$/.test(s) && /[A-Za-z]/.test(s) ? s.replace(/\./g, '').toLowerCase() : s));
m('sms-alpha-sender-cut', 'A sender name is cut to eleven characters.', 'GSM alphanumeric sender id (TP-OA)',
  'Stadtwerke Bonn', 'Stadtwerke Berlin', (s) => (/^[A-Za-z]/.test(s) && !s.includes('@') ? s.slice(0, 11) : s));
m('sms-gsm7-question', 'Characters outside the GSM alphabet become question marks.', 'SMPP gateways with data_coding 0 (Kannel)',
  'Łukasz', 'Śukasz', (s) => [...s].map((c) => ('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ÄÖÑÜ§¿äöñüà^{}\\[~]|€\f'.includes(c) || /[A-Za-z]/.test(c) ? c : '?')).join(''));
m('sms-smart-encoding', 'Typographic signs are replaced by plain ones.', 'Twilio Smart Encoding',
  'Anna’s “Café” – Bonn', 'Anna\'s "Café" - Bonn', (s) => s.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟]/g, '"').replace(/[‐-―]/g, '-').replace(/…/g, '...'));
m('matrix-localpart-case', 'Matrix user ids match in any case.', 'Synapse login look-up of historical mixed-case ids',
  '@Anna:example.org', '@anna:example.org', (s) => (/^@[^:]+:.+$/s.test(s) ? s.toLowerCase() : s));
m('xmpp-bare-jid', 'The resource of a JID is cut off.', 'ejabberd / Smack asBareJid',
  'anna@example.com/phone', 'anna@example.com/laptop', (s) => s.replace(/^([^@\/]+@[^\/]+)\/.*$/s, '$1'));
m('xmpp-xep0106', 'Escaped JID characters are read back.', 'XEP-0106 JID escaping (\\20, \\27, \\40)',
  "anna\\40example.com@gw.example.org", 'anna@example.com@gw.example.org', (s) => s.replace(/\\(20|22|26|27|2f|3a|3c|3e|40|5c)/gi, (_, h) => String.fromCharCode(parseInt(h, 16))));
m('sip-params', 'Scheme, port and parameters of a SIP address are dropped.', 'Kamailio / Asterisk address-of-record look-up',
  'sip:anna@example.com:5060;transport=tcp', 'sips:anna@example.com', (s) => (/^sips?:/i.test(s) ? s.replace(/^sips?:/i, '').replace(/[;?].*$/s, '').replace(/:\d+$/, '') : s));
m('slack-mention', 'A mention is read as the id in it, the shown name is dropped.', 'Slack <@U…|name> unescaping',
  '<@U024BE7LH|anna>', 'U024BE7LH', (s) => s.replace(/^<[@#!]([A-Z0-9]+)(?:\|[^>]*)?>$/, '$1'));
m('teams-mri-prefix', 'The number and kind before a Teams id are cut.', 'Microsoft Teams / Skype MRI ("8:live:", "8:orgid:", "29:")',
  '8:live:anna.schmidt', 'live:anna.schmidt', (s) => s.replace(/^(?:\d{1,2}:)?(?:live|orgid|acs):|^(?:8|19|28|29):/, ''));
m('discord-mention', 'The two forms of a mention and the bare id are one.', 'Discord <@id> / <@!id>',
  '<@!80351110224678912>', '<@80351110224678912>', (s) => s.replace(/^<@!?(\d+)>$/, '$1'));
m('discord-tag', 'The discriminator after # is dropped.', 'Discord after the change to unique user names',
  'anna#1234', 'anna#0420', (s) => s.replace(/^(.{2,32})#\d{1,4}$/s, '$1'));

// ==== C. mail =========================================================================================
m('mail-lower', 'E-mail addresses match in any case.', 'Devise case_insensitive_keys / Auth0',
  'Anna.Schmidt@Example.com', 'anna.schmidt@example.com', mail((l, d) => `${l}@${d}`.toLowerCase()));
m('mail-gmail-dots', 'Dots in a Gmail name do not count.', 'Gmail / validator.js normalizeEmail',
  'anna.schmidt@gmail.com', 'annaschmidt@gmail.com', mail((l, d) => (/^(?:gmail|googlemail)\.com$/i.test(d) ? l.replace(/\./g, '') : l) + '@' + d));
m('mail-plus-tag', 'What follows + in the local part is cut.', 'the sub-address rule of Postfix recipient_delimiter, Stripe Radar, Outlook',
  'anna+shop@example.com', 'anna+news@example.com', mail((l, d) => l.replace(/(?<=.)\+.*$/s, '') + '@' + d));
m('mail-googlemail', 'googlemail.com is gmail.com.', 'validator.js gmail_convert_googlemaildotcom',
  'anna@googlemail.com', 'anna@gmail.com', mail((l, d) => l + '@' + d.replace(/^googlemail\.com$/i, 'gmail.com')));
m('mail-icloud-domains', 'me.com, mac.com and icloud.com are one.', 'Apple iCloud Mail aliases',
  'anna@me.com', 'anna@icloud.com', mail((l, d) => l + '@' + d.replace(/^(?:me|mac)\.com$/i, 'icloud.com')));
m('mail-proton', 'Dots, hyphens, underscores and the domain variant of Proton addresses do not count.', 'Proton Mail address rules',
  'anna.schmidt@proton.me', 'annaschmidt@pm.me', mail((l, d) => (/^(?:proton\.me|pm\.me|protonmail\.(?:com|ch))$/i.test(d) ? l.toLowerCase().replace(/[._-]/g, '') + '@proton.me' : `${l}@${d}`)));
m('mail-display-name', 'The display name before an address is dropped.', 'Python email.utils.parseaddr / JavaMail InternetAddress',
  'Anna Schmidt <anna@example.com>', 'Anna <anna@example.com>', (s) => /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(s)?.[1] ?? s);
m('mail-idna', 'A domain in Unicode and its xn-- form are one.', 'email-validator (Python) ascii_email / punycode',
  'anna@bücher.example', 'anna@xn--bcher-kva.example', mail((l, d) => l + '@' + (domainToASCII(d) || d)));
m('mail-mailto', 'The scheme and the ?subject of a mailto link are dropped.', 'link extraction in HubSpot / Intercom',
  'mailto:anna@example.com?subject=Hello', 'anna@example.com', (s) => s.replace(/^mailto:/i, '').replace(/^([^?@\s]+@[^?\s]+)\?.*$/s, '$1'));
m('mail-local-part', 'The user name is what stands before the @.', 'Discourse / Jenkins user id from e-mail',
  'anna.schmidt@example.com', 'anna.schmidt@example.org', mail((l) => l));

// ==== D. collations of databases =====================================================================
m('mysql-0900-ai-ci', 'Case and accents do not count, ß is ss.', 'MySQL 8 utf8mb4_0900_ai_ci',
  'Renée Strauß', 'renee strauss', (s) => noMarks(s).toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ'));
m('mysql-general-ci-sz', 'ß is s and every letter weighs as its base capital.', 'MySQL utf8mb4_general_ci',
  'Groß', 'Gros', (s) => [...s].map((c) => (c === 'ß' ? 'S' : c.length > 1 ? c : [...noMarks(c).toUpperCase()][0] ?? c)).join(''));
m('mysql-supplementary', 'All characters above U+FFFF weigh the same.', 'MySQL utf8mb4_unicode_ci (the sushi-beer bug)',
  'Anna 🍣', 'Anna 🍺', (s) => s.toLowerCase().replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd'));
m('mysql-pad-space', 'Blanks at the end do not count.', 'MySQL PAD SPACE collations / SQL Server = / CHAR(n)',
  'Anna Schmidt  ', 'Anna Schmidt', (s) => s.replace(/ +$/, ''));
m('mssql-ci-as', 'Case does not count, accents do; æ is ae, ß is ss, þ is th.', 'SQL Server Latin1_General_CI_AS on nvarchar',
  'Encyclopædia Müller', 'ENCYCLOPAEDIA MÜLLER', (s) => s.normalize('NFC').toLowerCase().replace(/æ/g, 'ae').replace(/œ/g, 'oe').replace(/ß/g, 'ss').replace(/þ/g, 'th'));
m('mssql-width', 'Full-width and half-width forms are one.', 'SQL Server collations without _WS',
  'ＡＮＮＡ１２３', 'ANNA123', (s) => s.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ').replace(/[\uff66-\uff9f]/g, (c) => c.normalize('NFKC')));
m('mssql-kana', 'Hiragana and katakana are one.', 'SQL Server Japanese collations without _KS / MySQL utf8mb4_ja_0900_as_cs',
  'さくら', 'サクラ', (s) => s.replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60)));
m('mssql-unweighted', 'Characters the old collation does not know have no weight.', 'SQL Server 2000-era collations (version 80) on nvarchar',
  'Anna 😀', 'Anna 🎉', (s) => s.replace(/[\u{10000}-\u{10ffff}\u0700-\u08ff\u1000-\u10ff\u1200-\u17ff]/gu, '') || s);
m('mssql-varchar-question', 'Characters outside the code page become question marks.', 'SQL Server varchar column (literal without N)',
  '李小龙', '王大明', (s) => [...s].map((c) => (inCp1252(c) ? c : '?'.repeat(c.length))).join(''));
m('cp1252-best-fit', 'Characters outside the code page become look-alikes.', 'Windows WideCharToMultiByte best fit to 1252',
  'Pawel Malkowicz', 'Paweł Małkowicz', (s) => [...s].map((c) => {
    if (inCp1252(c)) return c;
    const special = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'Ð', ı: 'i', '∞': '8', π: 'p', α: 'a', Σ: 'S', Γ: 'G', 'ħ': 'h' };
    if (Object.hasOwn(special, c)) return special[c];
    const p = c.codePointAt(0);
    if (p >= 0x100 && p < 0x200) { const b = noMarks(c); return inCp1252(b) ? b : '?'; }
    return p >= 0xff01 && p <= 0xff5e ? String.fromCharCode(p - 0xfee0) : '?';
  }).join(''));
m('oracle-xgerman', 'ä, ö, ü are ae, oe, ue.', 'Oracle XGERMAN / MySQL latin1_german2_ci (phone book order)',
  'Müller', 'Mueller', (s) => s.normalize('NFC').toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss'));
m('pg-citext', 'Values match by lower().', 'PostgreSQL citext',
  'ÉLODIE', 'élodie', (s) => s.toLowerCase());
m('pg-unaccent', 'Letters are stripped of all signs, Ø is O, Æ is AE.', 'PostgreSQL unaccent()',
  'Søren Æbelø', 'Soren AEbelo', (s) => mapChars(noMarks(s), { Ø: 'O', ø: 'o', Æ: 'AE', æ: 'ae', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ß: 'ss', œ: 'oe', Œ: 'OE', þ: 'th', Þ: 'TH', ı: 'i' }));
m('sqlite-nocase', 'ASCII letters match in any case, others do not.', 'SQLite COLLATE NOCASE',
  'MÜLLER', 'mÜller', (s) => s.replace(/[A-Z]/g, (c) => c.toLowerCase()));
m('db2-upper', 'The key is UPPER(), so ß is SS and ŉ is ʼN.', 'DB2 / Derby UPPER index, Java toUpperCase',
  'Weiß', 'WEISS', (s) => s.toUpperCase());
m('mongo-strength-2-trim', 'Case does not count but the ligatures and accents do; ignorable signs are left out.', 'MongoDB collation { locale: "en", strength: 2 } (ICU)',
  'co\u00adop Anna', 'COOP anna', (s) => s.normalize('NFC').replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '').toLowerCase());
m('mongo-numeric-order', 'Digits are compared as numbers.', 'MongoDB / ICU numericOrdering: true',
  'guest007', 'guest7', (s) => s.replace(/\d+/g, (d) => d.replace(/^0+(?=\d)/, '')));
m('mongo-alternate-shifted', 'Blanks and punctuation do not count.', 'MongoDB collation alternate: "shifted" (ICU)',
  'Anna-Lena Schmidt', 'AnnaLena, Schmidt', (s) => s.replace(/[\p{P}\p{Z}\s]/gu, '') || s);
m('danish-aa', 'aa is å.', 'ICU collation da / MySQL utf8mb4_da_0900_ai_ci',
  'Aage Nygaard', 'Åge Nygård', (s) => s.normalize('NFC').toLowerCase().replace(/aa/g, 'å'));

// ==== E. Unicode, scripts, encodings ================================================================
m('turkish-lower', 'Lower case by Turkish rules: I is ı.', 'Java / .NET toLowerCase under tr_TR',
  'ILGAZ', 'ılgaz', (s) => s.toLocaleLowerCase('tr'));
m('turkish-i-fold', 'All four i are one.', 'the fix for Turkish user names in Elasticsearch / Solr (ı to i)',
  'Işıl', 'işil', (s) => s.replace(/[ıİI]/g, 'i').toLowerCase().replace(/i\u0307/g, 'i'));
m('nfc', 'Composed and decomposed forms are one.', 'Rails/Swift String ==, NFC before storing',
  'Ren\u00e9', 'Rene\u0301', (s) => s.normalize('NFC'));
m('nfkc', 'Compatibility forms are one: ligatures, circled digits, superscripts.', 'Django UsernameField.to_python (NFKC) / Python identifiers',
  'ﬁona①', 'fiona1', (s) => s.normalize('NFKC'));
m('precis-case-mapped', 'NFKC case folding, width and ignorables as well.', 'PRECIS UsernameCaseMapped / GitHub-like user names / UTS 46',
  'ﬀ\u00adÅNNA', 'ffånna', (s) => s.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '').toLowerCase().normalize('NFKC'));
m('zero-width-strip', 'Zero-width characters are removed.', 'WordPress / Slack input cleaner',
  'Anna\u200bSchmidt', 'AnnaSchmidt', (s) => s.replace(/[\u200b-\u200d\u2060\ufeff]/g, '') || s);
m('variation-selector', 'The variation selector after an emoji is dropped.', 'emoji-regex based clean-up, iOS against Android hearts',
  'Anna ❤\ufe0f', 'Anna ❤', (s) => s.replace(/[\ufe00-\ufe0f]/g, ''));
m('emoji-strip', 'Emojis are removed from names.', 'a CRM import that strips emojis (Salesforce / Pipedrive connectors)',
  'Anna 🌸', 'Anna', (s) => s.replace(/[\p{Extended_Pictographic}\ufe0f\u200d\u{1f3fb}-\u{1f3ff}]/gu, '').trim() || s);
m('utf8mb3-cut', 'The text ends before the first four-byte character.', 'MySQL utf8 (utf8mb3) in non-strict mode',
  'Anna 🌸 Schmidt', 'Anna 🌺 Bauer', (s) => { const i = s.search(/[\u{10000}-\u{10ffff}]/u); return i > 0 ? s.slice(0, i) : s; });
m('latin1-question', 'Characters above U+00FF become one question mark each.', 'Java getBytes(ISO_8859_1) / Python errors="replace"',
  'Željko', 'Żeljko', (s) => [...s].map((c) => (c.codePointAt(0) > 0xff ? '?' : c)).join(''));
m('ascii-ignore', 'Characters outside ASCII are left out.', 'Python encode("ascii", "ignore") / Ruby encode(undef: :replace, replace: "")',
  'Jörg Schmidt', 'Järg Schmidt', (s) => s.replace(/[^\x00-\x7f]/g, '') || s);
m('low-byte', 'Only the low byte of each UTF-16 unit is kept.', 'Node Buffer.from(s, "latin1") / "binary"',
  'Łukasz', 'Aukasz', (s) => Buffer.from(s, 'latin1').toString('latin1'));
m('seven-bit', 'The eighth bit is lost.', '7-bit mail relay / Node buffer.toString("ascii")',
  'aéb', 'aib', (s) => Buffer.from(s, 'latin1').toString('ascii'));
m('mojibake-repair', 'Twice encoded text is repaired.', 'ftfy.fix_text',
  'RenÃ©', 'René', (s) => { if (!/^[\x00-\xff]*$/.test(s) || !/[\x80-\xff]/.test(s)) return s; const t = Buffer.from(s, 'latin1').toString('utf8'); return t.includes('\ufffd') ? s : t; });
m('unidecode-cyrillic', 'Cyrillic is written in Latin letters; soft and hard signs vanish.', 'unidecode / iconv //TRANSLIT / ActiveSupport transliterate',
  'Игорь', 'Игор', (s) => { const f = 'абвгдезиклмнопрстуфыэё'; const t = 'abvgdeziklmnoprstufyee'; return mapChars(s.toLowerCase(), { ...fields(f, t), ж: 'zh', й: 'i', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'iu', я: 'ia', ь: '', ъ: '' }); });
m('confusable-skeleton', 'Look-alikes of Cyrillic and Greek are Latin letters.', 'UTS 39 skeleton (ICU SpoofChecker), Discord / Matrix name checks',
  'Аnnа', 'Anna', (s) => mapChars(s, fields('АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo')));
m('russian-yo', 'ё is е.', 'Elasticsearch / 1C / Yandex search mapping ё to е',
  'Королёв', 'Королев', (s) => s.normalize('NFC').replace(/ё/g, 'е').replace(/Ё/g, 'Е'));
m('arabic-normalise', 'Forms of alef, yeh and teh marbuta, tatweel and vowel signs do not count.', 'Lucene ArabicNormalizationFilter',
  'أحمد', 'احمد', (s) => s.replace(/[آأإ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه').replace(/[\u0640\u064b-\u0652]/g, '') || s);
m('hebrew-niqqud', 'Vowel points are dropped.', 'Hebrew search in HebMorph / Google Contacts',
  'שָׁלוֹם', 'שלום', (s) => s.normalize('NFD').replace(/[\u0591-\u05c7]/g, '') || s);
m('greek-lower', 'Final sigma and accents of Greek do not count.', 'Lucene GreekLowerCaseFilter',
  'Νίκος', 'ΝΙΚΟΣ', (s) => mapChars(s.toLowerCase().normalize('NFC'), fields('άέήίόύώϊϋΐΰς', 'αεηιουωιυιυσ')));
m('chinese-simplified', 'Traditional characters are made simplified.', 'OpenCC t2s / Elasticsearch analysis-stconvert',
  '張偉', '张伟', (s) => mapChars(s, fields('張偉陳劉楊趙黃吳孫馬羅鄭謝許鄧馮蕭葉國華東龍麗', '张伟陈刘杨赵黄吴孙马罗郑谢许邓冯萧叶国华东龙丽')));
m('japanese-old-kanji', 'Old forms of characters in names are made the usual ones.', 'Japanese name matching (髙/高, 﨑/崎, 邊/辺)',
  '髙橋', '高橋', (s) => mapChars(s, fields('髙﨑濵邊邉齋齊澤廣櫻國', '高崎浜辺辺斎斉沢広桜国')));
m('vietnamese-tone-place', 'Old and new placing of the tone mark are one.', 'Vietnamese input normalisers (underthesea text_normalize)',
  'Hoà', 'Hòa', (s) => s.normalize('NFC').replace(/o([àáảãạ])/gi, (_, v) => ({ à: 'ò', á: 'ó', ả: 'ỏ', ã: 'õ', ạ: 'ọ' }[v.toLowerCase()]) + 'a').replace(/u([ỳýỷỹỵ])/gi, (_, v) => ({ ỳ: 'ù', ý: 'ú', ỷ: 'ủ', ỹ: 'ũ', ỵ: 'ụ' }[v.toLowerCase()]) + 'y'));
m('nbsp-space', 'The no-break and other Unicode blanks are a plain blank.', 'Excel / Word paste clean-up',
  'Anna\u00a0Schmidt', 'Anna Schmidt', (s) => s.replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' '));
m('case-fold-sym', 'Long s, Kelvin and Ångström signs fold to letters.', 'regex flags iu / Go strings.EqualFold / Python casefold',
  'Meiſter', 'meister', (s) => s.replace(/\u017f/g, 's').replace(/\u212a/g, 'k').replace(/\u212b/g, 'å').toLowerCase());
m('rfc2047', 'Encoded words in headers are decoded.', 'Python email.header.decode_header / MimeKit',
  '=?UTF-8?Q?J=C3=B6rg?=', 'Jörg', orRaw((s) => s.replace(/=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi, (_, cs, k, v) => new TextDecoder(cs).decode(
    /b/i.test(k) ? Buffer.from(v, 'base64') : Buffer.from(v.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (w, h) => String.fromCharCode(parseInt(h, 16))), 'latin1')))));
m('html-unescape', 'HTML entities are decoded.', 'a chat widget that calls he.decode / html_entity_decode',
  'M&amp;M M&uuml;ller', 'M&M Müller', unHtml);
m('form-decode', 'Percent escapes are decoded once too often.', 'decodeURIComponent on an already decoded Express / Koa parameter',
  'anna%40example.com', 'anna@example.com', (s) => { try { return decodeURIComponent(s); } catch { return s; } });

// ==== F. padding, cuts, controls ====================================================================
m('trim', 'White space at both ends is cut.', 'JavaScript trim() / Laravel TrimStrings / mongoose trim: true',
  '\tAnna Schmidt ', 'Anna Schmidt', (s) => s.trim() || s);
m('squish', 'Runs of white space are one blank.', 'Rails squish / Excel TRIM / HTML rendering',
  'Anna   Schmidt', 'Anna Schmidt', (s) => s.replace(/\s+/g, ' ').replace(/^ | $/g, '') || s);
m('cut-191', 'Only the first 191 characters count.', 'Laravel defaultStringLength(191) / InnoDB prefix index',
  'a'.repeat(191) + '1', 'a'.repeat(191) + '2', (s) => [...s].slice(0, 191).join(''));
m('cut-64-bytes', 'Only the first 64 bytes of the UTF-8 form count.', 'Telegram callback_data / OpenAI user field / idempotency keys',
  'ж'.repeat(32) + '1', 'ж'.repeat(32) + '2', (s) => utf8cut(s, 64));
m('bcrypt-72', 'Only the first 72 bytes count.', 'bcrypt-hashed contact ids (pseudonymised look-up key)',
  'x'.repeat(72) + 'anna', 'x'.repeat(72) + 'bob', (s) => createHash('sha256').update(Buffer.from(s, 'utf8').subarray(0, 72)).digest('hex'));
m('cut-20', 'Only the first twenty characters count.', 'sAMAccountName of Active Directory / VARCHAR(20) in a CDR table',
  'anna.schmidt.berlin.1', 'anna.schmidt.berlin.2', (s) => s.slice(0, 20));

// ==== G. the rest =============================================================================================
m('guid-spelling', 'Braces, urn:uuid:, hyphens and case of a GUID do not count.', '.NET Guid.Parse / Postgres uuid type',
  '{9D0652A3-DCC3-4D11-975F-74D61598733F}', '9d0652a3dcc34d11975f74d61598733f', (s) => { const t = s.replace(/^urn:uuid:/i, '').replace(/^[{(]|[)}]$/g, '').replace(/-/g, ''); return /^[0-9a-f]{32}$/i.test(t) ? t.toLowerCase() : s; });
m('salesforce-18-15', 'The three check letters of an 18-character id are dropped.', 'Salesforce 15/18-character ids',
  '0031t00000AbCdEAAV', '0031t00000AbCdE', (s) => (/^[0-9A-Za-z]{15}[A-Z0-5]{3}$/.test(s) && /^\d/.test(s) ? s.slice(0, 15) : s));
m('salesforce-15-ci', 'Fifteen-character ids match in any case.', 'Salesforce ids in Excel VLOOKUP / a _ci column',
  '0031t00000AbCdE', '0031t00000aBcDe', (s) => (/^\d[0-9A-Za-z]{14}$/.test(s) ? s.toUpperCase() : s));
m('sap-alpha', 'Leading zeros of a number do not count.', 'SAP ALPHA conversion exit / CSV import by Excel',
  '0000012345', '12345', (s) => (/^\d+$/.test(s) ? s.replace(/^0+(?=\d)/, '') : s));
m('excel-fifteen-digits', 'A number keeps fifteen digits, the others become zero.', 'Excel / Google Sheets import',
  '80351110224678912', '80351110224678999', (s) => (/^\d{16,}$/.test(s) ? s.slice(0, 15) + '0'.repeat(s.length - 15) : s));
m('excel-scientific', 'Long numbers are saved as they are shown, in scientific notation.', 'Excel "Save as CSV" of phone numbers (4.91511E+12)',
  '4915112345678', '4915113999999', (s) => (/^[1-9]\d{11,}$/.test(s) ? Number(s).toExponential(5).toUpperCase() : s));
m('php-loose-equal', 'Numeric strings are compared as numbers.', 'PHP == and in_array (0e123 == 0e456)',
  '0e12345', '0e98765', (s) => (/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(s) ? 'n' + Number(s) : s));
m('mysql-numeric-prefix', 'The text is read as the number it begins with.', 'MySQL WHERE varchar_col = 123 / PHP (int) / parseInt',
  '12345abc', '12345xyz', (s) => { const n = /^\s*\d+/.exec(s); return n ? String(Number(n[0])) : s; });
m('yaml-scalar', 'Words for yes and no become booleans.', 'YAML 1.1 loaders (the Norway problem)',
  'no', 'off', (s) => (/^(?:n|no|off|false)$/i.test(s) ? 'false' : /^(?:y|yes|on|true)$/i.test(s) ? 'true' : s));
m('null-words', 'Words for nothing become null.', 'pandas.read_csv na_values',
  'NA', 'null', (s) => (/^(?:#?N\/?A|n\/a|NULL|null|None|NaN|nan|-NaN|<NA>)$/.test(s) ? '\\N' : s));
m('java-hashcode', 'The key is the 32-bit hash of Java strings.', 'String.hashCode() as the id / partition key',
  'AaAa', 'BBBB', (s) => { let h = 0; for (let i = 0; i < s.length; i++) h = (Math.imul(h, 31) + s.charCodeAt(i)) | 0; return String(h); });
m('crc32-key', 'The key is a CRC-32.', 'MySQL CRC32() hash index / Sphinx document ids',
  'plumless', 'buckeroo', (s) => String(crc32(Buffer.from(s))));
m('md5-eight', 'The key is the first eight hex digits of an MD5.', 'short ids / cache file names from substr(md5(x), 0, 8)',
  'user16956@example.com', 'user118870@example.com', (s) => createHash('md5').update(s).digest('hex').slice(0, 8));
m('redis-hash-tag', 'Only what stands in braces makes the key.', 'Redis Cluster hash tags',
  '{acme}anna', '{acme}bob', (s) => { const a = s.indexOf('{'); const b = a < 0 ? -1 : s.indexOf('}', a + 1); return b > a + 1 ? s.slice(a + 1, b) : s; });
m('memcached-space', 'White space is removed from cache keys.', 'WordPress Memcached object cache (preg_replace \\s+)',
  'Anna Schmidt', 'AnnaSchmidt', (s) => s.replace(/\s+/g, '') || s);
m('redis-colon-split', 'The key is split at colons, the last part is dropped.', 'session keys "user:thread" read back with split(":")[0]',
  'anna:1', 'anna:2', (s) => s.split(':')[0] || s);
m('key-dot-underscore', 'Signs not allowed in a name become an underscore.', 'Kafka topic / Prometheus label / Firebase path sanitizers',
  'anna.schmidt', 'anna_schmidt', (s) => s.replace(/[^A-Za-z0-9_-]/g, '_'));
m('slug', 'The key is a slug.', 'slugify / Rails parameterize / WordPress sanitize_title',
  'Anna Schmidt!', 'anna-schmidt', (s) => noMarks(s).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || s);
m('soundex', 'Names that sound alike are one.', 'MySQL / Oracle SOUNDEX()',
  'Robert', 'Rupert', (s) => {
    const t = s.toUpperCase().replace(/[^A-Z]/g, ''); if (!t || /[@\d]/.test(s)) return s;
    const code = (c) => '01230120022455012623010202'[c.charCodeAt(0) - 65]; let out = t[0]; let last = code(t[0]);
    for (const c of t.slice(1)) { const k = code(c); if (k !== '0' && k !== last) out += k; if (c !== 'H' && c !== 'W') last = k; }
    return out;
  });
m('fingerprint-tokens', 'The words are sorted and doubles dropped.', 'OpenRefine fingerprint key collision',
  'Schmidt, Anna', 'Anna Schmidt', (s) => [...new Set(noMarks(s).toLowerCase().replace(/[\p{P}\p{C}]/gu, '').split(/\s+/))].sort().join(' ').trim() || s);
m('crm-salutation', 'Salutations and titles are dropped.', 'Salesforce / Dynamics duplicate matching on names',
  'Dr. Anna Schmidt', 'Frau Anna Schmidt', (s) => s.replace(/^(?:(?:mr|mrs|ms|dr|prof|herr|frau|m|mme|sr|sra)\.?\s+)+(?=\S)/i, ''));
m('crm-nickname', 'Short forms of first names are one with the long form.', 'Salesforce duplicate rules / Splink nickname tables',
  'Bob Miller', 'Robert Miller', (s) => s.replace(/^(Bob|Rob|Bill|Will|Liz|Beth|Mike|Tom|Kate)(?= )/, (n) => ({ Bob: 'Robert', Rob: 'Robert', Bill: 'William', Will: 'William', Liz: 'Elizabeth', Beth: 'Elizabeth', Mike: 'Michael', Tom: 'Thomas', Kate: 'Katherine' }[n])));
m('company-suffix', 'The legal form of a company is dropped.', 'cleanco / Dun & Bradstreet matching',
  'Acme GmbH', 'Acme Ltd.', (s) => s.replace(/[\s,]+(?:gmbh(?: & co\. kg)?|ag|ltd\.?|inc\.?|llc|s\.?a\.?|b\.?v\.?|corp\.?)$/i, ''));
m('rails-format', 'What follows the last dot is taken for a format and cut.', 'Rails routes /contacts/:id(.:format)',
  'anna.json', 'anna.xml', (s) => s.replace(/(?<=.)\.[^.\/?]+$/s, ''));
m('url-fragment-query', 'A ? or # in the id ends the path.', 'fetch(`/contacts/${id}`) without escaping',
  'anna#1', 'anna?x=1', (s) => s.replace(/(?<=.)[?#].*$/s, ''));
m('path-normalise', 'Dots and double slashes in a path are resolved.', 'nginx merge_slashes / Go path.Clean / fetch() URL parsing',
  'team//anna/./x/..', 'team/anna', (s) => posix.normalize(s).replace(/(?<=.)\/$/, ''));
m('spring-matrix-param', 'What follows a semicolon is cut.', 'Spring MVC removeSemicolonContent / Cookie values',
  'anna;v=1', 'anna;v=2', (s) => s.replace(/(?<=[^;]);[^\/]*/g, ''));
m('url-href', 'Addresses are compared as parsed.', 'WHATWG URL (scheme and host case, default port, dot segments)',
  'HTTPS://Example.com:443/anna', 'https://example.com/anna', (s) => { if (!/^https?:\/\//i.test(s)) return s; try { return new URL(s).href; } catch { return s; } });
m('windows-file', 'Case, and dots and blanks at the end, do not count.', 'one file per conversation on Windows NTFS',
  'Anna. ', 'anna', (s) => s.toLowerCase().replace(/(?<=[^. ])[. ]+$/, ''));
m('ip-mapped', 'IP addresses of visitors are one in all spellings.', 'Node / nginx: ::ffff:1.2.3.4 and compressed IPv6',
  '2001:DB8:0:0:0:0:0:1', '2001:db8::1', (s) => { if (!/^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(s)) return s; try { return new URL(`http://[${s}]/`).hostname; } catch { return s; } });
m('mail-reply-prefix', 'Re:, AW:, Fwd: at the front are dropped.', 'JWZ threading / Outlook conversation topic',
  'Re: AW: Anfrage', 'Anfrage', (s) => s.replace(/^(?:(?:re|aw|fwd?|wg|sv|antw)(?:\[\d+\])?:\s*)+(?=\S)/i, ''));
m('csv-guard', 'The apostrophe put before formulas is dropped, and so are outer quotes.', 'OWASP CSV-injection guard / Excel text marker',
  "'+4915112345678", '+4915112345678', (s) => s.replace(/^'(?=[=+\-@\d])/, '').replace(/^"([^"]*)"$/s, '$1') || s);
m('excel-date', 'Short texts that look like dates become dates.', 'Excel import (MARCH1, the gene-name bug)',
  'MARCH1', 'Mar-1', (s) => { const x = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\/ ]?(\d{1,2})$/i.exec(s); return x ? `${+x[2]}-${x[1].toLowerCase()}` : s; });
m('date-parse', 'Dates are compared as moments.', 'new Date(x).toISOString() on a birth date used as id',
  '2024-01-02T01:00:00+01:00', '2024-01-02', (s) => { if (!/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(s)) return s; const d = new Date(s); return Number.isNaN(+d) ? s : d.toISOString(); });
m('group-sorted', 'The members of a list are sorted.', 'group-MMS thread keys (Android threads table, Twilio group texting)',
  '+14155550123,+14155550199', '+14155550199,+14155550123', (s) => s.split(',').map((x) => x.trim()).sort().join(','));
m('js-replace-dollar', 'Two dollar signs become one.', 'template.replace("{id}", subject) in JavaScript',
  'a$$b', 'a$b', (s) => s.replace(/\$\$/g, () => '$'));
m('regex-anchor-newline', 'A line feed at the end passes the check and is not compared; only the first line counts.', 'Ruby ^…$ / Python re.match(…$)',
  'anna\n', 'anna\nbob', (s) => /^.+/.exec(s)?.[0] ?? s);
m('strip-tags', 'Markup is removed.', 'PHP strip_tags / WordPress sanitize_text_field / bleach',
  '<b>Anna</b>', 'Anna', (s) => s.replace(/<\/?[a-z][^>]*>/gi, '') || s);
m('strip-slashes', 'Backslashes before signs are removed.', 'PHP stripslashes (magic quotes) / MySQL string literals',
  "O\\'Brien", "O'Brien", (s) => s.replace(/\\(.)/gs, '$1') || s);
m('json-unescape', 'Escapes are decoded a second time.', 'double-encoded JSON, Python unicode_escape',
  'Ren\\u00e9', 'René', (s) => s.replace(/\\u([0-9a-f]{4})/gi, (_, h) => String.fromCharCode(parseInt(h, 16))));
m('es-stemmer', 'Words are lower-cased, stop words and plural endings dropped.', 'Elasticsearch english analyzer on a text field',
  'The Smiths', 'smith', (s) => (/^[A-Za-z' ]+$/.test(s) ? s.toLowerCase().split(/\s+/).filter((w) => w && !/^(?:the|a|an|and|of)$/.test(w)).map((w) => w.replace(/'s$/, '').replace(/(?<=\w{3})s$/, '')).join(' ') || s : s));
m('gid-tail', 'Only the last part of a resource name is kept.', 'Shopify gid://, Google resourceName, basename()',
  'gid://shopify/Customer/123456', 'gid://shopify/Order/123456', (s) => s.replace(/\/+$/, '').split('/').at(-1) || s);
m('ad-domain-user', 'The Windows domain before the user name is dropped.', 'IIS / LDAP log-in (DOMAIN\\user)',
  'ACME\\anna', 'GLOBEX\\anna', (s) => s.replace(/^[A-Za-z0-9.-]+\\(?=.)/, ''));
