/** The ways in which a secret may be spelled without escapes: as it is, reversed, in hex, base64 and base64url. */

/** Secrets shorter than this are looked for as a whole, and windows of this length in longer ones. */
export const windowLength = 12;

/** Encodings of secrets shorter than this would hit ordinary text: such secrets are looked for as they are. */
const minEncodedLength = 6;

/** The lines that begin and end a PEM text; they are the same for every key. */
const armour = /-----(?:BEGIN|END) [A-Z0-9 ]{1,64}-----/;

/** Line ends of a key: real ones, or the two characters that settings files put for them. */
const lineEnds = /\r\n|\n|\r|\\r\\n|\\n/;

/** Every spelling to look for, each once. Letters of either case are left as they are. */
export function spellings(secret: string): readonly string[] {
  const found = new Set<string>();
  for (const text of textsOf(secret)) {
    found.add(text);
    const utf8 = Buffer.from(text, 'utf8');
    if (utf8.length !== text.length) found.add(utf8.toString('latin1'));
    if (text.length < minEncodedLength) continue;
    const backwards = [...text].reverse().join('');
    found.add(backwards);
    for (const spelling of [...encodings(utf8), ...encodings(Buffer.from(backwards, 'utf8'))]) found.add(spelling);
    // A token's own alphabet swapped for the one of plain base64, and the other way round.
    found.add(text.replace(/-/g, '+').replace(/_/g, '/'));
    found.add(text.replace(/\+/g, '-').replace(/\//g, '_'));
  }
  for (const spelling of encodings(signatureOf(secret))) found.add(spelling);
  found.delete('');
  return [...found];
}

/** The secret itself, or the body of each PEM block with its lines joined in each usual way. */
function textsOf(secret: string): readonly string[] {
  const texts: string[] = [];
  for (const block of secret.split(armour)) {
    const lines = block.split(lineEnds).filter((line) => line !== '');
    if (lines.length === 0) continue;
    if (lines.length === 1 && block === secret) texts.push(secret);
    else for (const lineEnd of ['', '\n', '\r\n', ' ', '\\n']) texts.push(lines.join(lineEnd));
  }
  return texts;
}

/** The bytes of a JWT's signature; none for anything else. */
function signatureOf(secret: string): Buffer {
  const parts = secret.split('.');
  const last = parts.at(-1);
  const isSignature = parts.length === 3 && last !== undefined && /^[\w-]{16,}$/.test(last);
  return Buffer.from(isSignature ? last : '', 'base64url');
}

function encodings(bytes: Buffer): readonly string[] {
  if (bytes.length === 0) return [];
  const aligned = [0, 1, 2].map((before) => base64At(bytes, before));
  return [bytes.toString('hex'), ...aligned, ...aligned.map((text) => text.replace(/\+/g, '-').replace(/\//g, '_'))];
}

/**
 * What base64 makes of the bytes when `before` others stand in front: only the characters that depend on nothing else.
 */
function base64At(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const first = Math.ceil((before * 8) / 6);
  const whole = Math.floor(((before + bytes.length) * 8) / 6);
  return text.slice(first, whole);
}
