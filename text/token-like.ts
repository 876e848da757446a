/**
 * Tells what looks like a token, whoever issued it. The redactor knows the configured tokens by value; this is the net
 * below it, for a token that landed where none belongs (in --only, in the base URL) and so is known to nobody.
 */

/** A JWT in compact form, or the beginning of one that was cut; an opaque token `{orgId}!...`. */
const shapes = [/eyJ[\w-]{8,}(?:\.[\w-]*){1,2}/g, /eyJ[\w-]{37,}/g, /[A-Za-z0-9]{15,18}![\w.~+/=-]{8,}/g];

/** True when the text holds something of the shape of a token. */
export function holdsToken(text: string): boolean {
  return shapes.some((shape) => text.search(shape) !== -1);
}

/** The text with all that has the shape of a token taken out. */
export function removeTokens(text: string): string {
  return shapes.reduce((rest, shape) => rest.replace(shape, '[token removed]'), text);
}
