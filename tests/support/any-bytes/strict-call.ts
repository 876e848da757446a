/** Whether a message is a conforming call of the operation, by the specification and our reading of it: a second opinion, written for the tests. */
import type { Credentials } from '../../../generators/credentials.js';
import { readForm, type StrictMessage } from './strict-http.js';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @param isToken whether the one that judges takes a token for one of the org's. */
export function conformsStrictly(
  message: StrictMessage,
  credentials: Credentials,
  isToken: (text: string) => boolean,
): boolean {
  const { orgId, authorizationContext, channels } = credentials;
  const once = (wanted: string): string => {
    const found = message.fields.filter(([name]) => name.toLowerCase() === wanted);
    return found.length === 1 ? (found[0]?.[1] ?? '') : '';
  };
  const [prefix = ''] = authorizationContext.split(/_(?=[^_]*$)/);
  const context = once('authorizationcontext');
  const isCall =
    message.method === 'POST' &&
    pathOf(message.target) === '/api/v1/conversation' &&
    isToken(/^bearer +(.*)$/i.exec(once('authorization'))?.[1] ?? '') &&
    once('orgid') === orgId &&
    context.startsWith(`${prefix}_`) &&
    /^[A-Za-z](?:\w*[A-Za-z0-9])?$/.test(context.slice(prefix.length + 1)) &&
    guid.test(once('requestid'));
  if (!isCall) return false;
  const parts = readForm(once('content-type'), message.body);
  const text = (wanted: string): string => decoded(parts?.find(({ name }) => name === wanted)?.content) ?? '';
  return isChannel(text('channelAddressIdentifier'), channels) && areParticipants(text('participants'));
}

/** A JWT as far as somebody sees who knows no token of the org: compact, header and claims in JSON. */
export function isJwt(text: string): boolean {
  const [header = '', claims = ''] = /^([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(text)?.slice(1) ?? [];
  const [first, second] = [header, claims].map((part) => parsed(Buffer.from(part, 'base64url').toString()));
  return isObject(first) && typeof first.alg === 'string' && isObject(second);
}

/** An unknown channel is observed; a blank one, or a known one within quotes or blanks, is wrong. */
function isChannel(text: string, channels: readonly string[]): boolean {
  const bare = text.replace(/^[\s"']+|[\s"']+$/g, '');
  return bare !== '' && (bare === text || !channels.includes(bare));
}

function areParticipants(text: string): boolean {
  const list = parsed(text);
  return Array.isArray(list) && list.length > 0 && list.every(isParticipant);
}

function isParticipant(entry: unknown): boolean {
  if (!isObject(entry)) return false;
  const { subject, role, appType } = entry;
  return typeof subject === 'string' && subject !== '' && role === 'EndUser' && appType === 'custom';
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pathOf(target: string): string {
  const path = (target.split('?')[0] ?? '').replace(/^https?:\/\/[^/?#]*/i, '');
  return path.replace(/%([0-9a-f]{2})/gi, (written, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : written;
  });
}

function decoded(bytes: Buffer | undefined): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
