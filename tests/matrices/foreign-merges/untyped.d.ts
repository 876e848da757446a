/** The little that is used of libraries without types of their own. */
declare module 'unidecode' {
  const unidecode: (text: string) => string;
  export default unidecode;
}
declare module 'speakingurl' {
  const slugOf: (text: string) => string;
  export default slugOf;
}
declare module 'js-yaml3' {
  const yaml: { safeLoad(text: string): unknown };
  export default yaml;
}
declare module 'hash-sum' {
  const hashSum: (value: unknown) => string;
  export default hashSum;
}
declare module 'string-hash' {
  const stringHash: (text: string) => number;
  export default stringHash;
}
declare module 'tr46' {
  const tr46: { toASCII(domain: string, options: { readonly transitionalProcessing: boolean }): string | null };
  export default tr46;
}
declare module 'punycode/punycode.js' {
  const punycode: { toASCII(domain: string): string };
  export default punycode;
}
declare module 'saslprep' {
  const saslprep: (text: string) => string;
  export default saslprep;
}
declare module 'moji' {
  interface Moji {
    convert(from: string, to: string): Moji;
    toString(): string;
  }
  const moji: (text: string) => Moji;
  export default moji;
}
declare module 'mailcheck' {
  const mailcheck: { run(options: { readonly email: string }): { readonly full: string } | undefined };
  export default mailcheck;
}
declare module 'talisman/keyers/fingerprint.js' {
  const fingerprint: (text: string) => string;
  export default fingerprint;
}
declare module 'talisman/phonetics/german/cologne.js' {
  const cologne: (word: string) => string;
  export default cologne;
}
declare module 'opencc-js' {
  export const Converter: (locales: { readonly from: string; readonly to: string }) => (text: string) => string;
}
declare module 'email-addresses' {
  interface Mailbox {
    readonly type: 'mailbox';
    readonly address: string;
  }
  const emailAddresses: { parseOneAddress(text: string): Mailbox | { readonly type: 'group' } | null };
  export default emailAddresses;
}
declare module 'libmime' {
  const libmime: { decodeWords(text: string): string };
  export default libmime;
}
declare module 'libqp' {
  const libqp: { decode(text: string): Buffer };
  export default libqp;
}
declare module 'unicode-confusables' {
  const confusables: { rectifyConfusion(text: string): string };
  export default confusables;
}
