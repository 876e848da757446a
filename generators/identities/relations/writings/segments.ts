/** Writings of ids of several parts: separators exchanged, doubled, kept alone; parts in another order, fewer, or others. */
import { drawnDigits } from '../../drawn.js';
import type { RelationDraft } from '../relation.js';
import { drawnName, writingRelations } from './writing.js';

/** The likeliest first. Blanks around one stand for the blank itself, as forms are written between blanks. */
const separators = '- _ . : / | , ; # + ~ = & @ \\ :: -- __'.split(' ');

/** What is done with the separator of three parts. */
const three = (s: string): readonly string[] => [
  `{a}${s}{b}${s}{c}`,
  `{b}${s}{a}${s}{c}`,
  `{c}${s}{b}${s}{a}`,
  `{a}${s}{b}`,
  `{b}${s}{c}`,
  `{a}${s}{c}`,
  `${s}{a}${s}{b}${s}{c}`,
  `{a}${s}{b}${s}{c}${s}`,
  `{a}${s}${s}{b}${s}{c}`,
  `{a} ${s} {b} ${s} {c}`,
  `{a}${s}{b}${s}x`,
  `x${s}{b}${s}{c}`,
  `{a}${s}x${s}{c}`,
  `y${s}{b}${s}z`,
];

const two = (s: string): readonly string[] => [
  `{a}${s}{n}`,
  `{n}${s}{a}`,
  `{a^}${s}{n}`,
  `{a}${s}0{n}`,
  `{a}${s}{n}${s}1`,
  `{a} ${s}{n}`,
  `{a}${s} {n}`,
];

export function segmentRelations(): readonly RelationDraft[] {
  const common = { source: 'slugs', class: 'segment' } as const;
  const parts = (word: string) => ({
    a: drawnName(`a${word}`, 5),
    b: drawnName(`b${word}`, 6),
    c: drawnName(`c${word}`, 4),
    n: drawnDigits(word, 5),
  });
  return [
    ...writingRelations({
      ...common,
      slug: 'segments',
      parts,
      forms: separators.flatMap(three).join('  '),
    }),
    ...writingRelations({
      ...common,
      slug: 'segments-joined',
      parts,
      forms: `{a}{b}{c}  {a} {b} {c}  {a}{b!}{c!}  {a!}{b!}{c!}  {a!} {b!} {c!}  {a^}{b^}{c^}  {a^}_{b^}_{c^}  {a!}-{b!}-{c!}  {c} {b} {a}  {b} {a} {c}  {a} {b}  {b} {c}  {a} {c}
        {a1}{b1}{c1}  {a1}.{b1}.{c1}.  {a1} {b1} {c1}  {a}{b}{c}  {a}{c}  {a} {b} {c} {a}  {a} {a} {b} {c}  {a}-{b} {c}  {a}.{b}-{c}  {a}/{b}-{c}  {a}-{b}/{c}  {a}:{b}/{c}  {a}-{b}_{c}
        {a}, {b}, {c}  {c}, {b}, {a}  {a}; {b}; {c}  {a}\u00B7{b}\u00B7{c}  {a}\u2022{b}\u2022{c}  {a}\u2013{b}\u2013{c}  {a}\u2014{b}\u2014{c}  {a}\u2192{b}\u2192{c}  {a} > {b} > {c}  {a}({b}){c}  {a}[{b}]{c}  {a}[{b}][{c}]  {a}.{b}.{c}
        {a}%20{b}%20{c}  {a}%2F{b}%2F{c}  {a}%3A{b}%3A{c}  {a}%2D{b}%2D{c}  {a}%5F{b}%5F{c}  {a}%7C{b}%7C{c}  {a}\u2044{b}\u2044{c}  {a}and{b}and{c}  {a} & {b} & {c}  {a}&{b}&{c}  {a} and {b} and {c}`,
    }),
    ...writingRelations({
      ...common,
      slug: 'segments-number',
      parts,
      forms: separators.slice(0, 8).flatMap(two).join('  '),
    }),
    ...writingRelations({
      ...common,
      slug: 'segments-long',
      parts,
      forms: '/ . : - _'
        .split(' ')
        .flatMap((s) =>
          [
            '{a},{b},{c},x,y',
            '{a},{b},{c},x,z',
            '{a},{b},{c}',
            '{a},{b},x',
            '{c},x,y',
            'y,{b},{c},x,y',
            '{a},{b},x,{c},y',
            '{a},*,{c},x,y',
            '{a},,{b},{c},x,y',
          ].map((form) => form.replaceAll(',', s)),
        )
        .join('  '),
    }),
  ];
}
