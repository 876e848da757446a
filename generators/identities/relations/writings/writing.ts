/**
 * Writings: one id in all the forms that systems give it. A form is a text with the parts of the id in braces; the first form of a
 * table is the base, each other one is a relation. As all subjects of a run are compared, each form is held against each other.
 */
import { drawnBytes } from '../../drawn.js';
import type { RelationClass } from '../classes.js';
import { type RelationDraft, variantsOf } from '../relation.js';
import type { SourceId } from '../sources.js';

type Parts = Readonly<Record<string, string>>;

export interface Writings {
  /** Kebab-case and unique: the base of its relations. */
  readonly slug: string;
  readonly source: SourceId;
  readonly class: RelationClass;
  /** What an id is made of, new for each word. */
  readonly parts: (word: string) => Parts;
  /** Two blanks or a line break between two forms; the likeliest first. */
  readonly forms: string;
}

/** A form that comes twice, or like another one for any word, is left out. */
export function writingRelations({ slug, source, class: kind, parts, forms }: Writings): readonly RelationDraft[] {
  const [base = '', ...others] = formsIn(forms);
  const sample = written(base, parts('a'));
  const seen = new Set([sample]);
  const isNew = (text: string): boolean => !seen.has(text) && seen.add(text) !== undefined;
  return variantsOf({ slug, subject: (word) => written(base, parts(word)) }, { source, class: kind }, [
    ...others
      .filter((form) => isNew(written(form, parts('a'))))
      .map(
        (form) => [slugOf(form), `written ${form}`, (_: string, word: string) => written(form, parts(word))] as const,
      ),
    ...inOtherCase.filter(([, , change]) => isNew(change(sample))),
  ]);
}

/** Of any id: many stores compare without case, and some do so for one kind of id alone. */
const inOtherCase = [
  ['all-in-upper-case', 'in upper case', (s: string) => s.toUpperCase()],
  ['all-in-lower-case', 'in lower case', (s: string) => s.toLowerCase()],
] as const;

export const formsIn = (forms: string): readonly string[] => [...new Set(forms.trim().split(/ {2,}|\s*\n\s*/))];

/** Braces around no part stay. `{a}` as it is, `{a^}` in upper case, `{a!}` with a capital, `{a1}` its first letter, `{a~}` reversed, `{a%}` in percent escapes. */
function written(form: string, parts: Parts): string {
  return form.replace(/\{(\w)([\^!1~%]?)\}/g, (whole, name: string, way: string) => {
    const { [name]: part } = parts;
    return part === undefined ? whole : (changes[way]?.(part) ?? whole);
  });
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const changes: Readonly<Record<string, (text: string) => string>> = {
  '': (text) => text,
  '^': (text) => text.toUpperCase(),
  '!': capital,
  '1': (text) => text.charAt(0),
  '~': (text) => [...text].reverse().join(''),
  '%': (text) => encodeURIComponent(text),
};

/** Runs of lower-case letters and digits as they are, each other character by its code point. */
function slugOf(form: string): string {
  return (form.match(/[a-z0-9]+|./gsu) ?? [])
    .map((part) => (/^[a-z0-9]/.test(part) ? part : (part.codePointAt(0) ?? 0).toString(16)))
    .join('-');
}

/** A word that can be spoken, of letters alone: what reads names or sounds takes it for one. */
export function drawnName(word: string, length: number): string {
  return Array.from(drawnBytes(word, length), (byte, at) =>
    at % 2 === 0 ? 'bdfgklmnprstvz'.charAt(byte % 14) : 'aeiou'.charAt(byte % 5),
  ).join('');
}
