/** Reads the target of a request line (RFC 9112, section 3.2). */

/** Path without query: `/api/v1/conversation`, also of the absolute form that clients send to proxies. */
export function pathOf(target: string): string {
  const [withoutQuery = ''] = target.split('?', 1);
  return withoutQuery.replace(/^https?:\/\/[^/]*/i, '') || '/';
}
