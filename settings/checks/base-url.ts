/** Checks a base URL, the part before `/v1/conversation`. What it holds is shown only when it holds no secret. */
import { isLoopback } from '../../endpoints/sender/loopback.js';
import { showFound } from '../../text/found.js';
import type { Checked } from '../setting-problem.js';

const operationPath = /\/v1(?:\/conversation)?\/*$/;

/** A URL for the flag `--base-url`. Rule: docs/reading.md, where the operation lives. */
export function checkBaseUrl(value: string): Checked<URL> {
  if (value === '') return { ok: false, found: showFound(value) };
  if (/[\s\p{Cc}]/u.test(value)) return { ok: false, found: `${hide(value)} with a blank in it` };
  const url = parseUrl(value);
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return notHttp(value, url);
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(value)) {
    return {
      ok: false,
      found: 'a URL with credentials in it (not shown)',
      advice: 'take out what stands before the @',
    };
  }
  if (value.includes('?')) return { ok: false, found: 'a URL with a query (not shown)', advice: 'cut it at the ?' };
  if (value.includes('#')) return { ok: false, found: 'a URL with a fragment (not shown)', advice: 'cut it at the #' };
  const cut = url.pathname.match(operationPath)?.[0].replace(/\/+$/, '');
  if (cut !== undefined) {
    return { ok: false, found: showFound(value), advice: `cut ${cut} from its end: the suite puts it there` };
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return { ok: true, value: url, warnings: warningsOf(url) };
}

/** A URL for `SF_SCRT_INSTANCE_URL`: as above, and `/api` is put behind it. */
export function checkInstanceUrl(value: string): Checked<URL> {
  if (/^https?:\/\/[^/?#@]+\/api\/*$/i.test(value)) {
    return { ok: false, found: showFound(value), advice: 'cut /api from its end: the suite puts it there' };
  }
  const checked = checkBaseUrl(value);
  if (!checked.ok) return checked;
  if (checked.value.pathname !== '/') {
    return { ok: false, found: showFound(value), advice: 'cut the path, or give the whole base URL as --base-url' };
  }
  return checkBaseUrl(new URL('/api', checked.value).href);
}

function parseUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

function notHttp(value: string, url: URL | undefined): Checked<URL> {
  const bare = !value.includes('://') && (url === undefined || /^[^/:@]+:\d/.test(value) || value.includes('.'));
  const advice = bare && !value.includes('@') ? 'put https:// in front' : undefined;
  return { ok: false, found: hide(value), ...(advice === undefined ? {} : { advice }) };
}

/** What may carry credentials or a query is not shown at all. */
function hide(value: string): string {
  return /[@?#]/.test(value) ? 'something else (not shown, as it may hold a secret)' : showFound(value);
}

function warningsOf(url: URL): readonly string[] {
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return [];
  return [`${url.origin} is plain http: the access token travels readable to anyone on the way; use https`];
}
