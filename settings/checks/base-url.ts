/** Checks a base URL, the part before `/v1/conversation`. What it holds is shown only when it holds no secret. */
import { isLoopback } from '../../endpoints/sender/loopback.js';
import { showFound } from '../../text/found.js';
import { type Checked, fine, malformed } from '../setting-problem.js';

const operationPath = /\/v1(?:\/conversation)?\/*$/;

/** A URL for the flag `--base-url`. Rule: docs/reading.md, where the operation lives. */
export function checkBaseUrl(value: string): Checked<URL> {
  if (value === '') return malformed(showFound(value));
  if (/[\s\p{Cc}]/u.test(value)) return malformed(`${hide(value)} with a blank in it`);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return notHttp(value, url);
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(value)) {
    return malformed('a URL with credentials in it (not shown)', 'take out what stands before the @');
  }
  if (value.includes('?')) return malformed('a URL with a query (not shown)', 'cut it at the ?');
  if (value.includes('#')) return malformed('a URL with a fragment (not shown)', 'cut it at the #');
  const cut = url.pathname.match(operationPath)?.[0].replace(/\/+$/, '');
  if (cut !== undefined) return malformed(showFound(value), `cut ${cut} from its end: the suite puts it there`);
  url.pathname = url.pathname.replace(/\/+$/, '');
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return fine(url);
  return fine(url, `${url.origin} is plain http: the access token travels readable to anyone on the way; use https`);
}

/** A URL for `SF_SCRT_INSTANCE_URL`: as above, and `/api` is put behind it. */
export function checkInstanceUrl(value: string): Checked<URL> {
  if (/^https?:\/\/[^/?#@]+\/api\/*$/i.test(value)) {
    return malformed(showFound(value), 'cut /api from its end: the suite puts it there');
  }
  const checked = checkBaseUrl(value);
  if (!checked.ok) return checked;
  if (checked.value.pathname !== '/') {
    return malformed(showFound(value), 'cut the path, or give the whole base URL as --base-url');
  }
  return checkBaseUrl(new URL('/api', checked.value).href);
}

function notHttp(value: string, url: URL | undefined): Checked<never> {
  const bare = !value.includes('://') && (url === undefined || /^[^/:@]+:\d/.test(value) || value.includes('.'));
  return malformed(hide(value), bare && !value.includes('@') ? 'put https:// in front' : undefined);
}

/** What may carry credentials or a query is not shown at all. */
function hide(value: string): string {
  return /[@?#]/.test(value) ? 'something else (not shown, as it may hold a secret)' : showFound(value);
}
