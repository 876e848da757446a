/** Directories, domains and log-on names. */
import { fullFold, simpleUpper, withoutAccents } from '../folding.js';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

/** The mapping of RFC 4518 section 2.2: what maps to nothing, and what maps to a blank. */
const prepared = (text: string): string =>
  text
    .replace(/\u00ad|\u1806|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]|\ufffc|\u200b|\p{Cf}/gu, '')
    .replace(/[\s\p{Z}]/gu, ' ');

/** RFC 4518 section 2.6.1: one blank around and two between, here one for both. */
const withoutInsignificantBlanks = (text: string): string => text.replace(/ +/g, ' ').replace(/^ | $/g, '');

export const directoryMerges = [
  {
    id: 'directories/ldap-case-ignore',
    field: 4,
    told: 'LDAP compares names without case, width and superfluous blanks.',
    origin: 'RFC 4517 caseIgnoreMatch, RFC 4518',
    key: (subject) =>
      foldedOrItself(subject, (text) => withoutInsignificantBlanks(fullFold(prepared(text)).normalize('NFKC'))),
    witnesses: [
      ['Anna  Schmidt', 'ANNA SCHMIDT'],
      ['Ａnna', ' anna'],
    ],
  },
  {
    id: 'directories/ldap-case-exact',
    field: 2,
    told: 'LDAP with case still takes superfluous blanks and compatibility forms for nothing.',
    origin: 'RFC 4517 caseExactMatch, RFC 4518',
    key: (subject) => foldedOrItself(subject, (text) => withoutInsignificantBlanks(prepared(text).normalize('NFKC'))),
    witnesses: [
      ['Ole  Nilsen', 'Ole Nilsen'],
      ['№ 7', 'No 7'],
    ],
  },
  {
    id: 'directories/distinguished-name',
    field: 2,
    told: 'Blanks around commas and signs of equality, and case, do not count in a distinguished name.',
    origin: 'RFC 4514, RFC 4517 distinguishedNameMatch',
    key: (subject) =>
      /^\s*[a-z][a-z0-9-]*\s*=/i.test(subject)
        ? subject
            .split(/(?<!\\),/)
            .map((part) =>
              part
                .replace(/\s*=\s*/, '=')
                .trim()
                .toLowerCase(),
            )
            .join(',')
        : subject,
    witnesses: [
      ['CN=Anna Lee, OU=Sales, DC=example', 'cn=anna lee,ou=sales,dc=example'],
      ['uid = bob', 'UID=bob'],
    ],
  },
  {
    id: 'directories/telephone-number',
    field: 2,
    told: 'LDAP compares telephone numbers without blanks and hyphens.',
    origin: 'RFC 4517 telephoneNumberMatch, RFC 4518 section 2.6.3',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text.toLowerCase().replace(/[\s\u002d\u058a\u2010\u2011\u2212\ufe63\uff0d]/g, ''),
      ),
    witnesses: [
      ['+49 30-901820', '+4930901820'],
      ['555 X 17', '555x17'],
    ],
  },
  {
    id: 'directories/active-directory-account',
    field: 3,
    told: 'Active Directory takes log-on names for one that differ in case or accents only.',
    origin: 'Active Directory sAMAccountName uniqueness',
    key: (subject) => withoutAccents(simpleUpper(subject)).replace(/ +$/, ''),
    witnesses: [
      ['josé', 'JOSE'],
      ['müller', 'Muller'],
    ],
  },
  {
    id: 'directories/domain-dropped',
    field: 3,
    told: 'The domain in front of a log-on name is dropped.',
    origin: 'Windows DOMAIN\\user, NTLM and IIS',
    key: (subject) => subject.replace(/^[\w.-]{1,15}\\(?=[^\\]+$)/, ''),
    witnesses: [
      ['CORP\\anna', 'LAB\\anna'],
      ['EU\\bob', 'bob'],
    ],
  },
  {
    id: 'directories/log-on-forms',
    field: 2,
    told: 'Both forms of a log-on name are one: DOMAIN\\user, and user@domain by its first label.',
    origin: 'Windows down-level logon name and UPN',
    key: (subject) =>
      subject
        .replace(/^([\w-]{1,15})\\([\w.-]+)$/, (_, domain: string, user: string) => `${user}@${domain}`.toLowerCase())
        .replace(/^([\w.-]+)@([\w-]+)(?:\.[\w.-]+)?$/, (_, user: string, domain: string) =>
          `${user}@${domain}`.toLowerCase(),
        ),
    witnesses: [
      ['CORP\\anna', 'anna@corp.example'],
      ['bob@lab.example', 'Bob@lab.example.com'],
    ],
  },
  {
    id: 'directories/dns-name',
    field: 2,
    told: 'Domain names have no case in ASCII, and a dot at the end means nothing.',
    origin: 'RFC 4343, RFC 1034',
    key: (subject) =>
      foldedOrItself(subject, (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/\.$/, '')),
    witnesses: [
      ['Anna.Example.', 'anna.example'],
      ['HOST-7.', 'host-7'],
    ],
  },
  {
    id: 'directories/radius-realm',
    field: 1,
    told: 'Prefixes, suffixes and instances around a user name are stripped.',
    origin: 'FreeRADIUS realms, Kerberos instances',
    key: (subject) =>
      subject
        .replace(/^([^@/\\%\s]+)\/(?:admin|host|root)(?:@[A-Z0-9.-]+)?$/, '$1')
        .replace(/^([^@/\\%\s]+)[@%][A-Z0-9.-]+$/, '$1'),
    witnesses: [
      ['anna/admin@EXAMPLE.ORG', 'anna@EXAMPLE.ORG'],
      ['bob%REALM', 'bob'],
    ],
  },
  {
    id: 'directories/numeric-string',
    field: 1,
    told: 'Blanks do not count in strings of digits.',
    origin: 'RFC 4517 numericStringMatch',
    key: (subject) => (/^[\d ]*\d[\d ]*$/.test(subject) ? subject.replaceAll(' ', '') : subject),
    witnesses: [
      ['4716 2210 5188', '471622105188'],
      ['12 34', '1 234'],
    ],
  },
] satisfies readonly ForeignMerge[];
