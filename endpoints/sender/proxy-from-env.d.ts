/** Types of the library `proxy-from-env`, which brings none. */
declare module 'proxy-from-env' {
  /** The proxy for a URL by the environment of the process; empty for none. */
  export function getProxyForUrl(url: string): string;
}
