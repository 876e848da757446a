/** Patterns for words whose letter case means nothing: JSON Schema patterns have no flags. */

/** `Bearer` becomes `[Bb][Ee][Aa][Rr][Ee][Rr]`; characters with a meaning in patterns are escaped. */
export function anyCase(word: string): string {
  return [...word]
    .map((character) => {
      const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
      if (lower !== upper) return `[${upper}${lower}]`;
      return /[A-Za-z0-9/ -]/.test(character) ? character : `\\${character}`;
    })
    .join('');
}
