/** Reads the target of a request line (RFC 9112, section 3.2). */

/** Path and query, as an origin server goes by them: of the absolute form, which every server must take, what is behind the host. */
export function originFormOf(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '').replace(/^(?:\?|$)/, '/$&');
}

/** Path without query: `/api/v1/conversation`. */
export function pathOf(target: string): string {
  const [path = ''] = originFormOf(target).split('?', 1);
  return path;
}
