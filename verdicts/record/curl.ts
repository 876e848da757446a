/** A recorded request as a command line for a POSIX shell with $'...' quotes. The token comes from the environment. Pure. */
import type { EvidenceItem } from '../../schemas/record/run-record.js';

/** The sender adds these by itself, and so does curl. */
const addedByClients = new Set(['host', 'content-length', 'connection']);

/**
 * Undefined when the record has not the whole body: half a request would prove nothing.
 *
 * @param change lines that set TOKEN, which is sent in place of the token.
 * @param keepsRequestId whether the RequestId is what the case is about; else each call makes a new one, as it has to.
 */
export function curlOf(
  item: EvidenceItem,
  baseUrl: string,
  { change, keepsRequestId = false }: { readonly change?: string | undefined; readonly keepsRequestId?: boolean } = {},
): string | undefined {
  const { method, target, fields, body } = item.request;
  if (body.cut) return undefined;
  const origin = new URL(baseUrl).origin;
  const lines = [`curl --include --http1.1 --request ${method} ${quote(origin + target)}`];
  for (const [name = '', value = ''] of fields) {
    if (addedByClients.has(name.toLowerCase())) continue;
    lines.push(`--header ${made(name, value, change, keepsRequestId) ?? header(name, value)}`);
  }
  // curl names a media type of its own where none is given; an empty header takes that away.
  if (!fields.some(([name]) => name?.toLowerCase() === 'content-type')) lines.push(`--header 'Content-Type:'`);
  // A shell's text holds no NUL, and bytes that are no UTF-8 are kept in base64.
  const inShell = body.text !== undefined && !body.text.includes('\0');
  const before = change === undefined ? '' : `${change}\n`;
  if (inShell) return before + [...lines, `--data-raw ${quote(body.text ?? '')}`].join(' \\\n  ');
  const base64 = body.base64 ?? Buffer.from(body.text ?? '').toString('base64');
  return `${before}printf %s ${quote(base64)} | base64 --decode | ${[...lines, '--data-binary @-'].join(' \\\n  ')}`;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A header whose value the shell makes; undefined for all others. */
function made(name: string, value: string, change: string | undefined, keepsRequestId: boolean): string | undefined {
  if (change !== undefined && name.toLowerCase() === 'authorization') return `'Authorization: Bearer '"$TOKEN"`;
  if (keepsRequestId || name.toLowerCase() !== 'requestid' || !guid.test(value)) return undefined;
  return `${quote(`${name}: `)}"$(node -p 'crypto.randomUUID()')"`;
}

/** A whole token is read from SF_ACCESS_TOKEN, as often as it stands there; an empty value needs curl's semicolon form. */
function header(name: string, value: string): string {
  if (value.trim() === '') return quote(`${name};`);
  const [first = '', ...rest] = value.split('‹secret›');
  return [
    quote(`${name}: ${first}`),
    ...rest.map((after) => `"$SF_ACCESS_TOKEN"${after === '' ? '' : quote(after)}`),
  ].join('');
}

function quote(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !/['\\]/.test(text)) return `'${text}'`;
  const bytes = [...Buffer.from(text)].map((byte) => {
    if (byte === 0x27 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    if (byte === 0x0d) return '\\r';
    if (byte === 0x0a) return '\\n';
    return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `$'${bytes.join('')}'`;
}
