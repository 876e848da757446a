/** Ids made by machines, each of which has more than one spelling. */
import type { ForeignMerge } from '../merge.js';

const guid = /^(?:urn:uuid:)?[{(]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[)}]?$/i;

export const idMerges = [
  {
    id: 'ids/guid-forms',
    field: 5,
    told: 'A column or type for GUIDs takes them with and without braces, hyphens and capitals.',
    origin: '.NET Guid.Parse, PostgreSQL uuid',
    key: (subject) => guid.exec(subject)?.slice(1).join('-').toLowerCase() ?? subject,
    witnesses: [
      ['{3F2504E0-4F89-41D3-9A0C-0305E82C3301}', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
      ['3f2504e04f8941d39a0c0305e82c3301', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
      ['urn:uuid:7d444840-9dc0-11d1-b245-5ffdce74fad2', '7d444840-9dc0-11d1-b245-5ffdce74fad2'],
    ],
  },
  {
    id: 'ids/guid-case',
    field: 4,
    told: 'GUIDs come in capitals from Windows and iOS and in small letters from all others.',
    origin: 'Swift UUID().uuidString, RFC 9562',
    key: (subject) =>
      /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subject) ? subject.toLowerCase() : subject,
    witnesses: [
      ['E621E1F8-C36C-495A-93FC-0C247A3E6E5F', 'e621e1f8-c36c-495a-93fc-0c247a3e6e5f'],
      ['6BA7B810-9DAD-11D1-80B4-00C04FD430C8', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
    ],
  },
  {
    id: 'ids/guid-first-group',
    field: 3,
    told: 'The first eight digits of a GUID are taken for a short id.',
    origin: 'the idiom id.split("-")[0]',
    key: (subject) => subject.replace(/^([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, '$1'),
    witnesses: [
      ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', '3f2504e0-1b2c-4d3e-8f90-112233445566'],
      ['7d444840-9dc0-11d1-b245-5ffdce74fad2', '7d444840-9dc0-11d1-b245-5ffdce74fad3'],
    ],
  },
  {
    id: 'ids/hexadecimal-case',
    field: 3,
    told: 'Ids in hexadecimal, as of MongoDB, LINE and push tokens, have no case.',
    origin: 'MongoDB ObjectId, hex decoders',
    key: (subject) => (/^[0-9a-f]{16,}$/i.test(subject) ? subject.toLowerCase() : subject),
    witnesses: [
      ['507F1F77BCF86CD799439011', '507f1f77bcf86cd799439011'],
      ['4AF4980629D2BC35', '4af4980629d2bc35'],
    ],
  },
  {
    id: 'ids/base64-padding',
    field: 2,
    told: 'Base64 is decoded with and without padding.',
    origin: 'Node 20 Buffer.from(id, "base64")',
    key: (subject) => subject.replace(/^([A-Za-z0-9+/_-]{6,})={1,2}$/, '$1'),
    witnesses: [
      ['01234567890A=', '01234567890A'],
      ['dGVsZXBob25l==', 'dGVsZXBob25l'],
    ],
  },
  {
    id: 'ids/base64-alphabet',
    field: 2,
    told: 'Base64 for addresses puts hyphen and underscore for plus and slash.',
    origin: 'RFC 4648 section 5',
    key: (subject) =>
      /^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(subject)
        ? subject.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
        : subject,
    witnesses: [
      ['x1Y+Tq/9AbC=', 'x1Y-Tq_9AbC'],
      ['AAAA+BBB/CCC', 'AAAA-BBB_CCC'],
    ],
  },
  {
    id: 'ids/crockford-base32',
    field: 2,
    told: 'Codes to read aloud take O for 0, I and L for 1, and no hyphens or case.',
    origin: 'Crockford base 32, ULID',
    key: (subject) =>
      /^(?=.*\d)[0-9a-z]+(?:-[0-9a-z]+)*$/i.test(subject)
        ? subject.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1')
        : subject,
    witnesses: [
      ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '01arz3ndektsv4rrffq69g5fav'],
      ['K7O-2IL', 'K70-211'],
    ],
  },
  {
    id: 'ids/iban',
    field: 2,
    told: 'Accounts are compared without blanks and case.',
    origin: 'ISO 13616, electronic format',
    key: (subject) =>
      /^[a-z]{2}\d{2}(?: ?[a-z0-9]){11,30}$/i.test(subject) ? subject.replaceAll(' ', '').toUpperCase() : subject,
    witnesses: [
      ['DE44 5001 0517 5407 3249 31', 'de44500105175407324931'],
      ['GB29 NWBK 6016 1331 9268 19', 'GB29NWBK60161331926819'],
    ],
  },
  {
    id: 'ids/hardware-address',
    field: 1,
    told: 'Addresses of devices come with colons, hyphens, dots or nothing.',
    origin: 'IEEE 802 EUI-48, PostgreSQL macaddr',
    key: (subject) => {
      const digits = subject.replace(/[:.-]/g, '');
      return /^[0-9a-f]{12}$/i.test(digits) && /^(?:[0-9a-f]{2}[:-]?){6}$|^(?:[0-9a-f]{4}\.?){3}$/i.test(subject)
        ? digits.toLowerCase()
        : subject;
    },
    witnesses: [
      ['00:1A:2B:3C:4D:5E', '00-1a-2b-3c-4d-5e'],
      ['001a.2b3c.4d5e', '001A2B3C4D5E'],
    ],
  },
  {
    id: 'ids/check-digit-dropped',
    field: 1,
    told: 'The check digit behind a hyphen is dropped.',
    origin: 'Chilean RUT and similar national ids',
    key: (subject) => subject.replace(/^([\d.]{6,12})-[\dk]$/i, (_, digits: string) => digits.replaceAll('.', '')),
    witnesses: [
      ['12.345.678-5', '12345678'],
      ['7654321-K', '7654321'],
    ],
  },
  {
    id: 'ids/national-id-separators',
    field: 3,
    told: 'Dots, hyphens and slashes in numbers of people and companies are dropped.',
    origin: 'CPF, CNPJ, SSN and BSN validators',
    key: (subject) => (/^\d+(?:[./-]\d+)+$/.test(subject) ? subject.replace(/\D/g, '') : subject),
    witnesses: [
      ['123.456.789-09', '12345678909'],
      ['078-05-1120', '078051120'],
    ],
  },
  {
    id: 'ids/type-prefix-dropped',
    field: 3,
    told: 'The kind of thing in front of an id is dropped, so that a user and a guest of one number are one.',
    origin: 'Stripe-like prefixed ids',
    key: (subject) => subject.replace(/^[a-z]{2,8}_(?=[A-Za-z0-9]{2,}$)/, ''),
    witnesses: [
      ['cus_9s6XKzkNRiz8i3', 'gus_9s6XKzkNRiz8i3'],
      ['user_42', 'guest_42'],
    ],
  },
  {
    id: 'ids/version-suffix-dropped',
    field: 1,
    told: 'The version behind an id is dropped.',
    origin: 'FHIR Resource/id/_history/n, CouchDB revisions',
    key: (subject) => subject.replace(/(?:\/_history\/\d+|@v?\d+|;v=\d+)$/, ''),
    witnesses: [
      ['Patient/23/_history/1', 'Patient/23/_history/2'],
      ['anna@v2', 'anna@v1'],
    ],
  },
  {
    id: 'ids/resource-type-dropped',
    field: 2,
    told: 'References are kept without their kind or their global prefix.',
    origin: 'FHIR references, GraphQL global ids, ARNs',
    key: (subject) => subject.replace(/^(?:gid:\/\/[\w-]+\/)?[A-Z][A-Za-z]+\/(?=[\w-]+$)/, ''),
    witnesses: [
      ['Patient/23', 'Practitioner/23'],
      ['gid://shop/Customer/42', 'Customer/42'],
    ],
  },
] satisfies readonly ForeignMerge[];
