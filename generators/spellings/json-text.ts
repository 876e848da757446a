/** JSON text in every style that RFC 8259 allows for one and the same value. */

export interface JsonStyle {
  /** White space between tokens; only blanks, tabs, line feeds and carriage returns are JSON's own. */
  readonly gap: string;
  readonly members: 'as they are' | 'reversed';
  readonly escapes: 'none' | 'values' | 'names and values' | 'upper-case hex' | 'slashes';
}

export const compact: JsonStyle = { gap: '', members: 'as they are', escapes: 'none' };

export function writeJson(value: unknown, style: JsonStyle): string {
  const { gap } = style;
  if (Array.isArray(value)) {
    return `[${gap}${value.map((entry) => writeJson(entry, style)).join(`${gap},${gap}`)}${gap}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (style.members === 'reversed') entries.reverse();
    const members = entries.map(
      ([name, member]) => `${writeName(name, style)}${gap}:${gap}${writeJson(member, style)}`,
    );
    return `{${gap}${members.join(`${gap},${gap}`)}${gap}}`;
  }
  return typeof value === 'string' ? writeText(value, style) : JSON.stringify(value);
}

function writeName(name: string, style: JsonStyle): string {
  return style.escapes === 'names and values' ? escapeAll(name, false) : JSON.stringify(name);
}

function writeText(text: string, style: JsonStyle): string {
  switch (style.escapes) {
    case 'values':
    case 'names and values':
      return escapeAll(text, false);
    case 'upper-case hex':
      return escapeAll(text, true);
    case 'slashes':
      return JSON.stringify(text).replaceAll('/', '\\/');
    default:
      return JSON.stringify(text);
  }
}

/** Every UTF-16 code unit as an escape, so that characters beyond the first plane become surrogate pairs. */
function escapeAll(text: string, upperCase: boolean): string {
  const units = Array.from({ length: text.length }, (_, index) => {
    const hex = text.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${upperCase ? hex.toUpperCase() : hex}`;
  });
  return `"${units.join('')}"`;
}
