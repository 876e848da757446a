/** Writing systems: spellings that their readers, input methods and search engines take for the same word. */
import { Converter } from 'opencc-js';
import confusables from 'unicode-confusables';
import { toHiragana, toRomaji } from 'wanakana';
import { withoutAccents } from '../folding.js';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

/** Replaces each character of the first text by the one at its place in the second. */
function replacing(from: string, to: string): (text: string) => string {
  const targets = Array.from(to);
  const map = new Map(Array.from(from, (character, index): [string, string] => [character, targets[index] ?? '']));
  return (text) => Array.from(text, (character) => map.get(character) ?? character).join('');
}

const traditionalToSimplified = Converter({ from: 'tw', to: 'cn' });

const withoutArabicMarks = (text: string): string => text.replace(/[\u064b-\u0652\u0670\u0640]/g, '');
const arabicLetters = replacing('آأإٱىة', 'اااايه');
const persianLetters = replacing('یےکۀہ', 'ييكهه');

const hindiVowels = replacing('आईऊॠऐऔऑऎऍीूॄैौॉॊॆॅँ', 'अइउऋएओओएएिुृेोोोेें');

const serbianLatin: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    ђ: 'dj',
    е: 'e',
    ж: 'z',
    з: 'z',
    и: 'i',
    ј: 'j',
    к: 'k',
    л: 'l',
    љ: 'lj',
  },
  ...{
    м: 'm',
    н: 'n',
    њ: 'nj',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    ћ: 'c',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'c',
  },
  ...{ џ: 'dz', ш: 's', đ: 'dj', ž: 'z', ć: 'c', č: 'c', š: 's' },
};

const passportLatin: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
};

const spelt =
  (table: Readonly<Record<string, string>>) =>
  (subject: string): string =>
    Array.from(subject.normalize('NFC').toLowerCase(), (letter) => table[letter] ?? letter).join('');

/** Series of Ethiopic letters that sound alike today, by their first code point and that of the series to write. */
const ethiopicHomophones: readonly (readonly [from: number, to: number])[] = [
  [0x1210, 0x1200],
  [0x1280, 0x1200],
  [0x1220, 0x1230],
  [0x12d0, 0x12a0],
  [0x1340, 0x1338],
];

export const scriptMerges = [
  {
    id: 'scripts/arabic-normalizer',
    field: 4,
    told: 'Search in Arabic takes all forms of alef, yeh and teh for one and drops vowels and stretching.',
    origin: 'Lucene ArabicNormalizer',
    key: (subject) => foldedOrItself(subject, (text) => arabicLetters(withoutArabicMarks(text))),
    witnesses: [
      ['أحمد', 'احمد'],
      ['فاطمة', 'فاطمه'],
      ['مصطفى', 'مصطفي'],
    ],
  },
  {
    id: 'scripts/persian-normalizer',
    field: 3,
    told: 'Search in Persian and Urdu takes the Arabic and the Persian yeh and kaf for one.',
    origin: 'Lucene PersianNormalizer',
    key: (subject) => foldedOrItself(subject, (text) => persianLetters(text).replaceAll('\u0654', '')),
    witnesses: [
      ['علی', 'علي'],
      ['کریم', 'كريم'],
    ],
  },
  {
    id: 'scripts/arabic-stretching',
    field: 2,
    told: 'The sign that only stretches a word is dropped.',
    origin: 'Unicode U+0640, as input filters drop it',
    key: (subject) => foldedOrItself(subject, (text) => text.replaceAll('\u0640', '')),
    witnesses: [
      ['محمـــد', 'محمد'],
      ['ســارة', 'سارة'],
    ],
  },
  {
    id: 'scripts/hebrew-points',
    field: 2,
    told: 'Points and accents of Hebrew are dropped.',
    origin: 'Unicode U+0591 to U+05C7, ICU Hebrew search',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        text.normalize('NFD').replace(/[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g, ''),
      ),
    witnesses: [
      ['דָּוִד', 'דוד'],
      ['שָׂרָה', 'שרה'],
    ],
  },
  {
    id: 'scripts/hebrew-final-letters',
    field: 1,
    told: 'Final forms of Hebrew letters are taken for the others.',
    origin: 'ICU Hebrew collation, primary level',
    key: replacing('ךםןףץ', 'כמנפצ'),
    witnesses: [
      ['יוסף', 'יוספ'],
      ['מרים', 'מרימ'],
    ],
  },
  {
    id: 'scripts/hebrew-quotes',
    field: 2,
    told: 'The Hebrew signs of abbreviation are typed as quotes.',
    origin: 'Israeli keyboards, U+05F3 and U+05F4',
    key: replacing('\u05f3\u05f4’”', `'"'"`),
    witnesses: [
      ['מד״א', 'מד"א'],
      ['ג׳ורג׳', "ג'ורג'"],
    ],
  },
  {
    id: 'scripts/hindi-normalizer',
    field: 2,
    told: 'Search in Hindi shortens vowels and drops nukta and virama.',
    origin: 'Lucene HindiNormalizer',
    key: (subject) =>
      foldedOrItself(subject, (text) =>
        hindiVowels(
          text
            .normalize('NFD')
            .replace(/[\u093c\u200c\u200d]/g, '')
            .replace(/न\u094d/g, '\u0902'),
        ).replaceAll('\u094d', ''),
      ),
    witnesses: [
      ['गीता', 'गिता'],
      ['फ़िरोज़', 'फिरोज'],
    ],
  },
  {
    id: 'scripts/malayalam-chillu',
    field: 1,
    told: 'Chillu letters have an old spelling with a joiner and a new one.',
    origin: 'Unicode 5.1 atomic chillus',
    key: (subject) =>
      subject.replace(/([\u0d23\u0d28\u0d30\u0d32\u0d33])\u0d4d\u200d/g, (_, letter: string) =>
        'ൺൻർൽൾ'.charAt('ണനരലള'.indexOf(letter)),
      ),
    witnesses: [
      ['മോഹന്\u200d', 'മോഹൻ'],
      ['അനില്\u200d', 'അനിൽ'],
    ],
  },
  {
    id: 'scripts/ethiopic-homophones',
    field: 1,
    told: 'Amharic has several letters for one sound, which are normalised.',
    origin: 'Amharic normalisation in HornMorpho and search engines',
    key: (subject) =>
      subject.replace(/[\u1200-\u137f]/g, (letter) => {
        const codePoint = letter.charCodeAt(0);
        const series = ethiopicHomophones.find(([from]) => codePoint >= from && codePoint < from + 8);
        return series === undefined ? letter : String.fromCharCode(codePoint - series[0] + series[1]);
      }),
    witnesses: [
      ['ሠላም', 'ሰላም'],
      ['ፀሐይ', 'ጸሀይ'],
    ],
  },
  {
    id: 'scripts/traditional-as-simplified',
    field: 3,
    told: 'Chinese names are brought to simplified characters.',
    origin: 'opencc-js@1.4.2, tw to cn',
    key: (subject) => traditionalToSimplified(subject),
    witnesses: [
      ['張偉', '张伟'],
      ['劉德華', '刘德华'],
    ],
  },
  {
    id: 'scripts/kanji-variants',
    field: 3,
    told: 'Old and rare forms of kanji in family names become the common ones.',
    origin: 'JIS X 0213 to JIS level 1, Japanese resident registers',
    key: replacing('髙﨑濵濱邊邉齋齊澤國廣櫻眞德瀨塚嶋惠', '高崎浜浜辺辺斎斉沢国広桜真徳瀬塚島恵'),
    witnesses: [
      ['髙橋', '高橋'],
      ['渡邉', '渡辺'],
      ['澤田', '沢田'],
    ],
  },
  {
    id: 'scripts/katakana-as-hiragana',
    field: 3,
    told: 'Readings of names are compared in hiragana.',
    origin: 'wanakana@5.3.1 toHiragana',
    key: (subject) =>
      /\p{sc=Katakana}/u.test(subject)
        ? toHiragana(subject, { passRomaji: true, convertLongVowelMark: false })
        : subject,
    witnesses: [
      ['タナカ', 'たなか'],
      ['サトウ ハナ', 'さとう はな'],
    ],
  },
  {
    id: 'scripts/kana-as-romaji',
    field: 2,
    told: 'Readings of names are written in Latin letters.',
    origin: 'wanakana@5.3.1 toRomaji',
    key: (subject) => toRomaji(subject),
    witnesses: [
      ['すずき', 'suzuki'],
      ['ジロー', 'ジロオ'],
    ],
  },
  {
    id: 'scripts/long-vowels-dropped',
    field: 2,
    told: 'Passports write long Japanese vowels as short ones.',
    origin: 'Japanese passport Hepburn, Lucene JapaneseKatakanaStem',
    key: (subject) =>
      subject
        .replace(/[ー－]/g, '')
        .normalize('NFC')
        .replace(/[āīūēō]/gi, withoutAccents)
        .replace(/(?<=[a-z])ou|oo(?=\p{L}|$)/giu, (vowels) => (vowels === 'oo' ? 'o' : vowels.charAt(0))),
    witnesses: [
      ['Satō', 'Sato'],
      ['エミリー', 'エミリ'],
    ],
  },
  {
    id: 'scripts/small-kana',
    field: 2,
    told: 'Bank transfers and old systems know no small kana.',
    origin: 'Zengin format of Japanese banks',
    key: replacing('ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ', 'アイウエオツヤユヨワカケあいうえおつやゆよわ'),
    witnesses: [
      ['シュウ', 'シユウ'],
      ['きょう', 'きよう'],
    ],
  },
  {
    id: 'scripts/ga-in-place-names',
    field: 1,
    told: 'The small ke between kanji is written in three ways.',
    origin: 'normalisation of Japanese addresses',
    key: (subject) => subject.replace(/(?<=\p{sc=Han})[ヶケがヵ](?=\p{sc=Han})/gu, 'ヶ'),
    witnesses: [
      ['市ヶ谷', '市ケ谷'],
      ['関が原', '関ヶ原'],
    ],
  },
  {
    id: 'scripts/japanese-hyphens',
    field: 3,
    told: 'Hyphens, dashes and the mark of long vowels are one between digits.',
    origin: 'normalisation of Japanese addresses and telephone numbers',
    key: (subject) => subject.replace(/(?<=[\d０-９])[-‐-―−－ーｰ─](?=[\d０-９])/gu, '-'),
    witnesses: [
      ['090ー1234ー5678', '090-1234-5678'],
      ['1－2－3', '1−2−3'],
    ],
  },
  {
    id: 'scripts/middle-dot-dropped',
    field: 2,
    told: 'The dot between foreign names in katakana is dropped.',
    origin: 'matching of names in Japanese CRM systems',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/[・･·]/g, '')),
    witnesses: [
      ['アンナ・シュミット', 'アンナシュミット'],
      ['王·安娜', '王安娜'],
    ],
  },
  {
    id: 'scripts/russian-yo',
    field: 4,
    told: 'Russian writes ё as е nearly always.',
    origin: 'Lucene RussianLightStemmer setups, 1C and Sphinx charset tables',
    key: replacing('ёЁ', 'еЕ'),
    witnesses: [
      ['Алёна', 'Алена'],
      ['Пётр', 'Петр'],
    ],
  },
  {
    id: 'scripts/ukrainian-apostrophe',
    field: 2,
    told: 'Ukrainian has a letter apostrophe that is typed in five ways.',
    origin: 'Lucene UkrainianMorfologikAnalyzer character filter',
    key: (subject) =>
      subject
        .replace(/[’ʼ`´‘]/g, "'")
        .replaceAll('ґ', 'г')
        .replaceAll('Ґ', 'Г'),
    witnesses: [
      ['В’ячеслав', "В'ячеслав"],
      ['Ґонта', 'Гонта'],
    ],
  },
  {
    id: 'scripts/serbian-normalizer',
    field: 1,
    told: 'Serbian in both scripts, with and without its diacritics, is one.',
    origin: 'Lucene SerbianNormalizationFilter',
    key: spelt(serbianLatin),
    witnesses: [
      ['Милош', 'miloš'],
      ['Đorđe', 'Ђорђе'],
    ],
  },
  {
    id: 'scripts/russian-passport',
    field: 2,
    told: 'Names are compared as passports transliterate them.',
    origin: 'ICAO Doc 9303 part 3, Russian',
    key: spelt(passportLatin),
    witnesses: [
      ['Юлия', 'Iuliia'],
      ['Эмин', 'Емин'],
    ],
  },
  {
    id: 'scripts/cyrillic-look-alikes',
    field: 2,
    told: 'Plates and codes know only the Cyrillic letters that look like Latin ones.',
    origin: 'Russian vehicle plates, GOST R 50577',
    key: replacing('АВЕКМНОРСТУХаеорсух', 'ABEKMHOPCTYXaeopcyx'),
    witnesses: [
      ['А123ВС', 'A123BC'],
      ['раураl', 'paypal'],
    ],
  },
  {
    id: 'scripts/confusables',
    field: 2,
    told: 'Names that look alike are refused or merged.',
    origin: 'unicode-confusables@0.1.1, Unicode Technical Standard 39',
    key: (subject) => foldedOrItself(subject, (text) => confusables.rectifyConfusion(text)),
    witnesses: [
      ['аdmin', 'admin'],
      ['ѕсоре', 'scope'],
    ],
  },
  {
    id: 'scripts/greek-lower-case',
    field: 2,
    told: 'Search in Greek drops accents and knows one sigma.',
    origin: 'Lucene GreekLowerCaseFilter',
    key: (subject) =>
      subject.replace(/[\p{sc=Greek}A-Z]/gu, (letter) => withoutAccents(letter).toLowerCase()).replaceAll('ς', 'σ'),
    witnesses: [
      ['Μαρία', 'ΜΑΡΙΑ'],
      ['Νίκος', 'νικοσ'],
    ],
  },
  {
    id: 'scripts/german-normalizer',
    field: 2,
    told: 'Search in German takes ä, a and ae for one.',
    origin: 'Lucene GermanNormalizationFilter',
    key: (subject) =>
      subject
        .normalize('NFC')
        .toLowerCase()
        .replaceAll('ß', 'ss')
        .replace(/ä|ae/g, 'a')
        .replace(/ö|oe/g, 'o')
        .replace(/ü|(?<![aeiouyq])ue/g, 'u'),
    witnesses: [
      ['Goethe', 'Göthe'],
      ['Mueller', 'Müller'],
      ['Bär', 'Bar'],
    ],
  },
  {
    id: 'scripts/scandinavian-folding',
    field: 2,
    told: 'Search across Scandinavia takes å, ä, æ, aa and ae for a, and ö, ø and oe for o.',
    origin: 'Lucene ScandinavianFoldingFilter',
    key: (subject) =>
      subject
        .normalize('NFC')
        .replace(/[åäæ]|a[aoe]/g, 'a')
        .replace(/[ÅÄÆ]|A[aoeAOE]/g, 'A')
        .replace(/[öø]|o[oe]/g, 'o')
        .replace(/[ÖØ]|O[oeOE]/g, 'O'),
    witnesses: [
      ['Håkon', 'Haakon'],
      ['Sjöberg', 'Sjøberg'],
    ],
  },
  {
    id: 'scripts/turkish-as-ascii',
    field: 3,
    told: 'Turkish letters are replaced by the ASCII ones that people type abroad.',
    origin: 'the idiom of Turkish character tables',
    key: replacing('çğıöşüÇĞİÖŞÜ', 'cgiosuCGIOSU'),
    witnesses: [
      ['Ayşe Çağlar', 'Ayse Caglar'],
      ['Yıldız', 'Yildiz'],
    ],
  },
  {
    id: 'scripts/vietnamese-as-ascii',
    field: 3,
    told: 'Vietnamese is compared without tones and with d for đ.',
    origin: 'the idiom removeVietnameseTones',
    key: (subject) => withoutAccents(subject).replaceAll('đ', 'd').replaceAll('Đ', 'D'),
    witnesses: [
      ['Đặng Hùng', 'Dang Hung'],
      ['Hoà', 'Hòa'],
    ],
  },
  {
    id: 'scripts/romanian-comma-below',
    field: 2,
    told: 'Romanian ș and ț have a comma, and older keyboards a cedilla.',
    origin: 'Unicode 3.0 U+0218 to U+021B, SQL Server Romanian collations',
    key: (subject) => replacing('şţŞŢ', 'șțȘȚ')(subject.normalize('NFC')),
    witnesses: [
      ['Ştefan', 'Ștefan'],
      ['Constanţa', 'Constanța'],
    ],
  },
  {
    id: 'scripts/catalan-middle-dot',
    field: 1,
    told: 'The dot between two l of Catalan is dropped or written with its own letter.',
    origin: 'Unicode U+0140, Lucene CatalanAnalyzer setups',
    key: (subject) => subject.replaceAll('ŀ', 'l').replace(/l·l/g, 'll'),
    witnesses: [
      ['Marcel·la', 'Marcella'],
      ['Marceŀla', 'Marcel·la'],
    ],
  },
] satisfies readonly ForeignMerge[];
