/** A way to change a text, with what it makes of it. */
export type Change = readonly [slug: string, name: string, change: (text: string) => string];
