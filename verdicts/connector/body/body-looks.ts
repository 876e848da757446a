/** What the bytes of a body are, whatever the header says of them: only their beginning is looked at. */

export type BodyLooks =
  | { readonly kind: 'form'; readonly boundary: string }
  | { readonly kind: 'JSON' | 'urlencoded' | 'empty' | 'other' }
  /** What JavaScript writes for an object that was turned to text: `[object FormData]`. */
  | { readonly kind: 'object'; readonly text: string };

const bytesLooked = 2_000;

export function bodyLooks(body: Uint8Array): BodyLooks {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, bytesLooked))
    .toString('utf8')
    .trimStart();
  if (body.byteLength === 0) return { kind: 'empty' };
  const object = /^\[object \w{1,40}\]/.exec(head)?.[0];
  if (object !== undefined) return { kind: 'object', text: object };
  const boundary = /^--(\S[^\r\n]{0,69})(?:\r\n|\r|\n)/.exec(head)?.[1];
  if (boundary !== undefined) return { kind: 'form', boundary };
  if (/^[[{]/.test(head)) return { kind: 'JSON' };
  return { kind: /^[\w.%+[\]-]+=[^\r\n=]/.test(head) ? 'urlencoded' : 'other' };
}
