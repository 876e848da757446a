/** The one door to HTML: a tagged template that escapes every value that is not itself markup. */
import { raw, html as template } from 'hono/html';

/** Text that is HTML already. Only {@link html} and {@link trusted} make it. */
export type Markup = ReturnType<typeof raw>;

export type MarkupValue = string | number | Markup | undefined | readonly MarkupValue[];

/** Markup from a template; strings and numbers in it are escaped, for elements and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const markup = template(strings, ...values);
  if (markup instanceof Promise) throw new TypeError('a report template holds a promise');
  return markup;
}

/** Markup from one of our own constants (style, script, icons). Never for what comes from a run record. */
export function trusted(constant: string): Markup {
  return raw(constant);
}
