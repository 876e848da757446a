/** What the environment says about the way to the service: proxies that cannot be used, verification that stays on. */
import { proxyFor } from '../endpoints/sender/proxy.js';
import { UsageError } from './errors/usage-error.js';
import type { Environment } from './sources.js';

/** What is set and not followed. */
export function networkWarnings(env: Environment): readonly string[] {
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return [];
  return [
    'NODE_TLS_REJECT_UNAUTHORIZED=0 is set and not followed: certificates are verified all the same. For a CA of your own name its PEM file in NODE_EXTRA_CA_CERTS.',
  ];
}

/** @throws UsageError when the environment names a proxy for the service that cannot be used; the value is not shown. */
export function checkProxy(target: URL): void {
  const way = proxyFor(target);
  if (way.kind !== 'unusable') return;
  const name = target.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const message = `${name} (or ALL_PROXY) must be an http or https URL such as http://proxy.example:3128, but ${way.problem} (not shown, as it may hold a password)`;
  const advice = `mend it, or name ${target.hostname} in NO_PROXY to go without a proxy; nothing was sent`;
  throw new UsageError([{ message, advice }]);
}
