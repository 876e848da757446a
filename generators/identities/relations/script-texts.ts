/** Relations of single scripts that no table holds as such: kana, Arabic, final forms, jamo, flags, tags, emoji sequences, mark order. */
import { pairRelation } from './character-relations.js';
import { insidePairs, type RelationDraft } from './relation.js';

export function scriptTextRelations(): readonly RelationDraft[] {
  return [...kana(), ...arabic(), ...finals(), ...jamo(), ...flags(), ...tags(), ...emoji(), ...marks()];
}

const character = (codePoint: number): string => String.fromCodePoint(codePoint);

/** From the order of the blocks: katakana stand 0x60 behind hiragana, voiced behind unvoiced, small before full ones. */
function kana(): readonly RelationDraft[] {
  const of = (plain: string, other: string): RelationDraft => pairRelation('kana', 'kana', plain, other);
  const first = [
    of('\u30CF', '\u30D1'),
    of('\u304B', '\u30AB'),
    of('\u30CF', '\u30D0'),
    of('\u3064', '\u3063'),
    of('\u30AB', '\uFF76'),
    of('\u304B', '\u304C'),
    of('\u30D0', '\u30D1'),
    of('\u30D1', '\uFF8A\uFF9F'),
    of('\u30AC', '\uFF76\uFF9E'),
    of('\u30E4', '\u30E3'),
    of('\u304B', '\uFF76'),
    of('\u30AB\u30FC', '\u30AB'),
    of('\u30AB\u30FC', '\u30AB\u30A2'),
    of('\u304B\u304B', '\u304B\u309D'),
    of('\u30AB\u30AB', '\u30AB\u30FD'),
    of('\u3042', '\u30A2'),
    of('\u3093', '\u30F3'),
    of('\u30A6', '\u30F4'),
    of('\u30F1', '\u30A8'),
    of('\u3092', '\u304A'),
    of('\u3065', '\u305A'),
    of('\u3062', '\u3058'),
    of('\u30B1', '\u30F6'),
    of('\u30AB\u30FC', '\u30AB\u2014'),
    of('\u30FC', '\uFF70'),
    of('\u30FC', '-'),
    of('ka', '\u304B'),
    of('\u304B', '\u304B\u3099'),
    of('\u304B', '\u304B\u309B'),
    of('\u4E00', '\u30FC'),
    of('\u4ECA\u4ECA', '\u4ECA\u3005'),
  ];
  const voiced = [
    0x304b, 0x304d, 0x304f, 0x3051, 0x3053, 0x3055, 0x3057, 0x3059, 0x305b, 0x305d, 0x305f, 0x3061, 0x3064, 0x3066,
    0x3068,
  ];
  const small = [0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308e];
  const bothScripts = [0x3044, 0x3046, 0x304d, 0x3055, 0x305f, 0x306a, 0x306f, 0x307e, 0x3084, 0x3089, 0x308f, 0x3092];
  const both = (pairs: readonly (readonly [number, number])[]): readonly RelationDraft[] =>
    pairs.flatMap(([plain, other]) => [
      of(character(plain), character(other)),
      of(character(plain + 0x60), character(other + 0x60)),
    ]);
  return [
    ...first,
    ...bothScripts.map((letter) => of(character(letter), character(letter + 0x60))),
    ...both(small.map((letter) => [letter + 1, letter])),
    ...both(voiced.map((letter) => [letter, letter + 1])),
  ];
}

const arabic = (): readonly RelationDraft[] =>
  (
    [
      ['\u064A', '\u06CC'],
      ['\u0643', '\u06A9'],
      ['\u0627', '\u0623'],
      ['\u0647', '\u0629'],
      ['\u064A', '\u0649'],
      ['\u062D\u0645\u062F', '\u062D\u0640\u0645\u062F'],
      ['\u0645', '\u0645\u064E'],
      ['\u0644\u0627', '\uFEFB'],
      ['\u0643', '\uFED9'],
      ['\u0627', '\u0622'],
      ['\u0627', '\u0625'],
      ['\u0627', '\u0671'],
      ['\u0648', '\u0624'],
      ['\u064A', '\u0626'],
      ['\u0645', '\u0645\u0651'],
      ['\u0647', '\u06C1'],
      ['\u0647', '\u06BE'],
      ['\u0647', '\u06D5'],
      ['\u06CC', '\u06D2'],
      ['\u0649', '\u06CC'],
      ['\u06A9', '\u06AA'],
      ['\u0643', '\u06AF'],
      ['\u0648', '\u06C7'],
      ['\u0647', '\u06C0'],
      ['\u0645', '\u0645\u0652'],
      ['\u0645', '\u0645\u064B'],
      ['\u0645', '\u0645\u0670'],
      ['\u0627', '\u0621'],
      ['\u0646', '\u06BA'],
      ['\u062A', '\u0679'],
      ['\u0660', '\u06F0'],
      ['\u0664', '\u06F4'],
      ['\u0627\u0644\u0644\u0647', '\uFDF2'],
      ['\u0631\u06CC\u0627\u0644', '\uFDFC'],
      ['\u064A', '\uFEF1'],
    ] as const
  ).map(([plain, other]) => pairRelation('arabic', 'arabic-search', plain, other));

function finals(): readonly RelationDraft[] {
  const hebrew = [0x5da, 0x5dd, 0x5df, 0x5e3, 0x5e5];
  return [
    pairRelation('final', 'unicode', '\u03BF\u03B4\u03BF\u03C3', '\u03BF\u03B4\u03BF\u03C2'),
    pairRelation('final', 'unicode', '\u039F\u0394\u039F\u03A3', '\u03BF\u03B4\u03BF\u03C2'),
    ...hebrew.map((letter) => pairRelation('final', 'mariadb', character(letter + 1), character(letter))),
    pairRelation('final', 'unicode', '\u03C3\u03B1', '\u03C2\u03B1'),
    pairRelation('final', 'unicode', 's', '\u017F'),
    pairRelation('final', 'hangul', '\u1100\u1161\u11A8', '\u1100\u1161\u1100'),
  ];
}

function jamo(): readonly RelationDraft[] {
  const of = (plain: string, other: string): RelationDraft => pairRelation('jamo', 'hangul', plain, other);
  return [
    of('\uAC00', '\u1100\u1161'),
    of('\uD55C', '\u1112\u1161\u11AB'),
    of('\uAC01', '\uAC00\u11A8'),
    of('\uAC00', '\u3131\u314F'),
    of('\uD55C', '\u314E\u314F\u3134'),
    of('\u3131', '\u1100'),
    of('\u11A8', '\u1100'),
    of('\u1101', '\u1100\u1100'),
    of('\u3131', '\uFFA1'),
    of('\uAC00', '\uAE4C'),
    of('\uAC00', '\uCE74'),
    of('\uAC00', '\u4F3D'),
  ];
}

/** Two letters of regional indicators. */
const flag = (code: string): string =>
  Array.from(code, (letter) => character(0x1f1e6 + letter.charCodeAt(0) - 0x41)).join('');

const flags = (): readonly RelationDraft[] =>
  insidePairs({ source: 'emoji', class: 'regional-indicator' }, [
    ['de-fr', 'another flag', flag('DE'), flag('FR')],
    ['de-nothing', 'a flag for nothing', 'nn', `n${flag('DE')}n`],
    ['de-dk', 'another flag with the same first letter', flag('DE'), flag('DK')],
    ['de-be', 'another flag with the same last letter', flag('DE'), flag('BE')],
    ['de-letters', 'a flag for two letters', 'DE', flag('DE')],
    ['de-ed', 'the letters of a flag swapped', flag('DE'), flag('ED')],
    ['de-half', 'half of a flag', flag('DE'), flag('D')],
    ['de-us', 'a flag of another part of the world', flag('DE'), flag('US')],
    ['de-jp', 'one more flag', flag('DE'), flag('JP')],
    ['gb-uk', 'another code of one country', flag('GB'), flag('UK')],
    ['a-b', 'another regional indicator', flag('A'), flag('B')],
    ['de-two', 'a flag twice', flag('DE'), flag('DEDE')],
    ['pair-split', 'two flags with their letters in other pairs', flag('DEFR'), flag('DFER')],
    ['de-sign', 'a flag in Latin letters of a square', flag('DE'), '\u{1F1E9}\u{1F174}'],
  ]);

/** A black flag with a code in tags. */
const tagged = (code: string): string =>
  `\u{1F3F4}${Array.from(code, (letter) => character(0xe0000 + letter.charCodeAt(0))).join('')}\u{E007F}`;

const tags = (): readonly RelationDraft[] =>
  insidePairs({ source: 'emoji', class: 'tag' }, [
    ['england-scotland', 'Scotland for England in tags', tagged('gbeng'), tagged('gbsct')],
    ['england-plain', 'a black flag without its tags', '\u{1F3F4}', tagged('gbeng')],
    ['wales', 'Wales for England in tags', tagged('gbeng'), tagged('gbwls')],
    ['england-unended', 'tags that are not ended', tagged('gbeng'), tagged('gbeng').slice(0, -2)],
    [
      'letters',
      'a text in tags for nothing',
      'nn',
      `n${Array.from('ann', (c) => character(0xe0000 + c.charCodeAt(0))).join('')}n`,
    ],
    ['language', 'a language tag', 'nn', 'n\u{E0001}\u{E0065}\u{E006E}n'],
  ]);

const emoji = (): readonly RelationDraft[] => [
  pairRelation('emoji', 'emoji', '\u{1F44D}', '\u{1F44D}\u{1F3FD}'),
  pairRelation('emoji', 'emoji', '\u2764', '\u2764\uFE0F'),
  pairRelation('emoji', 'emoji', '\u{1F44D}\u{1F3FB}', '\u{1F44D}\u{1F3FF}'),
  ...insidePairs({ source: 'emoji', class: 'emoji' }, [
    ['joiners', 'a family without joiners', '\u{1F469}\u200D\u{1F467}', '\u{1F469}\u{1F467}'],
    ['keycap', 'a keycap for a digit', '1', '1\uFE0F\u20E3'],
    ['child', 'one more child', '\u{1F469}\u200D\u{1F467}', '\u{1F469}\u200D\u{1F467}\u200D\u{1F466}'],
    ['gender', 'a sign of gender', '\u{1F3C3}', '\u{1F3C3}\u200D\u2640\uFE0F'],
    ['gender-other', 'another sign of gender', '\u{1F3C3}\u200D\u2642\uFE0F', '\u{1F3C3}\u200D\u2640\uFE0F'],
    [
      'gender-selector',
      'a sign of gender without its selector',
      '\u{1F3C3}\u200D\u2640\uFE0F',
      '\u{1F3C3}\u200D\u2640',
    ],
    ['hair', 'another hair', '\u{1F469}\u200D\u{1F9B0}', '\u{1F469}\u200D\u{1F9B1}'],
    ['profession', 'another profession', '\u{1F469}\u200D\u{1F4BB}', '\u{1F469}\u200D\u{1F52C}'],
    ['rainbow', 'a rainbow for a white flag', '\u{1F3F3}\uFE0F', '\u{1F3F3}\uFE0F\u200D\u{1F308}'],
    ['keycap-bare', 'a keycap without its selector', '1\uFE0F\u20E3', '1\u20E3'],
    ['heart', 'another colour of a heart', '\u2764\uFE0F', '\u{1F499}'],
    [
      'couple-tones',
      'other tones of a couple',
      '\u{1F9D1}\u{1F3FB}\u200D\u{1F91D}\u200D\u{1F9D1}\u{1F3FC}',
      '\u{1F9D1}\u{1F3FC}\u200D\u{1F91D}\u200D\u{1F9D1}\u{1F3FB}',
    ],
    ['person', 'a woman for a person', '\u{1F9D1}', '\u{1F469}'],
    ['face', 'a face that smiles a little more', '\u{1F600}', '\u{1F601}'],
    ['clock', 'another hour of a clock', '\u{1F550}', '\u{1F551}'],
    ['text-emoji', 'a text sign for an emoji', '\u263A', '\u{1F642}'],
  ]),
];

const marks = (): readonly RelationDraft[] => [
  pairRelation('canonical', 'unicode', '\u00E9', 'e\u0301'),
  ...insidePairs({ source: 'unicode', class: 'canonical' }, [
    ['mark-order', 'two marks in another order', 'a\u0323\u0301', 'a\u0301\u0323'],
    ['vietnamese', 'a Vietnamese letter in two parts', '\u1EC7', '\u00EA\u0323'],
    ['vietnamese-below', 'a Vietnamese letter in two other parts', '\u1EC7', '\u1EB9\u0302'],
    ['devanagari-order', 'a nukta and a virama in another order', '\u0915\u093C\u094D', '\u0915\u094D\u093C'],
    ['hebrew-order', 'two points in another order', '\u05D0\u05B8\u05BC', '\u05D0\u05BC\u05B8'],
    ['hangul-partly', 'a syllable with its last letter apart', '\uD55C', '\uD558\u11AB'],
    ['angstrom', 'the sign of the unit for a letter with a ring', '\u00C5', '\u212B'],
    ['kana-voicing', 'a voicing mark apart', '\u304C', '\u304B\u3099'],
  ]),
];
