/** Checks the settings of the JWT bearer flow. Nothing of a key is ever shown. */
import { resolve } from 'node:path';
import { tokenEndpointOf } from '../../endpoints/token/jwt-bearer.js';
import { looksLikePem, readPrivateKey } from '../../endpoints/token/private-key.js';
import { showFound } from '../../text/found.js';
import { reasonOf } from '../errors/reason.js';
import { type Checked, fine, malformed } from '../setting-problem.js';
import type { ReadFile } from '../sources.js';
import { checkBaseUrl } from './base-url.js';

/** A consumer key has no form that could be checked but that it is one word. */
export function checkConsumerKey(value: string): Checked<string> {
  if (looksLikePem(value)) return malformed('a key in PEM (not shown)', 'it belongs in SF_PRIVATE_KEY');
  if (/^[\x21-\x7e]+$/.test(value)) return fine(value);
  return malformed('text with a blank or another character that no consumer key has (not shown)');
}

export function checkSubject(value: string): Checked<string> {
  if (/^[^\s\p{Cc}]+@[^\s\p{Cc}]+$/u.test(value)) return fine(value);
  return malformed(showFound(value), 'give the user name, which looks like a mail address; not the id');
}

/** The audience as it is to be sent: the origin of a login server, without a slash at its end. */
export function checkAudience(value: string): Checked<string> {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    return malformed(showFound(value), 'put https:// in front of the host');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    return malformed(showFound(value), 'cut all that stands behind the host');
  }
  return fine(url.origin);
}

export function checkAuthEndpoint(value: string): Checked<URL> {
  const checked = checkBaseUrl(value);
  if (!checked.ok) return checked;
  // Its warning speaks of the access token; here an assertion travels.
  const plainHttp = 'is plain http: assertion and access token travel readable to anyone on the way; use https';
  const warnings = checked.warnings.map(() => `${checked.value.origin} ${plainHttp}`);
  return fine(tokenEndpointOf(checked.value), ...warnings);
}

/** A key in PEM, or the path of a file with one. */
export function checkPrivateKey(value: string, cwd: string, readFile: ReadFile): Checked<string> {
  if (looksLikePem(value)) return checkKeyText(value, '');
  const file = readKeyFile(value, cwd, readFile);
  if (file.ok) return checkKeyText(file.text, ' in the file that it names');
  const found = 'text that is neither a key in PEM nor the path of a file (not shown, as it may be a key)';
  return malformed(found, 'give the whole key with its BEGIN and END lines, or the path of its file');
}

/** The path of a file with a key. */
export function checkPrivateKeyFile(value: string, cwd: string, readFile: ReadFile): Checked<string> {
  if (looksLikePem(value)) return malformed('a key itself (not shown)', 'put it into SF_PRIVATE_KEY');
  const file = readKeyFile(value, cwd, readFile);
  return file.ok ? checkKeyText(file.text, ' in that file') : malformed(`${showFound(value)}: ${file.reason}`);
}

/** The text of a key, from the setting or from the file that it names; undefined when there is none. */
export function keyTextOf(value: string, cwd: string, readFile: ReadFile): string | undefined {
  if (looksLikePem(value)) return value;
  const file = readKeyFile(value, cwd, readFile);
  return file.ok ? file.text : undefined;
}

function checkKeyText(text: string, where: string): Checked<string> {
  const key = readPrivateKey(text);
  return key.ok ? fine(key.pem) : malformed(`${key.found}${where} (not shown)`, key.advice);
}

function readKeyFile(
  value: string,
  cwd: string,
  readFile: ReadFile,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string } {
  // Longer than any path: a key without its BEGIN line.
  if (value === '' || value.length > 1_000 || value.includes('\0'))
    return { ok: false, reason: 'not the path of a file' };
  try {
    const text = readFile(resolve(cwd, value));
    return text === undefined ? { ok: false, reason: 'no such file' } : { ok: true, text };
  } catch (error) {
    return { ok: false, reason: `the file cannot be read: ${reasonOf(error)}` };
  }
}
