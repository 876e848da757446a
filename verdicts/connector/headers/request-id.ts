/** Says what is wrong with a RequestId; that it is fresh is judged over time. */
import { chosenWords, noValue, shown, type WordRow, type Words } from '../words.js';

const form = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** The GUID in a value in lower case, also where braces, a URN or missing hyphens spoil its form; undefined when there is none. */
export function guidIn(value: string): string | undefined {
  const found =
    form.exec(value)?.[0] ??
    (/^[({"']?[0-9a-f]{32}[)}"']?$/i.test(value) ? value.replace(/[^0-9a-f]/gi, '') : undefined);
  return found?.replaceAll('-', '').toLowerCase();
}

const looks: readonly WordRow[] = [
  [/^\{.*\}$/, ', in braces', 'Leave the braces out (in .NET: ToString("D"), not ToString("B")).'],
  [/^\(.*\)$/, ', in parentheses', 'Leave the parentheses out (in .NET: ToString("D"), not ToString("P")).'],
  [/^urn:uuid:/i, ', in the URN form', 'Leave urn:uuid: out (in Python: str(uuid), not uuid.urn).'],
  [/^(["'`]).*\1$/, ', in quotes', 'Leave the quotes out: a header value is no JSON text.'],
  [
    /^[0-9a-f]{32}$/i,
    ', without hyphens',
    'Keep the hyphens (in Python: str(uuid), not uuid.hex; in .NET: ToString("D"), not ToString("N")).',
  ],
  [/,/, ', more than one', 'Set the header once: a client that adds it and an interceptor that adds it give two.'],
  [
    form,
    ', with something around it',
    'Send the GUID alone. A retry gets a GUID of its own, not the old one with a number behind it.',
  ],
  [/^\d+$/, ', a number', 'A counter or a time is not globally unique: make a new GUID for every request.'],
];

export function requestIdWords(value: string): Words {
  const expected = `The header RequestId is expected to be a GUID written as 8-4-4-4-12 hexadecimal digits, and ${shown(value)} came`;
  const nothing = noValue(value);
  const lost = 'Make a new GUID for every request, before the headers are built.';
  const otherwise = 'Make a new GUID for every request with the function of your language, and send its plain text.';
  return chosenWords(expected, value, [[nothing !== undefined, `, ${nothing}`, lost], ...looks], ['', otherwise]);
}
