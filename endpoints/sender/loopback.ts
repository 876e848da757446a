/** Which hosts are this machine by their name alone, so that nobody else's service can be meant. Pure. */

/**
 * Loopback addresses (127.0.0.0/8, ::1, also mapped into IPv6) and the names that RFC 6761 keeps for them. A name that
 * only a hosts file sends here is not among them: it could be somebody else's tomorrow.
 *
 * @param hostname As `URL.hostname` gives it: lower case, an IPv6 address in brackets.
 */
export function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return /^127(?:\.\d{1,3}){3}$/.test(host) || /^\[(?:::1|::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4})\]$/.test(host);
}
