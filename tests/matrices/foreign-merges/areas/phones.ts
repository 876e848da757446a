/** Telephone numbers, which every system writes in its own way and compares in another. */
import { parsePhoneNumber } from 'awesome-phonenumber';
import googleLibrary from 'google-libphonenumber';
import { phone } from 'phone';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

const { PhoneNumberFormat, PhoneNumberUtil } = googleLibrary;
const google = PhoneNumberUtil.getInstance();

/** Only what looks like a telephone number is folded: digits, a plus and what people part them with. */
const ofNumber = (subject: string, fold: (number: string) => string | undefined): string =>
  /^[\s(]*\+?[\d\s().\-/]{5,}$/.test(subject) ? foldedOrItself(subject, fold) : subject;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** With a plus, where it had one, and digits only. */
const bare = (text: string): string => `${text.trim().startsWith('+') ? '+' : ''}${digitsOf(text)}`;

const keypad = (letter: string): string => '22233344455566677778889999'.charAt(letter.toLowerCase().charCodeAt(0) - 97);

export const phoneMerges = [
  {
    id: 'phones/e164-united-states',
    field: 5,
    told: 'CRM systems in the United States bring each number to E.164.',
    origin: 'google-libphonenumber@3.2.47, region US',
    key: (subject) =>
      /\d{3}/.test(subject)
        ? foldedOrItself(subject, (text) => {
            const number = google.parse(text, 'US');
            return google.isValidNumber(number) ? google.format(number, PhoneNumberFormat.E164) : undefined;
          })
        : subject,
    witnesses: [
      ['(201) 555-0123', '+12015550123'],
      ['+1 201-555-0123 ext. 17', '+12015550123'],
      ['011 44 20 7946 0958', '+44 20 7946 0958'],
    ],
  },
  {
    id: 'phones/e164-germany',
    field: 4,
    told: 'European systems bring each number to E.164 with their own country as default.',
    origin: 'awesome-phonenumber@7.8.0, region DE',
    key: (subject) =>
      /\d{3}/.test(subject)
        ? foldedOrItself(subject, (text) => {
            const parsed = parsePhoneNumber(text, { regionCode: 'DE' });
            return parsed.valid ? parsed.number.e164 : undefined;
          })
        : subject,
    witnesses: [
      ['030 901820', '+49 30 901820'],
      ['0049 151 23456789', '+4915123456789'],
      ['+49 (0)30 901820', '030/901820'],
    ],
  },
  {
    id: 'phones/phone-library',
    field: 2,
    told: 'Senders of SMS normalise mobile numbers, and take a number without country for one of North America.',
    origin: 'phone@3.1.72',
    key: (subject) => foldedOrItself(subject, (text) => phone(text).phoneNumber ?? undefined),
    witnesses: [
      ['(817) 569-8900', '+18175698900'],
      ['+852 6569 8900', '+85265698900'],
    ],
  },
  {
    id: 'phones/digits-only',
    field: 5,
    told: 'The usual cleaner of numbers keeps the digits and nothing else.',
    origin: 'the idiom replace(/\\D/g, "")',
    key: (subject) => ofNumber(subject, digitsOf),
    witnesses: [
      ['+49 30 901820', '4930901820'],
      ['(201) 555-0199', '201.555.0199'],
    ],
  },
  {
    id: 'phones/separators-removed',
    field: 4,
    told: 'Blanks, hyphens, dots and brackets are dropped and the plus stays.',
    origin: 'the idiom replace(/[\\s().-]/g, "")',
    key: (subject) => ofNumber(subject, bare),
    witnesses: [
      ['+44 20 7946 0958', '+442079460958'],
      ['+1 (201) 555-0123', '+1-201-555-0123'],
    ],
  },
  {
    id: 'phones/plus-dropped',
    field: 5,
    told: 'WhatsApp and many gateways name people by the number without its plus.',
    origin: 'WhatsApp Business Platform wa_id',
    key: (subject) => subject.replace(/^\+(?=\d)/, ''),
    witnesses: [
      ['+4915123456789', '4915123456789'],
      ['+12015550123', '12015550123'],
    ],
  },
  {
    id: 'phones/double-zero',
    field: 4,
    told: 'Two zeros in front stand for the plus.',
    origin: 'ITU-T E.123, international prefix 00',
    key: (subject) => subject.replace(/^00(?=[1-9])/, '+'),
    witnesses: [
      ['004930901820', '+4930901820'],
      ['00442079460958', '+442079460958'],
    ],
  },
  {
    id: 'phones/trunk-zero-in-brackets',
    field: 3,
    told: 'The zero in brackets, as on business cards, is dropped.',
    origin: 'ITU-T E.123, national prefix',
    key: (subject) => subject.replace(/^(\+\d+ ?)\(0\) ?/, '$1'),
    witnesses: [
      ['+49 (0)30 901820', '+49 30 901820'],
      ['+44 (0)2079460958', '+44 2079460958'],
    ],
  },
  {
    id: 'phones/trunk-zero-for-country',
    field: 3,
    told: 'Services of one country replace the first zero by its code.',
    origin: 'the idiom replace(/^0/, "+49")',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^0(?=[1-9])/, '+49')),
    witnesses: [
      ['015123456789', '+4915123456789'],
      ['030-901820', '+49 30 901820'],
    ],
  },
  {
    id: 'phones/north-american-ten-digits',
    field: 4,
    told: 'Ten digits are taken for a number of North America, as eleven with a 1 are.',
    origin: 'Twilio and Rails idiom for NANP',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^\+?1?(?=[2-9]\d{9}$)/, '+1')),
    witnesses: [
      ['201-555-0123', '+12015550123'],
      ['1 201 555 0123', '(201) 555 0123'],
    ],
  },
  {
    id: 'phones/last-ten-digits',
    field: 3,
    told: 'Call records are joined by the last ten digits, whatever country they name.',
    origin: 'SQL RIGHT(number, 10)',
    key: (subject) => ofNumber(subject, (number) => digitsOf(number).slice(-10)),
    witnesses: [
      ['+1 201 555 0123', '+52 201 555 0123'],
      ['+919876543210', '09876543210'],
    ],
  },
  {
    id: 'phones/last-nine-digits',
    field: 2,
    told: 'Contacts are matched by nine digits, so that the trunk zero and the country do not count.',
    origin: 'Telegram and Signal contact matching idiom',
    key: (subject) => ofNumber(subject, (number) => digitsOf(number).slice(-9)),
    witnesses: [
      ['+420 601 123 456', '+48 601 123 456'],
      ['+33612345678', '0612345678'],
    ],
  },
  {
    id: 'phones/android-caller-id',
    field: 4,
    told: 'Android finds the contact of a caller by the last seven digits.',
    origin: 'Android PhoneNumberUtils.toCallerIDMinMatch',
    key: (subject) => ofNumber(subject, (number) => digitsOf(number).slice(-7)),
    witnesses: [
      ['+49 30 5550123', '+49 89 5550123'],
      ['201 555 0123', '646 555 0123'],
    ],
  },
  {
    id: 'phones/mexico-mobile-one',
    field: 4,
    told: 'Mexican mobiles had a 1 after 52, which WhatsApp still sends and others drop.',
    origin: 'Mexico numbering plan before and after August 2019',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^(\+?)521(?=\d{10}$)/, '$152')),
    witnesses: [
      ['+5215512345678', '+525512345678'],
      ['5213312345678', '523312345678'],
    ],
  },
  {
    id: 'phones/argentina-mobile-nine',
    field: 3,
    told: 'Argentine mobiles have a 9 after 54 from abroad and none in many systems.',
    origin: 'Argentina numbering plan, WhatsApp JIDs',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^(\+?)549(?=\d{10}$)/, '$154')),
    witnesses: [
      ['+5491123456789', '+541123456789'],
      ['5493512345678', '543512345678'],
    ],
  },
  {
    id: 'phones/brazil-ninth-digit',
    field: 4,
    told: 'Brazilian mobiles got a ninth digit, which the ids of WhatsApp outside São Paulo still lack.',
    origin: 'Brazil numbering plan 2012-2016, WhatsApp JIDs',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^(\+?55[1-9]\d)9(?=[6-9]\d{7}$)/, '$1')),
    witnesses: [
      ['+5541987654321', '+554187654321'],
      ['5581991234567', '558191234567'],
    ],
  },
  {
    id: 'phones/ivory-coast-prefix',
    field: 1,
    told: 'Numbers of Ivory Coast grew from eight to ten digits by a prefix of the operator.',
    origin: 'Ivory Coast numbering plan, January 2021',
    key: (subject) =>
      ofNumber(subject, (number) => bare(number).replace(/^(\+?225)(?:01|05|07|21|25|27)(?=\d{8}$)/, '$1')),
    witnesses: [
      ['+2250707123456', '+22507123456'],
      ['+2250504123456', '+22504123456'],
    ],
  },
  {
    id: 'phones/italy-leading-zero',
    field: 2,
    told: 'The zero of Italian landlines belongs to the number, and is taken for a trunk zero.',
    origin: 'Italy numbering plan, libraries that know no italian_leading_zero',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^(\+?39)0(?=[1-9])/, '$1')),
    witnesses: [
      ['+39 06 69812345', '+39 669812345'],
      ['+390236512345', '+39236512345'],
    ],
  },
  {
    id: 'phones/russia-eight',
    field: 3,
    told: 'Russians write 8 where others write +7.',
    origin: 'Russia and Kazakhstan numbering plan',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^(?:8|\+?7)(?=[3-9]\d{9}$)/, '+7')),
    witnesses: [
      ['89161234567', '+79161234567'],
      ['8 (495) 123-45-67', '+7 495 123-45-67'],
    ],
  },
  {
    id: 'phones/india-prefixes',
    field: 2,
    told: 'Indian mobiles come with 0, 91 or nothing in front of ten digits.',
    origin: 'India numbering plan',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^(?:\+?91|0)?(?=[6-9]\d{9}$)/, '+91')),
    witnesses: [
      ['09876543210', '+919876543210'],
      ['98765 43210', '91 98765 43210'],
    ],
  },
  {
    id: 'phones/china-prefixes',
    field: 2,
    told: 'Chinese mobiles of eleven digits come with 86 or without.',
    origin: 'China numbering plan',
    key: (subject) => ofNumber(subject, (number) => bare(number).replace(/^(?:\+?86)?(?=1[3-9]\d{9}$)/, '+86')),
    witnesses: [
      ['13812345678', '+8613812345678'],
      ['138 1234 5678', '86 138 1234 5678'],
    ],
  },
  {
    id: 'phones/vanity-letters',
    field: 2,
    told: 'Letters of vanity numbers are dialled as digits.',
    origin: 'ITU-T E.161 keypad',
    key: (subject) =>
      /^\+?1?[\s-]?\(?[28]\d\d\)?[\s-][A-Z\d-]{7,}$/i.test(subject)
        ? subject.replace(/[a-z]/gi, keypad).replace(/[^\d+]/g, '')
        : subject,
    witnesses: [
      ['1-800-FLOWERS', '1-800-356-9377'],
      ['800-GOFEDEX', '800-463-3339'],
    ],
  },
  {
    id: 'phones/extension-dropped',
    field: 3,
    told: 'Extensions are dropped, so that a whole company is one person.',
    origin: 'the idiom split(/\\s*(?:x|ext)/)',
    key: (subject) =>
      subject.replace(/^(\+?[\d\s().-]{6,}?)(?:[\s,;]*(?:x|ext\.?|extension|durchwahl|#)\s*\d{1,6})$/i, '$1'),
    witnesses: [
      ['+12015550123 x17', '+12015550123 x18'],
      ['030 901820 ext. 4', '030 901820'],
    ],
  },
  {
    id: 'phones/tel-uri',
    field: 3,
    told: 'The tel scheme, its visual separators and its parameters are no part of the number.',
    origin: 'RFC 3966 section 4',
    key: (subject) =>
      subject.replace(/^tel:/i, '').replace(/^(\+[\d\-.()]+)(?:;.*)?$/, (_, number: string) => bare(number)),
    witnesses: [
      ['tel:+1-201-555-0123', '+12015550123'],
      ['tel:+4930901820;ext=17', 'tel:+49-30-901820'],
    ],
  },
  {
    id: 'phones/other-digits',
    field: 2,
    told: 'Digits of Arabic, Persian and Indian scripts are read as the ASCII ones.',
    origin: 'libphonenumber normalizeDigitsOnly',
    key: (subject) =>
      subject
        .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
        .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966)),
    witnesses: [
      ['+٩٦٦٥٠١٢٣٤٥٦٧', '+966501234567'],
      ['۰۹۱۲۱۲۳۴۵۶۷', '09121234567'],
    ],
  },
  {
    id: 'phones/post-dial-dropped',
    field: 1,
    told: 'What is dialled after a pause or a wait is cut off.',
    origin: 'Android PhoneNumberUtils.extractNetworkPortion',
    key: (subject) => subject.replace(/^(\+?[\d\s()-]{5,})[,;pw].*$/i, '$1'),
    witnesses: [
      ['+12015550123,,42', '+12015550123'],
      ['+4930901820;17', '+4930901820;18'],
    ],
  },
  {
    id: 'phones/caller-id-codes-dropped',
    field: 1,
    told: 'Codes that hide the own number are no part of the number called.',
    origin: '3GPP TS 22.030, vertical service codes',
    key: (subject) => subject.replace(/^(?:\*67|\*31#|#31#|\*82)\s?(?=\+?\d)/, ''),
    witnesses: [
      ['*67 201-555-0123', '201-555-0123'],
      ['#31#+4930901820', '+4930901820'],
    ],
  },
  {
    id: 'phones/without-country',
    field: 2,
    told: 'Only the national part is kept, as the country has a column of its own that is no part of the key.',
    origin: 'awesome-phonenumber@7.8.0 number.significant',
    key: (subject) =>
      subject.startsWith('+')
        ? foldedOrItself(subject, (text) => {
            const parsed = parsePhoneNumber(text);
            return parsed.valid ? parsed.number.significant : undefined;
          })
        : subject,
    witnesses: [
      ['+420601123456', '+421601123456'],
      ['+4930901820', '30901820'],
    ],
  },
] satisfies readonly ForeignMerge[];
