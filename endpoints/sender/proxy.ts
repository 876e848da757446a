/** Which proxy a service is reached through, by HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY of the environment. */
import { getProxyForUrl } from 'proxy-from-env';
import { type Address, addressOf } from './address.js';
import { isLoopback } from './loopback.js';

/** Where it is, over TLS or not, as the `https://` in its URL says of the way to the proxy itself. */
export interface ProxyServer extends Pick<Address, 'tls' | 'host' | 'port' | 'label'> {
  /** Value of Proxy-Authorization, when the URL holds credentials. A secret. */
  readonly authorization?: string;
  /** What must never be written: the password as it was given and as it is sent. */
  readonly secrets: readonly string[];
}

export type ProxyChoice =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: ProxyServer }
  /** The setting cannot be followed; `problem` does not show it, as it may hold a password. */
  | { readonly kind: 'unusable'; readonly problem: string };

/**
 * Reads the environment of this process. This machine is never reached through a proxy: a proxy elsewhere would find
 * itself at that address. What NO_PROXY means is left to the library.
 */
export function proxyFor(target: URL): ProxyChoice {
  if (isLoopback(target.hostname)) return { kind: 'direct' };
  const found = getProxyForUrl(target.href);
  return found === '' ? { kind: 'direct' } : readProxy(withScheme(found, target.protocol));
}

/** Reads the URL of a proxy: http or https, perhaps with credentials. */
export function readProxy(text: string): ProxyChoice {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return { kind: 'unusable', problem: 'it is no URL' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { kind: 'unusable', problem: `proxies of the kind ${url.protocol.slice(0, -1)} are not supported` };
  }
  const credentials = credentialsOf(url);
  if (credentials === undefined) return { kind: 'unusable', problem: 'its user name or password is badly escaped' };
  const { tls, host, port, label } = addressOf(url);
  return { kind: 'proxy', proxy: { tls, host, port, label, ...credentials } };
}

/** The library puts the target's scheme before a proxy that has none; people mean http, as with curl. */
function withScheme(found: string, protocol: string): string {
  const bare = found.slice(`${protocol}//`.length);
  const names = [`${protocol.slice(0, -1)}_proxy`, 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  return names.some((name) => process.env[name] === bare) ? `http://${bare}` : found;
}

function credentialsOf({ username, password }: URL): Pick<ProxyServer, 'authorization' | 'secrets'> | undefined {
  if (username === '' && password === '') return { secrets: [] };
  try {
    const plain = [decodeURIComponent(username), decodeURIComponent(password)] as const;
    const encoded = Buffer.from(plain.join(':')).toString('base64');
    const secrets = [password, plain[1], encoded].filter((secret) => secret !== '');
    return { authorization: `Basic ${encoded}`, secrets: [...new Set(secrets)] };
  } catch {
    return undefined;
  }
}

const proxyVariables = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);

/** The passwords in the proxies of an environment, whether or not they are used: what must not be printed. */
export function proxySecrets(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return proxyVariables.flatMap((name) => {
    const value = env[name] ?? '';
    const read = value === '' ? undefined : readProxy(value.includes('://') ? value : `http://${value}`);
    return read?.kind === 'proxy' ? read.proxy.secrets : [];
  });
}
