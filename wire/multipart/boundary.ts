/** The boundary of a multipart body. */

const legalBoundary = /^[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]$/;

/** Whether a boundary has 1 to 70 legal characters and does not end in a blank (RFC 2046 section 5.1.1). */
export function isBoundary(boundary: string): boolean {
  return legalBoundary.test(boundary);
}
