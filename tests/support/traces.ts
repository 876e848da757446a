/** Looks for a token in text by brute force, in every encoding that a hostile service might give it back in. */

/** Characters in a row that give a token away. */
const windowLength = 12;

type Spelling = (character: string) => string;

/** The escapes of URLs, JSON and HTML, carried too far; the first escapes nothing. */
export const escapes: Readonly<Record<string, Spelling>> = {
  plain: (character) => character,
  'percent-encoded': (character) => `%${hexOf(character)}`,
  'JSON escapes': (character) => `\\u00${hexOf(character)}`,
  'HTML in hex': (character) => `&#x${hexOf(character)};`,
  'HTML in decimal': (character) => `&#${character.charCodeAt(0)};`,
};

/** How a text is spelled so that each character has a spelling of its own. */
export const byCharacter: Readonly<Record<string, Spelling>> = { ...escapes, hex: (character) => hexOf(character) };

const hexOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(2, '0');

/** Spells each character. */
export function spell(text: string, character: Spelling): string {
  return [...text].map(character).join('');
}

/** Whatever is looked for, in lower case, by its first 12 characters. */
export type Traces = ReadonlyMap<string, ReadonlySet<string>>;

/** Every window of 12 characters of the token in every spelling, of the token reversed, and of what base64 makes of it. */
export function tracesOf(token: string): Traces {
  const traces = new Map<string, Set<string>>();
  const add = (spelled: readonly string[]): void => {
    for (let at = 0; at + windowLength <= spelled.length; at += 1) {
      const window = spelled
        .slice(at, at + windowLength)
        .join('')
        .toLowerCase();
      const beginning = window.slice(0, windowLength);
      traces.set(beginning, (traces.get(beginning) ?? new Set()).add(window));
    }
  };
  const reversed = [...token].reverse().join('');
  for (const character of Object.values(byCharacter)) add([...token].map(character));
  for (const character of Object.values(escapes)) add([...reversed].map(character));
  // At each of the three places where a token can begin among the groups of base64, without the ends that depend on neighbours.
  for (const before of [0, 1, 2]) {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(token)]);
    for (const encoding of ['base64', 'base64url'] as const) add([...bytes.toString(encoding).slice(2, -4)]);
  }
  return traces;
}

/** The first trace found in a text, as it is or behind one layer of escapes; undefined when there is none. */
export function findTrace(traces: Traces, text: string): string | undefined {
  const views = [text, text.replaceAll('\\\\', '\\'), text.replaceAll('&amp;', '&'), text.replaceAll('\\/', '/')];
  for (const view of new Set(views.map((one) => one.toLowerCase()))) {
    for (let at = 0; at + windowLength <= view.length; at += 1) {
      for (const window of traces.get(view.slice(at, at + windowLength)) ?? []) {
        if (view.startsWith(window, at)) return `${JSON.stringify(window)} at ${at}`;
      }
    }
  }
  return undefined;
}
