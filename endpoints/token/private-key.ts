/** Reads the private key of the connected app: PEM in the spellings in which settings hold it, or why it is none. */
import { createPrivateKey, type KeyObject } from 'node:crypto';

export type KeyReading =
  | { readonly ok: true /** PKCS#8 in PEM. */; readonly pem: string }
  /** `found` describes what was there and never shows it. */
  | { readonly ok: false; readonly found: string; readonly advice: string };

/** RS256 takes no shorter key (RFC 7518, section 3.3). */
const leastBits = 2048;

const toRsa = 'openssl genrsa -out key.pem 2048 makes one; upload its certificate to the connected app';

/** PKCS#8 and PKCS#1, with real line ends, with `\n` in place of them, or with blanks. */
export function readPrivateKey(text: string): KeyReading {
  const plain = unescaped(text);
  const labels = [...plain.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(([, label]) => label ?? '');
  const label = labels.find((one) => one.endsWith('PRIVATE KEY')) ?? labels[0];
  if (label === undefined) {
    return wrong('text that is no key in PEM', 'give the whole key, from -----BEGIN PRIVATE KEY----- to its END line');
  }
  if (label === 'ENCRYPTED PRIVATE KEY' || plain.includes('Proc-Type: 4,ENCRYPTED')) {
    return wrong(
      'a private key that is encrypted with a passphrase',
      'openssl pkey -in key.pem -out plain.pem takes it off',
    );
  }
  if (label === 'CERTIFICATE') {
    return wrong(
      'a certificate',
      'the certificate belongs in the connected app; give the private key that it was made from',
    );
  }
  if (label.endsWith('PUBLIC KEY')) return wrong('a public key', 'give the private key that belongs to it');
  if (label === 'EC PRIVATE KEY') return wrong('a key for elliptic curves', `the flow signs with RS256: ${toRsa}`);
  if (label === 'OPENSSH PRIVATE KEY') {
    return wrong('a key in the format of OpenSSH', 'ssh-keygen -p -m PEM -f key rewrites it as PEM');
  }
  if (!label.endsWith('PRIVATE KEY')) return wrong(`PEM with the label ${label}`, 'give a private key in PEM');
  const key = parsed(plain, label);
  if (key === undefined) {
    return wrong(`a ${label} in PEM that cannot be read`, 'copy it again as a whole: a line may be missing or changed');
  }
  if (key.asymmetricKeyType !== 'rsa') {
    const kind =
      key.asymmetricKeyType === 'ec' ? 'a key for elliptic curves' : `a key of the kind ${key.asymmetricKeyType}`;
    return wrong(kind, `the flow signs with RS256: ${toRsa}`);
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < leastBits) return wrong(`an RSA key of ${bits} bits`, `RS256 takes ${leastBits} bits or more: ${toRsa}`);
  return { ok: true, pem: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** Whether a setting holds a key itself; else it names a file. */
export function looksLikePem(text: string): boolean {
  return text.includes('-----BEGIN');
}

function unescaped(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/(?:\\r)?\\n/g, '\n')
    .trim();
}

/** The body of the block on lines of its own, since a variable may hold it with blanks for line ends. */
function parsed(text: string, label: string): KeyObject | undefined {
  const [, body] = text.split(`-----BEGIN ${label}-----`);
  const base64 = body?.split(`-----END ${label}-----`)[0]?.replace(/\s+/g, '') ?? '';
  const lines = base64.match(/.{1,64}/g) ?? [];
  try {
    return createPrivateKey([`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'));
  } catch {
    return undefined;
  }
}

function wrong(found: string, advice: string): KeyReading {
  return { ok: false, found, advice };
}
